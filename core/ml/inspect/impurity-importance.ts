/** How much of the impurity each feature has taken away in the trees of a model, as scikit-learn's `feature_importances_`. */
import { fail } from "../../base/diagnostic.ts";
import type { AdaBoostBody } from "../boost/adaboost.ts";
import type { GbdtBody } from "../boost/gbdt-body.ts";
import type { FittedPart } from "../learner/algorithm.ts";
import { stepBody } from "../prepare/steps.ts";
import type { TreeBody } from "../tree/tree-body.ts";
import type { Model } from "../values.ts";

/** Shares sum to 1, or are all 0 where no tree has split. `names` and `shares`: `[features]`. */
export type ImpurityImportance = { names: readonly string[]; shares: Float64Array };

/** Whether {@link impurityImportance} has something to say of the model. */
export function hasImpurityImportance(model: FittedPart): boolean {
  return behindSteps(model, []).trees !== undefined;
}

/**
 * The weighted decrease of impurity of each split, W_node/W·(I − W_L/W_node·I_L − W_R/W_node·I_R), added up by the feature it
 * asks, averaged over the trees, over its sum (Breiman, Friedman, Olshen & Stone 1984, section 5.3.4; Friedman 2001, eq. 45).
 * It speaks of the training rows only, and favours features of many values: permutation importance does neither.
 * Throws `look.no-importance` for a model without trees.
 *
 * ```ts
 * import { fit, friedman1, gbdt, impurityImportance } from "espalier";
 * const { shares } = impurityImportance(await fit(gbdt({ rounds: 20 }), friedman1({ rows: 200 })));
 * shares[3] > shares[7]; // true
 * ```
 */
export function impurityImportance(model: Model): ImpurityImportance {
  const { trees, names } = behindSteps(model, model.features);
  if (!trees) return fail("look.no-importance");
  const sums = new Float64Array(names.length);
  for (const tree of trees) addDecreases(tree, sums);
  const whole = sums.reduce((total, sum) => total + sum, 0);
  return { names, shares: whole > 0 ? sums.map((sum) => sum / whole) : sums };
}

function addDecreases({ feature, left, right, weight, impurity }: TreeBody, sums: Float64Array): void {
  for (let node = 0; node < feature.length; node++) {
    if (feature[node] < 0) continue;
    const [l, r] = [left[node], right[node]];
    const rest = weight[l] * impurity[l] + weight[r] * impurity[r];
    sums[feature[node]] += (weight[node] * impurity[node] - rest) / weight[0];
  }
}

function behindSteps(
  part: FittedPart,
  names: readonly string[],
): { trees?: readonly TreeBody[]; names: readonly string[] } {
  const step = stepBody(part);
  if (step) return behindSteps(step.part, step.names);
  if (part.algorithm === "tree") return { names, trees: [part.body as TreeBody] };
  if (part.algorithm === "gbdt") return { names, trees: (part.body as GbdtBody).trees };
  const rounds = part.algorithm === "adaboost" ? (part.body as AdaBoostBody).rounds : [];
  if (rounds.length === 0 || rounds.some(({ algorithm }) => algorithm !== "tree")) return { names };
  return { names, trees: rounds.map(({ body }) => body as TreeBody) };
}
