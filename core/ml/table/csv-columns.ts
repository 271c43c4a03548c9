/** What was gathered from a CSV file as columns: names, kinds, validity. */
import type { ColumnKind } from "../../base/table-facts.ts";
import type { Column } from "../values.ts";
import { mostLevels, type Reading } from "./csv-kinds.ts";
import type { Gathered } from "./gather.ts";
import { withMissing } from "./relation.ts";

export type ColumnPlan = {
  names: readonly string[];
  readings: readonly Reading[];
  /** Kinds that the caller chose. */
  wanted: readonly (ColumnKind | undefined)[];
  rows: number;
};

/** All columns, in order, with the role `feature`. */
export function csvColumns(
  gathered: readonly Gathered[],
  { names, readings, wanted, rows }: ColumnPlan,
): Column[] {
  return gathered.map((made, at): Column => {
    const common = { name: names[at], role: "feature" as const };
    if (made.form === "numbers") {
      const kind = readings[at] === "DOUBLE" ? "numeric" : "datetime";
      return withMissing({ ...common, kind, values: made.values });
    }
    if (made.form === "codes")
      return withMissing({ ...common, kind: "boolean", codes: made.codes, levels: ["false", "true"] });
    const few = made.levels.length <= mostLevels(rows);
    const text = wanted[at] === "text" || (!few && wanted[at] !== "categorical");
    return withMissing({
      ...common,
      kind: text ? "text" : "categorical",
      codes: made.codes,
      levels: made.levels,
    });
  });
}
