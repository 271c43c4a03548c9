/**
 * Predicting: finds the model's features by name, asks the algorithm, and puts truth and provenance beside the
 * answer, so that whoever scores it can tell whether the score means anything.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import { quietContext, sayingOnce, type WorkContext } from "../context.ts";
import { columnsWithRole } from "../table/table.ts";
import { isValid } from "../table/validity.ts";
import type { ClassPredictions, Column, Model, Predictions, Table } from "../values.ts";
import type { FeatureData, RawPredictions } from "./algorithm.ts";
import { algorithmNamed, tools } from "./algorithms.ts";
import { featureData } from "./features.ts";

/**
 * Predicts a table's rows with a model. Features are found by name; the table may have them in another order.
 * When the table has the target column too, the truth comes along. Throws what {@link predictNow} throws.
 *
 * ```ts
 * import { fit, moons, predict, split, stump } from "espalier";
 * const { train, test } = split(moons({ rows: 80 }), { test: 0.25 });
 * const predictions = await predict(await fit(stump(), train), test);
 * predictions.task; // "classification"
 * ```
 */
export async function predict(
  model: Model,
  table: Table,
  ctx: WorkContext = quietContext,
): Promise<Predictions> {
  return predictNow(model, table, ctx);
}

/**
 * The same in one synchronous go, for worker threads.
 * Throws `predict.no-rows`, `predict.missing-features`, `features.kind`, `features.missing` and `features.infinite`;
 * warns `predict.extra-features` and `predict.unseen-classes`.
 */
export function predictNow(model: Model, table: Table, ctx: WorkContext = quietContext): Predictions {
  ctx = sayingOnce(ctx);
  const algorithm = algorithmNamed(model.algorithm);
  const data = modelFeatures(model, table, ctx);
  const { body, classes } = model;
  const raw = algorithm.predict({ body, data, classes, want: "everything", ctx, tools });
  const truth = table.columns.find((column) => column.name === model.target);
  const shared = { kind: "predictions", target: model.target, rows: table.origin, seen: model.seen } as const;
  if (raw.task === "classification") {
    const [weight] = columnsWithRole(table, "weight");
    const weights = weight?.kind === "numeric" && { weights: weight.values };
    return { ...shared, ...withClassTruth(raw, classes, truth, ctx), ...weights };
  }
  const values = truth && "values" in truth ? truth.values : undefined;
  const staged = raw.staged && { staged: raw.staged };
  return { ...shared, task: "regression", values: raw.values, ...(values && { truth: values }), ...staged };
}

const onlyNumbers = { missing: false, categories: false };

/** The features that the model was fitted on, found by name. Throws as {@link predictNow}. */
export function modelFeatures(model: Model, table: Table, ctx: WorkContext): FeatureData {
  if (table.rowCount === 0) fail("predict.no-rows");
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const absent = model.features.filter((name) => !byName.has(name));
  if (absent.length > 0) fail("predict.missing-features", { columns: absent });
  const known = new Set(model.features);
  const extra = columnsWithRole(table, "feature").filter((column) => !known.has(column.name));
  if (extra.length > 0) ctx.warn(warning("predict.extra-features", { columns: extra.map((c) => c.name) }));
  const columns = model.features.flatMap((name) => byName.get(name) ?? []);
  return featureData(columns, table.rowCount, model.accepts ?? onlyNumbers, ctx);
}

/**
 * A class that only the predicted table has is appended to the classes: the model cannot predict it, so each of its
 * rows counts as a mistake. Dropping those rows would make the score better than the model is.
 */
function withClassTruth(
  raw: Extract<RawPredictions, { task: "classification" }>,
  known: readonly string[],
  truth: Column | undefined,
  ctx: WorkContext,
): Pick<ClassPredictions, "task" | "classes" | "labels" | "probabilities" | "truth" | "stages"> {
  const { task, labels, stages, probabilities } = raw;
  const rest = { task, labels, ...(stages && { stages }) };
  if (!truth || !("codes" in truth))
    return { ...rest, classes: known, ...(probabilities && { probabilities }) };
  const occurring = new Set(truth.codes.filter((_, row) => isValid(truth, row)));
  const knows = new Set(known);
  const unseen = truth.levels.filter((level, code) => occurring.has(code) && !knows.has(level));
  if (unseen.length > 0) ctx.warn(warning("predict.unseen-classes", { column: truth.name, classes: unseen }));
  const classes = [...known, ...unseen];
  const codes = new Map(classes.map((name, code) => [name, code]));
  const codeOf = truth.levels.map((level) => codes.get(level) ?? -1);
  const wide = probabilities && widened(probabilities, known.length, classes.length);
  const truths = truth.codes.map((code) => (code < 0 ? -1 : codeOf[code]));
  return { ...rest, classes, truth: truths, ...(wide && { probabilities: wide }) };
}

/** `[rows, from]` → `[rows, to]` with zeros for the classes that the model does not know. */
function widened(probabilities: Float64Array, from: number, to: number): Float64Array {
  if (from === to) return probabilities;
  const wide = new Float64Array((probabilities.length / from) * to);
  for (let i = 0; i < probabilities.length; i++)
    wide[Math.floor(i / from) * to + (i % from)] = probabilities[i];
  return wide;
}
