/**
 * A tree of a boosted ensemble as columns of typed arrays, one entry a node, root first: what every grower of second-order trees
 * answers (exact, histogram), what XGBoost's model files hold, and what prediction, explanation and views read.
 */

/** Children always stand after their parent. A leaf has feature −1 and no children (−1). */
export type BoostedTree = {
  feature: Int32Array;
  /** Left when value < threshold, both float32. 0 at a leaf, and where the question is about categories. */
  threshold: Float32Array;
  left: Int32Array;
  right: Int32Array;
  /** 1 where a missing value goes left. */
  defaultLeft: Uint8Array;
  /** What a leaf adds to the margin, shrunk already; of an inner node what it would have added as a leaf. */
  weight: Float32Array;
  /** What the question gained; 0 at a leaf. */
  gain: Float32Array;
  /** Sum of the hessians that arrive. */
  cover: Float32Array;
  /** Codes that go right, ascending, for the nodes that ask about categories; all others go left, as in XGBoost. */
  categories?: readonly (Uint32Array | undefined)[];
};

/** Features as trees read them, `[features][rows]`; missing is `NaN`. */
export type TreeFeatures = readonly Float32Array[];

/** A tree of one leaf. */
export function leafTree(weight: number, cover: number): BoostedTree {
  return {
    feature: Int32Array.of(-1),
    threshold: Float32Array.of(0),
    left: Int32Array.of(-1),
    right: Int32Array.of(-1),
    defaultLeft: Uint8Array.of(0),
    weight: Float32Array.of(weight),
    gain: Float32Array.of(0),
    cover: Float32Array.of(cover),
  };
}

/** Whether a value goes left at an inner node. */
export function goesLeft(tree: BoostedTree, node: number, value: number): boolean {
  if (Number.isNaN(value)) return tree.defaultLeft[node] === 1;
  const codes = tree.categories?.[node];
  return codes === undefined ? value < tree.threshold[node] : !holds(codes, value);
}

/** The leaf in which a row ends. */
export function boostedLeaf(tree: BoostedTree, features: TreeFeatures, row: number): number {
  let node = 0;
  for (let feature = tree.feature[0]; feature >= 0; feature = tree.feature[node]) {
    node = goesLeft(tree, node, features[feature][row]) ? tree.left[node] : tree.right[node];
  }
  return node;
}

/** Adds what the tree says of rows `from` … `to` to `margins`, in float32 as XGBoost does; `margins[row * width + group]`. */
export function addTree(
  tree: BoostedTree,
  features: TreeFeatures,
  margins: Float32Array,
  { from, to, width = 1, group = 0 }: { from: number; to: number; width?: number; group?: number },
): void {
  const { weight } = tree;
  for (let row = from; row < to; row++)
    margins[row * width + group] += weight[boostedLeaf(tree, features, row)];
}

/** What a broken tree breaks: arrays of unlike length, a child, a feature, or a number that is none; and at which node. */
export type TreeFault = { node: number; what: "length" | "child" | "feature" | "number" };

/**
 * The first thing that keeps a tree from being one, if any. Whoever has a tree from elsewhere asks this once; prediction then
 * ends for every row and reads no cell outside its features.
 */
export function treeFault(tree: BoostedTree, featureCount: number): TreeFault | undefined {
  const { feature, threshold, left, right, defaultLeft, weight, gain, cover, categories } = tree;
  const count = feature.length;
  const columns = [threshold, left, right, defaultLeft, weight, gain, cover, categories ?? feature];
  if (count === 0 || columns.some((column) => column.length !== count)) return { node: 0, what: "length" };
  const parents = new Uint8Array(count);
  for (let node = 0; node < count; node++) {
    const children = [left[node], right[node]];
    const numbers = [weight[node], threshold[node], gain[node], cover[node]];
    if (!numbers.every(Number.isFinite) || cover[node] < 0) return { node, what: "number" };
    if (feature[node] < -1 || feature[node] >= featureCount) return { node, what: "feature" };
    if (feature[node] === -1) {
      if (children.some((child) => child !== -1)) return { node, what: "child" };
      continue;
    }
    for (const child of children) {
      // After its parent, and nobody else's: so there is no circle.
      if (child <= node || child >= count || parents[child]++ > 0) return { node, what: "child" };
    }
  }
  const orphan = parents.indexOf(0, 1);
  return orphan < 0 ? undefined : { node: orphan, what: "child" };
}

function holds(codes: Uint32Array, value: number): boolean {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codes[middle] === value) return true;
    if (codes[middle] < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
