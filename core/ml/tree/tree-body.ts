/** A fitted tree as columns of typed arrays, one entry a node, root first; and how rows fall through it. */

/** Children always stand after their parent. A leaf has feature −1. */
export type TreeBody = {
  /** `[nodes]` */
  feature: Int32Array;
  /** Rows with value ≤ threshold go left; +∞ parts missing cells from all others. */
  threshold: Float64Array;
  left: Uint32Array;
  right: Uint32Array;
  /** 1 where a missing cell goes left. */
  missingLeft: Uint8Array;
  impurity: Float64Array;
  /** Sum of the sample weights that arrive. */
  weight: Float64Array;
  /** Rows of positive weight that arrive. */
  rows: Uint32Array;
  /** Numbers a node: classes, or 1. */
  width: number;
  /** What each node says: class shares, or the value. `[nodes, width]` */
  says: Float64Array;
};

/** A tree that is still growing: plain lists. */
export type GrowingTree = { width: number } & Record<keyof Omit<TreeBody, "width">, number[]>;

/** A tree without nodes. */
export function noTree(width: number): GrowingTree {
  return {
    width,
    feature: [],
    threshold: [],
    left: [],
    right: [],
    missingLeft: [],
    impurity: [],
    weight: [],
    rows: [],
    says: [],
  };
}

/** The nodes for which `keep` says true, renumbered; a node whose children are dropped becomes a leaf. */
export function treeBody(tree: GrowingTree, keep: (node: number) => boolean = () => true): TreeBody {
  const kept = tree.feature.map((_, node) => node).filter(keep);
  const renumbered = new Map(kept.map((node, at) => [node, at]));
  const inner = (node: number): boolean => tree.feature[node] >= 0 && renumbered.has(tree.left[node]);
  return {
    feature: Int32Array.from(kept, (node) => (inner(node) ? tree.feature[node] : -1)),
    threshold: Float64Array.from(kept, (node) => (inner(node) ? tree.threshold[node] : Number.NaN)),
    left: Uint32Array.from(kept, (node) => (inner(node) ? (renumbered.get(tree.left[node]) ?? 0) : 0)),
    right: Uint32Array.from(kept, (node) => (inner(node) ? (renumbered.get(tree.right[node]) ?? 0) : 0)),
    missingLeft: Uint8Array.from(kept, (node) => (inner(node) ? tree.missingLeft[node] : 0)),
    impurity: Float64Array.from(kept, (node) => tree.impurity[node]),
    weight: Float64Array.from(kept, (node) => tree.weight[node]),
    rows: Uint32Array.from(kept, (node) => tree.rows[node]),
    width: tree.width,
    says: Float64Array.from(
      kept.flatMap((node) => tree.says.slice(node * tree.width, (node + 1) * tree.width)),
    ),
  };
}

/** The leaf in which a row ends. `features`: `[features][rows]`, float32. */
export function leafOf(tree: TreeBody, features: readonly Float32Array[], row: number): number {
  let node = 0;
  for (let feature = tree.feature[0]; feature >= 0; feature = tree.feature[node]) {
    const value = features[feature][row];
    const left = Number.isNaN(value) ? tree.missingLeft[node] === 1 : value <= tree.threshold[node];
    node = left ? tree.left[node] : tree.right[node];
  }
  return node;
}
