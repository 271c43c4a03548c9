/** The confusion matrix as a figure: counts, and which rows fell into each cell, so that a cell can select them. */
import { quietContext, type WorkContext } from "../context.ts";
import type { ConfusionFigure, Predictions } from "../values.ts";
import type { ScoreOptions } from "./classification.ts";
import { scoredRows } from "./scored-rows.ts";

/**
 * Counts by `[truth, predicted]`. Cell c holds the rows `cellRows[cellStart[c] … cellStart[c + 1] − 1]`, ascending
 * positions in the predicted table; `cellStart` has K² + 1 entries. Throws as `classification`.
 *
 * ```ts
 * import { confusion, fit, moons, predict, stump } from "espalier";
 * const data = moons({ rows: 100 });
 * const figure = confusion(await predict(await fit(stump(), data), data), { on: "training" });
 * figure.counts.reduce((sum, count) => sum + count, 0); // 100
 * ```
 */
export function confusion(
  predictions: Predictions,
  options: ScoreOptions = {},
  ctx: WorkContext = quietContext,
): ConfusionFigure {
  const { on = "unseen" } = options;
  const { predictions: scored, truth, rows } = scoredRows(predictions, on, ctx);
  const { classes, labels } = scored;
  const cellOf = (row: number): number => truth[row] * classes.length + labels[row];
  const cellStart = new Uint32Array(classes.length ** 2 + 1);
  for (const row of rows) cellStart[cellOf(row) + 1]++;
  const counts = cellStart.slice(1);
  for (let cell = 0; cell < counts.length; cell++) cellStart[cell + 1] += cellStart[cell];
  ctx.progress(0, 1);
  const next = cellStart.slice();
  const cellRows = new Uint32Array(rows.length);
  for (const row of rows) cellRows[next[cellOf(row)]++] = row;
  return {
    kind: "figure",
    form: "confusion",
    on,
    classes,
    counts,
    cellStart,
    cellRows,
    rows: predictions.rows,
  };
}
