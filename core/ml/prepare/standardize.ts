/**
 * Features brought to one scale: scikit-learn's `StandardScaler`, `MinMaxScaler` and `RobustScaler`, inside a learner.
 * Categories pass through untouched, missing cells stay missing.
 */
import type { FeatureColumn, FeatureData, Scales } from "../learner/algorithm.ts";
import { oneOf } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { momentsInBlocks, momentsInTwoPasses } from "./moments.ts";
import { quantile } from "./quantile.ts";
import { levelsOf, presentValues, type Step, type StepWork, stepAlgorithm, stepLearner } from "./step.ts";

export const scalings = ["z-score", "min-max", "robust"] as const;
export type Scaling = (typeof scalings)[number];

/** Parameters of {@link standardize}. */
export type StandardizeOptions = {
  /** Default `"z-score"`. */
  method?: Scaling;
};

/** Beyond this ratio of offset to scale the digits of x − offset would be lost in the sums that a learner makes of x. */
const farOff = 1000;

/**
 * Wraps a learner so that it sees z = (x − a) / b for every feature x of numbers (yes/no counts as 1 and 0). z-score:
 * a = Σwx/Σw, b² = Σw(x − a)²/Σw with the sample weights w. Min-max: a the least value, b the range, so z ∈ [0, 1] on
 * the rows of the fit. Robust: a the median, b the distance between the quartiles, each row counting once. Missing
 * cells are left out of a and b. Where b would be 0, up to rounding, it is 1, by scikit-learn's bounds.
 *
 * a and b come from the rows of each fit alone. Trees do not care for the scale; penalties, distances and gradients do.
 * Throws `learner.option`.
 *
 * ```ts
 * import { fit, linear, numberColumn, preparedTable, standardize, tableFrom } from "espalier";
 * const columns = [numberColumn("x", [1, 3]), numberColumn("y", [5, 9], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const seen = preparedTable(await fit(standardize(linear()), data), data).columns[0];
 * "values" in seen ? [...seen.values] : []; // [-1, 1]
 * ```
 */
export function standardize(learner: Learner, options: StandardizeOptions = {}): Learner {
  const method = oneOf("method", options.method ?? "z-score", scalings);
  return stepLearner("standardize", learner, { method }, (inner) => inner);
}

/** The step behind {@link standardize}: z = (x − offset) / scale; 0 and 1 for a feature of categories. */
export const standardizeStep: Step<Scales> = {
  name: "standardize",
  weighs: ({ method }) => method === "z-score",
  learn: learnScales,
  transform: rescaled,
  asScales: ({ offset, scale }, { levels }) =>
    levels === undefined && offset.every((value, j) => Math.abs(value) <= farOff * scale[j])
      ? { offset, scale }
      : undefined,
};

export const standardizeAlgorithm = stepAlgorithm(standardizeStep);

function learnScales({ params, data, weights, ctx }: StepWork): Scales {
  const method = oneOf("method", params.method, scalings);
  const offset = new Float64Array(data.features.length);
  const scale = new Float64Array(data.features.length).fill(1);
  data.features.forEach((feature, j) => {
    ctx.progress(0, 1);
    if (levelsOf(data, j)) return;
    const found =
      method === "z-score"
        ? zScore(feature, weights)
        : method === "min-max"
          ? range(feature)
          : quartiles(presentValues(feature));
    // A column without a value has neither.
    if (Number.isNaN(found.offset)) return;
    offset[j] = found.offset;
    scale[j] = found.scale;
  });
  return { offset, scale };
}

type Scale = { offset: number; scale: number };

/** Not a number is not there. */
function zScore(feature: FeatureColumn, weights: Float64Array | undefined): Scale {
  const { total, mean, squares } =
    (weights ? undefined : momentsInBlocks(feature)) ?? momentsInTwoPasses(feature, weights);
  const variance = squares / total;
  // A constant feature, by the error bound of the two-pass algorithm (Chan, Golub & LeVeque 1983).
  const error = total * Number.EPSILON * variance + (total * mean * Number.EPSILON) ** 2;
  return { offset: mean, scale: variance <= error ? 1 : Math.sqrt(variance) };
}

function range(feature: FeatureColumn): Scale {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < feature.length; row++) {
    if (feature[row] < least) least = feature[row];
    if (feature[row] > most) most = feature[row];
  }
  if (least > most) return { offset: Number.NaN, scale: 1 };
  return { offset: least, scale: notZero(most - least) };
}

function quartiles(values: Float64Array): Scale {
  const offset = quantile(values, 0.5);
  return { offset, scale: notZero(quantile(values, 0.75) - quantile(values, 0.25)) };
}

/** scikit-learn's `_handle_zeros_in_scale`. */
function notZero(scale: number): number {
  return scale < 10 * Number.EPSILON ? 1 : scale;
}

function rescaled({ offset, scale }: Scales, data: FeatureData, ctx: StepWork["ctx"]): FeatureData {
  const features = data.features.map((feature, j) => {
    ctx.progress(0, 1);
    if (levelsOf(data, j)) return feature;
    return rescaledColumn(feature, offset[j], scale[j]);
  });
  return { ...data, features };
}

function rescaledColumn(feature: FeatureColumn, offset: number, scale: number): Float64Array {
  const made = new Float64Array(feature.length);
  for (let row = 0; row < made.length; row++) made[row] = (feature[row] - offset) / scale;
  return made;
}
