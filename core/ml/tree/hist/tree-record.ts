/** The nodes of a tree while it grows, and the arrays it is kept in. */

/** A regression tree in arrays `[nodes]`, the root first. A value goes left when it is below the threshold. */
export type GrownTree = {
  /** −1 at a leaf. */
  feature: Int32Array;
  threshold: Float32Array;
  /** −1 at a leaf. */
  left: Int32Array;
  right: Int32Array;
  /** 1 where a missing value goes left. */
  defaultLeft: Uint8Array;
  /** Leaf weight, η included; 0 of an inner node. */
  weight: Float32Array;
  /** Gain of the split. */
  gain: Float32Array;
  /** Σ hessian. */
  cover: Float32Array;
};

type Split = { feature: number; threshold: number; missingLeft: boolean; gain: number };

export class TreeRecord {
  private readonly nodes: { split?: Split; left: number; right: number; weight: number; cover: number }[] =
    [];

  /** The number of a new node. */
  add(): number {
    return this.nodes.push({ left: -1, right: -1, weight: 0, cover: 0 }) - 1;
  }

  /** Splits a node; the numbers of its children. */
  split(node: number, split: Split): [number, number] {
    const children: [number, number] = [this.add(), this.add()];
    this.nodes[node].split = split;
    [this.nodes[node].left, this.nodes[node].right] = children;
    return children;
  }

  close(node: number, weight: number, cover: number): void {
    this.nodes[node].weight = weight;
    this.nodes[node].cover = cover;
  }

  finish(): GrownTree {
    const { nodes } = this;
    // Children come after their parents.
    for (let i = nodes.length - 1; i >= 0; i--)
      if (nodes[i].split) nodes[i].cover = nodes[nodes[i].left].cover + nodes[nodes[i].right].cover;
    return {
      feature: Int32Array.from(nodes, ({ split }) => split?.feature ?? -1),
      threshold: Float32Array.from(nodes, ({ split }) => split?.threshold ?? 0),
      left: Int32Array.from(nodes, ({ left }) => left),
      right: Int32Array.from(nodes, ({ right }) => right),
      defaultLeft: Uint8Array.from(nodes, ({ split }) => (split?.missingLeft ? 1 : 0)),
      weight: Float32Array.from(nodes, ({ weight }) => weight),
      gain: Float32Array.from(nodes, ({ split }) => split?.gain ?? 0),
      cover: Float32Array.from(nodes, ({ cover }) => cover),
    };
  }
}
