/** Minimal cost-complexity pruning (Breiman, Friedman, Olshen & Stone 1984, section 3.3). */
import { type GrowingTree, type TreeBody, treeBody } from "./tree-body.ts";

/**
 * The smallest subtree that minimises R(T) + α·|leaves|, with R a leaf's share of the weight times its impurity. It is
 * what cutting the weakest link again and again up to α ends with (their theorem 3.10), found in one pass from the
 * leaves up. α = 0 leaves the tree as it is, as in scikit-learn, although some split might improve nothing.
 */
export function pruned(tree: GrowingTree, alpha: number): TreeBody {
  if (alpha === 0) return treeBody(tree);
  const nodes = tree.feature.length;
  const whole = tree.weight[0];
  const cost = new Float64Array(nodes);
  const leaf = new Uint8Array(nodes);
  for (let node = nodes - 1; node >= 0; node--) {
    const alone = (tree.weight[node] / whole) * tree.impurity[node] + alpha;
    const split = tree.feature[node] < 0 ? Number.POSITIVE_INFINITY : costOf(node);
    // Rounding must not keep a branch that is worth exactly its leaves.
    leaf[node] = alone <= split + 1e-15 * Math.abs(split) ? 1 : 0;
    cost[node] = leaf[node] === 1 ? alone : split;
  }
  const keep = new Uint8Array(nodes);
  keep[0] = 1;
  for (let node = 0; node < nodes; node++) {
    if (keep[node] === 0 || leaf[node] === 1) continue;
    keep[tree.left[node]] = 1;
    keep[tree.right[node]] = 1;
  }
  return treeBody(tree, (node) => keep[node] === 1);

  function costOf(node: number): number {
    return cost[tree.left[node]] + cost[tree.right[node]];
  }
}
