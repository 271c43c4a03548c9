/** Lines lie where classes change and where values are reached. */
import { expect, it } from "vitest";
import { classEdges, contour } from "./contours.ts";

it("draws an edge between cells of different classes only", () => {
  expect(classEdges([0, 0, 0, 0], 2)).toBe("");
  // Below: 0 1, above: 0 0.
  expect(classEdges([0, 1, 0, 0], 2)).toBe("M1 2v-1M1 1h1");
});

it("draws a contour where a plane reaches the level", () => {
  // z = x over middles 0.5, 1.5, 2.5: reached at x = 1.75 for 1.25 steps.
  const ramp = [0, 1, 2, 0, 1, 2, 0, 1, 2];
  expect(contour(ramp, 3, 1.25)).toBe("M1.75 2.5L1.75 1.5M1.75 1.5L1.75 0.5");
  expect(contour(ramp, 3, 5)).toBe("");
});

it("goes through every cell in two pieces at a saddle", () => {
  expect(contour([1, 0, 0, 1], 2, 0.4).match(/M/g)).toHaveLength(2);
  expect(contour([1, 0, 0, 1], 2, 0.6).match(/M/g)).toHaveLength(2);
  expect(contour([1, 0, 0, 1], 2, 0.4)).not.toBe(contour([1, 0, 0, 1], 2, 0.6));
});
