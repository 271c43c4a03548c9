/** Principal components: scikit-learn's `PCA`, inside a learner. The axes come from the covariance of each fit's rows. */
import { fail } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type { FeatureData } from "../learner/algorithm.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { type Step, type StepWork, stepAlgorithm, stepLearner } from "./step.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

export const keeping = ["count", "variance"] as const;

/** Parameters of {@link pca}. */
export type PcaOptions = {
  /** Whether a number of components is kept, or as many as explain a share of the variance. Default `"count"`. */
  keep?: (typeof keeping)[number];
  /** The number, at most the smaller of rows and features. Default 2. */
  components?: number;
  /** The share, above 0 and below 1. Default 0.95. */
  variance?: number;
  /** Scales every component to variance 1. Default false. */
  whiten?: boolean;
};

/** `components`: `[k, features]` row-major, each of length 1. `variance` and its `share` of the whole: `[k]`. */
export type PcaStatistics = {
  mean: Float64Array;
  components: Float64Array;
  variance: Float64Array;
  share: Float64Array;
  whiten: boolean;
};

/**
 * Wraps a learner so that it sees the projections of x − x̄ onto the k axes of largest variance: the eigenvectors v of
 * C = Σ(x − x̄)(x − x̄)ᵀ/(n − 1) in descending order of their eigenvalues λ, which are the variances (Pearson 1901;
 * Hotelling 1933). `keep: "variance"` keeps the fewest axes with Σλ_i/Σλ above `variance`. The loading of largest absolute
 * value on every axis is positive, as in scikit-learn. Sample weights do not enter. Features are centred, not
 * scaled: standardise first, unless they share a unit.
 *
 * The learner loses the ability to take missing values and categories: impute and encode before. Throws
 * `learner.option`, `learner.number`; fitting throws `prepare.pca-components` and `prepare.pca-too-many-features`.
 *
 * ```ts
 * import { fit, moons, pca, preparedTable, tree } from "espalier";
 * const data = moons({ rows: 60 });
 * preparedTable(await fit(pca(tree(), { components: 1 }), data), data).columns.map((c) => c.name); // ["component 1", "class"]
 * ```
 */
export function pca(learner: Learner, options: PcaOptions = {}): Learner {
  const params = {
    keep: oneOf("keep", options.keep ?? "count", keeping),
    components: wholeIn("components", options.components ?? 2, 1, mostFeatures),
    variance: numberIn("variance", options.variance ?? 0.95, Number.MIN_VALUE, 1 - Number.EPSILON / 2),
    whiten: options.whiten ?? false,
  };
  return stepLearner("pca", learner, params, (inner) => ({ ...inner, missing: false, categories: false }));
}

/** More would take minutes, and gigabytes for the covariance. */
export const mostFeatures = 2000;

/** The step behind {@link pca}. */
export const pcaStep: Step<PcaStatistics> = {
  name: "pca",
  weighs: () => false,
  learn: learnAxes,
  transform: projected,
};

export const pcaAlgorithm = stepAlgorithm(pcaStep);

function learnAxes({ params, data, ctx }: StepWork): PcaStatistics {
  const { rowCount: n } = data;
  const d = data.features.length;
  const most = Math.min(n, d);
  if (d > mostFeatures) fail("prepare.pca-too-many-features", { features: d, most: mostFeatures });
  if (params.keep === "count" && Number(params.components) > most)
    fail("prepare.pca-components", { components: Number(params.components), rows: n, features: d, most });
  const mean = Float64Array.from(data.features, (feature) => {
    ctx.progress(0, 1);
    let sum = 0;
    for (let row = 0; row < n; row++) sum += feature[row];
    return sum / n;
  });
  const { values, vectors } = symmetricEigen(covariance(data, mean, ctx), d, () => ctx.progress(0, 1));
  const descending = Float64Array.from(values, (value) => Math.max(0, value)).reverse();
  const total = descending.reduce((sum, value) => sum + value, 0);
  const shares = descending.map((value) => (total > 0 ? value / total : 0));
  const count =
    params.keep === "count" ? Number(params.components) : enough(shares, Number(params.variance), most);
  const components = new Float64Array(count * d);
  for (let k = 0; k < count; k++) {
    const axis = vectors.subarray((d - 1 - k) * d, (d - k) * d);
    components.set(turned(axis), k * d);
  }
  return {
    mean,
    components,
    variance: descending.slice(0, count),
    share: shares.slice(0, count),
    whiten: params.whiten === true,
  };
}

/** How many of the largest shares it takes to exceed `wanted`. */
function enough(shares: Float64Array, wanted: number, most: number): number {
  let sum = 0;
  for (let k = 0; k < most; k++) {
    sum += shares[k];
    if (sum > wanted) return k + 1;
  }
  return most;
}

/** The axis with its largest loading positive (scikit-learn's `svd_flip` on the rows of Vᵀ). */
function turned(axis: Float64Array): Float64Array {
  let largest = 0;
  for (const loading of axis) if (Math.abs(loading) > Math.abs(largest)) largest = loading;
  return largest < 0 ? axis.map((loading) => -loading) : axis;
}

/** Rows of a block: 64 features of it fit into a core's second-level cache. */
const block = 512;

/** `[d, d]`, over n − 1. */
function covariance({ features, rowCount }: FeatureData, mean: Float64Array, ctx: WorkContext): Float64Array {
  const d = features.length;
  const sums = new Float64Array(d * d);
  const centred = features.map(() => new Float64Array(block));
  for (let start = 0; start < rowCount; start += block) {
    ctx.progress(0, 1);
    const rows = Math.min(block, rowCount - start);
    for (let j = 0; j < d; j++)
      for (let row = 0; row < rows; row++) centred[j][row] = features[j][start + row] - mean[j];
    for (let i = 0; i < d; i++) {
      if ((i & 63) === 0) ctx.progress(0, 1);
      const left = centred[i];
      for (let j = i; j < d; j++) {
        const right = centred[j];
        let sum = 0;
        for (let row = 0; row < rows; row++) sum += left[row] * right[row];
        sums[i * d + j] += sum;
      }
    }
  }
  const divisor = Math.max(1, rowCount - 1);
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      sums[i * d + j] /= divisor;
      sums[j * d + i] = sums[i * d + j];
    }
  return sums;
}

function projected(statistics: PcaStatistics, data: FeatureData, ctx: WorkContext): FeatureData {
  const { mean, components, variance, whiten } = statistics;
  const d = mean.length;
  const features = Array.from(variance, (spread, k) => {
    const made = new Float64Array(data.rowCount);
    for (let j = 0; j < d; j++) {
      ctx.progress(0, 1);
      const loading = components[k * d + j];
      const feature = data.features[j];
      for (let row = 0; row < made.length; row++) made[row] += loading * (feature[row] - mean[j]);
    }
    const scale = Math.sqrt(Math.max(spread, Number.EPSILON));
    return whiten ? made.map((value) => value / scale) : made;
  });
  return {
    rowCount: data.rowCount,
    names: features.map((_, k) => `component ${k + 1}`),
    features,
  };
}
