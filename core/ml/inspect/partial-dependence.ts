/**
 * What a model predicts on average as one feature takes one value after another, all else as it is in the rows; and the
 * same row by row. It shows the model, not the world: where features go together it asks about rows that do not exist.
 */
import { fail } from "../../base/diagnostic.ts";
import { quietContext, sayingOnce, type WorkContext } from "../context.ts";
import { predictNow } from "../learner/predict.ts";
import { sharedFloat64, sharedInt32 } from "../table/columns.ts";
import { columnNamed } from "../table/table.ts";
import { isValid } from "../table/validity.ts";
import type { Column, DependenceFigure, FeatureDependence, Model, Predictions, Table } from "../values.ts";

export type DependenceOptions = {
  /** Names of features; none: all of the model's, at most 12. Default none. */
  features?: readonly string[];
  /** Most values of a numeric feature. Default 50. */
  grid?: number;
  /** The grid of a numeric feature reaches from this quantile to 1 minus it. Default 0.05. */
  margin?: number;
  /** The class whose probability is followed; `""`: the second of two, each of several. Default `""`. */
  class?: string;
  /** Rows drawn by themselves (individual conditional expectation); with one class or numbers only. Default 30. */
  ice?: number;
};

const mostFeatures = 12;

/**
 * Partial dependence (Friedman 2001, section 8.2): mean over the rows of the prediction with the feature set to a value, by
 * brute force; of numbers the value, of classes the probability. The grid is scikit-learn's: all values where there are
 * fewer than `grid`, else `grid` steps between the two quantiles (scipy's `mquantiles`, α = β = 0.4); of categories all that
 * occur. Individual curves (Goldstein et al. 2015) are of rows evenly spaced in the table.
 *
 * Throws `dependence.no-probabilities`, `dependence.unknown-feature`, `dependence.no-values`, `dependence.options`,
 * `metric.unknown-class`, and what `predict` throws.
 *
 * ```ts
 * import { fit, logistic, moons, partialDependence } from "espalier";
 * const data = moons({ rows: 100 });
 * const figure = await partialDependence(await fit(logistic(), data), data, { grid: 5 });
 * figure.features.length; // 2
 * figure.features[0].grid.length; // 5
 * ```
 */
export async function partialDependence(
  model: Model,
  table: Table,
  options: DependenceOptions = {},
  ctx: WorkContext = quietContext,
): Promise<DependenceFigure> {
  return partialDependenceNow(model, table, options, ctx);
}

/** The same in one synchronous go, for worker threads. */
export function partialDependenceNow(
  model: Model,
  table: Table,
  options: DependenceOptions = {},
  ctx: WorkContext = quietContext,
): DependenceFigure {
  const { features = [], grid = 50, margin = 0.05, ice = 30 } = options;
  const sound =
    Number.isInteger(grid) && grid >= 2 && Number.isInteger(ice) && ice >= 0 && margin >= 0 && margin < 0.5;
  if (!sound) fail("dependence.options", { grid, margin, ice });
  const unknown = features.filter((name) => !model.features.includes(name));
  if (unknown.length > 0) fail("dependence.unknown-feature", { columns: unknown, known: model.features });
  const followed = followedClasses(model, options.class ?? "");
  const names = features.length > 0 ? features : model.features.slice(0, mostFeatures);
  if (table.rowCount === 0) fail("predict.no-rows");
  const lone = followed.length === 1 ? everyNth(table.rowCount, ice) : new Uint32Array(0);

  let done = 0;
  const grids = names.map((name) =>
    gridOf(existing(table, name), { rowCount: table.rowCount, most: grid, margin, ctx }),
  );
  const total = grids.reduce((sum, { length }) => sum + length, 0);
  const inner = { ...sayingOnce(ctx), progress: () => ctx.progress(done, total), preview: () => undefined };
  const dependence = names.map((name, at): FeatureDependence => {
    const column = existing(table, name);
    const values = grids[at];
    const mean = followed.map(() => new Float64Array(values.length));
    const rows = Array.from(lone, () => new Float64Array(values.length));
    values.forEach((value, point) => {
      inner.progress();
      const predictions = predictNow(model, withValue(table, column, value), inner);
      followed.forEach((code, k) => {
        const read = reader(predictions, code, model.target);
        for (let row = 0; row < table.rowCount; row++) mean[k][point] += read(row) / table.rowCount;
        lone.forEach((row, i) => {
          rows[i][point] = read(row);
        });
      });
      done++;
    });
    const levels = "levels" in column ? { levels: Array.from(values, (code) => column.levels[code]) } : {};
    const places = "levels" in column ? Float64Array.from(values.keys()) : values;
    return { name, grid: places, ...levels, mean, rows };
  });
  return {
    kind: "figure",
    form: "partial-dependence",
    target: model.target,
    rows: table.rowCount,
    classes: model.task === "regression" ? [""] : followed.map((code) => model.classes[code]),
    features: dependence,
  };
}

function followedClasses({ task, classes, target }: Model, wanted: string): readonly number[] {
  if (task === "regression") return [-1];
  if (wanted === "") return classes.length === 2 ? [1] : classes.map((_, code) => code);
  const code = classes.indexOf(wanted);
  if (code < 0) fail("metric.unknown-class", { class: wanted, target, classes });
  return [code];
}

/** What a row's prediction is as a number. */
function reader(predictions: Predictions, code: number, target: string): (row: number) => number {
  if (predictions.task === "regression") return (row) => predictions.values[row];
  const { classes } = predictions;
  const probabilities = predictions.probabilities ?? fail("dependence.no-probabilities", { target });
  return (row) => probabilities[row * classes.length + code];
}

function existing(table: Table, name: string): Column {
  const there = table.columns.some((column) => column.name === name);
  return there ? columnNamed(table, name) : fail("predict.missing-features", { columns: [name] });
}

type GridOptions = { rowCount: number; most: number; margin: number; ctx: WorkContext };

/** Numbers, or codes of the categories that occur, ascending. */
function gridOf(column: Column, { rowCount, most, margin, ctx }: GridOptions): Float64Array {
  ctx.progress(0, 1);
  const cells = "values" in column ? column.values : column.codes;
  const present = new Float64Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (isValid(column, row)) present[count++] = cells[row];
  if (count === 0) fail("dependence.no-values", { column: column.name });
  const sorted = present.subarray(0, count).sort();
  ctx.progress(0, 1);
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if ("codes" in column || distinct.length < most) return distinct;
  const [low, high] = [plottingQuantile(sorted, margin), plottingQuantile(sorted, 1 - margin)];
  if (low === high) return Float64Array.of(low);
  const step = (high - low) / (most - 1);
  return Float64Array.from({ length: most }, (_, i) => (i === most - 1 ? high : low + i * step));
}

/** scipy's `mquantiles` with α = β = 0.4 (Cunnane's plotting positions). */
function plottingQuantile(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  const place = n * share + 0.4 + share * 0.2;
  const below = Math.floor(Math.min(Math.max(place, 1), n - 1));
  const between = Math.min(Math.max(place - below, 0), 1);
  if (n === 1) return sorted[0];
  return (1 - between) * sorted[below - 1] + between * sorted[below];
}

/** The table with one value in every cell of a column. */
function withValue(table: Table, column: Column, value: number): Table {
  const { valid: _, ...rest } = column;
  const filled: Column =
    "values" in rest
      ? { ...rest, values: sharedFloat64(table.rowCount).fill(value) }
      : { ...rest, codes: sharedInt32(table.rowCount).fill(value) };
  return { ...table, columns: table.columns.map((one) => (one === column ? filled : one)) };
}

function everyNth(rows: number, count: number): Uint32Array {
  const shown = Math.min(rows, count);
  return Uint32Array.from({ length: shown }, (_, i) => Math.floor((i * rows) / shown));
}
