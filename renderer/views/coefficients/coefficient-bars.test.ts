/** Bars are sorted by size, keep their sign, and name what they speak for. */
import { expect, it } from "vitest";
import type { CoefficientsLook } from "../../../core/service/look-detail.ts";
import { layCoefficients, scoreName, weighed } from "./coefficient-bars.ts";

const score = { of: "b", against: "a", values: [0.5, -2, null, 1], intercept: 3 };
const look: CoefficientsLook = {
  form: "coefficients",
  features: ["p", "q", "r", "s"],
  count: 4,
  scores: [score],
  scoreCount: 1,
};

it("sorts by size and leaves out what is no number", () => {
  expect(weighed(look, score)).toEqual([
    { name: "q", value: -2 },
    { name: "s", value: 1 },
    { name: "p", value: 0.5 },
  ]);
});

it("lays bars to the side of their sign", () => {
  const { bars, zero } = layCoefficients(weighed(look, score), { width: 400, height: 100 });
  const [q, s] = bars;
  expect((q?.x ?? 0) + (q?.width ?? 0)).toBeCloseTo(zero, 6);
  expect(s?.x).toBeCloseTo(zero, 6);
  expect(q?.width).toBeCloseTo(2 * (s?.width ?? 0), 6);
});

it("names a score", () => {
  expect(scoreName(score, (of, against) => `${of} against ${against}`)).toBe("b against a");
  expect(scoreName({ ...score, against: undefined } as never, () => "")).toBe("b");
});
