/** Where the panels of a scatter matrix lie, and their points as paths. Pure. */
import { roundTicks } from "../detail/ticks.ts";
import type { Size } from "../use-size.ts";

export type Panel = {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const edge = { left: 40, right: 4, top: 2, bottom: 18 };
const gap = 4;

/** All panels of `count` × `count`, by row and column, with room for ticks at the left and below. */
export function layPanels(count: number, size: Size): Panel[] {
  const width = Math.max(8, (size.width - edge.left - edge.right - gap * (count - 1)) / count);
  const height = Math.max(8, (size.height - edge.top - edge.bottom - gap * (count - 1)) / count);
  return Array.from({ length: count * count }, (_, i) => {
    const [row, column] = [Math.floor(i / count), i % count];
    return {
      row,
      column,
      x: edge.left + column * (width + gap),
      y: edge.top + row * (height + gap),
      width,
      height,
    };
  });
}

type Range = readonly [low: number, high: number];

/** From values to pixels inside a panel, upwards. */
export function placerOf({ width, height }: Panel, [xLow, xHigh]: Range, [yLow, yHigh]: Range) {
  return {
    x: (value: number) => ((value - xLow) / (xHigh - xLow || 1)) * width,
    y: (value: number) => height - ((value - yLow) / (yHigh - yLow || 1)) * height,
  };
}

/** Two or three ticks along a side of that length. */
export function sideTicks([low, high]: Range, length: number): number[] {
  return roundTicks(low, high, Math.max(1, Math.floor(length / 55)));
}

/** Marks by class: disc, triangle, square, diamond, and from the start again. */
const shapes: readonly ((r: number) => string)[] = [
  (r) => `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  (r) => `m0 ${-1.2 * r}l${1.1 * r} ${2 * r}h${-2.2 * r}z`,
  (r) => `m${-0.9 * r} ${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}z`,
  (r) => `m0 ${-1.3 * r}l${1.3 * r} ${1.3 * r}l${-1.3 * r} ${1.3 * r}l${-1.3 * r} ${-1.3 * r}z`,
];

/** One path for all points of a class: thousands of marks are one element of the page. */
export function marksPath(
  points: readonly { readonly x: number; readonly y: number }[],
  place: { x: (value: number) => number; y: (value: number) => number },
  group: number,
  radius: number,
): string {
  const shape = (shapes[Math.max(0, group) % shapes.length] ?? (() => ""))(radius);
  const short = (value: number) => Math.round(value * 10) / 10;
  return points.map(({ x, y }) => `M${short(place.x(x))} ${short(place.y(y))}${shape}`).join("");
}

/** How many values fall into each of `bins` parts of the range. */
export function binsOf(values: readonly number[], [low, high]: Range, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - low) / (high - low || 1)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
