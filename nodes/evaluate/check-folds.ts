/** What every node that makes folds refuses before a run. */
import { type Diagnostic, problem } from "../../core/base/diagnostic.ts";
import type { FoldKind } from "../../core/ml/evaluate/folds.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { isNumber } from "./abilities.ts";

/** What is wrong with the folds as far as it can be known before the rows are. */
export function checkFolds(
  table: TableType,
  { folds, kind }: { folds: number; kind: FoldKind },
  report: (diagnostic: Diagnostic) => void,
): void {
  const parts = kind === "time" ? folds + 1 : folds;
  if (table.rows !== undefined && table.rows < parts) {
    const values = { folds, rows: table.rows, parts };
    report(problem("folds.more-than-rows", values, { port: "data", param: "folds" }));
  }
  // A group may hold all copies of its rows: that is only known once they are there.
  if (table.repeats && kind !== "group")
    report(problem("leakage.folds-may-share-rows", {}, { port: "data", param: "kind" }));
  if (!table.columns) return;
  const target = table.columns.find((column) => column.role === "target");
  if (kind === "stratified" && target && isNumber(target.kind)) {
    const values = { column: target.name, kind: target.kind };
    report(problem("folds.not-classes", values, { port: "data", param: "kind" }));
  }
  if (kind === "group" && !table.columns.some((column) => column.role === "group"))
    report(problem("split.no-role", { role: kind }, { port: "data", param: "kind" }));
}
