/** Bars begin at zero, also those of features that only get in the way. */
import { expect, it } from "vitest";
import type { ImportanceLook } from "../../../core/service/look.ts";
import { layBars } from "./bar-layout.ts";

const look: ImportanceLook = {
  kind: "importance",
  on: "unseen",
  metric: "accuracy",
  baseline: 0.9,
  rows: 10,
  repeats: 2,
  features: [
    { name: "a", mean: 0.3, sd: 0.1 },
    { name: "b", mean: -0.1, sd: 0 },
  ],
  count: 2,
};

it("lays bars from zero to either side, with their spread", () => {
  const { bars, zero, ticks } = layBars(look, { width: 400, height: 200 });
  const [a, b] = bars;
  expect(a?.x).toBe(zero);
  expect(a?.width).toBeCloseTo(3 * (b?.width ?? 0), 6);
  expect((b?.x ?? 0) + (b?.width ?? 0)).toBeCloseTo(zero, 6);
  expect((a?.high ?? 0) - (a?.low ?? 0)).toBeCloseTo(2 * (b?.width ?? 0), 6);
  expect(ticks.map(({ value }) => value)).toContain(0);
});

it("scrolls rather than squeeze, and stands when nothing matters", () => {
  const many = {
    ...look,
    features: Array.from({ length: 100 }, (_, i) => ({ name: `f${i}`, mean: 0, sd: 0 })),
  };
  const { height, ticks } = layBars(many, { width: 300, height: 100 });
  expect(height).toBeGreaterThan(1000);
  expect(ticks.map(({ value }) => value)).toEqual([0]);
});
