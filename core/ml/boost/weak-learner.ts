/** One round's learner, fitted to D_m by weights or by drawing a training set, and what it says of all training rows. */
import { randomStream } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import type { FittedPart, FitWork, RawPredictions } from "../learner/algorithm.ts";
import { countDistinct, drawByWeight, takeData } from "./re-sample.ts";

/** `draw` counts the training sets that were drawn for the same round before. */
export type WeakLearner = (
  round: number,
  weights: Float64Array,
  draw: number,
) => { part: FittedPart; raw: RawPredictions; distinctRows?: number };

/** The part `learner` of a booster, ready for its rounds; sorted features and the like are prepared once. */
export function weakLearner(work: FitWork<undefined>, classes: readonly string[]): WeakLearner {
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
    return { part, raw, ...(drawn && { distinctRows: countDistinct(drawn) }) };
  };
}

/** The parameters of the fit, typed. */
export function settings({ learner: { params, parts } }: FitWork<undefined>) {
  return {
    learner: parts.learner,
    rounds: Number(params.rounds),
    learningRate: Number(params.learningRate),
    resample: params.each === "re-sample",
    loss: params.loss,
    seed: Number(params.seed),
  };
}

/** Progress of the part becomes a bare cancellation point: the user sees rounds, not features. */
function within(ctx: WorkContext, round: number, rounds: number): WorkContext {
  return { progress: () => ctx.progress(round, rounds), warn: ctx.warn, preview: () => undefined };
}
