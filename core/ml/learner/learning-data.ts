/**
 * From a table to what an algorithm learns from, refusing before any work whatever the learner cannot use.
 * Roles decide: `feature` columns are features, `target` is learned, `weight` weighs the rows, and `ignored`, `id`,
 * `group` and `time` columns are never looked at.
 */
import { fail } from "../../base/diagnostic.ts";
import type { Abilities } from "../../base/table-facts.ts";
import type { WorkContext } from "../context.ts";
import { columnsWithRole } from "../table/table.ts";
import { countMissing } from "../table/validity.ts";
import type { CodeColumn, Column, Table } from "../values.ts";
import type { LearningData, TargetData } from "./algorithm.ts";
import { featureData } from "./features.ts";

/**
 * Throws `fit.no-rows`, `fit.no-target`, `fit.several-targets`, `fit.missing-target`, `fit.target-kind`, `fit.task`,
 * `fit.one-class`, `fit.two-classes-only`, `fit.too-many-classes`, `fit.infinite-target`, `fit.no-features`, `fit.several-weights`,
 * `fit.weights-unsupported`, `fit.weights`, and what `featureData` throws.
 */
export function learningData(
  table: Table,
  abilities: Abilities,
  ctx: WorkContext,
): { data: LearningData; targetName: string } {
  if (table.rowCount === 0) fail("fit.no-rows");
  const column = onlyTarget(table);
  const target = targetData(column, table.rowCount, abilities);
  const columns = columnsWithRole(table, "feature");
  if (columns.length === 0) fail("fit.no-features");
  const weights = sampleWeights(table, abilities);
  const features = featureData(columns, table.rowCount, abilities, ctx);
  return { data: { ...features, target, ...(weights && { weights }) }, targetName: column.name };
}

function onlyTarget(table: Table): Column {
  const targets = columnsWithRole(table, "target");
  if (targets.length > 1) fail("fit.several-targets", { columns: targets.map((column) => column.name) });
  return targets[0] ?? fail("fit.no-target", { columns: table.columns.map((column) => column.name) });
}

function targetData(column: Column, rows: number, abilities: Abilities): TargetData {
  const missing = countMissing(column, rows);
  if (missing > 0) fail("fit.missing-target", { column: column.name, missing, rows });
  const task = "codes" in column ? "classification" : "regression";
  if (column.kind === "text" || column.kind === "datetime")
    fail("fit.target-kind", { column: column.name, kind: column.kind });
  if (!abilities.tasks.includes(task)) fail("fit.task", { column: column.name, task, can: abilities.tasks });
  if ("codes" in column) return classData(column, abilities);
  const row = column.values.findIndex((value) => !(Math.abs(value) <= largestTarget));
  if (row >= 0)
    fail("fit.infinite-target", { column: column.name, row: row + 1, value: String(column.values[row]) });
  return { task: "regression", values: column.values };
}

/** Sums of squares of more would overflow. */
const largestTarget = 1e150;

/** Class shares, one a row and class, that a prediction of the same rows may hold: 2 GB. */
const mostShares = 250_000_000;

/** Only levels that occur are classes (as in scikit-learn): K enters the formulas, and an absent class would shift it. */
function classData(column: CodeColumn, abilities: Abilities): TargetData {
  const occurs = new Uint8Array(column.levels.length);
  for (let row = 0; row < column.codes.length; row++) occurs[column.codes[row]] = 1;
  const classes = column.levels.filter((_, code) => occurs[code] === 1);
  if (classes.length < 2) fail("fit.one-class", { column: column.name, class: classes[0] ?? "" });
  if (classes.length > 2 && !abilities.multiclass)
    fail("fit.two-classes-only", { column: column.name, classes: classes.length });
  const shares = classes.length * column.codes.length;
  if (shares > mostShares)
    fail("fit.too-many-classes", { column: column.name, classes: classes.length, rows: column.codes.length });
  let next = 0;
  const codeOf = Int32Array.from(occurs, (there) => (there === 1 ? next++ : -1));
  const codes = new Int32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = codeOf[column.codes[row]];
  return { task: "classification", classes, codes };
}

function sampleWeights(table: Table, abilities: Abilities): Float64Array | undefined {
  const columns = columnsWithRole(table, "weight");
  if (columns.length > 1) fail("fit.several-weights", { columns: columns.map((column) => column.name) });
  const [column] = columns;
  if (column === undefined) return undefined;
  if (!abilities.weights) fail("fit.weights-unsupported", { column: column.name });
  if (!("values" in column) || column.kind !== "numeric") fail("fit.weights", { column: column.name });
  const bad = column.values.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)));
  const sum = column.values.reduce((total, weight) => total + weight, 0);
  if (bad >= 0 || !(sum > 0)) fail("fit.weights", { column: column.name });
  return column.values;
}
