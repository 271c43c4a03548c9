/**
 * The list of algorithms, and the tools by which they use one another. This is the only file of the library that
 * knows them all; a new algorithm is one line here.
 */
import { fail } from "../../base/diagnostic.ts";
import { naiveBayesAlgorithm } from "../bayes/naive-bayes.ts";
import { adaBoostAlgorithm } from "../boost/adaboost.ts";
import { gbdtAlgorithm } from "../boost/gbdt.ts";
import { xgboostAlgorithm } from "../boost/xgboost/xgboost.ts";
import { constantAlgorithm } from "../constant/constant.ts";
import { linearAlgorithm } from "../linear/linear.ts";
import { logisticAlgorithm } from "../linear/logistic.ts";
import { knnAlgorithm } from "../neighbours/knn.ts";
import { perceptronAlgorithm } from "../perceptron/perceptron.ts";
import { imputeAlgorithm } from "../prepare/impute.ts";
import { oneHotAlgorithm } from "../prepare/one-hot.ts";
import { ordinalAlgorithm } from "../prepare/ordinal.ts";
import { pcaAlgorithm } from "../prepare/pca.ts";
import { standardizeAlgorithm } from "../prepare/standardize.ts";
import { svmAlgorithm } from "../svm/svm.ts";
import { stumpAlgorithm } from "../tree/stump.ts";
import { treeAlgorithm } from "../tree/tree.ts";
import type { Algorithm, Tools } from "./algorithm.ts";

const algorithms: readonly Algorithm<unknown, unknown>[] = [
  constantAlgorithm,
  stumpAlgorithm,
  treeAlgorithm,
  logisticAlgorithm,
  linearAlgorithm,
  knnAlgorithm,
  naiveBayesAlgorithm,
  perceptronAlgorithm,
  svmAlgorithm,
  adaBoostAlgorithm,
  gbdtAlgorithm,
  xgboostAlgorithm,
  imputeAlgorithm,
  standardizeAlgorithm,
  oneHotAlgorithm,
  ordinalAlgorithm,
  pcaAlgorithm,
];

/** The algorithm of that name. Throws `learner.unknown-algorithm`. */
export function algorithmNamed(name: string): Algorithm<unknown, unknown> {
  const found = algorithms.find((algorithm) => algorithm.name === name);
  return found ?? fail("learner.unknown-algorithm", { algorithm: name, known: algorithmNames() });
}

/** The names of all algorithms. */
export function algorithmNames(): readonly string[] {
  return algorithms.map((algorithm) => algorithm.name);
}

/** Fitting and predicting with parts, for algorithms that are made of others. */
export const tools: Tools = {
  prepare: (learner, data, ctx) => algorithmNamed(learner.algorithm).prepare?.(data, ctx, learner, tools),
  takesScales: ({ algorithm, params }) => algorithmNamed(algorithm).takesScales?.(params) ?? false,
  fit: (learner, data, ctx, prepared) => tools.train(learner, data, ctx, prepared).part,
  train(learner, data, ctx, prepared) {
    const { body, trace } = algorithmNamed(learner.algorithm).fit({ learner, data, prepared, ctx, tools });
    return { part: { algorithm: learner.algorithm, body }, ...(trace && { trace }) };
  },
  predict: (part, data, classes, want, ctx) =>
    algorithmNamed(part.algorithm).predict({ body: part.body, data, classes, want, ctx, tools }),
};
