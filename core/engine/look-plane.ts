/** Rows of a table on a plane → points that can be sent: so many that the shape of a cloud is seen. */
import { plainCell, type TablePlane } from "../ml/inspect/plane.ts";
import type { Column, Table } from "../ml/values.ts";
import type { PlanePoints } from "../service/look-detail.ts";

/** Points that a picture of some hundred pixels can tell apart. */
export const mostPoints = 2000;

/** The points of `rows`, with the classes of the target column where there are some. */
export function planePoints(table: Table, { x, y, rows: all }: TablePlane, rows: Uint32Array): PlanePoints {
  const target = targetOf(table);
  const classes = target && "codes" in target ? [...target.levels] : [];
  return {
    x: x.name,
    y: y.name,
    rows: Array.from(rows, (row) => sourceRow(table, row)),
    at: Array.from(rows),
    xs: Array.from(rows, (row) => x.values[row]),
    ys: Array.from(rows, (row) => y.values[row]),
    classes,
    ...(target && "codes" in target ? { groups: Array.from(rows, (row) => target.codes[row]) } : {}),
    of: all.length,
  };
}

/** The column that is learned, if the table has one. */
export function targetOf(table: Table): Column | undefined {
  return table.columns.find(({ role }) => role === "target");
}

/** A row's number in its source, as tables show it. */
export function sourceRow(table: Table, row: number): number {
  return table.origin[0]?.ids[row] ?? row;
}

/** The row's target as text or number. */
export function targetCell(table: Table | undefined, row: number): string | number | null {
  return table ? plainCell(targetOf(table), row) : null;
}
