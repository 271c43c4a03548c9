/**
 * The k nearest of many rows, by looking at each of them. Distances are summed feature by feature for a block of rows at a
 * time, so that the inner loop runs over consecutive numbers; partial sums are never approximated, and equal
 * distances are equal (scikit-learn's tree-based search, not its faster inner-product one).
 */

export const metrics = ["euclidean", "manhattan"] as const;
export type Metric = (typeof metrics)[number];

/** Positions and distances of the neighbours of one row, nearest first; the earlier row first of equals. `[k]` */
export type Neighbours = { rows: Uint32Array; distances: Float64Array };

/** A search through `features` (`[features][rows]`); its result is reused by the next call. */
export function nearestIn(
  features: readonly Float64Array[],
  rowCount: number,
  k: number,
  metric: Metric,
): (point: Float64Array) => Neighbours {
  const sums = new Float64Array(rowCount);
  const rows = new Uint32Array(k);
  const distances = new Float64Array(k);

  return (point) => {
    sums.fill(0);
    for (let j = 0; j < features.length; j++) {
      const feature = features[j];
      const at = point[j];
      if (metric === "euclidean")
        for (let row = 0; row < rowCount; row++) {
          const gap = feature[row] - at;
          sums[row] += gap * gap;
        }
      else for (let row = 0; row < rowCount; row++) sums[row] += Math.abs(feature[row] - at);
    }
    let found = 0;
    for (let row = 0; row < rowCount; row++) {
      const sum = sums[row];
      if (found === k && !(sum < distances[k - 1])) continue;
      let place = found < k ? found++ : k - 1;
      for (; place > 0 && distances[place - 1] > sum; place--) {
        distances[place] = distances[place - 1];
        rows[place] = rows[place - 1];
      }
      distances[place] = sum;
      rows[place] = row;
    }
    if (metric === "euclidean") for (let i = 0; i < k; i++) distances[i] = Math.sqrt(distances[i]);
    return { rows, distances };
  };
}
