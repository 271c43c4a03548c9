/** Ticks are round, inside, and never many. */
import { expect, it } from "vitest";
import { roundTicks } from "./ticks.ts";

it("takes steps of 1, 2 and 5, without the crumbs of binary fractions", () => {
  expect(roundTicks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(roundTicks(-1.3, 2.2)).toEqual([-1, 0, 1, 2]);
  expect(roundTicks(0, 0.7, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  expect(roundTicks(1e6, 3.1e6, 2)).toEqual([2e6]);
});

it("stands on an axis without length", () => {
  expect(roundTicks(3, 3)).toEqual([3]);
  expect(roundTicks(0, Number.POSITIVE_INFINITY)).toEqual([0]);
});
