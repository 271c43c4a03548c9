/** Bars stand where their rows are, and are as high as they are many. */
import { expect, it } from "vitest";
import { layBins } from "./bins.ts";

it("lays bars from the low end, the tallest as high as the room", () => {
  const bins = layBins([1, 0, 4, 2], [-1, 1], { width: 80, height: 40 });
  expect(bins.map(({ x, height }) => [x, height])).toEqual([
    [0, 10],
    [20, 0],
    [40, 40],
    [60, 20],
  ]);
  expect(bins[3]).toMatchObject({ low: 0.5, high: 1, y: 20, count: 2 });
});

it("keeps a single row in sight beside a million, and stands empty", () => {
  expect(layBins([1, 1e6], [0, 1], { width: 10, height: 30 })[0]?.height).toBe(1);
  expect(layBins([], [0, 1], { width: 10, height: 30 })).toEqual([]);
  expect(layBins([0, 0], [0, 0], { width: 10, height: 30 }).every(({ height }) => height === 0)).toBe(true);
});
