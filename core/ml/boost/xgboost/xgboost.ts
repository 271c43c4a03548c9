/**
 * XGBoost (Chen & Guestrin 2016) as a learner: options, checks, and what a fitted ensemble predicts. The rounds are in
 * `boosted-rounds.ts`, the losses in `objectives.ts`; `fit-xgboost.ts` chooses how trees are grown.
 */
import type { Algorithm, PredictWork, RawPredictions } from "../../learner/algorithm.ts";
import { numberIn, oneOf, wholeIn } from "../../learner/options.ts";
import { addTree } from "../../tree/boosted-tree.ts";
import { float32Features } from "../../tree/presort.ts";
import type { Learner } from "../../values.ts";
import { recordStages } from "../stages.ts";
import { type BoostedEnsemble, startMargins } from "./boosted-rounds.ts";
import {
  fitXgboost,
  growths,
  type Method,
  methods,
  type ValueObjective,
  valueObjectives,
} from "./fit-xgboost.ts";
import type { HistOptions } from "./hist-rounds.ts";
import { objectiveNamed, sigmoid, softmaxed } from "./objectives.ts";

/** Parameters of {@link xgboost}. */
export type XgboostOptions = {
  /** Boosting rounds, 1 … 10,000. Default 100. */
  rounds?: number;
  /** η: factor on what each leaf says, above 0, at most 10. Default 0.3. */
  learningRate?: number;
  /** Questions from a tree's root to a leaf, at least 1. Default 6. */
  maxDepth?: number;
  /** γ: a split that gains less is pruned. Default 0. */
  gamma?: number;
  /** λ: squared penalty on what leaves say. Default 1. */
  lambda?: number;
  /** α: absolute penalty on what leaves say. Default 0. */
  alpha?: number;
  /** Least sum of hessians in a child; for squared loss, its rows. Default 1. */
  minChildWeight?: number;
  /** Largest step of a leaf before η; 0 is no limit, except for Poisson, where it is 0.7. Default 0. */
  maxDeltaStep?: number;
  /** Of numbers; classes have logistic loss when they are two, else softmax. Default `"squared"`. */
  objective?: ValueObjective;
  /** ρ of Tweedie's variance μ^ρ, above 1, below 2. Default 1.5. */
  tweediePower?: number;
  /** δ of Huber: errors well below count squared. Default 1. */
  huberSlope?: number;
  /** Where the ensemble starts: a value estimated from the target, or `baseScore`. Default `"estimated"`. */
  base?: "estimated" | "stated";
  /** The stated start, as a prediction: a probability, a mean. Default 0.5. */
  baseScore?: number;
  /**
   * How splits are found. `"hist"`: between at most `bins` bins of each feature, from sums of gradients rounded to small integers;
   * `"exact"`: every value of every feature is tried. Default `"hist"`.
   */
  method?: Method;
  /** Of `"hist"`: bins of a feature, that of missing values included, 2 … 256. Default 256. */
  bins?: number;
  /** Of `"hist"`: level by level, or the leaf that gains most first. Default `"depth-wise"`. */
  growth?: HistOptions["growth"];
  /** Of `"hist"`: leaves of a tree; 0 is no limit but the depth. Default 0. */
  maxLeaves?: number;
  /** Of `"hist"`: share of the rows each tree is grown on, above 0. Default 1. */
  subsample?: number;
  /** Of `"hist"`: share of the features each tree may ask about, above 0. Default 1. */
  columnsByTree?: number;
  /** Of `"hist"`: for draws and for the rounding of gradients. Default 0. */
  seed?: number;
};

const most = 1_000_000_000;

/**
 * Sums trees that each lower a second-order model of the loss L: with g and h its derivatives at the margins so far and G, H their
 * sums in a leaf, the leaf says w = −T(G)/(H + λ), shrunk by η, and a split gains T(G_L)²/(H_L + λ) + T(G_R)²/(H_R + λ) − T(G)²/(H + λ),
 * where T takes α off |G|; splits that gain less than γ are pruned when the tree is grown. Missing values go where they gain most.
 * `exact` equals XGBoost's own, margins to 1e-5. `hist` rounds gradients to integers whose sums are exact (Shi et al. 2022), so that a
 * tree does not depend on the number of threads; leaves are weighed by the true sums; a feature of up to 255 values has a bin for each.
 *
 * Throws `learner.number`, `learner.option`; fitting throws `kernels.memory`, `xgboost.target`, `xgboost.zero-target`, `xgboost.weights`,
 * `xgboost.base-score`, `xgboost.not-finite`.
 *
 * ```ts
 * import { accuracy, fit, moons, predict, split, xgboost } from "espalier";
 * const { train, test } = split(moons({ rows: 200, noise: 0.2, seed: 4 }), { test: 0.3, seed: 7 });
 * const model = await fit(xgboost({ rounds: 20 }), train);
 * accuracy(await predict(model, test)) > 0.85; // true
 * ```
 */
export function xgboost(options: XgboostOptions = {}): Learner {
  return {
    kind: "learner",
    algorithm: "xgboost",
    params: {
      rounds: wholeIn("rounds", options.rounds ?? 100, 1, 10_000),
      learningRate: numberIn("learningRate", options.learningRate ?? 0.3, 1e-6, 10),
      maxDepth: wholeIn("maxDepth", options.maxDepth ?? 6, 1, 1000),
      gamma: numberIn("gamma", options.gamma ?? 0, 0, most),
      lambda: numberIn("lambda", options.lambda ?? 1, 0, most),
      alpha: numberIn("alpha", options.alpha ?? 0, 0, most),
      minChildWeight: numberIn("minChildWeight", options.minChildWeight ?? 1, 0, most),
      maxDeltaStep: numberIn("maxDeltaStep", options.maxDeltaStep ?? 0, 0, most),
      objective: oneOf("objective", options.objective ?? "squared", valueObjectives),
      tweediePower: numberIn("tweediePower", options.tweediePower ?? 1.5, 1.001, 1.999),
      huberSlope: numberIn("huberSlope", options.huberSlope ?? 1, 1e-6, most),
      base: oneOf("base", options.base ?? "estimated", ["estimated", "stated"]),
      baseScore: numberIn("baseScore", options.baseScore ?? 0.5, -most, most),
      method: oneOf("method", options.method ?? "hist", methods),
      bins: wholeIn("bins", options.bins ?? 256, 2, 256),
      growth: oneOf("growth", options.growth ?? "depth-wise", growths),
      maxLeaves: wholeIn("maxLeaves", options.maxLeaves ?? 0, 0, 1_000_000),
      subsample: numberIn("subsample", options.subsample ?? 1, 1e-6, 1),
      columnsByTree: numberIn("columnsByTree", options.columnsByTree ?? 1, 1e-6, 1),
      seed: wholeIn("seed", options.seed ?? 0, -most, most),
    },
    parts: {},
    abilities: {
      tasks: ["classification", "regression"],
      weights: true,
      missing: true,
      categories: false,
      probabilities: true,
      multiclass: true,
    },
  };
}

/** XGBoost as `fit` and `predict` know it. */
export const xgboostAlgorithm: Algorithm<BoostedEnsemble> = {
  name: "xgboost",
  fit: fitXgboost,
  predict: (work) => (work.classes.length > 0 ? predictClasses(work) : predictValues(work)),
};

/** Stages of numbers are kept up to this many (80 MB). */
const mostStaged = 10_000_000;

function predictValues({ body, data, want, ctx }: PredictWork<BoostedEnsemble>): RawPredictions {
  const rows = data.rowCount;
  const { trees } = body;
  const keeps = want === "everything" && trees.length * rows <= mostStaged;
  const kept = new Float64Array(new SharedArrayBuffer(keeps ? trees.length * rows * 8 : 0));
  const says = objectiveNamed(body.objective)?.fromMargin ?? ((margin: number) => margin);
  const margins = byRound({ body, data, ctx }, (sofar, round) => {
    if (keeps) kept.set(Float64Array.from(sofar, says), round * rows);
  });
  return {
    task: "regression",
    values: Float64Array.from(margins, says),
    ...(keeps && { staged: { count: trees.length, values: kept } }),
  };
}

function predictClasses({ body, data, classes, want, ctx }: PredictWork<BoostedEnsemble>): RawPredictions {
  const labels = new Int32Array(data.rowCount).fill(-1);
  const stages = recordStages();
  const rounds = body.trees.length / body.groups;
  const margins = byRound({ body, data, ctx }, (sofar, round) => {
    if (want === "labels" && round + 1 < rounds) return;
    for (let row = 0; row < labels.length; row++) {
      const label = labelOf(sofar, row, body.groups);
      if (label === labels[row]) continue;
      labels[row] = label;
      stages.changed(row, label);
    }
    stages.end(labels);
  });
  if (want === "labels") return { task: "classification", labels };
  const probabilities = probabilitiesOf(margins, classes.length, body.groups);
  return { task: "classification", labels, probabilities, stages: stages.finish() };
}

/** The margins at the end; `ended` sees them after each round. `[rows, groups]` */
function byRound(
  { body, data, ctx }: Pick<PredictWork<BoostedEnsemble>, "body" | "data" | "ctx">,
  ended: (margins: Float32Array, round: number) => void,
): Float32Array {
  const { trees, groups, start } = body;
  const features = float32Features(data);
  const margins = startMargins(start, data.rowCount);
  trees.forEach((tree, at) => {
    ctx.progress(at, trees.length);
    addTree(tree, features, margins, { from: 0, to: data.rowCount, width: groups, group: at % groups });
    if (at % groups === groups - 1) ended(margins, Math.floor(at / groups));
  });
  ctx.progress(trees.length, trees.length);
  return margins;
}

/** The class with the largest margin, the first of equals; of two classes the second above 0. */
function labelOf(margins: Float32Array, row: number, groups: number): number {
  if (groups === 1) return margins[row] > 0 ? 1 : 0;
  let best = 0;
  for (let group = 1; group < groups; group++)
    if (margins[row * groups + group] > margins[row * groups + best]) best = group;
  return best;
}

function probabilitiesOf(margins: Float32Array, classes: number, groups: number): Float64Array {
  const rows = margins.length / groups;
  const probabilities = new Float64Array(rows * classes);
  for (let row = 0; row < rows; row++) {
    if (groups === 1) {
      const second = sigmoid(margins[row]);
      probabilities[2 * row] = 1 - second;
      probabilities[2 * row + 1] = second;
      continue;
    }
    const shares = margins.slice(row * groups, (row + 1) * groups);
    softmaxed(shares);
    const sum = shares.reduce((total, share) => total + share, 0);
    // float32 shares sum to 1 only to seven digits.
    for (let group = 0; group < groups; group++) probabilities[row * classes + group] = shares[group] / sum;
  }
  return probabilities;
}
