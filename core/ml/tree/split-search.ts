/**
 * The best threshold of one sorted feature, as scikit-learn's best splitter finds it: candidates lie between
 * neighbouring values more than 10⁻⁷ apart (both rounded to float32), the threshold is their midpoint, rows of
 * weight 0 do not exist. Of equally good candidates the first one wins, where scikit-learn draws; "equally" leaves
 * room for rounding, or the order of summation would decide.
 *
 * Compared is a proxy of the improvement that leaves constant terms out: for Gini Σ_sides Σ_k w_k² / Σ_k w_k, for
 * entropy −Σ_sides w·H. `fasterGini` is the scan that 100 rounds over 100,000 rows are made of; `slowerSearch`
 * says the same for any number of classes and either criterion, and is the oracle of the first in the tests.
 */
import { type Criterion, impurity } from "./impurity.ts";

/** The best split so far, and the `bar`: the proxy that a better one must exceed. `feature` is −1 as long as there is none. */
export type BestSplit = { feature: number; threshold: number; bar: number };

const smallestGap = Math.fround(1e-7);

/** Proxies closer than this share of the total weight count as equal: some 45 units in the last place. */
const slackPerWeight = 1e-14;

/** Nothing found yet. */
export function noSplit(): BestSplit {
  return { feature: -1, threshold: Number.NaN, bar: Number.NEGATIVE_INFINITY };
}

/**
 * Two classes, Gini. `signed[row]` is half the row's weight, negative for class 0: |s| ± s then is the weight in one
 * class and 0 in the other, exactly, so that one gathered number a row and no branch on the class is enough.
 * About 3 ns a row (bench/RESULTS.md).
 */
export function fasterGini(
  order: Uint32Array,
  sorted: Float32Array,
  signed: Float64Array,
  totals: ArrayLike<number>,
  feature: number,
  best: BestSplit,
): void {
  const [total0, total1] = [totals[0], totals[1]];
  const slack = slackPerWeight * (total0 + total1);
  let { bar, threshold } = best;
  let left0 = 0;
  let left1 = 0;
  // No row lies before the first one, and nothing exceeds infinity: so it opens no candidate.
  let previous = Number.POSITIVE_INFINITY;
  for (let i = 0; i < order.length; i++) {
    const half = signed[order[i]];
    if (half === 0) continue;
    const value = sorted[i];
    if (value > Math.fround(previous + smallestGap)) {
      const right0 = total0 - left0;
      const right1 = total1 - left1;
      const left = left0 + left1;
      const right = right0 + right1;
      const candidate = (left0 * left0 + left1 * left1) / left + (right0 * right0 + right1 * right1) / right;
      // Cancellation can leave a last right side without weight: then there is no right side.
      if (candidate > bar && right > 0) {
        bar = candidate + slack;
        threshold = previous / 2 + value / 2;
        best.feature = feature;
      }
    }
    const size = Math.abs(half);
    left0 += size - half;
    left1 += size + half;
    previous = value;
  }
  best.bar = bar;
  best.threshold = threshold;
}

/** Any number of classes, either criterion. `codes`, `weights`: `[rows]`; `totals`: `[classes]`. */
export function slowerSearch(
  order: Uint32Array,
  sorted: Float32Array,
  codes: Int32Array,
  weights: Float64Array,
  totals: Float64Array,
  criterion: Criterion,
  feature: number,
  best: BestSplit,
): void {
  const left = new Float64Array(totals.length);
  const right = totals.slice();
  const slack = slackPerWeight * totals.reduce((sum, weight) => sum + weight, 0);
  let previous = Number.POSITIVE_INFINITY;
  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    if (weights[row] === 0) continue;
    const value = sorted[i];
    if (value > Math.fround(previous + smallestGap)) {
      const candidate = proxy(left, criterion) + proxy(right, criterion);
      if (candidate > best.bar) {
        best.bar = candidate + slack;
        best.feature = feature;
        best.threshold = previous / 2 + value / 2;
      }
    }
    left[codes[row]] += weights[row];
    right[codes[row]] = totals[codes[row]] - left[codes[row]];
    previous = value;
  }
}

function proxy(weights: Float64Array, criterion: Criterion): number {
  let total = 0;
  let squares = 0;
  for (let k = 0; k < weights.length; k++) {
    total += weights[k];
    squares += weights[k] * weights[k];
  }
  if (!(total > 0)) return Number.NEGATIVE_INFINITY;
  return criterion === "gini" ? squares / total : -total * impurity(weights, criterion);
}
