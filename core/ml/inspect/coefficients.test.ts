/** Coefficients against scikit-learn's (`test/golden`), closed forms, and the models' own predictions. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized } from "../../../test/golden/plain-csv.ts";
import { naiveBayes } from "../bayes/naive-bayes.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { linear } from "../linear/linear.ts";
import { type LogisticOptions, logistic } from "../linear/logistic.ts";
import { perceptron } from "../perceptron/perceptron.ts";
import { oneHot } from "../prepare/one-hot.ts";
import { standardize } from "../prepare/standardize.ts";
import { type SvmOptions, svm } from "../svm/svm.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import { tree } from "../tree/tree.ts";
import type { NumberColumn, Table } from "../values.ts";
import { classMeansOf, coefficientsOf, type LinearScore, weighingOf } from "./coefficients.ts";

type Data = keyof typeof goldenData;
const featuresOf = (table: Table) =>
  table.columns.filter((column): column is NumberColumn => column.role === "feature");
const scoreOf = ({ weights, intercept }: LinearScore, table: Table, row: number) =>
  featuresOf(table).reduce((sum, { values }, j) => sum + weights[j] * values[row], intercept);

describe("of logistic regression", () => {
  type Case = {
    data: Data;
    columns: number;
    options: LogisticOptions;
    weights?: number[];
    coefficients: number[][];
  };
  const cases = golden<{ cases: Case[] }>("logistic.json").cases.filter(
    ({ data, columns, weights }) => !weights && featuresOf(readGolden(data)).length === columns,
  );

  it.each(cases.slice(0, 4))(
    "behind a scaling are scikit-learn's: $data $options",
    ({ data, options, coefficients }) => {
      const raw = readGolden(data);
      const model = fitNow(
        standardize(logistic({ ...options, tolerance: 1e-10, maxIterations: 10_000 })),
        raw,
      );
      const { scores, perUnit, features } = coefficientsOf(model);
      expect(features).toEqual(model.features);
      scores.forEach(({ weights, of, against }, k) => {
        expect([of, against]).toEqual(scores.length === 1 ? [1, 0] : [k, undefined]);
        for (const [j, weight] of weights.entries())
          expect(Math.abs(weight - coefficients[k][j])).toBeLessThan(1e-6);
      });
      // Per unit of the features as they are the scores are the same.
      for (const row of [0, 7, 50])
        scores.forEach((score, k) => {
          expect(scoreOf((perUnit ?? [])[k], raw, row)).toBeCloseTo(
            scoreOf(score, standardized(raw), row),
            7,
          );
        });
    },
  );
});

describe("of a linear support vector machine", () => {
  type Case = { data: Data; options: SvmOptions; weights?: number[]; decisions: number[][] };
  const cases = golden<{ cases: Case[] }>("svm.json").cases.filter(
    ({ options, weights }) => options.kernel === "linear" && !weights,
  );

  it.each(cases)("give scikit-learn's decisions: $data $options", ({ data, options, decisions }) => {
    const table = standardized(readGolden(data));
    const model = fitNow(svm({ ...options, tolerance: 1e-9 }), table);
    const { scores, perUnit } = coefficientsOf(model);
    expect(perUnit).toBeUndefined();
    const stride = Math.max(1, Math.floor(table.rowCount / 40));
    const turn = model.classes.length === 2 ? -1 : 1;
    decisions.forEach((values, i) => {
      values.forEach((value, pair) => {
        const got = turn * scoreOf(scores[pair], table, i * stride);
        expect(Math.abs(got - value)).toBeLessThan(1e-4 * Math.max(1, Math.abs(value)));
      });
    });
  });

  it("speak for the class that is predicted", () => {
    const table = standardized(readGolden("breast-cancer"));
    const model = fitNow(svm({ kernel: "linear" }), table);
    const [score] = coefficientsOf(model).scores;
    const found = predictNow(model, table);
    if (found.task !== "classification") throw new Error("no classes");
    for (const [row, label] of found.labels.entries())
      expect(scoreOf(score, table, row) > 0 ? score.of : score.against).toBe(label);
  });
});

it("of a line are its slope and intercept, and those of a scaled one per deviation", () => {
  const x = [1, 2, 3, 6];
  const columns = [
    numberColumn("x", x),
    categoryColumn("k", ["u", "v", "u", "v"]),
    numberColumn(
      "y",
      x.map((value, i) => 2 + 3 * value + (i % 2)),
      { role: "target" },
    ),
  ];
  const table = tableFrom({ columns, source: "line" });
  const model = fitNow(oneHot(standardize(linear()), { dropFirst: true }), table);
  const { features, scores, perUnit } = coefficientsOf(model);
  expect(features[0]).toBe("x");
  expect(scores[0].weights[0]).toBeCloseTo(3 * Math.sqrt(3.5), 8);
  expect(perUnit?.[0].weights[0]).toBeCloseTo(3, 8);
  expect(perUnit?.[0]).not.toHaveProperty("of");
});

it("of a perceptron are its weights, and speak for the second class", () => {
  const columns = [
    numberColumn("x", [1, 2, 8, 9]),
    categoryColumn("t", ["a", "a", "b", "b"], { role: "target" }),
  ];
  const [score] = coefficientsOf(fitNow(perceptron(), tableFrom({ columns, source: "p" }))).scores;
  expect(score).toMatchObject({ of: 1, against: 0 });
  expect(score.weights[0] * 2 + score.intercept).toBeLessThan(0);
  expect(score.weights[0] * 8 + score.intercept).toBeGreaterThan(0);
});

it("class means of naive Bayes are scikit-learn's, with and without a scaling before it", () => {
  const { cases } = golden<{
    cases: { data: Data; options: object; means: number[][]; weights?: number[] }[];
  }>("naive-bayes.json");
  const [want] = cases.filter(({ weights }) => !weights);
  const table = readGolden(want.data);
  for (const learner of [naiveBayes(want.options), standardize(naiveBayes({ varSmoothing: 0 }))]) {
    const { means, deviations, priors } = classMeansOf(fitNow(learner, table));
    for (const [k, row] of want.means.entries())
      for (const [j, mean] of row.entries()) {
        expect(means[k][j] / mean).toBeCloseTo(1, 6);
        expect(deviations[k][j]).toBeGreaterThan(0);
      }
    expect(priors.reduce((sum, prior) => sum + prior, 0)).toBeCloseTo(1, 12);
  }
});

it("are refused for what is not linear", () => {
  const table = readGolden("iris");
  for (const learner of [tree(), svm(), standardize(svm({ kernel: "poly" }))]) {
    const model = fitNow(learner, table);
    expect(weighingOf(model)).toBeUndefined();
    expect(() => coefficientsOf(model)).toThrow("look.no-coefficients");
    expect(() => classMeansOf(model)).toThrow("look.no-coefficients");
  }
});
