/** The weighted median, with the rule of scikit-learn's trees for a half that falls between two values. */

/**
 * The smallest value with more than half of all weight at or below it; where exactly half lies below, the mean of the
 * two values around the half. Rows of weight 0 do not count. `values`, `weights`: `[rows]`, with a positive sum.
 */
export function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const order = Array.from(values.keys())
    .filter((row) => weights[row] > 0)
    .sort((a, b) => values[a] - values[b]);
  const half = order.reduce((sum, row) => sum + weights[row], 0) / 2;
  let below = 0;
  for (let i = 0; i < order.length; i++) {
    below += weights[order[i]];
    if (below > half || i === order.length - 1) return values[order[i]];
    if (below === half) return (values[order[i]] + values[order[i + 1]]) / 2;
  }
  return Number.NaN;
}
