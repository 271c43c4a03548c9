/**
 * The boosting rounds of AdaBoost, in the order and with the safeguards of scikit-learn 1.9
 * (`BaseWeightBoosting.fit` and `AdaBoostClassifier._boost`), so that α_m and e_m agree to rounding.
 */
import { fail, problem, warning } from "../../base/diagnostic.ts";
import type { Fitted, FittedPart, FitWork, LearningData, RawPredictions } from "../learner/algorithm.ts";
import type { AdaBoostBody } from "./adaboost.ts";
import { recordTrace } from "./boosting-trace.ts";
import { clip, initialWeights, reweight, weightedError } from "./sample-weights.ts";
import { addVotes, noVotes } from "./votes.ts";
import { settings, weakLearner } from "./weak-learner.ts";

const series = ["alpha", "alphaHalf", "error", "trainingError", "bound"] as const;

/** Training sets that a re-sampling round may draw before it counts as no better than chance. */
const mostDraws = 10;

/**
 * Runs the rounds; a cancel is noticed in every round and inside the weak learner's own scans.
 * Throws `adaboost.worse-than-chance`; warns `adaboost.stopped-at-chance`, `adaboost.perfect-learner` (for
 * information) and `adaboost.weights-overflow`.
 */
export function boost(work: FitWork<undefined>): Fitted<AdaBoostBody> {
  const { data, ctx } = work;
  const { rounds, learningRate, resample } = settings(work);
  const { classes, codes } = classTarget(data);
  const chance = 1 - 1 / classes.length;
  const weights = initialWeights(data);
  const zeroFromTheStart = Uint8Array.from(weights, (weight) => (weight === 0 ? 1 : 0));
  const fitWeakLearner = weakLearner(work, classes);
  const votes = noVotes(data.rowCount, classes.length);
  const record = recordTrace(data.rowCount, rounds, resample ? [...series, "distinctRows"] : series);
  const parts: FittedPart[] = [];
  const alphas: number[] = [];
  // The exponential bound is a theorem for two classes, uniform D₁, the whole α, and learners that see D_m itself.
  const bounded = classes.length === 2 && !resample && learningRate === 1 && data.weights === undefined;
  let bound = bounded ? 1 : Number.NaN;

  for (let m = 0; m < rounds; m++) {
    clip(weights, zeroFromTheStart);
    record.keepWeights(weights);
    let { part, raw, distinctRows } = fitWeakLearner(m, weights, 0);
    let labels = labelsOf(raw, part);
    let error = weightedError(weights, labels, codes);
    // A learner may be no better than chance by the luck of the draw alone; only many such draws mean something.
    for (let draw = 1; resample && error >= chance && draw < mostDraws; draw++) {
      ({ part, raw, distinctRows } = fitWeakLearner(m, weights, draw));
      labels = labelsOf(raw, part);
      error = weightedError(weights, labels, codes);
    }
    if (error >= chance) {
      if (m === 0) fail("adaboost.worse-than-chance", { learner: part.algorithm, error, chance });
      ctx.warn(warning("adaboost.stopped-at-chance", { round: m + 1, rounds, error, chance }));
      break;
    }

    const logOdds = error > 0 ? Math.log((1 - error) / error) : 1;
    const alpha = error > 0 ? learningRate * (logOdds + Math.log(classes.length - 1)) : 1;
    parts.push(part);
    alphas.push(alpha);
    addVotes(votes, labels, alpha);
    bound *= 2 * Math.sqrt(error * (1 - error));
    record.add({
      alpha,
      alphaHalf: classes.length === 2 ? logOdds / 2 : Number.NaN,
      error,
      trainingError: shareWrong(votes.labels, codes),
      bound,
      distinctRows: distinctRows ?? Number.NaN,
    });
    ctx.progress(m + 1, rounds);
    ctx.preview(record.live);

    if (error <= 0) {
      ctx.warn({ ...problem("adaboost.perfect-learner", { round: m + 1, rounds }), severity: "info" });
      break;
    }
    if (m + 1 < rounds && !reweight(weights, labels, codes, alpha)) {
      ctx.warn(warning("adaboost.weights-overflow", { round: m + 1, rounds, learningRate }));
      break;
    }
  }
  return { body: { rounds: parts, alphas: Float64Array.from(alphas) }, trace: record.trace() };
}

function labelsOf(raw: RawPredictions, part: FittedPart): Int32Array {
  if (raw.task === "classification") return raw.labels;
  return fail("adaboost.learner-needs-classes", { learner: part.algorithm });
}

function classTarget({ target }: LearningData) {
  if (target.task === "classification") return target;
  return fail("fit.task", { column: "", task: target.task, can: ["classification"] });
}

function shareWrong(labels: Int32Array, codes: Int32Array): number {
  let wrong = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] !== codes[row]) wrong++;
  return wrong / labels.length;
}
