/** Pruning by γ after a tree has grown: a question whose children are both leaves goes when it gained less than γ. */
import type { BoostedTree } from "./boosted-tree.ts";

/**
 * The tree without questions that gained less than `gamma`, from the leaves upwards, as XGBoost prunes: a weak question above a
 * strong one stays. Nodes keep their order.
 */
export function prunedByGain(tree: BoostedTree, gamma: number): BoostedTree {
  const { left, right } = tree;
  const isLeaf = Uint8Array.from(tree.feature, (feature) => (feature < 0 ? 1 : 0));
  const dropped = new Uint8Array(isLeaf.length);
  // Children stand after their parents: each node is met after all that is below it.
  for (let node = isLeaf.length - 1; node >= 0; node--) {
    if (isLeaf[node] === 1 || isLeaf[left[node]] === 0 || isLeaf[right[node]] === 0) continue;
    if (tree.gain[node] >= gamma) continue;
    isLeaf[node] = 1;
    dropped[left[node]] = 1;
    dropped[right[node]] = 1;
  }
  if (!dropped.includes(1)) return tree;
  // What hangs on a dropped node was dropped before it, so nobody keeps a child that is gone.
  const kept = [...isLeaf.keys()].filter((node) => dropped[node] === 0);
  return keptNodes(tree, kept, (node) => isLeaf[node] === 1);
}

/** The nodes `kept` in that order (root first, children after parents), those that `becomesLeaf` says as leaves. */
export function keptNodes(
  tree: BoostedTree,
  kept: readonly number[],
  becomesLeaf: (node: number) => boolean,
): BoostedTree {
  const placeOf = new Int32Array(tree.feature.length).fill(-1);
  kept.forEach((node, at) => {
    placeOf[node] = at;
  });
  const inner =
    <V>(of: (node: number) => V, atLeaf: V) =>
    (node: number) =>
      becomesLeaf(node) ? atLeaf : of(node);
  return {
    feature: Int32Array.from(
      kept,
      inner((node) => tree.feature[node], -1),
    ),
    threshold: Float32Array.from(
      kept,
      inner((node) => tree.threshold[node], 0),
    ),
    left: Int32Array.from(
      kept,
      inner((node) => placeOf[tree.left[node]], -1),
    ),
    right: Int32Array.from(
      kept,
      inner((node) => placeOf[tree.right[node]], -1),
    ),
    defaultLeft: Uint8Array.from(
      kept,
      inner((node) => tree.defaultLeft[node], 0),
    ),
    weight: Float32Array.from(kept, (node) => tree.weight[node]),
    gain: Float32Array.from(
      kept,
      inner((node) => tree.gain[node], 0),
    ),
    cover: Float32Array.from(kept, (node) => tree.cover[node]),
    ...(tree.categories && {
      categories: kept.map(inner((node) => tree.categories?.[node], undefined)),
    }),
  };
}
