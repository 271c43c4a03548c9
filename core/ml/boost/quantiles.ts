/**
 * Quantiles without sorting: the row that is sought is found by parting the rows around pivots (Hoare 1961, "Find"), in
 * linear time on average, because a booster asks in every leaf of every round.
 */

/**
 * The smallest value at or below which a share `q` of all weight lies ("inverted CDF", Hyndman & Fan 1996, definition 1).
 * Rows of weight 0 do not count. `values` and `weights` are parted in place; without `weights` every row counts 1.
 */
export function lowerQuantile(values: Float64Array, q: number, weights?: Float64Array): number {
  let total = 0;
  if (weights) for (const weight of weights) total += weight;
  else total = values.length;
  // At q = 0 the first row that weighs anything, and never less than nothing.
  return atWeight(values, Math.max(q * total, Number.MIN_VALUE), weights);
}

/** The quantile between rows, as `numpy.percentile` interpolates it (definition 7). `values` are parted in place. */
export function betweenQuantile(values: Float64Array, q: number): number {
  const at = q * (values.length - 1);
  const low = atWeight(values, Math.floor(at) + 1);
  const high = atWeight(values, Math.min(values.length, Math.floor(at) + 2));
  const share = at - Math.floor(at);
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

/** The first value, in ascending order, at which the sum of weights reaches `goal`. */
function atWeight(values: Float64Array, goal: number, weights?: Float64Array): number {
  let low = 0;
  let high = values.length - 1;
  let before = 0;
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >>> 1], values[high]);
    // Three parts: below the pivot, equal to it, above it; equal ones in the middle make many equal values cheap.
    let below = low;
    let above = high;
    let sumBelow = 0;
    let sumEqual = 0;
    for (let i = low; i <= above; ) {
      const weight = weights ? weights[i] : 1;
      if (values[i] < pivot) {
        sumBelow += weight;
        swap(values, weights, i++, below++);
      } else if (values[i] > pivot) swap(values, weights, i, above--);
      else {
        sumEqual += weight;
        i++;
      }
    }
    if (before + sumBelow >= goal) high = below - 1;
    else if (before + sumBelow + sumEqual >= goal || above === high) return pivot;
    else {
      before += sumBelow + sumEqual;
      low = above + 1;
    }
  }
  return values[low];
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(values: Float64Array, weights: Float64Array | undefined, i: number, j: number): void {
  const value = values[i];
  values[i] = values[j];
  values[j] = value;
  if (!weights) return;
  const weight = weights[i];
  weights[i] = weights[j];
  weights[j] = weight;
}
