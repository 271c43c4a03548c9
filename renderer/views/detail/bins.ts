/** Bars over equal parts of an axis, as places in a picture. Pure. */
import type { Size } from "../use-size.ts";

export type Bin = {
  /** Ends of the part of the axis. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Bars that stand on the foot of the room; the tallest fills it, and a single row is still seen. */
export function layBins(
  counts: readonly number[],
  [low, high]: readonly [number, number],
  size: Size,
): Bin[] {
  const tallest = Math.max(1, ...counts);
  const wide = size.width / Math.max(1, counts.length);
  const step = (high - low) / Math.max(1, counts.length);
  return counts.map((count, i) => {
    const height = count === 0 ? 0 : Math.max(1, (count / tallest) * size.height);
    return {
      low: low + i * step,
      high: low + (i + 1) * step,
      count,
      x: i * wide,
      y: size.height - height,
      width: wide,
      height,
    };
  });
}
