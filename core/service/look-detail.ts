/**
 * Details of a result that are computed only when a view asks for them. The answer is the look at the same result, with the
 * detail in it; which details there are, the plain look says. Numbers that fill a screen, never all rows of a table.
 */

import type { ColumnKind, ColumnRole } from "../base/table-facts.ts";

/** A table as somebody reads it: sorted by a column, or only the rows that meet a condition; both may be left out. */
export type RowOrder = {
  /** Ties stay in table order, missing cells come last; texts follow the levels of their column. */
  sort?: { column: string; down?: boolean };
  /** A condition in SQL, as a filter node takes it. */
  where?: string;
};

/** What a view asks for beyond the plain look. */
export type LookDetail =
  /** Of a trace: the sample weights D_m of a round (1-based). */
  | { of: "weights"; round: number }
  /** Of a model: its predictions over the plane of two features, after so many rounds where it has rounds. */
  | { of: "surface"; x?: string; y?: string; steps?: number; round?: number }
  /** Of a boosted model: the margins of its training rows after so many rounds. Of predictions: by their probabilities. */
  | { of: "margins"; round?: number }
  /** Of a gradient booster: a round (1-based) on its training rows, along a feature, for one of several classes. */
  | { of: "replay"; round: number; part?: number; x?: string }
  /** Of a model that is linear in its features, or naive Bayes. */
  | { of: "coefficients" }
  /** Of a table: what stands in its columns, 100 of them from `from` on. */
  | { of: "profile"; from?: number }
  /** Of a table: its rows as points on two of its columns of numbers. */
  | { of: "points"; x: string; y: string }
  /** Of a table: a window of its rows in another order. */
  | ({ of: "order" } & RowOrder);

/** Points of the training table on the plane of two of its features, `[points]` each. */
export type PlanePoints = {
  x: string;
  y: string;
  /** Row numbers in the source, and positions in the table. */
  rows: number[];
  at: number[];
  xs: number[];
  ys: number[];
  classes: string[];
  /** Class of each point as a position in `classes`, −1 where unknown; left out for a target of numbers. */
  groups?: number[];
  /** Rows of the table that have both coordinates: more than `rows` where they were too many to send. */
  of: number;
};

/**
 * Rows as points, so many that they travel as packed numbers: base64 of little-endian arrays, `[points]` each. All rows up to
 * 100,000, and as many, evenly spaced, of a longer table.
 */
export type PointsLook = {
  x: string;
  y: string;
  /** How many points, and of how many rows. */
  count: number;
  of: number;
  /** Float64; NaN where the row has no such number. */
  xs: string;
  ys: string;
  /** Uint32: numbers in the source, left out where those are the positions; positions in the table, where they are not 0, 1, 2 … */
  ids?: string;
  at?: string;
  /** Int16: class of each row as a position in the levels of the target, −1 where unknown; left out without classes. */
  groups?: string;
};

/** How one round saw the training rows: D_m, which sums to 1. */
export type WeightsLook = {
  round: number;
  rows: number;
  /** Effective sample size 1 / Σ D_m(i)²: as many rows of equal weight would vary as much. */
  effective: number;
  /** Weights from the heaviest down, at ranks (1-based) that can be told apart on a screen. */
  ranks: number[];
  weights: number[];
  /** The heaviest rows: number in the source (in the training table, where the source is unknown), position in the training table, weight, class or value. */
  heaviest: { row: number; at: number; weight: number; target: string | number | null }[];
  /** Where the training table has just two features and both are numbers. */
  plane?: PlanePoints & { weights: number[] };
};

export type SurfaceAxisLook = { name: string; low: number; high: number };

/** Predictions over a plane, `[steps × steps]` row-major from the low end of y. */
export type SurfaceLook = {
  x: SurfaceAxisLook;
  y: SurfaceAxisLook;
  /** Every feature that can be an axis. */
  axes: string[];
  steps: number;
  /** Positions in the model's classes, with the probability of each where the model has it; or values. */
  labels?: number[];
  strengths?: number[];
  values?: number[];
  /** The other features, and what they were held at; the first 100 of `heldCount`. */
  held: { name: string; value: number | string | null }[];
  heldCount: number;
  round?: number;
  rounds?: number;
  /** The rows that the model was fitted on, with their targets where those are numbers. */
  points: PlanePoints & { targets?: (number | null)[] };
};

/** By row, or by place along the feature: what was predicted before a round, what its tree says, what is predicted after. */
export type ReplayCurvesLook = { before: number[]; tree: number[]; after: number[] };

/** A round of gradient boosting. Predictions are values, or probabilities of a class. */
export type ReplayLook = ReplayCurvesLook & {
  round: number;
  rounds: number;
  loss: string;
  rate: number;
  /** The feature that is drawn along, and all that could be. */
  x: string;
  axes: string[];
  /** Row numbers in the source and positions in the table, at most 1500 of `of`; `[points]` as all below. */
  rows: number[];
  at: number[];
  of: number;
  xs: number[];
  /** The target: a value, or 1 for the class and 0 for the others. */
  truth: number[];
  /** −∂L/∂F before the round. */
  gradient: number[];
  /** Where the model has one feature. */
  line?: ReplayCurvesLook & { xs: number[] };
  lossBefore?: number;
  lossAfter?: number;
  delta?: number;
};

/** How many of the rows have a margin of at most `x`, as shares; x ascending. */
export type MarginCurve = { round?: number; x: number[]; share: number[] };

/** Margins in −1 … 1: how clearly each row is on the right side. */
export type MarginsLook = {
  /** Rows that were looked at, and those that there are with a known class. */
  rows: number;
  of: number;
  round?: number;
  smallest: number;
  median: number;
  /** Share of rows with a margin of 0 or less. */
  wrong: number;
  /** Rows in 40 bins of equal width from −1 to 1. */
  counts: number[];
  /** By round, ascending; of predictions a single one. */
  curves: MarginCurve[];
};

/** What one score weighs each feature with, or the features' means in one class. */
export type ScoreLook = {
  /** The class that it speaks for, or the target where that is a number. */
  of: string;
  /** Of two classes: the other one. */
  against?: string;
  /** By feature. */
  values: (number | null)[];
  /** Standard deviations beside means. */
  deviations?: (number | null)[];
  /** Beside means: the share of the class. */
  intercept: number | null;
};

/** The largest coefficients, or the class means that lie farthest apart; at most 200 features and 50 scores. */
export type CoefficientsLook = {
  form: "coefficients" | "means";
  features: string[];
  /** Features and scores before the lists were cut. */
  count: number;
  scores: ScoreLook[];
  scoreCount: number;
  /** The same per unit of each feature, where `scores` are of features that were brought to one scale. */
  perUnit?: ScoreLook[];
};

export type ColumnProfileLook = {
  name: string;
  kind: ColumnKind;
  role: ColumnRole;
  missing: number;
  /** Different values that occur. */
  distinct: number;
  /** Of numbers, and of moments in milliseconds since 1970; `null` where there is no value. */
  numbers?: {
    infinite: number;
    least: number | null;
    lowerQuartile: number | null;
    median: number | null;
    upperQuartile: number | null;
    greatest: number | null;
    mean: number | null;
    /** Divided by n − 1. */
    deviation: number | null;
    /** Rows in bins of equal width from `least` to `greatest`. */
    counts: number[];
  };
  /** The most frequent levels, at most 12 of `distinct`. */
  levels?: { level: string; count: number }[];
};

/** What stands in the columns of a table, over all of its rows. */
export type ProfileLook = {
  rows: number;
  /** Position of the first column, and how many the table has. */
  from: number;
  count: number;
  columns: ColumnProfileLook[];
};
