/** Tables as planes of points. */
import { expect, it } from "vitest";
import type { TableLook } from "../../../core/service/look.ts";
import { sampleWindows } from "../rows/sample-windows.ts";
import { extentOf, isPlane, planeOf, pointsOf } from "./points.ts";

type Column = TableLook["columns"][number];
const numeric = (name: string): Column => ({ name, kind: "numeric", role: "feature", missing: 0 });
const target: Column = { name: "class", kind: "categorical", role: "target", missing: 0, levels: ["a", "b"] };
const columns = [numeric("x"), numeric("y"), target];

it("finds axes and classes", () => {
  expect(planeOf({ columns })).toEqual({ axes: [0, 1], target: 2, classes: ["a", "b"] });
  expect(isPlane({ columns, rowCount: 3 })).toBe(true);
  expect(isPlane({ columns: [...columns, numeric("z")], rowCount: 3 })).toBe(false);
});

it("leaves out rows without a place, and keeps those without a class", () => {
  const rows = [
    { id: 7, at: 3, cells: [1, 2, "b"] },
    { id: 8, cells: [null, 2, "a"] },
    { id: 9, cells: [3, 4, null] },
  ];
  expect(pointsOf(rows, planeOf({ columns }), 0, 1)).toEqual([
    { x: 1, y: 2, id: 7, at: 3, group: 1 },
    { x: 3, y: 4, id: 9, at: 9, group: -1 },
  ]);
});

it("samples large tables evenly, small ones whole", () => {
  expect(sampleWindows(1500)).toEqual([
    { offset: 0, limit: 1000 },
    { offset: 1000, limit: 500 },
  ]);
  expect(sampleWindows(1_000_000)).toEqual(
    [0, 333_166, 666_333, 999_500].map((offset) => ({ offset, limit: 500 })),
  );
});

it("has a scale for a single value and for none", () => {
  const [low, high] = extentOf([5]);
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
  expect(extentOf([])).toEqual([0, 1]);
});
