/** Rows that meet a condition. They keep their numbers: a filtered table is a part of the table, and provenance sees it so. */
import { warning } from "../../base/diagnostic.ts";
import { type RowRun, readRowNumbers } from "../../base/row-numbers.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { eachChunk, itemsOf } from "../table/duckdb.ts";
import { takeRows } from "../table/table.ts";
import type { Table } from "../values.ts";
import { evaluateExpressions, type Typed, typeExpressions } from "./expressions.ts";
import { shapeOf, type TableShape } from "./load-table.ts";
import { error } from "./problem.ts";

export type FilterOptions = {
  /** A condition in DuckDB's SQL over the table's columns, e.g. `body_mass_g > 4000 AND sex IS NOT NULL`. */
  where?: string;
  /**
   * Of these only the rows with these numbers in their source, as the row column of a table shows them, counted from 0, both
   * ends of a run included: `0-4, 7, 9-12`. All of them when left out or empty. Of a table of several sources the first counts.
   */
  rows?: string;
};

const always = "true";

/**
 * The rows for which the condition is true, in their order. Where it is neither true nor false, because a cell it asks for is
 * missing, the row is left out and the number of such rows is said; so is the number of row numbers that the table does not have.
 * Throws `sql.*`, `filter.row-numbers` and `filter.row-numbers-order`.
 *
 * ```ts
 * import { filter, moons } from "espalier";
 * const table = await filter(moons({ rows: 100 }), { where: "class = 'outer'" });
 * table.rowCount; // 50
 * ```
 */
export async function filter(
  table: Table,
  { where = always, rows: numbers = "" }: FilterOptions,
  context: WorkContext = quietContext,
): Promise<Table> {
  const runs = readRowNumbers(numbers);
  const named = runs.length === 0 ? table : takeRows(table, rowsIn(table, runs, context));
  const kept = where.trim() === always ? named : await rowsWhere(named, where, context);
  if (kept.rowCount === 0 && table.rowCount > 0)
    context.warn(warning("filter.no-rows", { rows: table.rowCount }));
  return kept;
}

/** The positions of the rows with these numbers, in table order. */
function rowsIn(table: Table, runs: readonly RowRun[], context: WorkContext): Uint32Array {
  const ids = table.origin[0]?.ids ?? new Uint32Array(0);
  const last = ids.reduce((most, id) => Math.max(most, id), 0);
  const wanted = new Uint8Array(last + 1);
  let beyond = 0;
  for (const [from, to] of runs) {
    wanted.fill(1, from, to + 1);
    beyond += Math.max(0, to - Math.max(from - 1, last));
  }
  const rows = new Uint32Array(ids.length);
  let count = 0;
  for (let row = 0; row < ids.length; row++) if (wanted[ids[row]] === 1) rows[count++] = row;
  // Each number counts once, however many copies of its row a sample has drawn.
  const asked = wanted.reduce((sum, one) => sum + one, 0);
  for (let at = 0; at < count; at++) wanted[ids[rows[at]]] = 0;
  const absent = wanted.reduce((sum, one) => sum + one, 0) + beyond;
  if (absent > 0) context.warn(warning("filter.absent-rows", { count: absent, asked: asked + beyond }));
  return rows.slice(0, count);
}

async function rowsWhere(table: Table, where: string, context: WorkContext): Promise<Table> {
  const { rows, unknown } = await rowsMeeting(table, where, context);
  if (unknown > 0) context.warn(warning("filter.unknown-rows", { count: unknown, rows: table.rowCount }));
  return takeRows(table, rows);
}

/** Positions of the rows for which the condition is true; `unknown` counts those where it is neither. Throws `sql.*`. */
export async function rowsMeeting(
  table: Table,
  where: string,
  context: WorkContext = quietContext,
): Promise<{ rows: Uint32Array; unknown: number }> {
  const watch = () => context.progress(0, 1);
  return evaluateExpressions(where, table, watch, async (db, types) => {
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
