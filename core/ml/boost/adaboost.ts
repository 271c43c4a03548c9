/**
 * AdaBoost, discrete, for K classes (SAMME) and for numbers (R2), step by step as scikit-learn's `AdaBoostClassifier` and
 * `AdaBoostRegressor` compute it. This file is the learner and its checks; the rounds are in `rounds.ts` and
 * `value-rounds.ts`. It knows no particular weak learner.
 */
import { fail } from "../../base/diagnostic.ts";
import type { Abilities } from "../../base/table-facts.ts";
import type { Algorithm, FittedPart, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { oneOf } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { boost } from "./rounds.ts";
import { recordStages } from "./stages.ts";
import { type BoostLoss, boostLosses, boostValues, medianOfRounds } from "./value-rounds.ts";
import { addVotes, noVotes, voteProbabilities } from "./votes.ts";

/** How a round's distribution D_m reaches the weak learner. */
export type RoundMode = "re-weight" | "re-sample";

/** Parameters of {@link adaBoost}. */
export type AdaBoostOptions = {
  /** Boosting rounds M, 1 … 10,000. Default 50. */
  rounds?: number;
  /** Factor on every learner weight α_m, above 0. Default 1. */
  learningRate?: number;
  /** Default `"re-weight"`. */
  each?: RoundMode;
  /** Of numbers: how an error counts. Default `"linear"`. */
  loss?: BoostLoss;
  /** Used by `"re-sample"` only. Default 0. */
  seed?: number;
};

/** The fitted learners and their say: α in SAMME form, or ln(1/β) of R2. `[rounds]` */
export type AdaBoostBody = { rounds: readonly FittedPart[]; alphas: Float64Array };

/**
 * Boosts a weak learner: D₁(i) = 1/n, or the sample weights over their sum; in round m the learner h_m is fitted to
 * D_m, e_m = Σ_i D_m(i)·[h_m(x_i) ≠ y_i], α_m = ln((1−e_m)/e_m) + ln(K−1), and
 * D_{m+1}(i) ∝ D_m(i)·exp(α_m·[h_m(x_i) ≠ y_i]). The ensemble says argmax_k Σ_m α_m·[h_m(x) = k]
 * (Freund & Schapire 1997; Zhu, Zou, Rosset & Hastie 2009, algorithm 2). For two classes α_m is twice the
 * ½·ln((1−e_m)/e_m) of the textbooks; the trace has both.
 *
 * `each: "re-weight"` gives the learner D_m as sample weights; `"re-sample"` draws n rows by D_m for it. Training
 * ends early when a learner makes no mistake (it gets weight 1) or is no better than chance, e_m ≥ 1 − 1/K (it is
 * dropped; in the first round that is the error `adaboost.worse-than-chance`). A re-sampling round draws up to ten
 * training sets before it is held to be no better than chance: the previous learner, whose error under D_m is exactly
 * chance, is easily drawn once more.
 *
 * Numbers (AdaBoost.R2; Drucker 1997): with the largest error E = max |ŷ−y| of the round, L_i is |ŷ_i−y_i|/E, its
 * square, or 1 − exp(−|ŷ_i−y_i|/E); L̄ = Σ D(i)·L_i, β = L̄/(1−L̄), α = η·ln(1/β), and
 * D_{m+1}(i) ∝ D_m(i)·β^(η·(1−L_i)). The ensemble says the weighted median of its learners. It ends at L̄ ≥ ½. As
 * published it draws its training sets: `each: "re-sample"`.
 *
 * Throws `adaboost.rounds`, `adaboost.learning-rate`, `adaboost.mode`, `learner.option`, `learner.seed`,
 * `adaboost.learner-needs-weights`.
 *
 * ```ts
 * import { adaBoost, accuracy, fit, moons, predict, split, stump } from "espalier";
 * const { train, test } = split(moons({ rows: 200, noise: 0.2, seed: 4 }), { test: 0.3, seed: 7 });
 * const model = await fit(adaBoost(stump(), { rounds: 30 }), train);
 * accuracy(await predict(model, test)) > 0.85; // true
 * ```
 */
export function adaBoost(learner: Learner, options: AdaBoostOptions = {}): Learner {
  const { rounds = 50, learningRate = 1, each = "re-weight", seed = 0 } = options;
  const { abilities, algorithm } = learner;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 10_000) fail("adaboost.rounds", { rounds });
  if (!(learningRate > 0 && Number.isFinite(learningRate))) fail("adaboost.learning-rate", { learningRate });
  if (each !== "re-weight" && each !== "re-sample") fail("adaboost.mode", { each: String(each) });
  if (!Number.isInteger(seed)) fail("learner.seed", { seed });
  if (each === "re-weight" && !abilities.weights)
    fail("adaboost.learner-needs-weights", { learner: algorithm });
  return {
    kind: "learner",
    algorithm: "adaboost",
    params: { rounds, learningRate, each, loss: oneOf("loss", options.loss ?? "linear", boostLosses), seed },
    parts: { learner },
    abilities: boostedAbilities(abilities),
  };
}

/** What a boosted learner can do: the tasks of its part, always with weights, and shares of the vote for classes. */
export function boostedAbilities(part: Abilities): Abilities {
  return { ...part, weights: true, probabilities: part.tasks.includes("classification") };
}

/** AdaBoost as `fit` and `predict` know it. */
export const adaBoostAlgorithm: Algorithm<AdaBoostBody> = {
  name: "adaboost",
  fit: (work) => (work.data.target.task === "classification" ? boost(work) : boostValues(work)),
  predict: (work) => (work.classes.length > 0 ? predictVote(work) : medianOfRounds(work)),
};

function predictVote(work: PredictWork<AdaBoostBody>): RawPredictions {
  const { body, data, classes, want, ctx, tools } = work;
  const votes = noVotes(data.rowCount, classes.length);
  const stages = recordStages();
  body.rounds.forEach((part, m) => {
    ctx.progress(m, body.rounds.length);
    const raw = tools.predict(part, data, classes, "labels", ctx);
    if (raw.task !== "classification") fail("adaboost.learner-needs-classes", { learner: part.algorithm });
    addVotes(votes, raw.labels, body.alphas[m], stages.changed);
    stages.end(votes.labels);
  });
  ctx.progress(body.rounds.length, body.rounds.length);
  if (want === "labels") return { task: "classification", labels: votes.labels };
  const probabilities = voteProbabilities(votes);
  return { task: "classification", labels: votes.labels, probabilities, stages: stages.finish() };
}
