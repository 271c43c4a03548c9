/** The learner: what it refuses, and what it says where an answer is known. Its numbers are held by the golden tests. */
import { describe, expect, it } from "vitest";
import { readGolden } from "../../../../test/golden/plain-csv.ts";
import { Cancelled, DiagnosticError } from "../../../base/diagnostic.ts";
import { quietContext } from "../../context.ts";
import { fitNow } from "../../learner/fit.ts";
import { predictNow } from "../../learner/predict.ts";
import { accuracy } from "../../metrics/classification.ts";
import { categoryColumn, numberColumn } from "../../table/columns.ts";
import { tableFrom } from "../../table/table.ts";
import type { Table } from "../../values.ts";
import { eachStage } from "../stages.ts";
import { type XgboostOptions, xgboost } from "./xgboost.ts";

const numbers = (y: number[], x = y.map((_, row) => row), weights?: number[]): Table =>
  tableFrom({
    columns: [
      numberColumn("x", x, { role: "feature" }),
      numberColumn("y", y, { role: "target" }),
      ...(weights ? [numberColumn("w", weights, { role: "weight" })] : []),
    ],
    source: "test",
  });

function codeOf(options: XgboostOptions, table: Table): string | undefined {
  try {
    fitNow(xgboost(options), table);
    return undefined;
  } catch (thrown) {
    return thrown instanceof DiagnosticError ? thrown.diagnostic.code : String(thrown);
  }
}

function valuesOf(options: XgboostOptions, table: Table): number[] {
  const said = predictNow(fitNow(xgboost(options), table), table);
  return said.task === "regression" ? [...said.values] : [];
}

it("says −G/(H + λ) in each leaf of one question", () => {
  // Start 5 (the mean); two rows each side: w = ±10 / (2 + 1).
  const said = valuesOf({ rounds: 1, maxDepth: 1, learningRate: 1 }, numbers([0, 0, 10, 10]));
  expect(said.map((value) => value.toFixed(5))).toEqual(["1.66667", "1.66667", "8.33333", "8.33333"]);
});

describe("what cannot be learned well, yet must not break", () => {
  it.each<[string, Table, number[]]>([
    ["a constant target", numbers([3, 3, 3]), [3, 3, 3]],
    ["one row", numbers([7]), [7]],
    ["a feature without any value", numbers([1, 3], [Number.NaN, Number.NaN]), [2, 2]],
    ["a constant feature", numbers([1, 3], [4, 4]), [2, 2]],
  ])("%s", (_, table, want) => {
    expect(valuesOf({ rounds: 3 }, table)).toEqual(want);
  });

  it("a class of which no row weighs anything", () => {
    const table = tableFrom({
      columns: [
        numberColumn("x", [0, 1, 2], { role: "feature" }),
        categoryColumn("y", ["a", "b", "b"], { role: "target" }),
        numberColumn("w", [0, 1, 1], { role: "weight" }),
      ],
      source: "test",
    });
    const said = predictNow(fitNow(xgboost({ rounds: 3 }), table), table);
    expect(said.task === "classification" && [...said.labels]).toEqual([1, 1, 1]);
    expect(said.task === "classification" && said.probabilities?.every(Number.isFinite)).toBe(true);
  });
});

it.each<[string, XgboostOptions, Table, string]>([
  ["a count below 0", { objective: "poisson" }, numbers([1, -1]), "xgboost.target"],
  ["an amount of 0", { objective: "gamma" }, numbers([1, 0]), "xgboost.target"],
  ["more than float32 holds", {}, numbers([1, 1e60]), "xgboost.target"],
  ["counts that are all 0", { objective: "poisson" }, numbers([0, 0]), "xgboost.zero-target"],
  [
    "a base score without a logarithm",
    { objective: "tweedie", base: "stated", baseScore: 0 },
    numbers([1, 2]),
    "xgboost.base-score",
  ],
  ["weights beyond float32", {}, numbers([1, 2], [0, 1], [1e-60, 1e-60]), "xgboost.weights"],
  ["steps that grow", { learningRate: 10, rounds: 400, lambda: 0 }, numbers([1, 2, 4]), "xgboost.not-finite"],
  [
    "derivatives beyond float32 at margins within it",
    // From margin −20 by 100: e^(80 + 10) is no float32.
    {
      objective: "poisson",
      base: "stated",
      baseScore: 2e-9,
      learningRate: 10,
      maxDeltaStep: 10,
      minChildWeight: 0,
    },
    numbers([1e6, 1e6, 1e6]),
    "xgboost.not-finite",
  ],
  ["no depth", { maxDepth: 0 }, numbers([1, 2]), "learner.number"],
])("refuses %s", (_, options, table, code) => {
  expect(codeOf(options, table)).toBe(code);
});

it("tells labels and values after each round, the last as predicted", () => {
  const iris = readGolden("iris");
  const said = predictNow(fitNow(xgboost({ rounds: 4, maxDepth: 2 }), iris), iris);
  if (said.task !== "classification" || !said.stages) throw new Error("no stages");
  const last: number[] = [];
  eachStage(said.stages, (labels, stage) => {
    if (stage === 3) last.push(...labels);
  });
  expect(said.stages.count).toBe(4);
  expect(last).toEqual([...said.labels]);
  expect(accuracy(said, { on: "training" })).toBeGreaterThan(0.95);
});

it("lowers the training loss every round", () => {
  const { trace } = fitNow(xgboost({ rounds: 20 }), readGolden("breast-cancer"));
  const loss = trace?.series.trainingLoss ?? new Float64Array(0);
  expect(loss.length).toBe(20);
  for (let round = 1; round < 20; round++) expect(loss[round]).toBeLessThan(loss[round - 1]);
});

it("can be cancelled between two features", () => {
  let looks = 0;
  const ctx = {
    ...quietContext,
    progress: () => {
      if (++looks > 40) throw new Cancelled();
    },
  };
  expect(() => fitNow(xgboost(), readGolden("breast-cancer"), ctx)).toThrow(Cancelled);
});
