/**
 * The boosting rounds of AdaBoost.R2, for numbers, in the order of scikit-learn 1.9 (`AdaBoostRegressor._boost`), and the
 * weighted median by which its learners are asked.
 */
import { fail, problem, warning } from "../../base/diagnostic.ts";
import type { Fitted, FittedPart, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import type { AdaBoostBody } from "./adaboost.ts";
import { recordTrace } from "./boosting-trace.ts";
import { clip, initialWeights, normalize } from "./sample-weights.ts";
import { settings, weakLearner } from "./weak-learner.ts";

export const boostLosses = ["linear", "square", "exponential"] as const;
export type BoostLoss = (typeof boostLosses)[number];

const series = ["alpha", "averageLoss", "largestError"] as const;

/** Warns `adaboost.stopped-at-half`, `adaboost.perfect-learner` (for information) and `adaboost.weights-overflow`. */
export function boostValues(work: FitWork<undefined>): Fitted<AdaBoostBody> {
  const { data, ctx } = work;
  const { rounds, learningRate, resample, loss } = settings(work);
  const { values: truth } = numericTarget(work);
  const weights = initialWeights(data);
  const zeroFromTheStart = Uint8Array.from(weights, (weight) => (weight === 0 ? 1 : 0));
  const fitWeakLearner = weakLearner(work, []);
  const record = recordTrace(data.rowCount, rounds, resample ? [...series, "distinctRows"] : series);
  const parts: FittedPart[] = [];
  const alphas: number[] = [];
  const losses = new Float64Array(data.rowCount);

  for (let m = 0; m < rounds; m++) {
    clip(weights, zeroFromTheStart);
    record.keepWeights(weights);
    const { part, raw, distinctRows } = fitWeakLearner(m, weights, 0);
    if (raw.task !== "regression") fail("adaboost.learner-needs-values", { learner: part.algorithm });
    const largestError = lossesOf(raw.values, truth, weights, loss, losses);
    let averageLoss = 0;
    for (let row = 0; row < losses.length; row++) averageLoss += weights[row] * losses[row];
    const perfect = averageLoss <= 0;
    if (averageLoss >= 0.5) {
      ctx.warn(warning("adaboost.stopped-at-half", { round: m + 1, rounds, averageLoss }));
      if (m > 0) break;
    }

    const odds = averageLoss / (1 - averageLoss);
    // A first learner no better than that is all there is: it gets the only vote.
    const alpha = perfect || averageLoss >= 0.5 ? 1 : learningRate * Math.log(1 / odds);
    parts.push(part);
    alphas.push(alpha);
    record.add({ alpha, averageLoss, largestError, distinctRows: distinctRows ?? Number.NaN });
    ctx.progress(m + 1, rounds);
    ctx.preview(record.live);

    if (perfect)
      ctx.warn({ ...problem("adaboost.perfect-learner", { round: m + 1, rounds }), severity: "info" });
    if (perfect || averageLoss >= 0.5) break;
    if (m + 1 === rounds) break;
    for (let row = 0; row < losses.length; row++)
      if (weights[row] > 0) weights[row] *= odds ** ((1 - losses[row]) * learningRate);
    if (!normalize(weights)) {
      ctx.warn(warning("adaboost.weights-overflow", { round: m + 1, rounds, learningRate }));
      break;
    }
  }
  return { body: { rounds: parts, alphas: Float64Array.from(alphas) }, trace: record.trace() };
}

/** L_i of each row from |ŷ − y| over the largest of them, which is returned. Rows of weight 0 do not count. */
function lossesOf(
  predicted: Float64Array,
  truth: Float64Array,
  weights: Float64Array,
  loss: unknown,
  into: Float64Array,
): number {
  let largest = 0;
  for (let row = 0; row < into.length; row++) {
    into[row] = weights[row] > 0 ? Math.abs(predicted[row] - truth[row]) : 0;
    largest = Math.max(largest, into[row]);
  }
  for (let row = 0; row < into.length; row++) {
    const share = largest > 0 ? into[row] / largest : 0;
    into[row] = loss === "square" ? share * share : loss === "exponential" ? 1 - Math.exp(-share) : share;
  }
  return largest;
}

/** The weighted median of the learners: the smallest ŷ_m with at least half of all say at or below it. */
export function medianOfRounds({ body, data, ctx, tools }: PredictWork<AdaBoostBody>): RawPredictions {
  const { rounds, alphas } = body;
  const said = rounds.map((part, m) => {
    ctx.progress(m, rounds.length);
    const raw = tools.predict(part, data, [], "labels", ctx);
    if (raw.task !== "regression") fail("adaboost.learner-needs-values", { learner: part.algorithm });
    return raw.values;
  });
  const half = alphas.reduce((sum, alpha) => sum + alpha, 0) / 2;
  const values = new Float64Array(data.rowCount);
  const order = Array.from(rounds.keys());
  for (let row = 0; row < values.length; row++) {
    if (row % 1024 === 0) ctx.progress(rounds.length, rounds.length);
    order.sort((a, b) => said[a][row] - said[b][row] || a - b);
    let below = 0;
    const median = order.find((m) => {
      below += alphas[m];
      return below >= half;
    });
    values[row] = said[median ?? order[order.length - 1]][row];
  }
  return { task: "regression", values };
}

function numericTarget({ data: { target } }: FitWork<undefined>) {
  if (target.task === "regression") return target;
  return fail("fit.task", { column: "", task: target.task, can: ["regression"] });
}
