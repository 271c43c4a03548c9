/** Which columns of a table can be a plane of points, and the points. Pure: also the small picture on a card uses it. */
import type { Cell, TableLook } from "../../../core/service/look.ts";

export type Plane = {
  /** Column numbers of numeric features that can be an axis. */
  readonly axes: readonly number[];
  /** Column number of the class target, if there is one. */
  readonly target: number | undefined;
  readonly classes: readonly string[];
};

export type Point = {
  readonly x: number;
  readonly y: number;
  readonly group: number;
  readonly id: number;
  /** Position in the table, where it is known. */
  readonly at: number;
};

/** The axes and classes of a table. */
export function planeOf({ columns }: Pick<TableLook, "columns">): Plane {
  const axes = columns.flatMap(({ kind, role }, index) =>
    kind === "numeric" && role === "feature" ? [index] : [],
  );
  const target = columns.findIndex(
    ({ role, kind }) => role === "target" && kind !== "numeric" && kind !== "datetime",
  );
  return { axes, target: target < 0 ? undefined : target, classes: columns[target]?.levels ?? [] };
}

/** Whether a table is best seen as a plane: exactly two features, and classes to colour by. */
export function isPlane(look: Pick<TableLook, "columns" | "rowCount">): boolean {
  const { axes, target } = planeOf(look);
  const features = look.columns.filter(({ role }) => role === "feature").length;
  return axes.length === 2 && features === 2 && target !== undefined && look.rowCount > 0;
}

/** Rows as points; rows without one of the coordinates are left out. Group −1 is "class unknown". */
export function pointsOf(
  rows: readonly { id: number; at?: number; cells: readonly Cell[] }[],
  plane: Plane,
  x: number,
  y: number,
): Point[] {
  const codes = new Map(plane.classes.map((name, code) => [name, code]));
  return rows.flatMap(({ id, at = id, cells }) => {
    const [atX, atY] = [cells[x], cells[y]];
    if (typeof atX !== "number" || typeof atY !== "number") return [];
    const label = plane.target === undefined ? undefined : cells[plane.target];
    return [{ x: atX, y: atY, id, at, group: label === undefined ? 0 : (codes.get(String(label)) ?? -1) }];
  });
}

/** Lowest and highest, with a little air; a single value gets room on both sides. */
export function extentOf(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) return [0, 1];
  const air = (high - low || Math.abs(high) || 1) * 0.04;
  return [low - air, high + air];
}
