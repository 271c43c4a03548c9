/** Linear regression against scikit-learn (test/golden/linear.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized, weighted } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import type { Table } from "../values.ts";
import { type LinearBody, type LinearOptions, linear } from "./linear.ts";

type Case = {
  data: keyof typeof goldenData;
  options: LinearOptions;
  raw: boolean;
  twin: boolean;
  weights?: number[];
  coefficients: number[];
  intercept: number;
  predictions: number[];
};

describe.each(golden<{ cases: Case[] }>("linear.json").cases)("$data $options raw $raw", (want) => {
  const plain = want.raw ? readGolden(want.data) : standardized(readGolden(want.data));
  const table = want.twin ? withTwin(plain) : plain;
  const learner = linear({ ...want.options, tolerance: 1e-13, maxIterations: 1_000_000 });
  const model = fitNow(learner, want.weights ? weighted(table, want.weights) : table);
  const body = model.body as LinearBody;

  it("has the same coefficients", () => {
    want.coefficients.forEach((weight, j) => {
      expect(Math.abs(body.weights[j] - weight)).toBeLessThan(1e-6 * Math.max(1, Math.abs(weight)));
    });
    expect(Math.abs(body.intercept - want.intercept)).toBeLessThan(
      1e-7 * Math.max(10, Math.abs(want.intercept)),
    );
  });

  it("predicts the same", () => {
    const got = predictNow(model, table);
    want.predictions.forEach((value, row) => {
      expect(got.task === "regression" && got.values[row]).toBeCloseTo(value, 6);
    });
  });
});

/** The first feature once more: then only the least norm makes the solution unique. */
function withTwin(table: Table): Table {
  const [first, ...rest] = table.columns;
  const features = rest.filter((column) => column.role === "feature");
  const others = rest.filter((column) => column.role !== "feature");
  return { ...table, columns: [first, ...features, { ...first, name: "twin" }, ...others] };
}
