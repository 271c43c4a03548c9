/** TreeSHAP against XGBoost's `pred_contribs` (test/golden/xgboost-exact.py), and against its own promise. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../../test/golden/golden.ts";
import { type GoldenCase, goldenFit } from "../../../../test/golden/xgboost-fit.ts";
import { quietContext } from "../../context.ts";
import { contributions } from "./contributions.ts";

const { cases } = golden<{ cases: GoldenCase[] }>("xgboost-exact.json");
const explained = cases.flatMap(({ contributions: given, ...rest }) =>
  given ? [{ ...rest, given: rest.given, shap: given }] : [],
);

describe.each(explained)("$data, $objective.objective, $given", ({ shap, ...want }) => {
  const { ensemble, margins, features } = goldenFit(want);
  const parts = contributions(ensemble, features, shap.rows, quietContext);

  it("gives every feature what XGBoost gives it", () => {
    expect(parts.length).toBe(shap.values.length);
    const farthest = Math.max(
      ...parts.map((part, at) => Math.abs(part - shap.values[at]) / Math.max(1, Math.abs(shap.values[at]))),
    );
    expect(farthest).toBeLessThan(1e-5);
  });

  it("sums to the margin", () => {
    const width = features.length + 1;
    const { groups } = ensemble;
    shap.rows.forEach((row, at) => {
      for (let group = 0; group < groups; group++) {
        const from = (at * groups + group) * width;
        const sum = parts.subarray(from, from + width).reduce((total, part) => total + part, 0);
        const margin = margins[row * groups + group];
        // The margin is a float32 sum of float32 numbers.
        expect(Math.abs(sum - margin)).toBeLessThan(1e-6 * Math.max(5, Math.abs(margin)));
      }
    });
  });
});

it("covers classes, one margin, and missing values", () => {
  expect(explained.length).toBe(12);
});
