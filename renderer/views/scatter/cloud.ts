/**
 * A cloud of points as plain arrays: a hundred thousand objects would take longer to make than to draw. What came packed
 * from the engine, or the few rows that a look has until it comes. Pure.
 */
import type { PointsLook } from "../../../core/service/look-detail.ts";
import type { Point } from "../table/points.ts";
import type { Ends, Sight } from "./sight.ts";

export type Cloud = {
  readonly names: { readonly x: string; readonly y: string };
  readonly count: number;
  /** Rows of the table that it stands for. */
  readonly of: number;
  /** Whether its points are those of the engine, which marks them in the same order. */
  readonly packed: boolean;
  /** NaN where a row has no such number: it is no point. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Number in the source, and position in the table. */
  readonly id: (point: number) => number;
  readonly at: (point: number) => number;
  /** Code of the class; −1 where unknown. */
  readonly group: (point: number) => number;
};

/** The cloud that a look's detail packs. */
export function cloudOf({ x, y, count, of, xs, ys, ids, at, groups }: PointsLook): Cloud {
  const positions = at === undefined ? undefined : new Uint32Array(unpacked(at));
  const numbers = ids === undefined ? undefined : new Uint32Array(unpacked(ids));
  const codes = groups === undefined ? undefined : new Int16Array(unpacked(groups));
  const position = (point: number) => positions?.[point] ?? point;
  return {
    names: { x, y },
    count,
    of,
    packed: true,
    xs: new Float64Array(unpacked(xs)),
    ys: new Float64Array(unpacked(ys)),
    id: (point) => numbers?.[point] ?? position(point),
    at: position,
    group: (point) => (codes ? (codes[point] ?? -1) : 0),
  };
}

/** The cloud of a few rows. */
export function cloudOfPoints(
  points: readonly Point[],
  names: { readonly x: string; readonly y: string },
  of: number,
): Cloud {
  return {
    names,
    count: points.length,
    of,
    packed: false,
    xs: Float64Array.from(points, ({ x }) => x),
    ys: Float64Array.from(points, ({ y }) => y),
    id: (point) => points[point]?.id ?? point,
    at: (point) => points[point]?.at ?? point,
    group: (point) => points[point]?.group ?? -1,
  };
}

/** Base64 as bytes. */
export function unpacked(text: string): ArrayBuffer {
  const plain = atob(text);
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = plain.charCodeAt(at);
  return bytes.buffer;
}

/** What shows all points, with a little air. */
export function sightOf({ xs, ys }: Pick<Cloud, "xs" | "ys">): Sight {
  return { x: extent(xs), y: extent(ys) };
}

function extent(values: Float64Array): Ends {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    // Not a number is neither.
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return [0, 1];
  const air = (high - low || Math.abs(high) || 1) * 0.04;
  return [low - air, high + air];
}

/** How many points are in sight. */
export function countIn({ xs, ys }: Pick<Cloud, "xs" | "ys">, { x, y }: Sight): number {
  let count = 0;
  for (let point = 0; point < xs.length; point++)
    if (xs[point] >= x[0] && xs[point] <= x[1] && ys[point] >= y[0] && ys[point] <= y[1]) count++;
  return count;
}

type Place = { readonly x: number; readonly y: number };

/** The point nearest to a place on the screen, within so many pixels; of equally near ones the last, which lies on top. */
export function nearestIn(
  cloud: Pick<Cloud, "xs" | "ys">,
  toPixels: (place: Place) => Place,
  at: Place,
  within: number,
): number | undefined {
  // Both axes are straight: two points tell where all others lie, without an object for each.
  const [zero, one] = [toPixels({ x: 0, y: 0 }), toPixels({ x: 1, y: 1 })];
  const [perX, perY] = [one.x - zero.x, one.y - zero.y];
  let found: number | undefined;
  let least = within * within;
  for (let point = 0; point < cloud.xs.length; point++) {
    const dx = zero.x + cloud.xs[point] * perX - at.x;
    const dy = zero.y + cloud.ys[point] * perY - at.y;
    const distance = dx * dx + dy * dy;
    if (!(distance <= least)) continue;
    least = distance;
    found = point;
  }
  return found;
}
