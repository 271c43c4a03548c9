/** Rows that meet a condition. They keep their numbers: a filtered table is a part of the table, and provenance sees it so. */
import { warning } from "../../base/diagnostic.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { eachChunk, itemsOf } from "../table/duckdb.ts";
import { takeRows } from "../table/table.ts";
import type { Table } from "../values.ts";
import { evaluateExpressions, type Typed, typeExpressions } from "./expressions.ts";
import { shapeOf, type TableShape } from "./load-table.ts";
import { error } from "./problem.ts";

export type FilterOptions = {
  /** A condition in DuckDB's SQL over the table's columns, e.g. `body_mass_g > 4000 AND sex IS NOT NULL`. */
  where: string;
};

/**
 * The rows for which the condition is true, in their order. Where it is neither true nor false, because a cell it asks for is
 * missing, the row is left out and the number of such rows is said. Throws `sql.*`.
 *
 * ```ts
 * import { filter, moons } from "espalier";
 * const table = await filter(moons({ rows: 100 }), { where: "class = 'outer'" });
 * table.rowCount; // 50
 * ```
 */
export async function filter(
  table: Table,
  { where }: FilterOptions,
  context: WorkContext = quietContext,
): Promise<Table> {
  const watch = () => context.progress(0, 1);
  const { rows, unknown } = await evaluateExpressions(where, table, watch, async (db, types) => {
    mustBeCondition(types);
    const kept = new Uint32Array(table.rowCount);
    let count = 0;
    let missing = 0;
    await eachChunk(db, "select coalesce(c0::integer, -1)::integer from evaluated", (chunk, first) => {
      const answers = itemsOf(chunk.getColumnVector(0));
      for (let i = 0; i < answers.length; i++) {
        if (answers[i] === 1) kept[count++] = first + i;
        else if (answers[i] < 0) missing++;
      }
    });
    return { rows: kept.subarray(0, count), unknown: missing };
  });
  if (unknown > 0) context.warn(warning("filter.unknown-rows", { count: unknown, rows: table.rowCount }));
  if (rows.length === 0 && table.rowCount > 0)
    context.warn(warning("filter.no-rows", { rows: table.rowCount }));
  return takeRows(table, rows);
}

/** Checks a condition before a run. Throws as {@link filter}. */
export async function checkCondition(where: string, shape: TableShape): Promise<void> {
  mustBeCondition(await typeExpressions(where, shapeOf(shape)));
}

function mustBeCondition(types: readonly Typed[]): void {
  const [first, second] = types;
  if (second) throw error("sql.one-condition", { ...second.place });
  if (first?.type !== "BOOLEAN")
    throw error("sql.not-a-condition", {
      type: first?.type ?? "",
      ...(first?.place ?? { line: 1, column: 1 }),
    });
}
