/**
 * The public surface of the library package `espalier`: what exported scripts and other programs import. The one
 * barrel of the project, and an explicit one: what is not named here may change without notice.
 */
export { Cancelled, type Diagnostic, DiagnosticError } from "../base/diagnostic.ts";
export { naiveBayes } from "./bayes/naive-bayes.ts";
export { type AdaBoostOptions, adaBoost, type RoundMode } from "./boost/adaboost.ts";
export { type GbdtOptions, gbdt } from "./boost/gbdt.ts";
export type { ClassLoss, ValueLoss } from "./boost/gbdt-losses.ts";
export { eachStage } from "./boost/stages.ts";
export type { BoostLoss } from "./boost/value-rounds.ts";
export type { ValueObjective } from "./boost/xgboost/fit-xgboost.ts";
export { type XgboostOptions, xgboost } from "./boost/xgboost/xgboost.ts";
export { type ConstantValue, constant } from "./constant/constant.ts";
export { quietContext, type WorkContext } from "./context.ts";
export { type CompareOptions, compare } from "./evaluate/compare.ts";
export { type CrossValidation, crossValidate, crossValidateNow } from "./evaluate/cross-validate.ts";
export type { FoldKind, FoldOptions } from "./evaluate/folds.ts";
export { type LearningCurveOptions, learningCurve, learningCurveNow } from "./evaluate/learning-curve.ts";
export { leavesReached, rowsAtNode } from "./inspect/arrivals.ts";
export { type ImpurityImportance, impurityImportance } from "./inspect/impurity-importance.ts";
export { type OpenedModel, type OpenedNode, openModel } from "./inspect/open-model.ts";
export {
  type DependenceOptions,
  partialDependence,
  partialDependenceNow,
} from "./inspect/partial-dependence.ts";
export {
  type ImportanceOptions,
  permutationImportance,
  permutationImportanceNow,
} from "./inspect/permutation-importance.ts";
export { fit, fitNow } from "./learner/fit.ts";
export { predict, predictNow } from "./learner/predict.ts";
export { type LinearOptions, linear } from "./linear/linear.ts";
export { type LogisticOptions, logistic } from "./linear/logistic.ts";
export { type BinStrategy, type CalibrationOptions, calibration } from "./metrics/calibration.ts";
export { accuracy, classification, type ScoreOptions } from "./metrics/classification.ts";
export { confusion } from "./metrics/confusion.ts";
export type { OneVsRestOptions } from "./metrics/one-vs-rest.ts";
export { precisionRecall } from "./metrics/precision-recall.ts";
export { type RegressionOptions, regression } from "./metrics/regression.ts";
export { roc } from "./metrics/roc.ts";
export { type KnnOptions, knn } from "./neighbours/knn.ts";
export { perceptron } from "./perceptron/perceptron.ts";
export { type ImputeOptions, impute } from "./prepare/impute.ts";
export { type OneHotOptions, oneHot } from "./prepare/one-hot.ts";
export { type OrdinalOptions, ordinal } from "./prepare/ordinal.ts";
export { type PcaOptions, pca } from "./prepare/pca.ts";
export { preparedTable } from "./prepare/prepared-table.ts";
export { type StandardizeOptions, standardize } from "./prepare/standardize.ts";
export { profileFile } from "./profile/profile.ts";
export { type DeriveOptions, derive } from "./sql/derive.ts";
export { type FilterOptions, filter } from "./sql/filter.ts";
export { sql } from "./sql/sql.ts";
export { type SvmOptions, svm } from "./svm/svm.ts";
export { type ColumnOptions, categoryColumn, codeColumn, numberColumn } from "./table/columns.ts";
export { blobs, circles, type GenerateOptions, moons, spirals, xor } from "./table/generate.ts";
export {
  friedman1,
  friedman2,
  friedman3,
  linearData,
  sine,
  type ValueOptions,
} from "./table/generate-values.ts";
export { type ReadOptions, readTable } from "./table/read-table.ts";
export { overlap, union } from "./table/row-sets.ts";
export { type SampleOptions, sample } from "./table/sample.ts";
export { type SelectOptions, select } from "./table/select.ts";
export { type SplitOptions, split } from "./table/split.ts";
export { columnNamed, tableFrom, takeRows, withRoles } from "./table/table.ts";
export { countMissing, isValid } from "./table/validity.ts";
export { type MatmulProbeOptions, matmulProbe } from "./tensor/matmul-probe.ts";
export { type Criterion, impurity } from "./tree/impurity.ts";
export { stump } from "./tree/stump.ts";
export { type TreeOptions, tree } from "./tree/tree.ts";
export type {
  BackendsFigure,
  CalibrationFigure,
  ClassPredictions,
  CodeColumn,
  Column,
  ComparedPair,
  ComparisonFigure,
  ConfusionFigure,
  Curve,
  CurveFigure,
  DependenceFigure,
  FeatureDependence,
  FoldedScores,
  ImportanceFigure,
  Learner,
  LearningCurveFigure,
  Model,
  NumberColumn,
  Predictions,
  ReliabilityCurve,
  RowSet,
  Scores,
  Stages,
  Table,
  Trace,
  ValuePredictions,
} from "./values.ts";
export { verify } from "./verify.ts";
