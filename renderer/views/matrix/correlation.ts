/** How two columns go together. Pure. */

export type Correlation = { readonly r: number | null; readonly rows: number };

/**
 * Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²) over the rows that have both; none where a column does not vary.
 */
export function correlationOf(pairs: readonly { readonly x: number; readonly y: number }[]): Correlation {
  const rows = pairs.length;
  let [xMean, yMean] = [0, 0];
  for (const { x, y } of pairs) {
    xMean += x / rows;
    yMean += y / rows;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    xx += (x - xMean) ** 2;
    yy += (y - yMean) ** 2;
    xy += (x - xMean) * (y - yMean);
  }
  // Both roots by themselves: their product overflows later.
  const r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  return { r: Number.isFinite(r) && xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, r)) : null, rows };
}
