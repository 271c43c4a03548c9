/**
 * The absolute error around the weighted median, of every prefix and suffix of a scan in O(n log n): rows enter a
 * Fenwick tree at the rank of their target, and the median is found by descending it (as in scikit-learn 1.9).
 */
import type { SplitCriterion } from "./split-criterion.ts";

/** Rows between two looks at the cancel flag. */
const stride = 4096;

/** Mean absolute deviation from the weighted median; `values`, `weights`: `[rows]`. `breathe` may throw to cancel. */
export function absoluteCriterion(
  values: Float64Array,
  weights: Float64Array,
  breathe: () => void = () => undefined,
): SplitCriterion {
  const rows = values.length;
  const rankOf = new Uint32Array(rows);
  const sums = fenwick(rows);
  const prefix = new Float64Array(rows + 1);
  const suffix = new Float64Array(rows + 1);
  let sorted = new Float64Array(0);
  let [total, loss, median, count, at] = [0, 0, 0, 0, 0];

  return {
    width: 1,
    enter(order, start, end) {
      count = end - start;
      sorted = distinct(Float64Array.from(order.subarray(start, end), (row) => values[row]).sort());
      total = 0;
      sums.clear(sorted.length);
      for (let i = start; i < end; i++) {
        if (i % stride === 0) breathe();
        const row = order[i];
        rankOf[row] = rankIn(sorted, values[row]);
        total += weights[row];
        sums.add(rankOf[row], weights[row], weights[row] * values[row]);
      }
      [median, loss] = sums.medianLoss(sorted);
    },
    weight: () => total,
    impurity: () => loss / total,
    say: (into) => void into.push(median),
    slack: () => 1e-13 * loss,
    begin(order, start, end) {
      at = 0;
      fill(prefix, (i) => order[start + i]);
      fill(suffix, (i) => order[end - 1 - i]);
    },
    advance: () => void at++,
    proxy: () => -(prefix[at] + suffix[count - at]),
  };

  /** `losses[i]` of the first i rows in that order. */
  function fill(losses: Float64Array, rowAt: (i: number) => number): void {
    sums.clear(sorted.length);
    for (let i = 0; i < count; i++) {
      if (i % stride === 0) breathe();
      const row = rowAt(i);
      sums.add(rankOf[row], weights[row], weights[row] * values[row]);
      losses[i + 1] = sums.medianLoss(sorted)[1];
    }
  }
}

function distinct(sorted: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]));
}

function rankIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Prefix sums of weights and weighted targets by rank, with updates and a search in O(log n). */
function fenwick(most: number) {
  const ofWeights = new Float64Array(most + 1);
  const ofValues = new Float64Array(most + 1);
  const result: [median: number, loss: number] = [0, 0];
  const below: [weight: number, value: number] = [0, 0];
  let size = 0;
  let top = 1;
  let weightSum = 0;
  let valueSum = 0;

  return {
    clear(length: number) {
      size = length;
      top = 1;
      while (top * 2 <= size) top *= 2;
      ofWeights.fill(0, 0, size + 1);
      ofValues.fill(0, 0, size + 1);
      weightSum = valueSum = 0;
    },
    add(rank: number, weight: number, weightedValue: number) {
      weightSum += weight;
      valueSum += weightedValue;
      for (let i = rank + 1; i <= size; i += i & -i) {
        ofWeights[i] += weight;
        ofValues[i] += weightedValue;
      }
    },
    /** The weighted median of what was added, and Σ w·|y − median|. The result is reused. */
    medianLoss(sorted: Float64Array): [median: number, loss: number] {
      const half = weightSum / 2;
      const low = descend(half, true);
      const [weightBelow, valueBelow] = below;
      // Where exactly half lies at or below `low`, the median is the middle between it and the next row that is in.
      const high = descend(half, false);
      result[0] = high === low ? sorted[low] : (sorted[low] + sorted[high]) / 2;
      // The loss is the same for every number between the two.
      result[1] = Math.max(0, valueSum - 2 * valueBelow - sorted[low] * (weightSum - 2 * weightBelow));
      return result;
    },
  };

  /** The first rank whose prefix sum reaches (or exceeds) `goal`; the sums before it are left in `below`. */
  function descend(goal: number, reaches: boolean): number {
    let rank = 0;
    let weight = 0;
    let value = 0;
    for (let step = top; step > 0; step >>= 1) {
      const next = rank + step;
      if (next > size) continue;
      const sum = weight + ofWeights[next];
      if (reaches ? sum < goal : sum <= goal) {
        rank = next;
        weight = sum;
        value += ofValues[next];
      }
    }
    below[0] = weight;
    below[1] = value;
    return Math.min(rank, size - 1);
  }
}
