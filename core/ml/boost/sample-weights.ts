/** The distribution D_m of AdaBoost over the rows: how it starts, is measured against, and moves. All `[rows]`. */
import type { LearningData } from "../learner/algorithm.ts";

/** D₁: the sample weights over their sum, or 1/n each. */
export function initialWeights({ rowCount, weights }: LearningData): Float64Array {
  const start = weights ? weights.slice() : new Float64Array(rowCount).fill(1);
  scale(start, sumOf(start));
  return start;
}

/**
 * Raises weights below the machine epsilon to it, because a vanishing weight is a row that can never come back
 * (scikit-learn issue 20320). Rows that were given weight 0 keep it.
 */
export function clip(weights: Float64Array, zeroFromTheStart: Uint8Array): void {
  for (let row = 0; row < weights.length; row++)
    if (weights[row] < Number.EPSILON && zeroFromTheStart[row] === 0) weights[row] = Number.EPSILON;
}

/** e = Σ D(i)·[label_i ≠ code_i] / Σ D(i). */
export function weightedError(weights: Float64Array, labels: Int32Array, codes: Int32Array): number {
  let wrong = 0;
  let total = 0;
  for (let row = 0; row < weights.length; row++) {
    total += weights[row];
    if (labels[row] !== codes[row]) wrong += weights[row];
  }
  return wrong / total;
}

/** D(i) ← D(i)·exp(α·[label_i ≠ code_i]) over the sum; `false`, with nothing to go on from, when that overflows. */
export function reweight(
  weights: Float64Array,
  labels: Int32Array,
  codes: Int32Array,
  alpha: number,
): boolean {
  const factor = Math.exp(alpha);
  for (let row = 0; row < weights.length; row++)
    if (labels[row] !== codes[row] && weights[row] > 0) weights[row] *= factor;
  return normalize(weights);
}

/** Divides by the sum; `false`, with nothing changed, when that is no positive number. */
export function normalize(weights: Float64Array): boolean {
  const total = sumOf(weights);
  if (!Number.isFinite(total) || total <= 0) return false;
  scale(weights, total);
  return true;
}

function scale(weights: Float64Array, total: number): void {
  for (let row = 0; row < weights.length; row++) weights[row] /= total;
}

function sumOf(weights: Float64Array): number {
  let total = 0;
  for (let row = 0; row < weights.length; row++) total += weights[row];
  return total;
}
