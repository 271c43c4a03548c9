/**
 * Missing cells filled in: scikit-learn's `SimpleImputer`, inside a learner. Numbers by mean, median, most frequent or a
 * constant; categories by the most frequent one or a name of their own.
 */
import { warning } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type { FeatureColumn, FeatureData } from "../learner/algorithm.ts";
import { numberIn, oneOf } from "../learner/options.ts";
import { byCodePoint } from "../table/columns.ts";
import type { Learner } from "../values.ts";
import { quantile } from "./quantile.ts";
import { levelsOf, presentValues, type Step, type StepWork, stepAlgorithm, stepLearner } from "./step.ts";

export const fillings = ["mean", "median", "most-frequent", "constant"] as const;
export type Filling = (typeof fillings)[number];

/** Parameters of {@link impute}. */
export type ImputeOptions = {
  /** Default `"mean"`. */
  strategy?: Filling;
  /** What `"constant"` fills into numbers. Default 0. */
  value?: number;
  /** What `"constant"` fills into categories. Default `"missing"`. */
  category?: string;
  /** Adds a feature of 0 and 1 for every feature that had missing cells in the fit. Default false. */
  indicator?: boolean;
};

/** `fills`: a number, or the name of a category, for each feature. `indicators`: features that get an indicator. */
export type Fills = { fills: readonly (number | string)[]; indicators: readonly number[] };

/**
 * Wraps a learner so that it sees no missing cell: each is filled with a statistic of its feature over the rows of the
 * fit that have a value (Little & Rubin 2019, "Statistical analysis with missing data", chapter 4). Sample weights do
 * not enter, as in scikit-learn. The most frequent of equals is the smallest. Yes/no counts as 1 and 0. Categories get
 * the most frequent category, or `category` when the strategy is `"constant"`. A feature without any value is filled with
 * 0 (`category`) and warned of, `prepare.no-values`.
 *
 * The learner gains the ability to take missing values. `indicator` tells it where they were.
 * Throws `learner.option`, `learner.number`.
 *
 * ```ts
 * import { fit, impute, linear, numberColumn, preparedTable, tableFrom } from "espalier";
 * const columns = [numberColumn("x", [1, null, 5]), numberColumn("y", [5, 7, 9], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const seen = preparedTable(await fit(impute(linear()), data), data).columns[0];
 * "values" in seen ? [...seen.values] : []; // [1, 3, 5]
 * ```
 */
export function impute(learner: Learner, options: ImputeOptions = {}): Learner {
  const params = {
    strategy: oneOf("strategy", options.strategy ?? "mean", fillings),
    value: numberIn("value", options.value ?? 0, -1e15, 1e15),
    category: options.category ?? "missing",
    indicator: options.indicator ?? false,
  };
  return stepLearner("impute", learner, params, (inner) => ({ ...inner, missing: true }));
}

/** The step behind {@link impute}. */
export const imputeStep: Step<Fills> = {
  name: "impute",
  weighs: () => false,
  learn: learnFills,
  transform: filled,
};

export const imputeAlgorithm = stepAlgorithm(imputeStep);

function learnFills({ params, data, ctx }: StepWork): Fills {
  const strategy = oneOf("strategy", params.strategy, fillings);
  const empty: string[] = [];
  const indicators: number[] = [];
  const fills = data.features.map((feature, j) => {
    ctx.progress(0, 1);
    const levels = levelsOf(data, j);
    const values = presentValues(feature);
    if (values.length < feature.length && params.indicator === true) indicators.push(j);
    if (values.length === 0) empty.push(data.names[j]);
    if (levels) {
      const known = strategy !== "constant" && values.length > 0;
      return known ? mostFrequentLevel(values, levels) : String(params.category);
    }
    if (strategy === "constant") return Number(params.value);
    if (values.length === 0) return 0;
    return strategy === "mean"
      ? values.reduce((sum, value) => sum + value, 0) / values.length
      : strategy === "median"
        ? quantile(values, 0.5)
        : mostFrequent(values);
  });
  if (empty.length > 0) ctx.warn(warning("prepare.no-values", { columns: empty }));
  return { fills, indicators };
}

/** The smallest of the most frequent values; reorders them. */
function mostFrequent(values: Float64Array): number {
  values.sort();
  let best = values[0];
  let most = 0;
  for (let start = 0; start < values.length; ) {
    let end = start + 1;
    while (end < values.length && values[end] === values[start]) end++;
    if (end - start > most) {
      most = end - start;
      best = values[start];
    }
    start = end;
  }
  return best;
}

function mostFrequentLevel(codes: Float64Array, levels: readonly string[]): string {
  const counts = new Uint32Array(levels.length);
  for (const code of codes) counts[code]++;
  let best = codes[0];
  for (let code = 0; code < counts.length; code++) {
    const more = counts[code] - counts[best] || byCodePoint(levels[best], levels[code]);
    if (more > 0) best = code;
  }
  return levels[best];
}

function filled({ fills, indicators }: Fills, data: FeatureData, ctx: WorkContext): FeatureData {
  const levels = data.features.map((_, j) => levelsWith(levelsOf(data, j), fills[j]));
  const features = data.features.map((feature, j) => {
    ctx.progress(0, 1);
    const fill = fills[j];
    return withoutGaps(feature, typeof fill === "string" ? (levels[j] ?? []).indexOf(fill) : fill);
  });
  const marks = indicators.map((j) => {
    ctx.progress(0, 1);
    return Float32Array.from(data.features[j], (value) => (Number.isNaN(value) ? 1 : 0));
  });
  return {
    rowCount: data.rowCount,
    names: [...data.names, ...indicators.map((j) => `${data.names[j]} is missing`)],
    features: [...features, ...marks],
    ...(data.levels && { levels: [...levels, ...indicators.map(() => undefined)] }),
  };
}

function levelsWith(levels: readonly string[] | undefined, fill: number | string) {
  return levels === undefined || typeof fill === "number" || levels.includes(fill)
    ? levels
    : [...levels, fill];
}

/** The same array where nothing is missing. */
function withoutGaps(feature: FeatureColumn, fill: number): FeatureColumn {
  if (!feature.some((value) => Number.isNaN(value))) return feature;
  return Float64Array.from(feature, (value) => (Number.isNaN(value) ? fill : value));
}
