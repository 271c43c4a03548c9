/** Points lie where their values say, and their areas are in the ratio of their weights. */
import { expect, it } from "vitest";
import { layPlane, radiiOf } from "./plane-layout.ts";

it("lays the low ends at the lower left", () => {
  const plane = layPlane({ width: 452, height: 248 }, [0, 4], [-1, 1]);
  expect([plane.x(0), plane.x(4)]).toEqual([42, 442]);
  expect([plane.y(-1), plane.y(1)]).toEqual([218, 18]);
  expect(plane.x(1)).toBe(142);
  expect(plane.xTicks.every((tick) => tick >= 0 && tick <= 4)).toBe(true);
});

it("stands where a feature has one value, or there is no room", () => {
  const plane = layPlane({ width: 0, height: 0 }, [3, 3], [3, 3]);
  expect(Number.isFinite(plane.x(3)) && Number.isFinite(plane.y(3))).toBe(true);
});

it("makes areas of weights, within what can be seen", () => {
  const n = 100;
  const [equal = 0, four = 0, none, giant] = radiiOf([1 / n, 4 / n, 0, 1], n);
  expect(four / equal).toBeCloseTo(2, 10);
  expect([none, giant]).toEqual([0.8, 16]);
});
