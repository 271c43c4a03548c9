/** Where a plane of two features lies in a picture, and how large its points are. Pure. */
import type { PlaneOf } from "../chart/Chart.tsx";
import type { Size } from "../use-size.ts";
import { roundTicks } from "./ticks.ts";

export type Range = readonly [low: number, high: number];

export type PlaneLayout = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** Turns places in the picture into those of the axes and back. */
  readonly plane: PlaneOf;
  /** So low that the name of the x axis stands inside. */
  readonly compact: boolean;
};

const margin = { left: 42, right: 10, top: 18 };
const low = 150;

/** Room for axes at the left and below; values upward and to the right. */
export function layPlane(size: Size, [xLow, xHigh]: Range, [yLow, yHigh]: Range): PlaneLayout {
  const compact = size.height < low;
  const width = Math.max(10, size.width - margin.left - margin.right);
  const height = Math.max(10, size.height - margin.top - (compact ? 16 : 30));
  const wide = xHigh - xLow || 1;
  const high = yHigh - yLow || 1;
  const { left, top } = margin;
  const x = (value: number) => left + ((value - xLow) / wide) * width;
  const y = (value: number) => top + height - ((value - yLow) / high) * height;
  return {
    left: margin.left,
    top: margin.top,
    width,
    height,
    x,
    y,
    plane: {
      contains: (at) => at.x >= left && at.x <= left + width && at.y >= top && at.y <= top + height,
      toAxes: (at) => ({
        x: xLow + ((at.x - left) / width) * wide,
        y: yLow + ((top + height - at.y) / height) * high,
      }),
      toPixels: (at) => ({ x: x(at.x), y: y(at.y) }),
    },
    xTicks: roundTicks(xLow, xHigh, Math.max(1, Math.floor(width / 70))),
    yTicks: roundTicks(yLow, yHigh, Math.max(1, Math.floor(height / 40))),
    compact,
  };
}

const smallest = 0.8;
const largest = 16;

/**
 * Radii in pixels of points whose areas stand in the ratio of their weights. A weight of 1/n is drawn as points are
 * where all are equal; what is too small to be seen, or would hide the rest, is held at the ends.
 */
export function radiiOf(weights: readonly number[], rows: number): number[] {
  const usual = Math.min(4, Math.max(1.4, 70 / Math.sqrt(Math.max(1, weights.length))));
  return weights.map((weight) => Math.min(largest, Math.max(smallest, usual * Math.sqrt(weight * rows))));
}
