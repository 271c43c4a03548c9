/**
 * Logistic regression: two classes by one score, more by softmax, with scikit-learn's objective and its optimum. This file
 * is the learner; the loss is in `softmax-loss.ts`, the two solvers in `smooth-optimum.ts` and `coordinate-newton.ts`.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import type { Algorithm, Fitted, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { balancedWeights, type ClassWeights, classWeightings } from "../learner/class-weights.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { coordinateNewton } from "./coordinate-newton.ts";
import { smoothOptimum } from "./smooth-optimum.ts";
import { linearScores, type SoftmaxData } from "./softmax-loss.ts";

export const logisticPenalties = ["none", "l2", "l1", "elastic-net"] as const;
export type LogisticPenalty = (typeof logisticPenalties)[number];

/** Parameters of {@link logistic}. */
export type LogisticOptions = {
  /** Default `"l2"`. */
  penalty?: LogisticPenalty;
  /** Inverse strength of the penalty, above 0. Default 1. */
  C?: number;
  /** Share ρ of the l1 part in the elastic net, 0 … 1. Default 0.5. */
  l1Ratio?: number;
  /** Stops when no derivative of the mean objective exceeds this. Default 1e-6. */
  tolerance?: number;
  /** Default 1000. */
  maxIterations?: number;
  /** `"balanced"`: every class weighs the same. Default `"none"`. */
  classWeights?: ClassWeights;
};

/** One score a class, or one for two classes. `weights`: `[scores, features]`; `intercepts`: `[scores]`. */
export type LogisticBody = { weights: Float64Array; intercepts: Float64Array; iterations: number };

/**
 * Minimises Σ_i w_i·ℓ(y_i, z_i) + P(W)/C over the weights W and the intercepts b of the scores z = Wx + b, with
 * ℓ = −ln softmax(z)_y; two classes have one score and p = 1/(1 + e^(−z)). P is 0, ½‖W‖², ‖W‖₁ or
 * ρ‖W‖₁ + (1−ρ)/2·‖W‖²; intercepts are not penalised (Cox 1958; Zou & Hastie 2005, eq. 3 for the elastic net).
 * Without l1 part by L-BFGS (Liu & Nocedal 1989), with one by Newton steps and coordinate descent (Friedman, Hastie &
 * Tibshirani 2010). The trace holds the objective by iteration, over Σ w; with many rows L-BFGS begins at the optimum of a
 * sixteenth of them, not at 0.
 *
 * Features are not standardised: a penalty means the same for all of them only if they are of one scale, and the
 * solver is then far quicker. Put a standardising step before it.
 * Throws `learner.option`, `learner.number`; fitting warns `logistic.not-converged`.
 *
 * ```ts
 * import { accuracy, fit, logistic, moons, predict } from "espalier";
 * const data = moons({ rows: 200, noise: 0.1, seed: 3 });
 * accuracy(await predict(await fit(logistic({ C: 10 }), data), data), { on: "training" }) > 0.8; // true
 * ```
 */
export function logistic(options: LogisticOptions = {}): Learner {
  return {
    kind: "learner",
    algorithm: "logistic",
    params: {
      penalty: oneOf("penalty", options.penalty ?? "l2", logisticPenalties),
      C: numberIn("C", options.C ?? 1, 1e-12, 1e12),
      l1Ratio: numberIn("l1Ratio", options.l1Ratio ?? 0.5, 0, 1),
      tolerance: numberIn("tolerance", options.tolerance ?? 1e-6, 1e-15, 1),
      maxIterations: wholeIn("maxIterations", options.maxIterations ?? 1000, 1, 1_000_000),
      classWeights: oneOf("classWeights", options.classWeights ?? "none", classWeightings),
    },
    parts: {},
    abilities: {
      tasks: ["classification"],
      weights: true,
      missing: false,
      categories: false,
      probabilities: true,
      multiclass: true,
      float64: true,
    },
  };
}

/** Logistic regression as `fit` and `predict` know it. */
export const logisticAlgorithm: Algorithm<LogisticBody> = {
  name: "logistic",
  fit: fitLogistic,
  takesScales: ({ penalty }) => penalty === "none" || penalty === "l2",
  predict: predictLogistic,
};

function fitLogistic({ learner: { params }, data, ctx }: FitWork<undefined>): Fitted<LogisticBody> {
  if (data.target.task !== "classification")
    fail("fit.task", { column: "", task: data.target.task, can: ["classification"] });
  const weights = balancedWeights(data, oneOf("classWeights", params.classWeights, classWeightings), true);
  const { classes, codes } = data.target;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = classes.length === 2 ? 1 : classes.length;
  const softmax: SoftmaxData = {
    features: data.features,
    codes,
    weights,
    total,
    scores,
    ...(data.scales && { scales: data.scales }),
  };
  const maxIterations = Number(params.maxIterations);
  const tolerance = Number(params.tolerance);
  const l1Ratio = { none: 0, l2: 0, l1: 1, "elastic-net": Number(params.l1Ratio) }[
    oneOf("penalty", params.penalty, logisticPenalties)
  ];
  const strength = params.penalty === "none" ? 0 : 1 / (Number(params.C) * total);
  const [l1, l2] = [strength * l1Ratio, strength * (1 - l1Ratio)];
  const found =
    l1 > 0
      ? coordinateNewton(
          softmax,
          { l1, l2 },
          { tolerance, maxIterations, each: (i) => ctx.progress(i, maxIterations) },
        )
      : smoothOptimum(softmax, l2, { tolerance, maxIterations }, ctx);
  if (!found.converged)
    ctx.warn(warning("logistic.not-converged", { iterations: found.iterations, tolerance }));
  const width = data.features.length + 1;
  return {
    body: {
      weights: found.x.filter((_, j) => j % width < width - 1),
      intercepts: found.x.filter((_, j) => j % width === width - 1),
      iterations: found.iterations,
    },
    trace: {
      kind: "trace",
      index: "iteration",
      length: found.values.length,
      series: { objective: Float64Array.from(found.values) },
    },
  };
}

const stride = 4096;

function predictLogistic({ body, data, classes, want, ctx }: PredictWork<LogisticBody>): RawPredictions {
  const { rowCount, features } = data;
  const scores = body.intercepts.length;
  const width = features.length + 1;
  const x = new Float64Array(scores * width);
  for (let k = 0; k < scores; k++) {
    x.set(body.weights.subarray(k * features.length, (k + 1) * features.length), k * width);
    x[k * width + features.length] = body.intercepts[k];
  }
  const labels = new Int32Array(rowCount);
  const probabilities = new Float64Array(want === "labels" ? 0 : rowCount * classes.length);
  const block = Array.from({ length: scores }, () => new Float64Array(stride));
  for (let start = 0; start < rowCount; start += stride) {
    ctx.progress(start, rowCount);
    const count = Math.min(stride, rowCount - start);
    for (let k = 0; k < scores; k++) linearScores(features, x, k * width, start, count, block[k]);
    for (let i = 0; i < count; i++) {
      const z = scores === 1 ? [0, block[0][i]] : block.map((score) => score[i]);
      const top = Math.max(...z);
      labels[start + i] = z.indexOf(top);
      if (want === "labels") continue;
      const shares = z.map((score) => Math.exp(score - top));
      const sum = shares.reduce((all, share) => all + share, 0);
      for (let k = 0; k < z.length; k++) probabilities[(start + i) * classes.length + k] = shares[k] / sum;
    }
  }
  return { task: "classification", labels, ...(want === "everything" && { probabilities }) };
}
