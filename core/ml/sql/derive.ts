/** Columns computed from the others, row by row. */
import { fail } from "../../base/diagnostic.ts";
import type { ColumnFacts, ColumnRole } from "../../base/table-facts.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { readRelation } from "../table/relation.ts";
import { cellsOf } from "../table/relation-cells.ts";
import type { Column, Table } from "../values.ts";
import { evaluateExpressions, type Typed, typeExpressions } from "./expressions.ts";
import { shapeOf } from "./load-table.ts";
import { error } from "./problem.ts";

export type DeriveOptions = {
  /** Expressions in DuckDB's SQL with the names of their columns: `bill_length_mm / bill_depth_mm AS ratio, ln(mass) AS log_mass`. */
  columns: string;
};

/**
 * The table with more columns: each is called by its `AS`, and replaces a column of that name in its place and role. All expressions see
 * the table as it was. Kinds follow from the expression: numbers, moments, true and false, else categories. Throws `sql.*`.
 *
 * ```ts
 * import { derive, moons } from "espalier";
 * const table = await derive(moons(), { columns: "sqrt(x * x + y * y) AS radius" });
 * table.columns.map((column) => column.name); // ["x", "y", "class", "radius"]
 * ```
 */
export async function derive(
  table: Table,
  { columns }: DeriveOptions,
  context: WorkContext = quietContext,
): Promise<Table> {
  if (columns.trim() === "") return table;
  const watch = () => context.progress(0, 1);
  const made = await evaluateExpressions(columns, table, watch, async (db, types) => {
    mustBeNamed(types);
    const relation = {
      from: "evaluated",
      columns: types.map(({ name, type }, at) => ({ name, type, inside: `c${at}` })),
    };
    const read = await readRelation(db, relation, { textKind: () => "categorical" });
    for (const found of read.diagnostics) context.warn(found);
    return read.columns;
  });
  return { ...table, columns: merged<Column>(table.columns, made) };
}

/** The columns there will be. Throws as {@link derive}. */
export async function derivedColumns(columns: string, known: readonly ColumnFacts[]): Promise<ColumnFacts[]> {
  if (columns.trim() === "") return [...known];
  const types = await typeExpressions(columns, shapeOf(known));
  mustBeNamed(types);
  const made = types.map(({ name, type }): ColumnFacts => {
    const { kind } = cellsOf("x", type);
    if (kind === "flags") return { name, role: "feature", kind: "boolean", levels: ["false", "true"] };
    return { name, role: "feature", kind: kind === "numeric" || kind === "datetime" ? kind : "categorical" };
  });
  return merged<ColumnFacts>(known, made);
}

function mustBeNamed(types: readonly Typed[]): void {
  const names = new Set<string>();
  for (const { name, place } of types) {
    if (name === "") throw error("sql.needs-name", { ...place });
    if (names.has(name)) fail("table.duplicate-column", { column: name });
    names.add(name);
  }
}

function merged<C extends { name: string; role: ColumnRole }>(known: readonly C[], made: readonly C[]): C[] {
  const byName = new Map(made.map((column) => [column.name, column]));
  const kept = known.map((column) => {
    const other = byName.get(column.name);
    return other ? { ...other, role: column.role } : column;
  });
  const names = new Set(known.map(({ name }) => name));
  return [...kept, ...made.filter(({ name }) => !names.has(name))];
}
