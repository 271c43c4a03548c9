/** Panels tile the room; points lie where their values say. */
import { expect, it } from "vitest";
import { binsOf, layPanels, marksPath, placerOf, sideTicks } from "./matrix-layout.ts";

it("tiles the room by row and column", () => {
  const panels = layPanels(3, { width: 352, height: 328 });
  expect(panels).toHaveLength(9);
  expect(panels[5]).toMatchObject({ row: 1, column: 2, width: 100, height: 100, x: 248, y: 106 });
});

it("places values upwards and to the right, and marks classes by shape", () => {
  const [panel] = layPanels(1, { width: 144, height: 120 });
  if (!panel) throw new Error("no panel");
  const place = placerOf(panel, [0, 10], [-1, 1]);
  expect([place.x(5), place.y(1), place.y(-1)]).toEqual([50, 0, 100]);
  const points = [{ x: 5, y: 0 }];
  expect(marksPath(points, place, 0, 2)).toMatch(/^M50 50m-2 0a2 2/);
  expect(new Set([0, 1, 2, 3].map((group) => marksPath(points, place, group, 2))).size).toBe(4);
  expect(marksPath(points, place, -1, 2)).toBe(marksPath(points, place, 0, 2));
});

it("counts into bins, both ends included", () => {
  expect(binsOf([0, 0.1, 0.5, 1], [0, 1], 2)).toEqual([2, 2]);
  expect(binsOf([3, 3], [3, 3], 2)).toEqual([2, 0]);
  expect(sideTicks([0, 10], 120)).toEqual([0, 5, 10]);
});
