/** Quantiles by selection: linear time on average, where sorting ten million values would hold a thread for a second. */

/**
 * The quantile q ∈ [0, 1] by linear interpolation between order statistics, x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎)
 * with h = q·(n − 1): numpy's default, type 7 of Hyndman & Fan 1996. Reorders `values`, which holds no `NaN`.
 * `NaN` of nothing.
 */
export function quantile(values: Float64Array, q: number): number {
  const { length } = values;
  if (length === 0) return Number.NaN;
  const place = q * (length - 1);
  const below = Math.floor(place);
  const low = select(values, below);
  if (below === place) return low;
  // After the selection all that is not smaller stands behind.
  let next = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < length; i++) if (values[i] < next) next = values[i];
  return low + (place - below) * (next - low);
}

/** The value that would stand at `k` in ascending order (Hoare 1961, Algorithm 65 "find"). */
export function select(values: Float64Array, k: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middle(values[low], values[(low + high) >> 1], values[high]);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const value = values[i];
      values[i++] = values[j];
      values[j--] = value;
    }
    // Now [low, j] ≤ pivot ≤ [i, high], and what lies between equals the pivot.
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return pivot;
  }
  return values[low];
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
