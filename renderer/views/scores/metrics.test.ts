/** The headline of scores and its uncertainty. */
import { expect, it } from "vitest";
import type { ScoresLook } from "../../../core/service/look.ts";
import { headlineOf, standardError } from "./metrics.ts";

const scores: ScoresLook = {
  kind: "scores",
  on: "unseen",
  rows: 171,
  values: { mcc: 0.9, accuracy: 163 / 171 },
};

it("puts accuracy first, else what there is", () => {
  expect(headlineOf(scores)).toBe("accuracy");
  expect(headlineOf({ ...scores, values: { mcc: 0.9 } })).toBe("mcc");
  expect(headlineOf({ ...scores, values: {} })).toBeUndefined();
});

it("gives the binomial standard error, never for training rows", () => {
  // √(163 · 8 / 171³) by hand.
  expect(standardError(scores, "accuracy")).toBeCloseTo(Math.sqrt(1304 / 5000211), 12);
  expect(standardError({ ...scores, on: "training" }, "accuracy")).toBeUndefined();
  expect(standardError(scores, "mcc")).toBeUndefined();
});
