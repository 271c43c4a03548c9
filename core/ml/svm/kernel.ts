/** Kernels of two rows, computed for one row against many, feature by feature; and a cache of such rows of numbers. */

export const kernelNames = ["rbf", "linear", "poly"] as const;
export type KernelName = (typeof kernelNames)[number];

/** linear x·z · poly (γ·x·z + c)^degree · rbf exp(−γ·‖x − z‖²). */
export type Kernel = { name: KernelName; gamma: number; degree: number; coef0: number };

/** Writes K(point, row) of the first `count` rows of `features` (`[features][rows]`) into `into`. */
export function kernelRow(
  { name, gamma, degree, coef0 }: Kernel,
  features: readonly Float64Array[],
  count: number,
  point: (feature: number) => number,
  into: Float64Array,
): void {
  into.fill(0, 0, count);
  for (let j = 0; j < features.length; j++) {
    const feature = features[j];
    const at = point(j);
    if (name === "rbf")
      for (let row = 0; row < count; row++) {
        const gap = feature[row] - at;
        into[row] += gap * gap;
      }
    else for (let row = 0; row < count; row++) into[row] += feature[row] * at;
  }
  if (name === "rbf") for (let row = 0; row < count; row++) into[row] = Math.exp(-gamma * into[row]);
  if (name === "poly")
    for (let row = 0; row < count; row++) into[row] = (gamma * into[row] + coef0) ** degree;
}

/** Numbers that the cache may hold: 200 MB. */
const mostNumbers = 25_000_000;

/** Kernel rows of these features, the least recently used ones forgotten when there are too many. */
export function kernelCache(kernel: Kernel, features: readonly Float64Array[], count: number) {
  const rows = new Map<number, Float64Array>();
  const most = Math.max(2, Math.floor(mostNumbers / count));
  return (row: number): Float64Array => {
    const known = rows.get(row);
    if (known) {
      rows.delete(row);
      rows.set(row, known);
      return known;
    }
    let values = new Float64Array(0);
    if (rows.size >= most) {
      const [[oldest, reused]] = rows;
      rows.delete(oldest);
      values = reused as Float64Array<ArrayBuffer>;
    } else values = new Float64Array(count);
    kernelRow(kernel, features, count, (j) => features[j][row], values);
    rows.set(row, values);
    return values;
  };
}
