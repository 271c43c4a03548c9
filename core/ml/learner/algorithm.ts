/**
 * The contract between `fit`/`predict` and the algorithms. An algorithm sees arrays, never tables: names, kinds and
 * roles were checked before it is called. It reaches the learners it is made of through `tools` only, so that no
 * algorithm imports another, and a booster can boost whatever is in the list of `algorithms.ts`.
 */
import type { WorkContext } from "../context.ts";
import type { Learner, Stages, Trace, ValueStages } from "../values.ts";

/** One feature of all rows: float64 if the fitted learner's abilities ask for it, else float32. Missing is `NaN`. */
export type FeatureColumn = Float32Array | Float64Array;

/**
 * Features as an algorithm sees them, `[features][rows]`, never to be written into (they may be the table's own cells).
 * An algorithm that works on float32 rounds what it is given (`tree/presort.ts`): as a part of another learner it
 * may be handed float64.
 */
export type FeatureData = {
  rowCount: number;
  names: readonly string[];
  features: readonly FeatureColumn[];
  /**
   * What the codes of each categorical feature stand for, by the feature's position; `undefined` for numbers. Another
   * table may number the same names otherwise. Left out when there is no categorical feature: only a learner with the
   * ability `categories` is handed one.
   */
  levels?: readonly (readonly string[] | undefined)[];
  /**
   * The features stand for (x − offset) / scale, both `[features]`. Only a fit whose algorithm takes it is handed this:
   * it spares a copy of all rows.
   */
  scales?: Scales;
};

/** One offset and one scale (never 0) a feature. */
export type Scales = { offset: Float64Array; scale: Float64Array };

/** What is learned: codes into `classes` (every class occurs in some row of the whole fit), or numbers. */
export type TargetData =
  | { task: "classification"; classes: readonly string[]; codes: Int32Array }
  | { task: "regression"; values: Float64Array };

export type LearningData = FeatureData & {
  target: TargetData;
  /** `[rows]`, non-negative, with a positive sum; left out when every row counts 1. */
  weights?: Float64Array;
};

/** What a fit leaves behind: plain data that `predict` understands, and curves where there are some. */
export type Fitted<Body> = { body: Body; trace?: Trace };

/** Labels or values of the rows; probabilities `[rows, classes]` and stages where the algorithm has them. */
export type RawPredictions =
  | { task: "classification"; labels: Int32Array; probabilities?: Float64Array; stages?: Stages }
  | { task: "regression"; values: Float64Array; staged?: ValueStages };

/** `"labels"` spares an algorithm the work for probabilities and stages: a booster asks that of its parts. */
export type Wanted = "labels" | "everything";

export type FitWork<Prepared> = {
  learner: Learner;
  data: LearningData;
  /** What `prepare` made of the same features, if the caller kept it. */
  prepared?: Prepared;
  ctx: WorkContext;
  tools: Tools;
};

export type PredictWork<Body> = {
  body: Body;
  data: FeatureData;
  classes: readonly string[];
  want: Wanted;
  ctx: WorkContext;
  tools: Tools;
};

/** One entry in the list of algorithms. Methods, so that the list can hold algorithms of different bodies. */
export type Algorithm<Body, Prepared = undefined> = {
  name: string;
  /** Work that depends on the features alone and can be shared by many fits, e.g. sorting each column. */
  prepare?(data: FeatureData, ctx: WorkContext, learner: Learner, tools: Tools): Prepared;
  fit(work: FitWork<Prepared>): Fitted<Body>;
  /** Whether `fit` with these parameters takes features with `scales`. */
  takesScales?(params: Learner["params"]): boolean;
  predict(work: PredictWork<Body>): RawPredictions;
};

/** How an algorithm uses its parts. `part` says which algorithm made the body. */
export type Tools = {
  prepare(learner: Learner, data: FeatureData, ctx: WorkContext): unknown;
  takesScales(learner: Learner): boolean;
  fit(learner: Learner, data: LearningData, ctx: WorkContext, prepared?: unknown): FittedPart;
  /** The same as `fit`, with the curves that the part has left behind. */
  train(
    learner: Learner,
    data: LearningData,
    ctx: WorkContext,
    prepared?: unknown,
  ): { part: FittedPart; trace?: Trace };
  predict(
    part: FittedPart,
    data: FeatureData,
    classes: readonly string[],
    want: Wanted,
    ctx: WorkContext,
  ): RawPredictions;
};

/** A fitted part inside another algorithm's body. */
export type FittedPart = { algorithm: string; body: unknown };
