/**
 * Gradient boosted regression trees as Friedman published them, step by step as scikit-learn's
 * `GradientBoostingClassifier` and `GradientBoostingRegressor` compute them. This file is the learner and its predictions;
 * the rounds are in `gbdt-rounds.ts`, the losses in `gbdt-losses.ts`.
 */
import type { Algorithm, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import { type Presorted, presort } from "../tree/presort.ts";
import type { Learner } from "../values.ts";
import { addTree, type GbdtBody, startOf } from "./gbdt-body.ts";
import { type ClassLoss, classLosses, sigmoid, type ValueLoss, valueLosses } from "./gbdt-losses.ts";
import { boostGradients } from "./gbdt-rounds.ts";
import { recordStages } from "./stages.ts";

/** Parameters of {@link gbdt}. */
export type GbdtOptions = {
  /** Boosting rounds M, 1 … 10,000. Default 100. */
  rounds?: number;
  /** Shrinkage ν: the part of each tree that is added, above 0, at most 10. Default 0.1. */
  learningRate?: number;
  /** Of numbers. Default `"squared"`. */
  loss?: ValueLoss;
  /** Of classes; `"exponential"` (AdaBoost's loss) is for two. Default `"deviance"`. */
  classLoss?: ClassLoss;
  /** The quantile of `"quantile"`; for `"huber"` the share of residuals that count squared. Default 0.9. */
  alpha?: number;
  /** Share of the rows that each round draws, without replacement (stochastic gradient boosting). Default 1. */
  subsample?: number;
  /** Questions from a tree's root to a leaf, at most; 0 is no limit. Default 3. */
  maxDepth?: number;
  /** Leaves of a tree, at most, the most improving split first; 0 is no limit. Default 0. */
  maxLeafNodes?: number;
  /** A node of fewer rows is a leaf. Default 2. */
  minSamplesSplit?: number;
  /** No child has fewer rows. Default 1. */
  minSamplesLeaf?: number;
  /** A split must improve the weighted variance of the negative gradients by as much. Default 0. */
  minImpurityDecrease?: number;
  /** Share of the features that each node looks at, at least one. Default 1. */
  maxFeatures?: number;
  /** Rounds without improvement on a validation part before training stops; 0 trains all rounds. Default 0. */
  patience?: number;
  /** Share of the rows that is the validation part, if there is one. Default 0.1. */
  validation?: number;
  /** What counts as an improvement of the validation loss. Default 0.0001. */
  tolerance?: number;
  /** Of the rows of rounds and validation, and the features of nodes. Default 0. */
  seed?: number;
};

const most = 1_000_000_000;

/**
 * Sums regression trees along the negative gradient of a loss L: F₀ is the best constant, and in round m a CART is fitted to
 * r_i = −∂L/∂F(x_i) at F_{m−1}, every leaf gets the value that lowers L most (one Newton step where no formula gives it), and
 * F_m = F_{m−1} + ν·h_m (Friedman 2001, "Greedy function approximation: a gradient boosting machine", algorithms 1–6;
 * Friedman 2002, "Stochastic gradient boosting"). For squared loss r is the residual y − F; for absolute loss its sign.
 *
 * Numbers: `squared`, `absolute`, `huber` (δ of a round is the quantile `alpha` of |y − F|), `quantile`. Classes: binomial
 * or, with K trees a round, multinomial `deviance`; `exponential` for two. Trees are those of `tree` under the squared
 * criterion: ties go to the first feature, and missing cells go to the side that is better.
 *
 * With `subsample` below 1 a round sees ⌊subsample·n⌋ rows, and the rest of them measures it: the trace has their loss and
 * by how much the round has lowered it. With `patience` a validation part is drawn (stratified for classes), no tree sees
 * it, and training stops with the first round whose loss there is not below any of the last `patience` ones by `tolerance`.
 * Its rows count as seen by the model, because they decided how many rounds there are.
 *
 * Throws `learner.number`, `learner.option`; fitting throws `gbdt.validation-too-small`.
 *
 * ```ts
 * import { fit, friedman1, gbdt, predict, regression, split } from "espalier";
 * const { train, test } = split(friedman1({ rows: 300, seed: 3 }), { test: 0.3, seed: 1 });
 * const model = await fit(gbdt({ rounds: 60 }), train);
 * regression(await predict(model, test)).values.r2 > 0.8; // true
 * ```
 */
export function gbdt(options: GbdtOptions = {}): Learner {
  const classLoss = oneOf("classLoss", options.classLoss ?? "deviance", classLosses);
  return {
    kind: "learner",
    algorithm: "gbdt",
    params: {
      rounds: wholeIn("rounds", options.rounds ?? 100, 1, 10_000),
      learningRate: numberIn("learningRate", options.learningRate ?? 0.1, 1e-6, 10),
      loss: oneOf("loss", options.loss ?? "squared", valueLosses),
      classLoss,
      alpha: numberIn("alpha", options.alpha ?? 0.9, 0.001, 0.999),
      subsample: numberIn("subsample", options.subsample ?? 1, 0.001, 1),
      maxDepth: wholeIn("maxDepth", options.maxDepth ?? 3, 0, most),
      maxLeafNodes: wholeIn("maxLeafNodes", options.maxLeafNodes ?? 0, 0, most),
      minSamplesSplit: wholeIn("minSamplesSplit", options.minSamplesSplit ?? 2, 2, most),
      minSamplesLeaf: wholeIn("minSamplesLeaf", options.minSamplesLeaf ?? 1, 1, most),
      minImpurityDecrease: numberIn("minImpurityDecrease", options.minImpurityDecrease ?? 0, 0, most),
      maxFeatures: numberIn("maxFeatures", options.maxFeatures ?? 1, 0.001, 1),
      patience: wholeIn("patience", options.patience ?? 0, 0, 10_000),
      validation: numberIn("validation", options.validation ?? 0.1, 0.001, 0.999),
      tolerance: numberIn("tolerance", options.tolerance ?? 1e-4, 0, most),
      seed: wholeIn("seed", options.seed ?? 0, -most, most * 4),
    },
    parts: {},
    abilities: {
      tasks: ["classification", "regression"],
      weights: true,
      missing: true,
      categories: false,
      probabilities: true,
      multiclass: classLoss === "deviance",
    },
  };
}

/** Gradient boosting as `fit` and `predict` know it. */
export const gbdtAlgorithm: Algorithm<GbdtBody, Presorted> = {
  name: "gbdt",
  prepare: presort,
  fit: boostGradients,
  predict: (work) => (work.classes.length > 0 ? predictClasses(work) : predictValues(work)),
};

/** Stages of numbers are kept up to this many (80 MB). */
const mostStaged = 10_000_000;

function predictValues({ body, data, want, ctx }: PredictWork<GbdtBody>): RawPredictions {
  const { trees } = body;
  const { F, features } = startOf(body, data);
  const [sum] = F;
  const rows = data.rowCount;
  const keeps = want === "everything" && trees.length * rows <= mostStaged;
  const kept = new Float64Array(new SharedArrayBuffer(keeps ? trees.length * rows * 8 : 0));
  trees.forEach((tree, m) => {
    addTree(sum, tree, body.rate, features, () => ctx.progress(m, trees.length));
    if (keeps) kept.set(sum, m * rows);
  });
  ctx.progress(trees.length, trees.length);
  return {
    task: "regression",
    values: sum,
    ...(keeps && { staged: { count: trees.length, values: kept } }),
  };
}

function predictClasses({ body, data, classes, want, ctx }: PredictWork<GbdtBody>): RawPredictions {
  const { trees, width } = body;
  const { F, features } = startOf(body, data);
  const labels = new Int32Array(data.rowCount).fill(-1);
  const stages = recordStages();
  trees.forEach((tree, at) => {
    addTree(F[at % width], tree, body.rate, features, () => ctx.progress(at, trees.length));
    if (want === "labels" && at + 1 < trees.length) return;
    if (at % width !== width - 1) return;
    for (let row = 0; row < labels.length; row++) {
      const label = labelOf(F, row);
      if (label === labels[row]) continue;
      labels[row] = label;
      stages.changed(row, label);
    }
    stages.end(labels);
  });
  ctx.progress(trees.length, trees.length);
  if (want === "labels") return { task: "classification", labels };
  const probabilities = probabilitiesOf(body, F, classes.length);
  return { task: "classification", labels, probabilities, stages: stages.finish() };
}

function labelOf(F: readonly Float64Array[], row: number): number {
  if (F.length === 1) return F[0][row] >= 0 ? 1 : 0;
  let best = 0;
  for (let k = 1; k < F.length; k++) if (F[k][row] > F[best][row]) best = k;
  return best;
}

/** σ(F), σ(2F) for the exponential loss, or softmax over the classes. `[rows, classes]` */
function probabilitiesOf({ loss }: GbdtBody, F: readonly Float64Array[], classes: number): Float64Array {
  const rows = F[0].length;
  const probabilities = new Float64Array(rows * classes);
  for (let row = 0; row < rows; row++) {
    const start = row * classes;
    if (F.length === 1) {
      const times = loss === "exponential" ? 2 : 1;
      probabilities[start] = sigmoid(-times * F[0][row]);
      probabilities[start + 1] = sigmoid(times * F[0][row]);
      continue;
    }
    let top = F[0][row];
    for (let k = 1; k < classes; k++) top = Math.max(top, F[k][row]);
    let total = 0;
    for (let k = 0; k < classes; k++) {
      probabilities[start + k] = Math.exp(F[k][row] - top);
      total += probabilities[start + k];
    }
    for (let k = 0; k < classes; k++) probabilities[start + k] /= total;
  }
  return probabilities;
}
