/** Drawing a training set T_m by the distribution D_m: how AdaBoost feeds a learner that knows no sample weights. */
import type { Random } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import type { LearningData } from "../learner/algorithm.ts";

/**
 * Draws as many rows as there are weights, with replacement, row i with probability w_i / Σ w (inversion of the
 * cumulative sum). A row of weight 0 is never drawn. Sorted ascending.
 */
export function drawByWeight(weights: Float64Array, random: Random, ctx: WorkContext): Uint32Array {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let row = 0; row < weights.length; row++) {
    total += weights[row];
    cumulative[row] = total;
  }
  const drawn = new Uint32Array(weights.length);
  for (let i = 0; i < drawn.length; i++) {
    if ((i & 0xffff) === 0) ctx.progress(0, 1);
    drawn[i] = firstAbove(cumulative, random.uniform() * total);
  }
  ctx.progress(0, 1);
  return drawn.sort();
}

/** Number of different rows in a sorted draw. */
export function countDistinct(sorted: Uint32Array): number {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}

/** The drawn rows as data of their own, every one counting 1. Can be cancelled between two features. */
export function takeData(data: LearningData, rows: Uint32Array, ctx: WorkContext): LearningData {
  const { target } = data;
  return {
    rowCount: rows.length,
    names: data.names,
    ...(data.levels && { levels: data.levels }),
    features: data.features.map((feature) => {
      ctx.progress(0, 1);
      const taken =
        feature instanceof Float64Array ? new Float64Array(rows.length) : new Float32Array(rows.length);
      for (let i = 0; i < rows.length; i++) taken[i] = feature[rows[i]];
      return taken;
    }),
    target:
      target.task === "classification"
        ? { ...target, codes: Int32Array.from(rows, (row) => target.codes[row]) }
        : { ...target, values: Float64Array.from(rows, (row) => target.values[row]) },
  };
}

/** Index of the first element greater than `value`; the last one that was raised, if rounding puts `value` at the end. */
function firstAbove(cumulative: Float64Array, value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
