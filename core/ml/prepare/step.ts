/**
 * What every step shares: it learns statistics of the features, hands the transformed features to the learner inside,
 * and does the same with what is predicted. The statistics belong to the fit, never to a table, so whoever fits again
 * on other rows (a fold, a round) gets other statistics.
 */
import type { Abilities } from "../../base/table-facts.ts";
import type { WorkContext } from "../context.ts";
import type {
  Algorithm,
  FeatureColumn,
  FeatureData,
  FittedPart,
  Scales,
  Tools,
} from "../learner/algorithm.ts";
import type { Learner } from "../values.ts";

type Params = Learner["params"];

/** What a step learns from. */
export type StepWork = { params: Params; data: FeatureData; weights?: Float64Array; ctx: WorkContext };

/** One kind of preprocessing. `Statistics` is plain data: it is kept inside the model. */
export type Step<Statistics> = {
  name: string;
  /** Whether the statistics change with sample weights: then a booster cannot learn them once for all rounds. */
  weighs(params: Params): boolean;
  learn(work: StepWork): Statistics;
  /** The features after the step; those that it leaves alone may be the same arrays. */
  transform(statistics: Statistics, data: FeatureData, ctx: WorkContext): FeatureData;
  /** The same as offsets and scales, where the step is no more than that and nothing is lost by rounding. */
  asScales?(statistics: Statistics, data: FeatureData): Scales | undefined;
};

/** A fitted step: what it learned, the names of the features it makes, and the learner inside. */
export type StepBody<Statistics = unknown> = {
  statistics: Statistics;
  names: readonly string[];
  part: FittedPart;
};

type Transformed<Statistics> = { statistics: Statistics; data: FeatureData; inner?: unknown };

/** The step around a learner. It computes in float64; a learner that works on float32 rounds what it is handed. */
export function stepLearner(
  name: string,
  learner: Learner,
  params: Params,
  abilities: (inner: Abilities) => Abilities,
): Learner {
  return {
    kind: "learner",
    algorithm: name,
    params,
    parts: { learner },
    abilities: { ...abilities(learner.abilities), float64: true },
  };
}

/** The step as `fit` and `predict` know it. */
export function stepAlgorithm<S>(step: Step<S>): Algorithm<StepBody<S>, Transformed<S> | undefined> {
  return {
    name: step.name,
    prepare(data, ctx, learner, tools) {
      if (step.weighs(learner.params)) return undefined;
      const done = transformed(step, { params: learner.params, data, ctx });
      return { ...done, inner: tools.prepare(learner.parts.learner, done.data, ctx) };
    },
    fit({ learner, data, prepared, ctx, tools }) {
      const { params } = learner;
      const { target, weights } = data;
      const done =
        prepared ?? prepareFit(step, { params, data, ...(weights && { weights }), ctx }, learner, tools);
      const inner = { ...done.data, target, ...(weights && { weights }) };
      const { part, trace } = tools.train(learner.parts.learner, inner, ctx, done.inner);
      return {
        body: { statistics: done.statistics, names: done.data.names, part },
        ...(trace && { trace }),
      };
    },
    predict({ body, data, classes, want, ctx, tools }) {
      return tools.predict(body.part, step.transform(body.statistics, data, ctx), classes, want, ctx);
    },
  };
}

/** The step's features for a fit: as offsets and scales where the learner inside takes them, else as a copy. */
function prepareFit<S>(step: Step<S>, work: StepWork, learner: Learner, tools: Tools): Transformed<S> {
  if (!step.asScales || !tools.takesScales(learner.parts.learner)) return transformed(step, work);
  const statistics = step.learn(work);
  const scales = step.asScales(statistics, work.data);
  const data = scales ? { ...work.data, scales } : step.transform(statistics, work.data, work.ctx);
  return { statistics, data };
}

function transformed<S>(step: Step<S>, work: StepWork): Transformed<S> {
  const statistics = step.learn(work);
  return { statistics, data: step.transform(statistics, work.data, work.ctx) };
}

/** Rows between two looks at the cancel flag. */
export const stride = 65_536;

/** The levels of a feature, if it is one of categories. */
export function levelsOf(data: FeatureData, feature: number): readonly string[] | undefined {
  return data.levels?.[feature];
}

/** The values that are there, in row order, as float64. */
export function presentValues(feature: FeatureColumn): Float64Array {
  const values = new Float64Array(feature.length);
  let count = 0;
  for (let row = 0; row < feature.length; row++) {
    const value = feature[row];
    if (!Number.isNaN(value)) values[count++] = value;
  }
  return values.subarray(0, count);
}
