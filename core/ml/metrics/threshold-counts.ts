/** What is accepted, rightly and wrongly, when the threshold falls from score to score. Equal scores fall together. */
import type { WorkContext } from "../context.ts";
import { breath, descendingOrder } from "./descending-order.ts";

/** One class against the rest, row by row. */
export type BinaryRows = {
  /** Score of the class, `[rows]`. */
  scores: Float64Array;
  /** 1 where the row is of the class, `[rows]`. */
  hits: Uint8Array;
  /** `[rows]`; left out when every row counts 1. */
  weights?: Float64Array;
};

/** `[thresholds]` each, thresholds falling strictly: the weight of rows of the class and of others with score ≥ threshold. */
export type ThresholdCounts = {
  thresholds: Float64Array;
  truePositives: Float64Array;
  falsePositives: Float64Array;
};

/** Rows of weight 0 are left out, as in scikit-learn: a threshold at which nothing happens is none. */
export function thresholdCounts({ scores, hits, weights }: BinaryRows, ctx: WorkContext): ThresholdCounts {
  const order = descendingOrder(scores, ctx);
  const thresholds = new Float64Array(order.length);
  const truePositives = new Float64Array(order.length);
  const falsePositives = new Float64Array(order.length);
  let [count, positives, negatives] = [0, 0, 0];
  for (let i = 0; i < order.length; i++) {
    if (i % breath === 0) ctx.progress(0, 1);
    const row = order[i];
    const weight = weights ? weights[row] : 1;
    if (weight === 0) continue;
    if (hits[row] === 1) positives += weight;
    else negatives += weight;
    if (count === 0 || scores[row] !== thresholds[count - 1]) count++;
    thresholds[count - 1] = scores[row];
    truePositives[count - 1] = positives;
    falsePositives[count - 1] = negatives;
  }
  return {
    thresholds: thresholds.slice(0, count),
    truePositives: truePositives.slice(0, count),
    falsePositives: falsePositives.slice(0, count),
  };
}

/** A first value, then the given one at each of `kept`. */
export function starting(first: number, kept: Uint32Array, value: (i: number) => number): Float64Array {
  const values = new Float64Array(kept.length + 1);
  values[0] = first;
  for (let i = 0; i < kept.length; i++) values[i + 1] = value(kept[i]);
  return values;
}
