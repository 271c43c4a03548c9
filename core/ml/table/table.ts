/**
 * Tables as values: made from columns, looked into by name, cut by rows. A table is never changed; each function
 * here makes another one that shares what it can. Every row remembers where it came from (`origin`).
 */
import { fail } from "../../base/diagnostic.ts";
import type { ColumnRole } from "../../base/table-facts.ts";
import type { Column, RowSet, Table } from "../values.ts";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { isValid, validityOf } from "./validity.ts";

/**
 * A table of these columns, its rows numbered 0 … n−1 in `source` (SHA-256 of the content, 64 hexadecimal digits).
 * Throws `table.no-columns`, `table.column-lengths` and `table.duplicate-column`.
 *
 * ```ts
 * import { categoryColumn, numberColumn, tableFrom } from "espalier";
 * const x = numberColumn("x", [1, 2, 3]);
 * const y = categoryColumn("y", ["no", "yes", "yes"], { role: "target" });
 * tableFrom({ columns: [x, y], source: "0".repeat(64) }).rowCount; // 3
 * ```
 */
export function tableFrom(parts: { columns: readonly Column[]; source: string }): Table {
  const [first] = parts.columns;
  if (first === undefined) fail("table.no-columns");
  const rowCount = lengthOf(first);
  const names = new Set<string>();
  for (const column of parts.columns) {
    if (names.has(column.name)) fail("table.duplicate-column", { column: column.name });
    names.add(column.name);
    if (lengthOf(column) !== rowCount)
      fail("table.column-lengths", { column: column.name, rows: lengthOf(column), expected: rowCount });
  }
  const ids = new Uint32Array(new SharedArrayBuffer(rowCount * 4));
  for (let row = 0; row < rowCount; row++) ids[row] = row;
  return { kind: "table", rowCount, columns: parts.columns, origin: [{ source: parts.source, ids }] };
}

/**
 * The given rows, in the given order; a row may be taken more than once. Levels are kept, also those that no row
 * has any more. Throws `table.row-out-of-range`.
 */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  for (let i = 0; i < rows.length; i++) {
    if (!(rows[i] >= 0 && rows[i] < table.rowCount))
      fail("table.row-out-of-range", { row: rows[i], rows: table.rowCount });
  }
  // One kind of array, whatever the caller had: the loops over the cells are then compiled for it once.
  const index = rows instanceof Uint32Array ? rows : Uint32Array.from(rows);
  return {
    kind: "table",
    rowCount: index.length,
    columns: table.columns.map((column) => takeCells(column, index)),
    origin: table.origin.map((set) => takeIds(set, index)),
    ...(table.informed && { informed: table.informed }),
  };
}

/** The same table with these roles; columns that are not named keep theirs. Throws `table.unknown-column`. */
export function withRoles(table: Table, roles: Readonly<Record<string, ColumnRole>>): Table {
  for (const name of Object.keys(roles)) columnNamed(table, name);
  return { ...table, columns: table.columns.map((c) => ({ ...c, role: roles[c.name] ?? c.role })) };
}

/** The column of that name. Throws `table.unknown-column`, whose values list the names there are. */
export function columnNamed(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name);
  return found ?? fail("table.unknown-column", { column: name, columns: table.columns.map((c) => c.name) });
}

/** All columns of one role, in table order. */
export function columnsWithRole(table: Table, role: ColumnRole): readonly Column[] {
  return table.columns.filter((column) => column.role === role);
}

function lengthOf(column: Column): number {
  return "values" in column ? column.values.length : column.codes.length;
}

function takeCells(column: Column, rows: Uint32Array): Column {
  const valid = column.valid && validityOf(rows.length, (i) => !isValid(column, rows[i]));
  const { valid: _, ...rest } = column;
  if ("values" in rest) {
    const values = sharedFloat64(rows.length);
    gather(rest.values, rows, values);
    return { ...rest, values, ...(valid && { valid }) };
  }
  const codes = sharedInt32(rows.length);
  gatherCodes(rest.codes, rows, codes);
  return { ...rest, codes, ...(valid && { valid }) };
}

function gather(from: Float64Array, rows: Uint32Array, to: Float64Array): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
}

function gatherCodes(from: Int32Array, rows: Uint32Array, to: Int32Array): void {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
}

function takeIds(set: RowSet, rows: Uint32Array): RowSet {
  const ids = new Uint32Array(new SharedArrayBuffer(rows.length * 4));
  for (let i = 0; i < rows.length; i++) ids[i] = set.ids[rows[i]];
  return { ...set, ids };
}
