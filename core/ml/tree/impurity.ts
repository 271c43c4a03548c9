/** Impurity of a node from the weights of its classes, as in scikit-learn's criteria. */
import { fail } from "../../base/diagnostic.ts";

export const criteria = ["gini", "entropy"] as const;
export type Criterion = (typeof criteria)[number];

/**
 * Gini 1 − Σ p_k², or entropy −Σ p_k·log₂ p_k in bits, with p_k = w_k / Σ w (Breiman et al. 1984, ch. 4).
 * `weights`: `[classes]`, with a positive sum.
 *
 * ```ts
 * import { impurity } from "espalier";
 * impurity([1, 1], "gini"); // 0.5
 * impurity([2, 2, 2, 2], "entropy"); // 2
 * ```
 */
export function impurity(weights: ArrayLike<number>, criterion: Criterion): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) total += weights[k];
  if (criterion === "gini") {
    let squares = 0;
    for (let k = 0; k < weights.length; k++) squares += weights[k] * weights[k];
    return 1 - squares / (total * total);
  }
  let bits = 0;
  for (let k = 0; k < weights.length; k++) {
    const share = weights[k] / total;
    if (share > 0) bits -= share * Math.log2(share);
  }
  return bits;
}

/** Throws `learner.criterion` unless it is one of {@link criteria}. */
export function criterionNamed(name: unknown): Criterion {
  return (
    criteria.find((criterion) => criterion === name) ??
    fail("learner.criterion", { criterion: String(name), known: criteria })
  );
}
