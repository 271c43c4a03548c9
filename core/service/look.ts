/**
 * Looks: what a view needs to draw a value, as small JSON. A missing or non-finite number is `null`. Views are keyed by
 * `kind`; a value that is larger than a screen is cut to a window, never sent whole.
 */
import type { BackendName } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { ColumnKind, ColumnRole } from "../base/table-facts.ts";
import type {
  CoefficientsLook,
  LookDetail,
  MarginsLook,
  PointsLook,
  ProfileLook,
  ReplayLook,
  SurfaceLook,
  WeightsLook,
} from "./look-detail.ts";

export type LookRequest = {
  signature: string;
  port: string;
  /** Part of a model, as in `NodeReport.mirror`. */
  path?: string;
  /** Of an ensemble: which member to open, 0-based. */
  member?: number;
  /** Window of rows, for tables and predictions; at most 1,000. For a trace `limit` is the number of points. */
  offset?: number;
  limit?: number;
  /** Something that is computed for this question alone. With an order, the window is counted in it. */
  detail?: LookDetail;
};

export type Look =
  | TableLook
  | TraceLook
  | ScoresLook
  | ConfusionLook
  | CurvesLook
  | ComparisonLook
  | LearningCurveLook
  | ImportanceLook
  | DependenceLook
  | BackendsLook
  | ModelLook
  | PredictionsLook
  | LearnerLook
  | { kind: "number"; value: number | null }
  | { kind: "text"; value: string };

/** One operation on each tensor backend: times in milliseconds and errors, `[sizes]` each; and why others did not compute. */
export type BackendsLook = {
  kind: "backends";
  operation: "matmul";
  repeats: number;
  sizes: number[];
  backends: { name: BackendName; device: string; version: string; ms: number[]; error: number[] }[];
  unusable: { name: BackendName; reason: Diagnostic }[];
};

export type Cell = string | number | boolean | null;

export type TableLook = {
  kind: "table";
  rowCount: number;
  columns: { name: string; kind: ColumnKind; role: ColumnRole; missing: number; levels?: string[] }[];
  offset: number;
  rows: Cell[][];
  /** Row numbers in the source, for the rows shown. */
  rowIds: number[];
  /** What was asked for as the detail `profile`, which every table has. */
  profile?: ProfileLook;
  /** What was asked for as the detail `points`. */
  points?: PointsLook;
  /** Where it was asked for as the detail `order`: rows that are shown, and those of which the condition says neither. */
  ordered?: { rows: number; unknown: number };
};

export type TraceLook = {
  kind: "trace";
  index: string;
  length: number;
  /** Index values (1-based) of the points; all of them up to 2,000. */
  at: number[];
  series: Record<string, (number | null)[]>;
  /** Training rows whose weights were kept round by round: the detail `weights` can be asked for. */
  weighted?: number;
  weights?: WeightsLook;
};

export type ScoresLook = {
  kind: "scores";
  on: "unseen" | "training";
  rows: number;
  values: Record<string, number | null>;
  perClass?: { classes: string[]; series: Record<string, (number | null)[]> };
  byStage?: Record<string, (number | null)[]>;
};

export type ConfusionLook = {
  kind: "confusion";
  on: "unseen" | "training";
  classes: string[];
  /** `counts[truth][predicted]` */
  counts: number[][];
};

/** Curves of rates over thresholds, or of what came true over what was predicted; x ascending. */
export type CurvesLook = {
  kind: "curves";
  form: "roc" | "precision-recall" | "calibration";
  on: "unseen" | "training";
  rows: number;
  classes: string[];
  curves: CurveLook[];
};

export type CurveLook = {
  of: "class" | "micro" | "macro" | "confidence";
  /** The class; empty where the curve is not of one. */
  name: string;
  x: number[];
  y: number[];
  /** By point: the threshold (`null`: above all scores, or none by itself); for a calibration the rows of the bin. */
  at: (number | null)[];
  /** Of a calibration: the ends of the bins, `null` where a bin is open: probabilities above the low one, up to the high one. */
  bins?: { low: number | null; high: number | null }[];
  /** Area, average precision, or calibration error. */
  value: number | null;
  /** Share of the class among the rows. */
  base: number | null;
  /** Points before the curve was cut to what can be seen. */
  points: number;
};

/** Cross-validated results, pair by pair. */
export type ComparisonLook = {
  kind: "comparison";
  metric: string;
  lowerIsBetter: boolean;
  rope: number;
  fits: number;
  names: string[];
  means: number[];
  sds: number[];
  pairs: {
    left: number;
    right: number;
    difference: number;
    t: number | null;
    tP: number;
    tHolm: number;
    rank: number;
    rankP: number;
    rankHolm: number;
    leftBetter: number;
    equivalent: number;
    rightBetter: number;
  }[];
};

/** Scores by the number of training rows; `[sizes]` each. */
export type LearningCurveLook = {
  kind: "learning-curve";
  learner: string;
  folds: number;
  sizes: number[];
  metrics: Record<string, { training: SpreadLook; validation: SpreadLook }>;
};
export type SpreadLook = { mean: (number | null)[]; sd: (number | null)[] };

/** What is lost when a feature is shuffled, the most important first. */
export type ImportanceLook = {
  kind: "importance";
  on: "unseen" | "training";
  metric: string;
  baseline: number;
  rows: number;
  repeats: number;
  features: { name: string; mean: number; sd: number }[];
  /** Features before the list was cut to the 200 most important. */
  count: number;
};

/** How predictions follow one feature; `[classes][points]` and `[rows][points]`. */
export type DependenceLook = {
  kind: "dependence";
  target: string;
  rows: number;
  classes: string[];
  features: { name: string; grid: number[]; levels?: string[]; mean: number[][]; rows: number[][] }[];
};

/** A node of a binary tree, by index; children are indices into the same list. */
export type TreeNodeLook = {
  feature?: string;
  /** Rows with value ≤ threshold go left. Left out where the question is whether there is a value: those with one go left. */
  threshold?: number;
  /** Where a row without a value goes, if the model knows. */
  missing?: "left" | "right";
  left?: number;
  right?: number;
  /** Weighted share of each class, or the value. */
  distribution: number[];
  label?: string;
  impurity?: number;
  weight: number;
  rows?: number;
};

export type ModelLook = {
  kind: "model";
  algorithm: string;
  task: "classification" | "regression";
  target: string;
  features: string[];
  classes: string[];
  /** Members of an ensemble, their say unless all have the same, and which one `tree` is; members a round, if several. */
  members?: { count: number; says: number[]; shown: number; each?: number };
  tree?: { nodes: TreeNodeLook[] };
  seenRows: number;
  /** Its features span planes of numbers: the detail `surface` can be asked for. */
  spans?: boolean;
  surface?: SurfaceLook;
  /** It votes, and its training rows are known: the detail `margins` can be asked for. */
  votes?: boolean;
  margins?: MarginsLook;
  /** The loss whose gradients it boosts, where its training rows are known: the detail `replay` can be asked for. */
  replays?: string;
  replay?: ReplayLook;
  /** What it weighs its features with: the detail `coefficients` can be asked for. */
  weighs?: "coefficients" | "means";
  coefficients?: CoefficientsLook;
};

export type PredictionsLook = {
  kind: "predictions";
  task: "classification" | "regression";
  target: string;
  classes: string[];
  rowCount: number;
  /** It has probabilities and truth: the detail `margins` can be asked for. */
  leads?: boolean;
  margins?: MarginsLook;
  offset: number;
  rows: {
    row: number;
    predicted: string | number;
    truth: string | number | null;
    probability: number | null;
  }[];
};

export type LearnerLook = {
  kind: "learner";
  algorithm: string;
  params: Record<string, Cell>;
  parts: string[];
};
