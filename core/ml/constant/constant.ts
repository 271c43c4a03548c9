/**
 * The learner that looks at no feature at all: the score that every other learner must beat. It says the heaviest
 * class, or the mean or the median of the numbers.
 */
import type { Algorithm, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { oneOf } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { weightedMedian } from "./weighted-median.ts";

export const constantValues = ["mean", "median"] as const;
export type ConstantValue = (typeof constantValues)[number];

/** `shares`: weighted share of each class, `[classes]`; empty for numbers, where `value` is what is said. */
export type ConstantBody = { label: number; shares: Float64Array; value: number };

/**
 * Predicts the same for every row. Classes: the one with the largest weight, the first of equals, with probabilities
 * p_k = Σ_i w_i·[y_i = k] / Σ_i w_i. Numbers: the mean Σ w_i·y_i / Σ w_i, or the median, the smallest y with at least
 * half of all weight at or below it (the mean of two such, as in scikit-learn's trees, where the half falls between
 * them). Features may be of any kind that `fit` knows, with missing cells: they are not read.
 *
 * It is the no-information baseline of Hyndman & Koehler 2006 and of scikit-learn's `DummyClassifier` (strategy
 * `prior`) and `DummyRegressor`. Throws `learner.option`.
 *
 * ```ts
 * import { accuracy, constant, fit, moons, predict } from "espalier";
 * const data = moons({ rows: 10 });
 * accuracy(await predict(await fit(constant(), data), data), { on: "training" }); // 0.5
 * ```
 */
export function constant(options: { value?: ConstantValue } = {}): Learner {
  const value = oneOf("value", options.value ?? "mean", constantValues);
  return {
    kind: "learner",
    algorithm: "constant",
    params: { value },
    parts: {},
    abilities: {
      tasks: ["classification", "regression"],
      weights: true,
      missing: true,
      categories: true,
      probabilities: true,
      multiclass: true,
    },
  };
}

/** The constant as `fit` and `predict` know it. */
export const constantAlgorithm: Algorithm<ConstantBody> = {
  name: "constant",
  fit: (work) => ({ body: fitConstant(work) }),
  predict: predictConstant,
};

function fitConstant({ learner, data }: FitWork<undefined>): ConstantBody {
  const { target, rowCount } = data;
  const weights = data.weights ?? new Float64Array(rowCount).fill(1);
  if (target.task === "regression") {
    const value =
      learner.params.value === "median"
        ? weightedMedian(target.values, weights)
        : mean(target.values, weights);
    return { label: -1, shares: new Float64Array(0), value };
  }
  const sums = new Float64Array(target.classes.length);
  for (let row = 0; row < rowCount; row++) sums[target.codes[row]] += weights[row];
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  return {
    label: sums.indexOf(Math.max(...sums)),
    shares: sums.map((sum) => sum / total),
    value: Number.NaN,
  };
}

function mean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    sum += weights[row] * values[row];
    total += weights[row];
  }
  return sum / total;
}

function predictConstant({ body, data, classes, want }: PredictWork<ConstantBody>): RawPredictions {
  const { rowCount } = data;
  if (classes.length === 0)
    return { task: "regression", values: new Float64Array(rowCount).fill(body.value) };
  const labels = new Int32Array(rowCount).fill(body.label);
  if (want === "labels") return { task: "classification", labels };
  const probabilities = new Float64Array(rowCount * classes.length);
  for (let row = 0; row < rowCount; row++) probabilities.set(body.shares, row * classes.length);
  return { task: "classification", labels, probabilities };
}
