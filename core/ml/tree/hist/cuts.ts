/** Where a feature is cut into bins: between neighbouring values when there are few, else so that bins hold about equally many rows. */

import { randomStream } from "../../../base/random.ts";
import type { FeatureColumn } from "../../learner/algorithm.ts";

/** Rows that a feature's quantiles are taken from. The rank of a cut is then off by 0.2 % of the rows, half a bin of 256. */
const mostSampled = 65_536;

/**
 * Cuts of a feature, ascending, for at most `bins` bins. The bin of a value is the number of cuts that do not exceed it. A cut
 * is the midpoint, in float32, of two neighbouring values. When there are more values than bins, values are put together in
 * their order until a bin has its share of the rows; a value that alone has more than its share has a bin to itself, and the
 * others share what is left. Of more than 65,536 rows a sample is looked at, one of each stretch.
 */
export function cutsOf(feature: FeatureColumn, bins: number, seed: number): Float32Array {
  const present = new Float32Array(Math.min(feature.length, mostSampled));
  const length = sampleOf(feature, present, seed);
  const { values, counts } = distinctOf(ascending(present.subarray(0, length)));
  const cuts: number[] = [];
  if (values.length <= bins) {
    for (let i = 1; i < values.length; i++) cuts.push(between(values[i - 1], values[i]));
    return Float32Array.from(cuts);
  }
  const heavy = counts.map((count) => (count * bins >= length ? 1 : 0));
  let open = bins;
  let left = length;
  heavy.forEach((is, i) => {
    if (is === 0) return;
    open--;
    left -= counts[i];
  });
  let here = 0;
  for (let i = 0; i + 1 < values.length && cuts.length < bins - 1; i++) {
    here += counts[i];
    const own = heavy[i] === 1;
    if (!own && heavy[i + 1] === 0 && here * open < left) continue;
    cuts.push(between(values[i], values[i + 1]));
    if (!own) {
      left -= here;
      open = Math.max(1, open - 1);
    }
    here = 0;
  }
  return Float32Array.from(cuts);
}

/** Fills `out` with values that are not missing, one of each stretch of rows; returns how many there are. */
function sampleOf(feature: FeatureColumn, out: Float32Array, seed: number): number {
  let length = 0;
  const keep = (value: number): void => {
    if (!Number.isNaN(value)) out[length++] = value;
  };
  if (feature.length <= out.length) {
    for (let row = 0; row < feature.length; row++) keep(feature[row]);
    return length;
  }
  const stretch = feature.length / out.length;
  const random = randomStream(seed, "hist/cuts");
  for (let i = 0; i < out.length; i++)
    keep(feature[Math.min(feature.length - 1, Math.floor((i + random.uniform()) * stretch))]);
  return length;
}

/** The different values in ascending order, and how often each occurs. */
function distinctOf(sorted: Float32Array): { values: number[]; counts: number[] } {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (value === values.at(-1)) counts[counts.length - 1]++;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values, counts };
}

/** A number above `low` and at most `high`, about in the middle. */
function between(low: number, high: number): number {
  const middle = Math.fround(low + (high - low) / 2);
  return middle > low ? middle : high;
}

const digitBits = 11;
const buckets = 1 << digitBits;

/** The values in ascending order, by the bits of float32; −0 counts as 0. */
function ascending(values: Float32Array): Float32Array {
  let bits = new Uint32Array(values.length);
  let next = new Uint32Array(values.length);
  const patterns = new Uint32Array(values.slice().buffer);
  for (let i = 0; i < bits.length; i++) {
    const pattern = values[i] === 0 ? 0 : patterns[i];
    bits[i] = pattern ^ (pattern >>> 31 === 1 ? 0xffffffff : 0x80000000);
  }
  for (let shift = 0; shift < 32; shift += digitBits) {
    const start = new Uint32Array(buckets + 1);
    for (let i = 0; i < bits.length; i++) start[((bits[i] >>> shift) & (buckets - 1)) + 1]++;
    for (let bucket = 0; bucket < buckets; bucket++) start[bucket + 1] += start[bucket];
    for (let i = 0; i < bits.length; i++) next[start[(bits[i] >>> shift) & (buckets - 1)]++] = bits[i];
    [bits, next] = [next, bits];
  }
  for (let i = 0; i < bits.length; i++) bits[i] ^= bits[i] >>> 31 === 1 ? 0x80000000 : 0xffffffff;
  return new Float32Array(bits.buffer);
}
