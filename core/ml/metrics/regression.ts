/** Scores of predicted numbers: how far off, and in which sense. Refuses rows that the model has seen. */
import { fail } from "../../base/diagnostic.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { Predictions, Scores, ValuePredictions } from "../values.ts";
import type { ScoreOptions } from "./classification.ts";
import { checkProvenance } from "./scored-rows.ts";

export type RegressionOptions = ScoreOptions & {
  /** The quantile τ of the pinball loss, between 0 and 1. Default 0.5: then it is half the MAE. */
  tau?: number;
  /** Adds `rmse` and `mae` after each stage, if the model has kept its stages. Default false. */
  byStage?: boolean;
};

/**
 * Scores by name, over the n rows that have a truth y, with e = y − ŷ:
 * `rmse` = √(Σe²/n) · `mae` = Σ|e|/n · `medianAbsoluteError` · `maxError` = max |e| ·
 * `r2` = 1 − Σe²/Σ(y−ȳ)² · `explainedVariance` = 1 − Var(e)/Var(y) ·
 * `mape` = Σ|e/y|/n, as a share and not in percent, left out when some y is 0 ·
 * `pinball` = Σ max(τ·e, (τ−1)·e)/n (Koenker & Bassett 1978, eq. 2.1).
 * For a constant truth `r2` and `explainedVariance` are 1 if nothing (or nothing but a shift) is wrong and else 0, as in
 * scikit-learn; of a single row they are left out, because one row has no variance.
 *
 * Throws `leakage.scored-rows-seen`, `metric.not-training-rows`, `metric.on`, `metric.not-numbers`,
 * `metric.no-truth`, `metric.tau`.
 *
 * ```ts
 * import { constant, fit, numberColumn, predict, regression, tableFrom } from "espalier";
 * const columns = [numberColumn("x", [1, 2, 3]), numberColumn("y", [1, 2, 6], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const scores = regression(await predict(await fit(constant(), data), data), { on: "training" });
 * [scores.values.mae, scores.values.maxError, scores.values.r2]; // [2, 3, 0]
 * ```
 */
export function regression(
  predictions: Predictions,
  options: RegressionOptions = {},
  ctx: WorkContext = quietContext,
): Scores {
  const { on = "unseen", tau = 0.5, byStage = false } = options;
  if (!(tau > 0 && tau < 1)) fail("metric.tau", { tau });
  if (predictions.task !== "regression") fail("metric.not-numbers", { target: predictions.target });
  const { truth, values: predicted } = predictions;
  if (truth === undefined) fail("metric.no-truth", { target: predictions.target });
  checkProvenance(predictions, on);
  ctx.progress(0, 1);
  const rows = Uint32Array.from(truth.keys()).filter((row) => !Number.isNaN(truth[row]));
  if (rows.length === 0) fail("metric.no-truth", { target: predictions.target });
  ctx.progress(0, 1);
  const truths = Float64Array.from(rows, (row) => truth[row]);
  const errors = Float64Array.from(rows, (row) => truth[row] - predicted[row]);
  const staged = byStage ? stageScores(predictions, truth, rows, ctx) : undefined;
  return {
    kind: "scores",
    on,
    rows: rows.length,
    values: scoresOf(truths, errors, tau),
    ...(staged && { byStage: staged }),
  };
}

function stageScores(
  { values: final, staged }: ValuePredictions,
  truth: Float64Array,
  rows: Uint32Array,
  ctx: WorkContext,
): Record<string, Float64Array> | undefined {
  if (!staged) return undefined;
  const { count, values } = staged;
  const scores = { rmse: new Float64Array(count), mae: new Float64Array(count) };
  for (let stage = 0; stage < count; stage++) {
    ctx.progress(stage, count);
    let squares = 0;
    let distances = 0;
    for (const row of rows) {
      const error = truth[row] - values[stage * final.length + row];
      squares += error * error;
      distances += Math.abs(error);
    }
    scores.rmse[stage] = Math.sqrt(squares / rows.length);
    scores.mae[stage] = distances / rows.length;
  }
  return scores;
}

/** `truths`, `errors`: `[rows]` */
function scoresOf(truths: Float64Array, errors: Float64Array, tau: number): Record<string, number> {
  const distances = errors.map(Math.abs);
  const squares = errors.map((error) => error * error);
  const aroundMean = squaresAround(truths);
  const relative = distances.map((distance, i) => distance / Math.abs(truths[i]));
  return {
    rmse: Math.sqrt(mean(squares)),
    mae: mean(distances),
    medianAbsoluteError: median(distances),
    maxError: distances.reduce((most, distance) => Math.max(most, distance), 0),
    ...(truths.length > 1 && {
      r2: shareExplained(sum(squares), aroundMean),
      explainedVariance: shareExplained(squaresAround(errors), aroundMean),
    }),
    ...(!truths.includes(0) && { mape: mean(relative) }),
    pinball: mean(errors.map((error) => Math.max(tau * error, (tau - 1) * error))),
  };
}

function shareExplained(rest: number, whole: number): number {
  if (whole > 0) return 1 - rest / whole;
  return rest > 0 ? 0 : 1;
}

function squaresAround(values: Float64Array): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
