/** Scores of class predictions: how often right, and in which sense. Refuses rows that the model has seen. */
import { eachStage } from "../boost/stages.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { Predictions, ScoredOn, Scores } from "../values.ts";
import { classSeries, countPairs, countScores } from "./class-counts.ts";
import { type ScoredRows, scoredRows } from "./scored-rows.ts";

export type ScoreOptions = {
  /** `"unseen"` (default) refuses training rows; `"training"` scores them, and says so in the result. */
  on?: ScoredOn;
};

/**
 * Scores by name, over the n rows that have a truth:
 * `accuracy` = correct/n · `balancedAccuracy` = mean recall of the classes that occur · `macroPrecision`,
 * `macroRecall`, `macroF1` = means over the classes that occur or are predicted · `mcc` = Matthews correlation for
 * K classes (Gorodkin 2004) · `cohenKappa` (Cohen 1960) · with probabilities also `logLoss` = −mean ln p(truth),
 * natural logarithm, p clipped to [ε, 1−ε], ε = 2⁻⁵² · `brier` = mean Σ_k (p_k − [truth = k])², 0 … 2 (Brier 1950).
 * 0/0 counts as 0. `byStage: true` adds `accuracy` and `error` after each stage, if the model has stages.
 *
 * Throws `leakage.scored-rows-seen`, `metric.not-training-rows`, `metric.on`, `metric.not-classes`,
 * `metric.no-truth`.
 *
 * ```ts
 * import { classification, fit, moons, predict, split, stump } from "espalier";
 * const { train, test } = split(moons({ rows: 100 }), { test: 0.3, seed: 1 });
 * const scores = classification(await predict(await fit(stump(), train), test));
 * scores.on; // "unseen"
 * scores.rows; // 30
 * ```
 */
export function classification(
  predictions: Predictions,
  options: ScoreOptions & { byStage?: boolean } = {},
  ctx: WorkContext = quietContext,
): Scores {
  const { on = "unseen", byStage = false } = options;
  const scored = scoredRows(predictions, on, ctx);
  const { classes, labels } = scored.predictions;
  const counts = countPairs(scored.truth, labels, scored.rows, classes.length);
  ctx.progress(0, 1);
  const stages = byStage ? stageScores(scored, ctx) : undefined;
  return {
    kind: "scores",
    on,
    rows: scored.rows.length,
    values: { ...countScores(counts, classes.length), ...probabilityScores(scored) },
    perClass: { classes, series: classSeries(counts, classes.length) },
    ...(stages && { byStage: stages }),
  };
}

/**
 * Share of rows predicted right. Throws as {@link classification}.
 *
 * ```ts
 * import { accuracy, fit, moons, predict, stump } from "espalier";
 * const data = moons({ rows: 100, noise: 0 });
 * accuracy(await predict(await fit(stump(), data), data), { on: "training" }) > 0.7; // true
 * ```
 */
export function accuracy(predictions: Predictions, options: ScoreOptions = {}): number {
  const { predictions: scored, truth, rows } = scoredRows(predictions, options.on ?? "unseen", quietContext);
  return shareRight(scored.labels, truth, rows);
}

function shareRight(labels: Int32Array, truth: Int32Array, rows: Uint32Array): number {
  let right = 0;
  for (const row of rows) if (labels[row] === truth[row]) right++;
  return right / rows.length;
}

function probabilityScores({ predictions, truth, rows }: ScoredRows): Record<string, number> {
  const { probabilities, classes } = predictions;
  if (probabilities === undefined) return {};
  let loss = 0;
  let squares = 0;
  for (const row of rows) {
    const start = row * classes.length;
    const ofTruth = probabilities[start + truth[row]];
    loss -= Math.log(Math.min(Math.max(ofTruth, Number.EPSILON), 1 - Number.EPSILON));
    for (let k = 0; k < classes.length; k++)
      squares += (probabilities[start + k] - (k === truth[row] ? 1 : 0)) ** 2;
  }
  return { logLoss: loss / rows.length, brier: squares / rows.length };
}

function stageScores(
  { predictions, truth, rows }: ScoredRows,
  ctx: WorkContext,
): Record<string, Float64Array> | undefined {
  if (predictions.stages === undefined) return undefined;
  const series = new Float64Array(predictions.stages.count);
  const { count } = predictions.stages;
  eachStage(predictions.stages, (labels, stage) => {
    ctx.progress(stage, count);
    series[stage] = shareRight(labels, truth, rows);
  });
  return { accuracy: series, error: series.map((share) => 1 - share) };
}
