/** Weights by class: what "balanced" does to the sample weights. */
import type { LearningData } from "./algorithm.ts";

export const classWeightings = ["none", "balanced"] as const;
export type ClassWeights = (typeof classWeightings)[number];

/**
 * The sample weights, each times n/(K·n_k) of its row's class when balanced (King & Zeng 2001), so that all K classes that
 * occur weigh the same. n_k counts rows; `weighed` makes it Σ w of the class and n the sum of all. `[rows]`
 */
export function balancedWeights(
  { rowCount, target, weights }: LearningData,
  balance: ClassWeights,
  weighed: boolean,
): Float64Array {
  const own = weights ?? new Float64Array(rowCount).fill(1);
  if (balance === "none" || target.task === "regression") return own;
  const counts = new Float64Array(target.classes.length);
  let total = 0;
  for (let row = 0; row < rowCount; row++) {
    const one = weighed ? own[row] : 1;
    counts[target.codes[row]] += one;
    total += one;
  }
  const occurring = counts.filter((count) => count > 0).length;
  const factors = counts.map((count) => (count > 0 ? total / (occurring * count) : 0));
  return own.map((weight, row) => weight * factors[target.codes[row]]);
}
