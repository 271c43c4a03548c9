/** The regression metrics against scikit-learn (test/golden/regression-metrics.py), and what they refuse. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { readGolden } from "../../../test/golden/plain-csv.ts";
import { constant } from "../constant/constant.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { split } from "../table/split.ts";
import type { ValuePredictions } from "../values.ts";
import { classification } from "./classification.ts";
import { regression } from "./regression.ts";

type Case = {
  name: string;
  tau: number;
  truth: number[];
  predicted: number[];
  values: Record<string, number>;
};

describe.each(golden<{ cases: Case[] }>("regression-metrics.json").cases)("$name", (want) => {
  const { values } = regression(predictionsOf(want.truth, want.predicted), { tau: want.tau });

  it("has the same metrics, and no others", () => {
    expect(Object.keys(values).sort()).toEqual(Object.keys(want.values).sort());
  });

  it.each(Object.entries(want.values))("%s is %d", (name, value) => {
    expect(values[name]).toBeCloseTo(value, 12);
  });
});

describe("regression", () => {
  const { train, test } = split(readGolden("diabetes"), { test: 0.3, seed: 1 });
  const model = fitNow(constant(), train);

  it("goes through fit and predict, and refuses training rows unless it is asked for them", () => {
    expect(regression(predictNow(model, test))).toMatchObject({ on: "unseen", rows: 133 });
    const onTraining = predictNow(model, train);
    expect(() => regression(onTraining)).toThrow(/leakage.scored-rows-seen/);
    expect(regression(onTraining, { on: "training" }).values.r2).toBe(0);
    expect(() => regression(predictNow(model, test), { on: "training" })).toThrow(/metric.not-training-rows/);
  });

  it("leaves rows without a truth out, and refuses when none has one", () => {
    const half = predictionsOf([1, Number.NaN, 3], [1, 1, 1]);
    expect(regression(half).rows).toBe(2);
    expect(() => regression(predictionsOf([Number.NaN], [1]))).toThrow(/metric.no-truth/);
    expect(() => regression({ ...half, truth: undefined })).toThrow(/metric.no-truth/);
  });

  it("refuses classes, as classification refuses numbers, and a τ that is no quantile", () => {
    const numbers = predictionsOf([1, 2], [1, 2]);
    expect(() => classification(numbers)).toThrow(/metric.not-classes/);
    const classes = { ...numbers, task: "classification" as const, classes: [], labels: new Int32Array(2) };
    expect(() => regression({ ...classes, truth: undefined })).toThrow(/metric.not-numbers/);
    for (const tau of [0, 1, Number.NaN]) expect(() => regression(numbers, { tau })).toThrow(/metric.tau/);
  });
});

function predictionsOf(truth: number[], predicted: number[]): ValuePredictions {
  return {
    kind: "predictions",
    task: "regression",
    target: "y",
    values: Float64Array.from(predicted),
    truth: Float64Array.from(truth),
    rows: [{ source: "test", ids: Uint32Array.from(truth.keys()) }],
    seen: [],
  };
}
