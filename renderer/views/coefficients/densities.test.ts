/** Normal densities against their closed form. */
import { expect, it } from "vitest";
import { densitiesOf } from "./densities.ts";

it("draws each class as its share times a normal density, over nearly all of both", () => {
  const found = densitiesOf([
    { name: "a", mean: 0, deviation: 1, share: 0.75 },
    { name: "b", mean: 4, deviation: 2, share: 0.25 },
  ]);
  expect(found?.low).toBeCloseTo(-3.2);
  expect(found?.high).toBeCloseTo(10.4);
  const [a, b] = found?.curves ?? [];
  // The highest points stand as share / deviation does: 0.75 to 0.125; 80 steps miss a peak by less than a hundredth.
  expect(Math.max(...(a?.heights ?? []))).toBe(1);
  expect(Math.max(...(b?.heights ?? []))).toBeCloseTo(0.125 / 0.75, 2);
  const at = (x: number) => Math.round(((x + 3.2) / 13.6) * 80);
  const x = -3.2 + (at(1) / 80) * 13.6;
  const peak = -3.2 + (at(0) / 80) * 13.6;
  expect(a?.heights[at(1)]).toBeCloseTo(Math.exp((peak * peak - x * x) / 2), 10);
});

it("leaves out a class without a spread, and says nothing where there is none", () => {
  const still = { name: "a", mean: 1, deviation: 0, share: 0.5 };
  expect(densitiesOf([still])).toBeUndefined();
  expect(densitiesOf([still, { name: "b", mean: 1, deviation: 1, share: 0.5 }])?.curves).toMatchObject([
    { name: "b", index: 1 },
  ]);
});
