/**
 * Where the nodes of a binary tree stand: leaves side by side in order, every parent in the middle of its children, one
 * level a depth. Linear in the number of nodes, without recursion, so that a deep tree is no danger.
 */
import type { TreeNodeLook } from "../../../core/service/look.ts";

export type PlacedNode = {
  readonly index: number;
  readonly depth: number;
  /** In leaf widths from the left; the leftmost leaf stands at 0.5. */
  readonly across: number;
  readonly parent: number | undefined;
  readonly side: "left" | "right" | undefined;
};

export type TreeLayout = {
  readonly placed: readonly PlacedNode[];
  readonly leaves: number;
  readonly depth: number;
};

/** Places every node that can be reached from node 0. A child that was met before is left out, so a broken list ends too. */
export function layTree(nodes: readonly TreeNodeLook[]): TreeLayout {
  const order: {
    index: number;
    depth: number;
    parent: number | undefined;
    side: "left" | "right" | undefined;
  }[] = [];
  const met = new Set<number>();
  const waiting: typeof order =
    nodes.length > 0 ? [{ index: 0, depth: 0, parent: undefined, side: undefined }] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = nodes[next.index];
    if (!node || met.has(next.index)) continue;
    met.add(next.index);
    order.push(next);
    const { index, depth } = next;
    // The left child is taken first, so that leaves come in order.
    if (node.right !== undefined)
      waiting.push({ index: node.right, depth: depth + 1, parent: index, side: "right" });
    if (node.left !== undefined)
      waiting.push({ index: node.left, depth: depth + 1, parent: index, side: "left" });
  }
  const across = new Map<number, number>();
  const parents = new Set(order.map(({ parent }) => parent));
  let leaves = 0;
  for (const { index } of order) if (!parents.has(index)) across.set(index, leaves++ + 0.5);
  for (const { index } of [...order].reverse()) {
    if (across.has(index)) continue;
    const children = [nodes[index]?.left, nodes[index]?.right].flatMap(
      (child) => across.get(child ?? -1) ?? [],
    );
    across.set(index, children.reduce((sum, x) => sum + x, 0) / Math.max(1, children.length));
  }
  const placed = order.map((node) => ({ ...node, across: across.get(node.index) ?? 0 }));
  return { placed, leaves, depth: placed.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) };
}
