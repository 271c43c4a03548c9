/**
 * Linear regression: least squares, ridge, lasso and elastic net with the objectives of scikit-learn. The rows are
 * folded into a triangle once (`triangle.ts`); what follows costs nothing that grows with them.
 */
import { fail, problem, warning } from "../../base/diagnostic.ts";
import type { Algorithm, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { leastSquares, solveTriangle } from "./least-squares.ts";
import { softDescent } from "./soft-descent.ts";
import { linearScores } from "./softmax-loss.ts";
import { type Triangle, triangleOf } from "./triangle.ts";

export const linearPenalties = ["none", "ridge", "lasso", "elastic-net"] as const;
export type LinearPenalty = (typeof linearPenalties)[number];

/** Parameters of {@link linear}. */
export type LinearOptions = {
  /** Default `"none"`: least squares. */
  penalty?: LinearPenalty;
  /** Strength of the penalty, 0 or more. Default 1. */
  alpha?: number;
  /** Share ρ of the l1 part in the elastic net, 0 … 1. Default 0.5. */
  l1Ratio?: number;
  /** Whether there is a constant b. Default true. */
  intercept?: boolean;
  /** Of lasso and elastic net: stops when a sweep moves no fitted values by more, as a share of the target's norm. Default 1e-8. */
  tolerance?: number;
  /** Sweeps over the coefficients, at most. Default 10,000. */
  maxIterations?: number;
};

/** ŷ = b + Σ_j w_j·x_j. `weights`: `[features]` */
export type LinearBody = { weights: Float64Array; intercept: number; rank: number };

const mostFeatures = 4000;

/**
 * ŷ = b + Σ_j w_j·x_j, with e = y − ŷ and sample weights s:
 * none: min Σ s·e², of least norm ‖w‖ where several are as good · ridge: min Σ s·e² + α‖w‖² (Hoerl & Kennard 1970) ·
 * lasso: min Σ s·e²/(2Σs) + α‖w‖₁ (Tibshirani 1996) · elastic net: min Σ s·e²/(2Σs) + αρ‖w‖₁ + α(1−ρ)/2·‖w‖²
 * (Zou & Hastie 2005). As in scikit-learn the α of ridge is not shared among the rows, the other two are.
 * The constant is not penalised. Least squares and ridge by Householder QR, the others by coordinate descent.
 *
 * Features are not standardised: a penalty means the same for all of them only if they are of one scale. Put a
 * standardising step before it. Throws `learner.option`, `learner.number`; fitting throws `linear.too-many-features`
 * and warns `linear.rank-deficient` (for information) and `linear.not-converged`.
 *
 * ```ts
 * import { fit, linear, numberColumn, predict, regression, tableFrom } from "espalier";
 * const columns = [numberColumn("x", [1, 2, 3, 4]), numberColumn("y", [3, 5, 7, 9], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const scores = regression(await predict(await fit(linear(), data), data), { on: "training" });
 * scores.values.r2 > 0.999999; // true
 * ```
 */
export function linear(options: LinearOptions = {}): Learner {
  return {
    kind: "learner",
    algorithm: "linear",
    params: {
      penalty: oneOf("penalty", options.penalty ?? "none", linearPenalties),
      alpha: numberIn("alpha", options.alpha ?? 1, 0, 1e12),
      l1Ratio: numberIn("l1Ratio", options.l1Ratio ?? 0.5, 0, 1),
      intercept: options.intercept ?? true,
      tolerance: numberIn("tolerance", options.tolerance ?? 1e-8, 1e-15, 1),
      maxIterations: wholeIn("maxIterations", options.maxIterations ?? 10_000, 1, 10_000_000),
    },
    parts: {},
    abilities: {
      tasks: ["regression"],
      weights: true,
      missing: false,
      categories: false,
      probabilities: false,
      multiclass: false,
      float64: true,
    },
  };
}

/** Linear regression as `fit` and `predict` know it. */
export const linearAlgorithm: Algorithm<LinearBody> = {
  name: "linear",
  fit: (work) => ({ body: fitLinear(work) }),
  predict: predictLinear,
};

function fitLinear(work: FitWork<undefined>): LinearBody {
  const { data, ctx } = work;
  const { params } = work.learner;
  if (data.target.task !== "regression")
    fail("fit.task", { column: "", task: data.target.task, can: ["regression"] });
  const { features } = data;
  if (features.length > mostFeatures)
    fail("linear.too-many-features", { features: features.length, most: mostFeatures });
  const { values } = data.target;
  const weights = data.weights ?? new Float64Array(data.rowCount).fill(1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = Float64Array.from([...features, values], (column) =>
    params.intercept === true ? meanOf(column, weights, total) : 0,
  );
  const breathe = (): void => ctx.progress(0, 1);
  const ridge = params.penalty === "ridge" ? Number(params.alpha) : 0;
  const triangle = triangleOf({ features, values, weights, means }, ridge, breathe);
  const { solution, rank } = solve(work, triangle, total);
  let intercept = means[features.length];
  for (let j = 0; j < features.length; j++) intercept -= solution[j] * means[j];
  return { weights: solution, intercept, rank };
}

function solve(
  { learner: { params }, data, ctx }: FitWork<undefined>,
  triangle: Triangle,
  total: number,
): { solution: Float64Array; rank: number } {
  const { size } = triangle;
  const alpha = Number(params.alpha);
  const soft = params.penalty === "lasso" || params.penalty === "elastic-net";
  if (params.penalty === "ridge" && alpha > 0) return { solution: solveTriangle(triangle), rank: size };
  if (soft && alpha > 0) {
    const l1Ratio = params.penalty === "lasso" ? 1 : Number(params.l1Ratio);
    const maxIterations = Number(params.maxIterations);
    const tolerance = Number(params.tolerance);
    const { solution, converged } = softDescent(
      triangle,
      { l1: alpha * l1Ratio * total, l2: alpha * (1 - l1Ratio) * total },
      { tolerance, maxIterations },
      (sweep) => ctx.progress(sweep, maxIterations),
    );
    if (!converged) ctx.warn(warning("linear.not-converged", { iterations: maxIterations, tolerance }));
    return { solution, rank: solution.filter((weight) => weight !== 0).length };
  }
  const found = leastSquares(triangle, Math.max(data.rowCount, size) * Number.EPSILON, () =>
    ctx.progress(0, 1),
  );
  if (found.rank < size)
    ctx.warn({ ...problem("linear.rank-deficient", { rank: found.rank, features: size }), severity: "info" });
  return found;
}

function meanOf(column: Float32Array | Float64Array, weights: Float64Array, total: number): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += weights[row] * column[row];
  return sum / total;
}

function predictLinear({ body, data, ctx }: PredictWork<LinearBody>): RawPredictions {
  ctx.progress(0, 1);
  const values = new Float64Array(data.rowCount);
  linearScores(data.features, Float64Array.of(...body.weights, body.intercept), 0, 0, data.rowCount, values);
  ctx.progress(1, 1);
  return { task: "regression", values };
}
