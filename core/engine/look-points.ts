/** Rows of a table → points of a plane, packed, and which of them are selected: as many as a screen can still tell apart. */
import { fail } from "../base/diagnostic.ts";
import type { RowSet, Table } from "../ml/values.ts";
import type { PointsLook } from "../service/look-detail.ts";
import type { Marks } from "../service/selection.ts";
import { targetOf } from "./look-plane.ts";

/** Rows up to which all of them are sent. */
export const mostPoints = 100_000;

/**
 * The rows on two columns of numbers. Throws `look.no-such-detail` where the table has no such columns.
 */
export function pointsLook(table: Table, x: string, y: string): PointsLook {
  const { rowCount } = table;
  const count = Math.min(rowCount, mostPoints);
  const row = (point: number) => rowOf(point, rowCount);
  const source = table.origin[0]?.ids;
  const ids = filled(new Uint32Array(count), (point) => source?.[row(point)] ?? row(point));
  const target = targetOf(table);
  const codes = target && "codes" in target ? target.codes : undefined;
  return {
    x,
    y,
    count,
    of: rowCount,
    xs: packed(valuesOf(table, x, count)),
    ys: packed(valuesOf(table, y, count)),
    ...(ids.every((id, point) => id === point) ? {} : { ids: packed(ids) }),
    ...(rowCount > count ? { at: packed(filled(new Uint32Array(count), row)) } : {}),
    ...(codes ? { groups: packed(filled(new Int16Array(count), (point) => code(codes[row(point)]))) } : {}),
  };
}

/** A bit for each point of a table with these rows. */
export function pointMarks(set: RowSet, isIn: (id: number) => boolean): Marks {
  const rows = set.ids.length;
  const points = Math.min(rows, mostPoints);
  const bits = new Uint8Array((points + 7) >> 3);
  for (let point = 0; point < points; point++)
    if (isIn(set.ids[rowOf(point, rows)])) bits[point >> 3] |= 1 << (point & 7);
  let count = 0;
  for (let row = 0; row < rows; row++) if (isIn(set.ids[row])) count++;
  return { kind: "points", count, bits: packed(bits) };
}

/** The row that a point stands for; of more rows than points evenly spaced ones, first and last among them. */
function rowOf(point: number, rowCount: number): number {
  return rowCount <= mostPoints ? point : Math.round((point * (rowCount - 1)) / (mostPoints - 1));
}

/** A missing cell holds NaN already. */
function valuesOf(table: Table, name: string, count: number): Float64Array {
  const column = table.columns.find((one) => one.name === name);
  if (column?.kind !== "numeric") return fail("look.no-such-detail", { detail: "points" });
  const { values } = column;
  return filled(new Float64Array(count), (point) => {
    const row = rowOf(point, table.rowCount);
    return Number.isFinite(values[row]) ? values[row] : Number.NaN;
  });
}

/** `Array.from` with a function takes ten times as long. */
function filled<A extends Float64Array | Uint32Array | Int16Array>(array: A, of: (at: number) => number): A {
  for (let at = 0; at < array.length; at++) array[at] = of(at);
  return array;
}

/** Of more classes than 16 bits can name the last ones are unknown: nobody can tell so many apart. */
function code(level: number): number {
  return level <= 32_767 ? level : -1;
}

function packed(array: Float64Array | Uint32Array | Int16Array | Uint8Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}
