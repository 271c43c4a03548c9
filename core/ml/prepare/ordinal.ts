/** Categories as whole numbers: scikit-learn's `OrdinalEncoder`, inside a learner. Numbers pass through. */
import type { WorkContext } from "../context.ts";
import type { FeatureData } from "../learner/algorithm.ts";
import { oneOf } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { type Categories, learnCategories, placesOf } from "./categories.ts";
import { type Step, stepAlgorithm, stepLearner } from "./step.ts";

export const unknownAsNumber = ["minus-one", "error"] as const;

/** Parameters of {@link ordinal}. */
export type OrdinalOptions = {
  /** What a category that the fit has not met becomes: −1, with a warning, or an error. Default `"minus-one"`. */
  unknown?: (typeof unknownAsNumber)[number];
};

export type OrdinalStatistics = { features: readonly Categories[]; refuseUnknown: boolean };

/**
 * Wraps a learner so that a feature of categories becomes one of whole numbers: 0 for the first category in code-point
 * order of those that occurred in the fit, 1 for the second, and so on. Missing cells stay missing. Numbers and yes/no
 * columns stay as they are. The order means nothing, so this is for trees, which can take it apart again; for sums and
 * distances take {@link oneHot}.
 *
 * The learner gains the ability to take categories. Throws `learner.option`.
 *
 * ```ts
 * import { categoryColumn, fit, numberColumn, ordinal, preparedTable, tableFrom, tree } from "espalier";
 * const columns = [categoryColumn("x", ["b", "a", "b"]), numberColumn("y", [5, 7, 9], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const seen = preparedTable(await fit(ordinal(tree()), data), data).columns[0];
 * "values" in seen ? [...seen.values] : []; // [1, 0, 1]
 * ```
 */
export function ordinal(learner: Learner, options: OrdinalOptions = {}): Learner {
  const unknown = oneOf("unknown", options.unknown ?? "minus-one", unknownAsNumber);
  return stepLearner("ordinal", learner, { unknown }, (inner) => ({ ...inner, categories: true }));
}

/** The step behind {@link ordinal}. */
export const ordinalStep: Step<OrdinalStatistics> = {
  name: "ordinal",
  weighs: () => false,
  learn: ({ params, data, ctx }) => ({
    features: learnCategories(data, ctx),
    refuseUnknown: params.unknown === "error",
  }),
  transform: numbered,
};

export const ordinalAlgorithm = stepAlgorithm(ordinalStep);

function numbered(statistics: OrdinalStatistics, data: FeatureData, ctx: WorkContext): FeatureData {
  const features = data.features.map((feature, j) => {
    ctx.progress(0, 1);
    const known = statistics.features[j];
    if (known === null) return feature;
    const gap = known.names.length;
    const places = placesOf(data, j, known, statistics.refuseUnknown, ctx);
    return Float64Array.from(places, (place) => (place === gap ? Number.NaN : place));
  });
  return { rowCount: data.rowCount, names: data.names, features };
}
