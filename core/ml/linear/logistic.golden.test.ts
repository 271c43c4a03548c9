/** Logistic regression against scikit-learn's optimum (test/golden/logistic.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized, weighted } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { standardize } from "../prepare/standardize.ts";
import type { Table } from "../values.ts";
import { type LogisticBody, type LogisticOptions, logistic } from "./logistic.ts";

type Case = {
  data: keyof typeof goldenData;
  columns: number;
  options: LogisticOptions;
  weights?: number[];
  coefficients: number[][];
  intercepts: number[];
  probabilities: number[][];
};

describe.each(golden<{ cases: Case[] }>("logistic.json").cases)("$data $columns $options", (want) => {
  const table = firstFeatures(standardized(readGolden(want.data)), want.columns);
  const model = fitNow(
    logistic({ ...want.options, tolerance: 1e-10, maxIterations: 10_000 }),
    want.weights ? weighted(table, want.weights) : table,
  );
  const body = model.body as LogisticBody;

  it("has the same coefficients", () => {
    const far = want.coefficients.flat().map((weight, j) => Math.abs(weight - body.weights[j]));
    expect(Math.max(...far)).toBeLessThan(1e-6);
  });

  it("has them too when the standardising is a step of the learner", () => {
    // With weights the step would weigh its means as well, which is another problem.
    if (want.weights) return;
    const raw = firstFeatures(readGolden(want.data), want.columns);
    const learner = logistic({ ...want.options, tolerance: 1e-10, maxIterations: 10_000 });
    const { part } = fitNow(standardize(learner), raw).body as { part: { body: LogisticBody } };
    const far = want.coefficients.flat().map((weight, j) => Math.abs(weight - part.body.weights[j]));
    expect(Math.max(...far)).toBeLessThan(1e-6);
  });

  it("has the same intercepts", () => {
    const { intercepts } = body;
    const mean = intercepts.length > 1 ? intercepts.reduce((sum, b) => sum + b, 0) / intercepts.length : 0;
    want.intercepts.forEach((intercept, k) => {
      expect(intercepts[k] - mean).toBeCloseTo(intercept, 5);
    });
  });

  it("has the same probabilities", () => {
    const got = predictNow(model, table);
    const stride = Math.floor(table.rowCount / 5);
    want.probabilities.forEach((row, i) => {
      row.forEach((share, k) => {
        const at = i * stride * row.length + k;
        expect(got.task === "classification" && got.probabilities?.[at]).toBeCloseTo(share, 6);
      });
    });
  });
});

function firstFeatures(table: Table, count: number): Table {
  const features = table.columns.filter((column) => column.role === "feature").slice(0, count);
  return { ...table, columns: [...features, ...table.columns.filter((column) => column.role !== "feature")] };
}
