/** Every learner that the estimator checks go over, and the checks that one of them may fail, each with its reason. */
import { naiveBayes } from "../../core/ml/bayes/naive-bayes.ts";
import { adaBoost } from "../../core/ml/boost/adaboost.ts";
import { gbdt } from "../../core/ml/boost/gbdt.ts";
import { xgboost } from "../../core/ml/boost/xgboost/xgboost.ts";
import { constant } from "../../core/ml/constant/constant.ts";
import { linear } from "../../core/ml/linear/linear.ts";
import { logistic } from "../../core/ml/linear/logistic.ts";
import { knn } from "../../core/ml/neighbours/knn.ts";
import { perceptron } from "../../core/ml/perceptron/perceptron.ts";
import { impute } from "../../core/ml/prepare/impute.ts";
import { oneHot } from "../../core/ml/prepare/one-hot.ts";
import { ordinal } from "../../core/ml/prepare/ordinal.ts";
import { pca } from "../../core/ml/prepare/pca.ts";
import { standardize } from "../../core/ml/prepare/standardize.ts";
import { svm } from "../../core/ml/svm/svm.ts";
import { stump } from "../../core/ml/tree/stump.ts";
import { tree } from "../../core/ml/tree/tree.ts";
import type { Learner } from "../../core/ml/values.ts";

export const learners: Readonly<Record<string, Learner>> = {
  constant: constant(),
  "constant, median": constant({ value: "median" }),
  stump: stump(),
  tree: tree(),
  "tree, limited": tree({
    criterion: "entropy",
    valueCriterion: "absolute",
    maxLeafNodes: 6,
    ccpAlpha: 0.001,
  }),
  "tree, balanced": tree({ maxDepth: 3, classWeights: "balanced" }),
  logistic: logistic({ tolerance: 1e-9 }),
  "logistic, l1": logistic({ penalty: "l1", tolerance: 1e-9 }),
  "logistic, balanced": logistic({ classWeights: "balanced", tolerance: 1e-9 }),
  linear: linear(),
  ridge: linear({ penalty: "ridge" }),
  lasso: linear({ penalty: "lasso", alpha: 0.01, tolerance: 1e-12 }),
  knn: knn({ k: 3 }),
  "knn, by distance": knn({ k: 4, weights: "distance", metric: "manhattan" }),
  "naive-bayes": naiveBayes(),
  perceptron: perceptron({ maxPasses: 20 }),
  svm: svm({ tolerance: 1e-9 }),
  "svm, linear": svm({ kernel: "linear", tolerance: 1e-9, classWeights: "balanced" }),
  adaboost: adaBoost(tree({ maxDepth: 2 }), { rounds: 5 }),
  "adaboost, drawn": adaBoost(tree({ maxDepth: 2 }), { rounds: 5, each: "re-sample", seed: 3 }),
  gbdt: gbdt({ rounds: 15, maxDepth: 2 }),
  "gbdt, robust": gbdt({ rounds: 15, loss: "huber", maxDepth: 0, maxLeafNodes: 4, minSamplesLeaf: 3 }),
  "gbdt, of two": gbdt({ rounds: 15, loss: "absolute", classLoss: "exponential", minSamplesLeaf: 3 }),
  "gbdt, drawn": gbdt({
    rounds: 25,
    subsample: 0.7,
    maxFeatures: 0.6,
    patience: 5,
    validation: 0.25,
    seed: 3,
  }),
  xgboost: xgboost({ rounds: 10, maxDepth: 3 }),
  "xgboost, drawn": xgboost({
    rounds: 25,
    growth: "leaf-wise",
    maxLeaves: 6,
    subsample: 0.7,
    columnsByTree: 0.7,
    seed: 3,
  }),
  "xgboost, exact": xgboost({ rounds: 10, maxDepth: 3, method: "exact" }),
  "xgboost, held back": xgboost({
    method: "exact",
    rounds: 10,
    objective: "huber",
    gamma: 0.1,
    alpha: 0.2,
    maxDeltaStep: 0.5,
    minChildWeight: 0,
  }),
  impute: impute(tree({ maxDepth: 3 })),
  standardize: standardize(knn({ k: 3 })),
  "one-hot": oneHot(naiveBayes()),
  ordinal: ordinal(tree()),
  pca: pca(linear(), { components: 1 }),
};

export type Check = "row order" | "column order" | "weights repeat" | "no weight, no row";

const countsRows = "balances by the number of rows, as scikit-learn's trees and SVC do; a weight is no row";
const unweighed = "principal axes do not know sample weights, as in scikit-learn";
const draws = "rows are drawn by their position: another order draws other rows";
const roundedGradients = "three times a rounded gradient is not thrice the gradient rounded, and splits tie";
const countsInLeaves = "minSamplesLeaf counts rows, as in scikit-learn; a weight is no row";
const signs = "gradients that are but signs make splits tie, and ties go to the first column";
const between = "its value still moves the thresholds beside it, as in XGBoost";
const equalGradients =
  "rows of a class begin with equal gradients, so splits tie, and ties go to the first column";
/** By name, or by name and task. */
export const exceptions: Readonly<Record<string, Partial<Record<Check, string>>>> = {
  "tree, balanced, classification": { "weights repeat": countsRows, "no weight, no row": countsRows },
  "svm, linear": { "weights repeat": countsRows, "no weight, no row": countsRows },
  pca: { "weights repeat": unweighed, "no weight, no row": unweighed },
  perceptron: { "row order": "Rosenblatt's rule reads the rows in their order" },
  "gbdt, classification": {
    "column order":
      "rows of a class begin with equal gradients, so splits tie, and ties go to the first column",
  },
  "xgboost, classification": { "no weight, no row": between },
  "xgboost, regression": { "no weight, no row": between, "weights repeat": roundedGradients },
  "xgboost, drawn": {
    "row order": draws,
    "column order": "features are drawn by their position",
    "weights repeat": "a repeated row makes the drawn training set longer",
    "no weight, no row": between,
  },
  "xgboost, exact, classification": { "no weight, no row": between, "column order": equalGradients },
  "xgboost, exact, regression": { "no weight, no row": between },
  "xgboost, held back, classification": { "no weight, no row": between, "column order": equalGradients },
  "xgboost, held back, regression": { "no weight, no row": between },
  "gbdt, robust": { "weights repeat": countsInLeaves },
  "gbdt, of two": { "weights repeat": countsInLeaves, "column order": signs },
  "gbdt, drawn": {
    "row order": draws,
    "column order": "features are drawn by their position",
    "weights repeat": "a repeated row makes the drawn training set longer",
    "no weight, no row": "the number of draws is the number of rows",
  },
  "adaboost, drawn": {
    "row order": draws,
    "column order": "few different rows are drawn, so splits tie, and ties go to the first column",
    "weights repeat": "a repeated row makes the drawn training set longer",
    "no weight, no row": "the number of draws is the number of rows",
  },
};

export const cases = Object.entries(learners).flatMap(([name, learner]) =>
  learner.abilities.tasks.map((task) => ({ name, learner, task })),
);
