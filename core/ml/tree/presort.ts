/**
 * Sorting every feature once, so that each of a booster's many fits is one linear scan a feature. A radix sort over
 * the bits of float32 is stable, linear, and needs no comparison function called back for each pair.
 */
import type { WorkContext } from "../context.ts";
import type { FeatureColumn, FeatureData } from "../learner/algorithm.ts";

/** Rows in ascending order of each feature, and the values in that order: both `[features][rows]`. */
export type Presorted = {
  orders: readonly Uint32Array[];
  sorted: readonly Float32Array[];
};

/** Sorts all features; reports no progress of its own, but can be cancelled between two features. */
export function presort(data: FeatureData, ctx: WorkContext): Presorted {
  const orders: Uint32Array[] = [];
  const sorted: Float32Array[] = [];
  for (const feature of float32Features(data)) {
    ctx.progress(0, 1);
    const order = ascendingOrder(feature);
    orders.push(order);
    const values = new Float32Array(order.length);
    for (let i = 0; i < order.length; i++) values[i] = feature[order[i]];
    sorted.push(values);
  }
  return { orders, sorted };
}

/** The features rounded to float32, as trees see them; what is float32 already is not copied. */
export function float32Features(data: FeatureData): readonly Float32Array[] {
  return data.features.map(float32Feature);
}

/** The same for one feature. */
export function float32Feature(feature: FeatureColumn): Float32Array {
  return feature instanceof Float32Array ? feature : Float32Array.from(feature);
}

const digitBits = 11;
const buckets = 1 << digitBits;

/** The stable ascending order of float32 values, `NaN` last; −0 and 0 are equal. `[rows]` */
export function ascendingOrder(values: Float32Array): Uint32Array {
  const rows = values.length;
  const bits = new Uint32Array(values.slice().buffer);
  // As unsigned integers positive floats are in order and negative ones reversed; this makes all of them ordered.
  // −0 and `NaN` have several bit patterns: they become 0, and one above infinity, first.
  for (let row = 0; row < rows; row++) {
    const pattern = values[row] === 0 ? 0 : Number.isNaN(values[row]) ? 0x7fc00000 : bits[row];
    bits[row] = pattern ^ (pattern >>> 31 === 1 ? 0xffffffff : 0x80000000);
  }

  let order = new Uint32Array(rows);
  let next = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (let shift = 0; shift < 32; shift += digitBits) {
    const start = new Uint32Array(buckets + 1);
    for (let row = 0; row < rows; row++) start[((bits[row] >>> shift) & (buckets - 1)) + 1]++;
    for (let bucket = 0; bucket < buckets; bucket++) start[bucket + 1] += start[bucket];
    for (let i = 0; i < rows; i++) {
      const row = order[i];
      next[start[(bits[row] >>> shift) & (buckets - 1)]++] = row;
    }
    [order, next] = [next, order];
  }
  return order;
}
