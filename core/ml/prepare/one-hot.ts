/** Categories as columns of 0 and 1: scikit-learn's `OneHotEncoder`, inside a learner. Numbers pass through. */
import { fail, warning } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type { FeatureColumn, FeatureData } from "../learner/algorithm.ts";
import { oneOf } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { type Categories, learnCategories, placesOf } from "./categories.ts";
import { type Step, type StepWork, stepAlgorithm, stepLearner } from "./step.ts";

export const unknownAsZeros = ["zeros", "error"] as const;

/** Parameters of {@link oneHot}. */
export type OneHotOptions = {
  /** What a category that the fit has not met becomes: all zeros, with a warning, or an error. Default `"zeros"`. */
  unknown?: (typeof unknownAsZeros)[number];
  /** Leaves out the first category of every feature, which then is all zeros. Default false. */
  dropFirst?: boolean;
};

export type OneHotStatistics = {
  features: readonly Categories[];
  dropFirst: boolean;
  refuseUnknown: boolean;
};

/**
 * Wraps a learner so that a feature of K categories becomes K features x_k = [x = k], named `feature=category`, in its
 * place, in code-point order of the categories that occurred in the fit. Missing cells, where the learner allows them
 * and the fit had some, are one more category, the last. Numbers and yes/no columns stay as they are. `dropFirst`
 * avoids columns that add up to 1, which a linear model without a penalty cannot tell from its constant.
 *
 * The learner gains the ability to take categories. Throws `learner.option`; fitting throws
 * `prepare.one-hot-too-wide` where the columns would not fit into memory, and `prepare.no-features-left`.
 *
 * ```ts
 * import { categoryColumn, fit, linear, numberColumn, oneHot, preparedTable, tableFrom } from "espalier";
 * const columns = [categoryColumn("x", ["b", "a", "b"]), numberColumn("y", [5, 7, 9], { role: "target" })];
 * const data = tableFrom({ columns, source: "0".repeat(64) });
 * const model = await fit(oneHot(linear()), data);
 * preparedTable(model, data).columns.map((column) => column.name); // ["x=a", "x=b", "y"]
 * ```
 */
export function oneHot(learner: Learner, options: OneHotOptions = {}): Learner {
  const params = {
    unknown: oneOf("unknown", options.unknown ?? "zeros", unknownAsZeros),
    dropFirst: options.dropFirst ?? false,
  };
  return stepLearner("one-hot", learner, params, (inner) => ({ ...inner, categories: true }));
}

/** The step behind {@link oneHot}. */
export const oneHotStep: Step<OneHotStatistics> = {
  name: "one-hot",
  weighs: () => false,
  learn: learnOneHot,
  transform: indicators,
};

export const oneHotAlgorithm = stepAlgorithm(oneHotStep);

/** One GiB as float32. */
const mostCells = 2 ** 28;

function learnOneHot({ params, data, ctx }: StepWork): OneHotStatistics {
  const features = learnCategories(data, ctx);
  const dropFirst = params.dropFirst === true;
  const widths = features.map((known) => (known ? width(known, dropFirst) : 0));
  const columns = widths.reduce((sum, count) => sum + count, 0);
  if (columns * data.rowCount > mostCells) {
    const widest = widths.indexOf(Math.max(...widths));
    const most = Math.floor(mostCells / data.rowCount);
    fail("prepare.one-hot-too-wide", {
      column: data.names[widest],
      categories: widths[widest],
      rows: data.rowCount,
      columns,
      most,
    });
  }
  if (columns === 0 && !features.includes(null)) fail("prepare.no-features-left", { columns: data.names });
  return { features, dropFirst, refuseUnknown: params.unknown === "error" };
}

function width({ names, missing }: NonNullable<Categories>, dropFirst: boolean): number {
  return Math.max(0, names.length + (missing ? 1 : 0) - (dropFirst ? 1 : 0));
}

function indicators(statistics: OneHotStatistics, data: FeatureData, ctx: WorkContext): FeatureData {
  const { features: known, dropFirst, refuseUnknown } = statistics;
  const names: string[] = [];
  const features: FeatureColumn[] = [];
  known.forEach((categories, j) => {
    if (categories === null) {
      names.push(data.names[j]);
      features.push(data.features[j]);
      return;
    }
    const labels = categories.names.map((name) => `${data.names[j]}=${name}`);
    if (categories.missing) labels.push(`${data.names[j]} is missing`);
    const places = placesOf(data, j, categories, refuseUnknown, ctx);
    if (!categories.missing) warnOfGaps(places, categories.names.length, data.names[j], ctx);
    names.push(...labels.slice(dropFirst ? 1 : 0));
    features.push(...spread(places, labels.length, ctx).slice(dropFirst ? 1 : 0));
  });
  return { rowCount: data.rowCount, names, features };
}

/** A missing cell is a category like any other: one that the fit may not have met. */
function warnOfGaps(places: Int32Array, gap: number, column: string, ctx: WorkContext): void {
  const rows = places.reduce((count, place) => (place === gap ? count + 1 : count), 0);
  if (rows > 0) ctx.warn(warning("prepare.unexpected-missing", { column, rows }));
}

/** `[count][rows]` */
function spread(places: Int32Array, count: number, ctx: WorkContext): Float32Array[] {
  const columns = Array.from({ length: count }, () => {
    ctx.progress(0, 1);
    return new Float32Array(places.length);
  });
  for (let row = 0; row < places.length; row++) {
    const place = places[row];
    if (place >= 0 && place < count) columns[place][row] = 1;
  }
  return columns;
}
