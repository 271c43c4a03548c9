/**
 * The boosting rounds of AdaBoost, in the order and with the safeguards of scikit-learn 1.9
 * (`BaseWeightBoosting.fit` and `AdaBoostClassifier._boost`), so that α_m and e_m agree to rounding.
 */
import { fail, problem, warning } from "../../base/diagnostic.ts";
import { randomStream } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import type { Fitted, FittedPart, FitWork, LearningData } from "../learner/algorithm.ts";
import type { AdaBoostBody } from "./adaboost.ts";
import { recordTrace } from "./boosting-trace.ts";
import { countDistinct, drawByWeight, takeData } from "./re-sample.ts";
import { clip, initialWeights, reweight, weightedError } from "./sample-weights.ts";
import { addVotes, noVotes } from "./votes.ts";

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
  const record = recordTrace(data.rowCount, rounds, resample);
  const parts: FittedPart[] = [];
  const alphas: number[] = [];
  // The exponential bound is a theorem for two classes, uniform D₁, the whole α, and learners that see D_m itself.
  const bounded = classes.length === 2 && !resample && learningRate === 1 && data.weights === undefined;
  let bound = bounded ? 1 : Number.NaN;

  for (let m = 0; m < rounds; m++) {
    clip(weights, zeroFromTheStart);
    record.keepWeights(weights);
    let { part, labels, distinctRows } = fitWeakLearner(m, weights, 0);
    let error = weightedError(weights, labels, codes);
    // A learner may be no better than chance by the luck of the draw alone; only many such draws mean something.
    for (let draw = 1; resample && error >= chance && draw < mostDraws; draw++) {
      ({ part, labels, distinctRows } = fitWeakLearner(m, weights, draw));
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
    addVotes(votes, labels, alpha, () => undefined);
    bound *= 2 * Math.sqrt(error * (1 - error));
    record.add({
      alpha,
      alphaHalf: classes.length === 2 ? logOdds / 2 : Number.NaN,
      error,
      trainingError: shareWrong(votes.labels, codes),
      bound,
      ...(distinctRows !== undefined && { distinctRows }),
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

type WeakLearner = (
  round: number,
  weights: Float64Array,
  draw: number,
) => { part: FittedPart; labels: Int32Array; distinctRows?: number };

/** Fits one round's learner to D_m, by weights or by drawing, and lets it label all training rows. */
function weakLearner(work: FitWork<undefined>, classes: readonly string[]): WeakLearner {
  const { data, ctx, tools } = work;
  const { learner, rounds, resample, seed } = settings(work);
  ctx.progress(0, rounds);
  const prepared = resample ? undefined : tools.prepare(learner, data, within(ctx, 0, rounds));

  return (round, weights, draw) => {
    const inner = within(ctx, round, rounds);
    const purpose = `adaboost/round/${round + 1}${draw === 0 ? "" : `/draw/${draw + 1}`}`;
    const drawn = resample ? drawByWeight(weights, randomStream(seed, purpose), inner) : undefined;
    const part = drawn
      ? tools.fit(learner, takeData(data, drawn, inner), inner)
      : tools.fit(learner, { ...data, weights }, inner, prepared);
    const raw = tools.predict(part, data, classes, "labels", inner);
    if (raw.task !== "classification") fail("adaboost.learner-needs-classes", { learner: learner.algorithm });
    return { part, labels: raw.labels, ...(drawn && { distinctRows: countDistinct(drawn) }) };
  };
}

/** Progress of the part becomes a bare cancellation point: the user sees rounds, not features. */
function within(ctx: WorkContext, round: number, rounds: number): WorkContext {
  return { progress: () => ctx.progress(round, rounds), warn: ctx.warn, preview: () => undefined };
}

function settings({ learner: { params, parts } }: FitWork<undefined>) {
  return {
    learner: parts.learner,
    rounds: Number(params.rounds),
    learningRate: Number(params.learningRate),
    resample: params.each === "re-sample",
    seed: Number(params.seed),
  };
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
