/** Rows of a table as points of a plane that two of its columns span. */
import { isValid } from "../table/validity.ts";
import type { Column, NumberColumn, Table } from "../values.ts";

export type TablePlane = {
  x: NumberColumn;
  y: NumberColumn;
  /** Positions in the table of the rows that have both coordinates, ascending. */
  rows: Uint32Array;
};

/** The columns of numbers that can be an axis, in table order. */
export function axesOf(table: Table, names: readonly string[]): NumberColumn[] {
  const wanted = new Set(names);
  return table.columns.filter(
    (column): column is NumberColumn => column.kind === "numeric" && wanted.has(column.name),
  );
}

/** The rows on the plane of two columns. */
export function planeOf(table: Table, x: NumberColumn, y: NumberColumn): TablePlane {
  const rows = new Uint32Array(table.rowCount);
  let count = 0;
  for (let row = 0; row < table.rowCount; row++)
    if (Number.isFinite(x.values[row]) && Number.isFinite(y.values[row])) rows[count++] = row;
  return { x, y, rows: rows.subarray(0, count) };
}

/** The cell as text or number; `null` where there is none. */
export function plainCell(column: Column | undefined, row: number): string | number | null {
  if (!column || !isValid(column, row)) return null;
  if ("values" in column) return Number.isFinite(column.values[row]) ? column.values[row] : null;
  return column.levels[column.codes[row]] ?? null;
}

/** At most `most` of them, evenly spaced, first and last among them. */
export function evenlyOf(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows;
  return Uint32Array.from(
    { length: most },
    (_, i) => rows[Math.round((i * (rows.length - 1)) / Math.max(1, most - 1))],
  );
}
