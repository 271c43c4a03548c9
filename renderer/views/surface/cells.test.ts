/** Cells are found by place and key, and leave with their numbers. */
import { expect, it } from "vitest";
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import { cellAt, middleOf, movedBy, spreadCells, surfaceSheet } from "./cells.ts";

const surface: SurfaceLook = {
  x: { name: "a", low: 0, high: 4 },
  y: { name: "b", low: -2, high: 2 },
  axes: ["a", "b"],
  steps: 2,
  labels: [0, 1, 1, 1],
  strengths: [0.6, 0.7, 0.8, 0.9],
  held: [],
  heldCount: 0,
  points: { x: "a", y: "b", rows: [], at: [], xs: [], ys: [], classes: [], of: 0 },
};

it("finds the cell at a place, at the edges too", () => {
  expect(middleOf(surface, 3)).toEqual({ x: 3, y: 1 });
  expect([
    cellAt(surface, 0, 0),
    cellAt(surface, 1, 0),
    cellAt(surface, 0.2, 1),
    cellAt(surface, 9, -1),
  ]).toEqual([0, 1, 2, 1]);
});

it("walks by arrow keys and stays inside", () => {
  expect(movedBy("ArrowUp", 0, 2)).toBe(2);
  expect(movedBy("ArrowLeft", 0, 2)).toBe(0);
  expect(movedBy("ArrowRight", undefined, 5)).toBe(13);
  expect(movedBy("x", 0, 2)).toBeUndefined();
});

it("writes every cell down", () => {
  expect(surfaceSheet(surface, ["no", "yes"], "t")).toEqual({
    head: ["a", "b", "t", "probability"],
    rows: [
      [1, -1, "no", 0.6],
      [3, -1, "yes", 0.7],
      [1, 1, "yes", 0.8],
      [3, 1, "yes", 0.9],
    ],
  });
  const { labels: _l, strengths: _s, ...rest } = surface;
  expect(surfaceSheet({ ...rest, values: [1, 2, 3, 4] }, [], "t").rows[2]).toEqual([1, 1, 3]);
});

it("speaks of at most 144 cells", () => {
  expect(spreadCells(surface)).toEqual([0, 1, 2, 3]);
  expect(spreadCells({ ...surface, steps: 120 })).toHaveLength(144);
});
