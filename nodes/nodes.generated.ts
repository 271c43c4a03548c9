/** Every node, in the order of the palette. Written by build/generate-nodes.mjs; do not edit. */
import type { AnyNode } from "../core/node/node.ts";
import { boosterAdaBoost } from "./booster/adaboost.ts";
import { boosterGbdt } from "./booster/gbdt.ts";
import { boosterXgboost } from "./booster/xgboost.ts";
import { dataExample } from "./data/example.ts";
import { dataFile } from "./data/file.ts";
import { dataGenerate } from "./data/generate.ts";
import { dataSql } from "./data/sql.ts";
import { evaluateCompare } from "./evaluate/compare.ts";
import { evaluateCrossValidate } from "./evaluate/cross-validate.ts";
import { evaluateFit } from "./evaluate/fit.ts";
import { evaluateLearningCurve } from "./evaluate/learning-curve.ts";
import { evaluatePartialDependence } from "./evaluate/partial-dependence.ts";
import { evaluatePermutationImportance } from "./evaluate/permutation-importance.ts";
import { evaluatePredict } from "./evaluate/predict.ts";
import { learnerConstant } from "./learner/constant.ts";
import { learnerKnn } from "./learner/knn.ts";
import { learnerLinear } from "./learner/linear.ts";
import { learnerLogistic } from "./learner/logistic.ts";
import { learnerNaiveBayes } from "./learner/naive-bayes.ts";
import { learnerPerceptron } from "./learner/perceptron.ts";
import { learnerStump } from "./learner/stump.ts";
import { learnerSvm } from "./learner/svm.ts";
import { learnerTree } from "./learner/tree.ts";
import { metricCalibration } from "./metric/calibration.ts";
import { metricClassification } from "./metric/classification.ts";
import { metricConfusion } from "./metric/confusion.ts";
import { metricPrecisionRecall } from "./metric/precision-recall.ts";
import { metricRegression } from "./metric/regression.ts";
import { metricRoc } from "./metric/roc.ts";
import { prepareDerive } from "./prepare/derive.ts";
import { prepareFilter } from "./prepare/filter.ts";
import { prepareImpute } from "./prepare/impute.ts";
import { prepareOneHot } from "./prepare/one-hot.ts";
import { prepareOrdinal } from "./prepare/ordinal.ts";
import { preparePca } from "./prepare/pca.ts";
import { prepareSample } from "./prepare/sample.ts";
import { prepareSelect } from "./prepare/select.ts";
import { prepareSplit } from "./prepare/split.ts";
import { prepareStandardize } from "./prepare/standardize.ts";
import { tensorMatmulProbe } from "./tensor/matmul-probe.ts";

export const nodes: readonly AnyNode[] = [
  dataExample,
  dataFile,
  dataGenerate,
  dataSql,
  prepareDerive,
  prepareFilter,
  prepareImpute,
  prepareOneHot,
  prepareOrdinal,
  preparePca,
  prepareSample,
  prepareSelect,
  prepareSplit,
  prepareStandardize,
  learnerConstant,
  learnerKnn,
  learnerLinear,
  learnerLogistic,
  learnerNaiveBayes,
  learnerPerceptron,
  learnerStump,
  learnerSvm,
  learnerTree,
  boosterAdaBoost,
  boosterGbdt,
  boosterXgboost,
  evaluateCompare,
  evaluateCrossValidate,
  evaluateFit,
  evaluateLearningCurve,
  evaluatePartialDependence,
  evaluatePermutationImportance,
  evaluatePredict,
  metricCalibration,
  metricClassification,
  metricConfusion,
  metricPrecisionRecall,
  metricRegression,
  metricRoc,
  tensorMatmulProbe,
];
