/** Mean and squared distances from it of a feature, with care for rounding: what a z-score is made of. */
import type { FeatureColumn } from "../learner/algorithm.ts";

/** Rows, or their weights, their mean, and Σw(x − mean)². */
export type Moments = { total: number; mean: number; squares: number };

/** As scikit-learn; not a number is not there: the second pass corrects what rounding left in the mean. */
export function momentsInTwoPasses(feature: FeatureColumn, weights?: Float64Array): Moments {
  let total = 0;
  let sum = 0;
  for (let row = 0; row < feature.length; row++) {
    if (Number.isNaN(feature[row])) continue;
    const weight = weights ? weights[row] : 1;
    total += weight;
    sum += weight * feature[row];
  }
  const mean = sum / total;
  let squares = 0;
  let rest = 0;
  for (let row = 0; row < feature.length; row++) {
    if (Number.isNaN(feature[row])) continue;
    const weight = weights ? weights[row] : 1;
    const distance = feature[row] - mean;
    squares += weight * distance * distance;
    rest += weight * distance;
  }
  return { total, mean, squares: squares - (rest * rest) / total };
}

const blockRows = 1024;

/**
 * The two passes block by block, so that a feature comes from memory once; blocks are joined by Chan, Golub & LeVeque's
 * (1983) eq. 2.1, which rounds less than one long sum. Nothing if a cell is missing.
 */
export function momentsInBlocks(feature: FeatureColumn): Moments | undefined {
  const all: Moments = { total: 0, mean: 0, squares: 0 };
  const block = new Float64Array(2);
  for (let start = 0; start < feature.length; start += blockRows) {
    const end = Math.min(feature.length, start + blockRows);
    const count = end - start;
    blockMoments(feature, start, end, block);
    const distance = block[0] - all.mean;
    all.squares += block[1] + (distance * distance * all.total * count) / (all.total + count);
    all.total += count;
    all.mean += (distance * count) / all.total;
  }
  return Number.isNaN(all.mean) ? undefined : all;
}

/** Mean and Σ(x − mean)² of a block into `into`. Four sums at a time: one would wait for every addition. */
function blockMoments(feature: FeatureColumn, start: number, end: number, into: Float64Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let row = start;
  for (; row + 4 <= end; row += 4) {
    a += feature[row];
    b += feature[row + 1];
    c += feature[row + 2];
    d += feature[row + 3];
  }
  for (; row < end; row++) a += feature[row];
  const mean = (a + b + (c + d)) / (end - start);
  let squares = 0;
  let others = 0;
  let rest = 0;
  for (row = start; row + 2 <= end; row += 2) {
    const one = feature[row] - mean;
    const two = feature[row + 1] - mean;
    squares += one * one;
    others += two * two;
    rest += one + two;
  }
  for (; row < end; row++) {
    const one = feature[row] - mean;
    squares += one * one;
    rest += one;
  }
  // What rounding left in the mean.
  const left = rest / (end - start);
  into[0] = mean + left;
  into[1] = squares + others - rest * left;
}
