/** What the ground shows, as values of its pixels. */
import { expect, it } from "vitest";
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import { groundPixels, mixed, rgbOf, spanOf, strengthOf } from "./ground.ts";

const inks = {
  ground: [255, 255, 255],
  classes: [
    [0, 0, 0],
    [255, 0, 0],
  ],
  value: [0, 0, 0],
} as const;
const points = { x: "a", y: "b", rows: [], at: [], xs: [], ys: [], classes: ["n", "y"], of: 0 };
const surface: SurfaceLook = {
  x: { name: "a", low: 0, high: 1 },
  y: { name: "b", low: 0, high: 1 },
  axes: ["a", "b"],
  steps: 2,
  labels: [0, 0, 0, 1],
  strengths: [0.5, 1, 0.75, 1],
  held: [],
  heldCount: 0,
  points,
};

it("reads the colours of the tokens", () => {
  expect(rgbOf("#3d6fa8")).toEqual([0x3d, 0x6f, 0xa8]);
  expect(rgbOf("#fff")).toEqual([255, 255, 255]);
  expect(mixed([0, 0, 0], [100, 200, 50], 0.5)).toEqual([50, 100, 25]);
});

it("is darker where the model is surer, and stands the right way up", () => {
  const pixels = groundPixels(surface, inks);
  const red = (line: number, column: number) => pixels[(line * 2 + column) * 4] ?? 0;
  // Lower left is undecided, lower right sure, upper left in between; upper right is another class.
  expect(red(1, 1)).toBeLessThan(red(0, 0));
  expect(red(0, 0)).toBeLessThan(red(1, 0));
  expect([...pixels.slice(4, 8)]).toEqual([255, 107, 107, 255]);
});

it("shades alike without probabilities, and never beyond its ends", () => {
  expect(strengthOf(undefined, 2)).toBeCloseTo(0.34);
  expect(strengthOf(0.2, 2)).toBe(0.1);
  expect(strengthOf(1, 3)).toBeCloseTo(0.58);
});

it("scales values with the targets of the points", () => {
  const values = { values: [1, 2, 3, 4], points: { ...points, targets: [-1, null, 2] } };
  expect(spanOf(values)).toEqual([-1, 4]);
  const { labels: _l, strengths: _s, ...rest } = surface;
  const pixels = groundPixels({ ...rest, ...values }, inks);
  const greys = [pixels[8], pixels[12], pixels[0], pixels[4]].map(Number);
  expect(greys).toEqual([...greys].sort((a, b) => b - a));
  expect(new Set(greys).size).toBe(4);
});
