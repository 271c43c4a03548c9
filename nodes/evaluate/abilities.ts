/** What a learner can take, against what a table brings: said before a run by every node that fits. */
import { type Diagnostic, problem, warning } from "../../core/base/diagnostic.ts";
import type { LearnerType, TableType, WireType } from "../../core/types/wire-type.ts";

/** What the learner cannot take is said here, before a run, on the wire that brings it. */
export function checkAbilities(
  learner: LearnerType,
  table: TableType,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { abilities } = learner;
  if (!abilities || !table.columns) return;
  const target = table.columns.find((column) => column.role === "target");
  const task = target && isNumber(target.kind) ? "regression" : "classification";
  if (target && !abilities.tasks.includes(task)) {
    const values = { column: target.name, task, can: abilities.tasks };
    report(problem("fit.task", values, { port: "data" }));
  }
  // Levels that no row has any more are no classes: before the rows are seen, this can only be a warning.
  const classes = task === "classification" ? (target?.levels?.length ?? 0) : 0;
  if (target && classes > 2 && !abilities.multiclass) {
    report(warning("fit.two-classes-only", { column: target.name, classes }, { port: "data" }));
  }
  const weight = table.columns.find((column) => column.role === "weight");
  if (weight && !abilities.weights) {
    report(problem("fit.weights-unsupported", { column: weight.name }, { port: "data" }));
  }
  const features = table.columns.filter((column) => column.role === "feature");
  const coded = features.find((column) => column.kind === "categorical" || column.kind === "text");
  if (coded && !abilities.categories) {
    report(problem("features.kind", { column: coded.name, kind: coded.kind }, { port: "data" }));
  }
  const gap = features.find((column) => (column.missing ?? 0) > 0);
  if (gap && !abilities.missing) {
    const values = { column: gap.name, missing: known(gap.missing, table), rows: table.rows ?? 0 };
    report(problem("features.missing", values, { port: "data" }));
  }
}

/**
 * The missing cells among the rows, where they are known: behind a split, a column brings the count of the whole table. 0 says
 * that there are some.
 */
function known(missing = 0, { rows = 0, provenance }: TableType): number {
  return missing > rows || provenance?.some(({ turns }) => turns.length > 0) ? 0 : missing;
}

/** A target of numbers is regressed, any other one classified. */
export function isNumber(kind: string): boolean {
  return kind === "numeric" || kind === "datetime";
}

/** Whether its rows bring weights along into predictions. */
export function hasWeights({ columns = [] }: TableType): boolean {
  return columns.find(({ role }) => role === "weight")?.kind === "numeric";
}

/** Cells that one fit goes through: those of the table, as often as the learner does. For forecasts. */
export function fittingWork(learner: WireType | undefined, data: WireType | undefined): number | undefined {
  if (data?.kind !== "table" || data.rows === undefined || !data.columns) return undefined;
  const passes = learner?.kind === "learner" ? (learner.passes ?? 1) : 1;
  return data.rows * data.columns.length * passes;
}
