/**
 * The values that travel on wires, as plain data: typed arrays, strings, numbers, no functions. So a value can be
 * posted to a worker, kept on disk, and looked at, and the same types serve the canvas and exported scripts.
 * Values are read-only once made; whoever wants another one makes another one.
 */
import type { BackendName } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Abilities, ColumnKind, ColumnRole, Task } from "../base/table-facts.ts";

/** One column. Cells that are missing hold `NaN` (numbers) or `-1` (codes), and have a 0 bit in `valid`. */
export type Column = NumberColumn | CodeColumn;

/** Numbers, or moments as milliseconds since 1970-01-01 UTC. */
export type NumberColumn = {
  name: string;
  role: ColumnRole;
  kind: Extract<ColumnKind, "numeric" | "datetime">;
  /** `[rows]`, on a SharedArrayBuffer where the platform has one, so that threads read it without a copy. */
  values: Float64Array;
  /** Arrow-style validity bitmap, least significant bit first; left out when nothing is missing. */
  valid?: Uint8Array;
};

/** Dictionary-coded text: `levels[codes[i]]`. A boolean column has the levels `["false", "true"]`. */
export type CodeColumn = {
  name: string;
  role: ColumnRole;
  kind: Extract<ColumnKind, "categorical" | "boolean" | "text">;
  /** `[rows]` */
  codes: Int32Array;
  levels: readonly string[];
  valid?: Uint8Array;
};

/** Rows of one source, by their number in it (0-based). `source` is the SHA-256 of the content, so equal files are one source. */
export type RowSet = {
  source: string;
  /** One entry a row for a table (in row order); sorted and unique for what a model has seen. */
  ids: Uint32Array;
  /** What all rows of the source were made of, where they are not a file's own (a query's): each of them counts as made of all. */
  from?: readonly RowSet[];
};

/** A columnar table. Every row set has one id a table row (several sets after a join). */
export type Table = {
  kind: "table";
  rowCount: number;
  columns: readonly Column[];
  origin: readonly RowSet[];
  /** Rows that had a say in the cells without standing in the table: what is fitted on it has seen them too. */
  informed?: readonly RowSet[];
};

/**
 * A recipe that can be fitted: the name of an algorithm, its parameters, and the learners it is made of, by slot.
 * Fitting is `fit(learner, table)`; a learner itself costs nothing and knows no data.
 */
export type Learner = {
  kind: "learner";
  algorithm: string;
  params: Readonly<Record<string, number | string | boolean>>;
  parts: Readonly<Record<string, Learner>>;
  abilities: Abilities;
};

/** A fitted learner. `body` belongs to the algorithm and is plain data. */
export type Model = {
  kind: "model";
  algorithm: string;
  task: Task;
  /** Names of the feature columns, in the order that `body` counts them. */
  features: readonly string[];
  target: string;
  /** Class labels in code order; empty for regression. */
  classes: readonly string[];
  /** Every row that any part of the model was fitted on. */
  seen: readonly RowSet[];
  /** What its features may hold beside numbers, from the learner's abilities; nothing else when left out. */
  accepts?: Pick<Abilities, "missing" | "categories" | "float64">;
  body: unknown;
  trace?: Trace;
};

/** Curves over rounds or epochs, and what else training left behind. */
export type Trace = {
  kind: "trace";
  /** What the index counts, e.g. `"round"`. Index i stands for count i + 1. */
  index: string;
  length: number;
  /** One number an index value, by name, e.g. `trainingError`, `alpha`. `NaN` where not defined. */
  series: Readonly<Record<string, Float64Array>>;
  /** Sample weights D_m, `[length, rows]` row-major, when they were small enough to keep. */
  sampleWeights?: { rows: number; values: Float32Array };
};

/**
 * The labels after each stage of a staged model, stored as changes: most rows change their label a few times only,
 * so this is far smaller than `[stages, rows]` and still exact.
 */
export type Stages = {
  count: number;
  /** Labels after the first stage, `[rows]`. */
  first: Int32Array;
  /** Row `flipRow[k]` has label `flipLabel[k]` from stage `flipStage[k]` (0-based) on. Sorted by stage. */
  flipStage: Uint32Array;
  flipRow: Uint32Array;
  flipLabel: Int32Array;
};

/** The numbers after each stage of a staged model, `[count, rows]` row-major, when they were few enough to keep. */
export type ValueStages = { count: number; values: Float64Array };

export type Predictions = ClassPredictions | ValuePredictions;

export type ClassPredictions = {
  kind: "predictions";
  task: "classification";
  target: string;
  classes: readonly string[];
  /** Predicted class codes, `[rows]`. */
  labels: Int32Array;
  /** `[rows, classes]` row-major, when the model has them. */
  probabilities?: Float64Array;
  /** True class codes, `[rows]`, -1 where unknown; left out when the table has no target column. */
  truth?: Int32Array;
  stages?: Stages;
  /** What the column with the role weight says of each row, `[rows]`, when the table had one. Metrics use it only when asked. */
  weights?: Float64Array;
  rows: readonly RowSet[];
  /** What the model has seen: scoring checks it against `rows`. */
  seen: readonly RowSet[];
};

export type ValuePredictions = {
  kind: "predictions";
  task: "regression";
  target: string;
  /** `[rows]` */
  values: Float64Array;
  truth?: Float64Array;
  staged?: ValueStages;
  rows: readonly RowSet[];
  seen: readonly RowSet[];
};

/** On which rows a score was computed: rows the model has not seen, or the ones it was fitted on. */
export type ScoredOn = "unseen" | "training";

export type Scores = {
  kind: "scores";
  on: ScoredOn;
  rows: number;
  /** By metric name, e.g. `accuracy`, `macroF1`. */
  values: Readonly<Record<string, number>>;
  /** Precision, recall, F1 and support for each class, in class order. */
  perClass?: { classes: readonly string[]; series: Readonly<Record<string, Float64Array>> };
  /** The score after each stage, by metric name, `[stages]`. */
  byStage?: Readonly<Record<string, Float64Array>>;
  /** Fold by fold, when the scores are means over folds. */
  folds?: FoldedScores;
};

/** Scores of one learner fold by fold, with what pairs them with those of another. `[fits]` each, repeat by repeat. */
export type FoldedScores = {
  /** Hash of the target, and of which row stood in which fold: equal for results that can be compared pair by pair. */
  partition: string;
  task: Task;
  /** What was fitted, by the name of its algorithm, without the steps around it. */
  learner: string;
  train: Float64Array;
  test: Float64Array;
  /** By metric; only metrics that every fold has. */
  values: Readonly<Record<string, Float64Array>>;
};

/** Something that is only to be looked at. */
export type Figure =
  | ConfusionFigure
  | CurveFigure
  | CalibrationFigure
  | ComparisonFigure
  | LearningCurveFigure
  | ImportanceFigure
  | DependenceFigure
  | BackendsFigure;

/** One operation on the tensor backends of a machine. */
export type BackendsFigure = {
  kind: "figure";
  form: "backends";
  operation: "matmul";
  repeats: number;
  /** Ascending. */
  sizes: Float64Array;
  /** Median milliseconds, and largest error against float64 as a part of the largest entry; `[sizes]` each. */
  backends: readonly {
    name: BackendName;
    device: string;
    version: string;
    ms: Float64Array;
    error: Float64Array;
  }[];
  /** Those that did not compute, with the code and the values of the reason. */
  unusable: readonly { name: BackendName; code: string; values: Diagnostic["values"] }[];
};

/** What is lost when a feature is shuffled, `[features]` each. */
export type ImportanceFigure = {
  kind: "figure";
  form: "importance";
  on: ScoredOn;
  metric: string;
  /** The score with nothing shuffled. */
  baseline: number;
  rows: number;
  repeats: number;
  features: readonly string[];
  mean: Float64Array;
  sd: Float64Array;
};

/** How predictions follow one feature. */
export type FeatureDependence = {
  name: string;
  /** Values of a number, or 0, 1, 2, … for the categories in `levels`. `[points]` */
  grid: Float64Array;
  levels?: readonly string[];
  /** Mean prediction, `[classes][points]`. */
  mean: readonly Float64Array[];
  /** Predictions for single rows, `[rows][points]`. */
  rows: readonly Float64Array[];
};

export type DependenceFigure = {
  kind: "figure";
  form: "partial-dependence";
  target: string;
  rows: number;
  /** Classes whose probability is followed; one empty name for a target of numbers. */
  classes: readonly string[];
  features: readonly FeatureDependence[];
};

/** Two results on the same folds, by position in `names`. */
export type ComparedPair = {
  left: number;
  right: number;
  /** Mean of left − right over the fits, and its standard deviation. */
  difference: number;
  spread: number;
  /** Corrected resampled t-test: two-sided p, and after Holm's correction over all pairs. */
  t: number;
  df: number;
  tP: number;
  tHolm: number;
  /** Wilcoxon's signed ranks. */
  rank: number;
  rankP: number;
  rankHolm: number;
  /** Bayesian correlated t-test; the three sum to 1. */
  leftBetter: number;
  equivalent: number;
  rightBetter: number;
};

export type ComparisonFigure = {
  kind: "figure";
  form: "comparison";
  metric: string;
  lowerIsBetter: boolean;
  rope: number;
  /** Fits behind each score: folds × repeats. */
  fits: number;
  names: readonly string[];
  /** `[names][fits]` */
  scores: readonly Float64Array[];
  pairs: readonly ComparedPair[];
};

/** Mean and standard deviation over the folds, `[sizes]` each. */
export type CurveWithSpread = { mean: Float64Array; sd: Float64Array };

export type LearningCurveFigure = {
  kind: "figure";
  form: "learning-curve";
  learner: string;
  /** Training rows, ascending. */
  sizes: Float64Array;
  folds: number;
  /** By metric: on the rows of the fit, and on those it has not seen. */
  metrics: Readonly<Record<string, { training: CurveWithSpread; validation: CurveWithSpread }>>;
};

/** A rate over another one for falling thresholds, one class against the rest, or an average over the classes. */
export type Curve = {
  of: "class" | "micro" | "macro";
  /** The class; empty for an average. */
  name: string;
  /** `[points]` each, x ascending. `thresholds` falls from infinity; `NaN` where no single one belongs to the point. */
  x: Float64Array;
  y: Float64Array;
  thresholds: Float64Array;
  /** Area under the curve, or average precision. */
  area: number;
  /** Share of the class among the rows. `NaN` for the macro average. */
  base: number;
};

export type CurveFigure = {
  kind: "figure";
  form: "roc" | "precision-recall";
  on: ScoredOn;
  rows: number;
  classes: readonly string[];
  /** Averages first, then the classes. */
  curves: readonly Curve[];
};

/** What was predicted and what came true, bin by bin. */
export type ReliabilityCurve = {
  /** `"confidence"`: the most probable class of each row. */
  of: "class" | "confidence";
  name: string;
  /** Mean predicted probability, and share of rows that are of the class, `[bins with rows]`. */
  x: Float64Array;
  y: Float64Array;
  /** Rows in each of these bins. */
  rows: Float64Array;
  /** Ends of these bins: probabilities above `low`, up to `high` and including it. The first bin begins at −∞, the last ends at ∞. */
  low: Float64Array;
  high: Float64Array;
  /** Expected calibration error. */
  error: number;
};

export type CalibrationFigure = {
  kind: "figure";
  form: "calibration";
  on: ScoredOn;
  rows: number;
  classes: readonly string[];
  /** The confidence first, then the classes. */
  curves: readonly ReliabilityCurve[];
};

export type ConfusionFigure = {
  kind: "figure";
  form: "confusion";
  on: ScoredOn;
  classes: readonly string[];
  /** `[truth, predicted]` row-major counts. */
  counts: Uint32Array;
  /** For selection: the row ids that fell into each cell, as positions in the predicted table, cell by cell. */
  cellStart: Uint32Array;
  cellRows: Uint32Array;
  /** What the rows of the predicted table are rows of. */
  rows: readonly RowSet[];
};

export type NumberValue = { kind: "number"; value: number };
export type TextValue = { kind: "text"; value: string };

export type Value = Table | Learner | Model | Predictions | Scores | Trace | Figure | NumberValue | TextValue;
