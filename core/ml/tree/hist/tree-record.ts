/** The nodes of a tree while it grows. */
import type { BoostedTree } from "../boosted-tree.ts";

/** `bin`: the last that goes left; `absent`: that of missing values. */
type Split = {
  feature: number;
  threshold: number;
  missingLeft: boolean;
  gain: number;
  bin: number;
  absent: number;
};

export class TreeRecord {
  private readonly nodes: {
    split?: Split;
    left: number;
    right: number;
    gradient: number;
    hessian: number;
  }[] = [];

  /** The number of a new node. */
  add(): number {
    return this.nodes.push({ left: -1, right: -1, gradient: 0, hessian: 0 }) - 1;
  }

  /** Splits a node; the numbers of its children, which follow each other. */
  split(node: number, split: Split): [number, number] {
    const children: [number, number] = [this.add(), this.add()];
    this.nodes[node].split = split;
    [this.nodes[node].left, this.nodes[node].right] = children;
    return children;
  }

  /** Σ gradient and Σ hessian of a leaf's rows. */
  close(leaf: number, gradient: number, hessian: number): void {
    this.nodes[leaf].gradient = gradient;
    this.nodes[leaf].hessian = hessian;
  }

  /** The tree; `weight` says what a node with these sums weighs. Sums of inner nodes are those of their children. */
  finish(weight: (gradient: number, hessian: number) => number): BoostedTree {
    const { nodes } = this;
    // Children come after their parents.
    for (let i = nodes.length - 1; i >= 0; i--) {
      if (!nodes[i].split) continue;
      const [left, right] = [nodes[nodes[i].left], nodes[nodes[i].right]];
      nodes[i].gradient = left.gradient + right.gradient;
      nodes[i].hessian = left.hessian + right.hessian;
    }
    return {
      feature: Int32Array.from(nodes, ({ split }) => split?.feature ?? -1),
      threshold: Float32Array.from(nodes, ({ split }) => split?.threshold ?? 0),
      left: Int32Array.from(nodes, ({ left }) => left),
      right: Int32Array.from(nodes, ({ right }) => right),
      defaultLeft: Uint8Array.from(nodes, ({ split }) => (split?.missingLeft ? 1 : 0)),
      weight: Float32Array.from(nodes, ({ gradient, hessian }) => weight(gradient, hessian)),
      gain: Float32Array.from(nodes, ({ split }) => split?.gain ?? 0),
      cover: Float32Array.from(nodes, ({ hessian }) => hessian),
    };
  }

  /** The nodes as the kernel `addByBins` reads them, 20 bytes each; `weights` of the finished tree. */
  writeBins(into: DataView, weights: Float32Array): void {
    this.nodes.forEach(({ split, left }, i) => {
      into.setInt32(20 * i, split?.feature ?? -1, true);
      into.setInt32(20 * i + 4, split?.bin ?? 0, true);
      into.setInt32(20 * i + 8, split?.missingLeft ? split.absent : -1, true);
      into.setInt32(20 * i + 12, left, true);
      into.setFloat32(20 * i + 16, weights[i], true);
    });
  }
}
