/** What the picture of weights shows, as values. */
import { expect, it } from "vitest";
import { weighedPoints } from "./weighed-points.ts";

const plane = {
  x: "a",
  y: "b",
  rows: [7, 3, 9],
  at: [0, 4, 2],
  xs: [1, 2, 3],
  ys: [4, 5, 6],
  classes: ["no", "yes"],
  groups: [0, 1, -1],
  of: 3,
  weights: [0.1, 0.8, 0.1],
};

it("draws the heaviest first, each row with its class, place and weight", () => {
  const points = weighedPoints(plane, 3, ({ row, group, weight }) => `${row} ${group} ${weight}`);
  expect(points.map(({ row, x, y, group }) => [row, x, y, group])).toEqual([
    [3, 2, 5, 1],
    [7, 1, 4, 0],
    [9, 3, 6, -1],
  ]);
  expect(points.map(({ at }) => at)).toEqual([4, 0, 2]);
  expect(points.map(({ title }) => title)).toEqual(["3 yes 0.8", "7 no 0.1", "9  0.1"]);
  expect((points[0]?.radius ?? 0) / (points[1]?.radius ?? 1)).toBeCloseTo(Math.sqrt(8), 10);
});

it("takes rows whose target is a number", () => {
  const { groups: _, ...numbers } = plane;
  expect(weighedPoints(numbers, 3, () => "").map(({ group }) => group)).toEqual([-1, -1, -1]);
});
