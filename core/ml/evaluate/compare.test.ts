/** What can be compared, and what is refused. */
import { expect, it } from "vitest";
import { naiveBayes } from "../bayes/naive-bayes.ts";
import { constant } from "../constant/constant.ts";
import { knn } from "../neighbours/knn.ts";
import { standardize } from "../prepare/standardize.ts";
import { moons } from "../table/generate.ts";
import { compare } from "./compare.ts";
import { crossValidateNow } from "./cross-validate.ts";
import { learningCurveNow } from "./learning-curve.ts";
import { correctedT, correlatedT } from "./paired-tests.ts";

const data = moons({ rows: 120, noise: 0.3, seed: 2 });
const scored = (learner = constant(), seed = 1, folds = 5) =>
  crossValidateNow(learner, data, { seed, folds }).scores;
const nothing = scored();
const near = scored(standardize(knn()));
const bayes = scored(naiveBayes());

it("compares every pair once, left minus right, and names what was fitted behind its steps", () => {
  const { figure, table } = compare(nothing, near, undefined, bayes, undefined, undefined, { rope: 0.02 });
  expect(figure.names).toEqual(["A constant", "B knn", "D naive-bayes"]);
  expect(figure.pairs.map(({ left, right }) => [left, right])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(table.rowCount).toBe(3);
  const [first] = figure.pairs;
  const differences = Float64Array.from(figure.scores[0], (score, i) => score - figure.scores[1][i]);
  // Five folds of 120 rows: 24 to test, 96 to learn from.
  expect(first.t).toBe(correctedT(differences, 24 / 96).t);
  expect(first.rightBetter).toBe(correlatedT(differences, 24 / 96, 0.02).below);
  expect(first.difference).toBeCloseTo(nothing.values.accuracy - near.values.accuracy, 12);
  for (const { tP, tHolm } of figure.pairs) expect(tHolm).toBeGreaterThanOrEqual(tP);
});

it("knows of which metrics less is better", () => {
  const { figure } = compare(near, nothing, undefined, undefined, undefined, undefined, { metric: "brier" });
  expect(figure.lowerIsBetter).toBe(true);
  expect(figure.pairs[0].difference).toBeLessThan(0);
  expect(figure.pairs[0].leftBetter).toBeGreaterThan(0.9);
});

it("refuses what is not paired", () => {
  expect(() => compare(nothing, scored(knn(), 2))).toThrow(/compare.other-folds/);
  expect(() => compare(nothing, scored(knn(), 1, 4))).toThrow(/compare.other-folds/);
  expect(() => compare(nothing, { ...near, folds: undefined })).toThrow(/compare.not-folded/);
  const asked = (options: { metric?: string; rope?: number }) =>
    compare(nothing, near, undefined, undefined, undefined, undefined, options);
  expect(() => asked({ metric: "r2" })).toThrow(/compare.metric/);
  expect(() => asked({ rope: -1 })).toThrow(/compare.rope/);
});

it("draws a learning curve on nested, stratified sets, and refuses what it cannot", () => {
  const { figure } = learningCurveNow(knn({ k: 1 }), data, { steps: 3, smallest: 0.25, folds: 4 });
  expect([...figure.sizes]).toEqual([22, 56, 90]);
  // A row's nearest neighbour is itself.
  expect([...figure.metrics.accuracy.training.mean]).toEqual([1, 1, 1]);
  expect(() => learningCurveNow(knn({ k: 1 }), data, { smallest: 0.001 })).toThrow(/curve.one-class/);
  expect(() => learningCurveNow(knn(), data, { steps: 0 })).toThrow(/curve.steps/);
  expect(() => learningCurveNow(knn(), data, { smallest: 0 })).toThrow(/curve.smallest/);
});
