/** What each feature adds to the margins of single rows: TreeSHAP over the trees of an ensemble. */
import type { WorkContext } from "../../context.ts";
import type { TreeFeatures } from "../../tree/boosted-tree.ts";
import { addContributions, nodeMeans } from "../../tree/tree-contributions.ts";
import type { BoostedEnsemble } from "./boosted-rounds.ts";

/**
 * The parts of the margins of `rows`: for each row and group one number a feature, then the bias; each such line sums to the margin.
 * `[rows, groups, features + 1]`, as XGBoost's `pred_contribs`.
 */
export function contributions(
  { start, trees, groups }: BoostedEnsemble,
  features: TreeFeatures,
  rows: readonly number[],
  ctx: WorkContext,
): Float64Array {
  const width = features.length + 1;
  const parts = new Float64Array(rows.length * groups * width);
  for (let at = 0; at < rows.length * groups; at++) parts[(at + 1) * width - 1] = start[at % groups];
  trees.forEach((tree, t) => {
    const means = nodeMeans(tree);
    rows.forEach((row, at) => {
      ctx.progress(t, trees.length);
      addContributions(tree, means, features, row, parts, (at * groups + (t % groups)) * width);
    });
  });
  ctx.progress(trees.length, trees.length);
  return parts;
}
