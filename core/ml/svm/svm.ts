/**
 * Support vector classification: libsvm's C-SVC as scikit-learn's `SVC` calls it, one machine for each pair of classes. This
 * file is the learner; the optimisation is in `smo.ts`.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import type { Algorithm, FeatureColumn, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { balancedWeights, type ClassWeights, classWeightings } from "../learner/class-weights.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { type Kernel, type KernelName, kernelCache, kernelNames, kernelRow } from "./kernel.ts";
import { solveDual } from "./smo.ts";

export const gammaRules = ["scale", "auto"] as const;

/** Parameters of {@link svm}. */
export type SvmOptions = {
  /** Default `"rbf"`. */
  kernel?: KernelName;
  /** Price of a row on the wrong side, above 0. Default 1. */
  C?: number;
  /** γ of rbf and poly: a number above 0, 1/(d·Var(x)) by `"scale"` (default), or 1/d by `"auto"`. */
  gamma?: number | (typeof gammaRules)[number];
  /** Of poly. Default 3. */
  degree?: number;
  /** c of poly. Default 0. */
  coef0?: number;
  /** Largest violation of optimality that is accepted. Default 1e-3. */
  tolerance?: number;
  /** Steps for each pair of classes, at most. Default 10,000,000. */
  maxIterations?: number;
  /** `"balanced"`: every class weighs the same. Default `"none"`. */
  classWeights?: ClassWeights;
};

/** Of class `first` (positive) against `second`: f(x) = Σ coefficient·K(support row, x) − ρ. */
export type SvmPair = {
  first: number;
  second: number;
  /** Positions in `SvmBody.support`. */
  rows: Uint32Array;
  coefficients: Float64Array;
  rho: number;
};

/** `support`: the support rows, `[features][rows]`. */
export type SvmBody = { kernel: Kernel; support: readonly Float64Array[]; pairs: readonly SvmPair[] };

/**
 * For each pair of classes: min ½‖w‖² + Σ C·s_i·max(0, 1 − y_i·f(x_i)), f(x) = w·φ(x) − ρ, with the sample weights s,
 * solved in the dual (Boser, Guyon & Vapnik 1992; Cortes & Vapnik 1995, eq. 26) by SMO with second-order choice of the pair
 * (Fan, Chen & Lin 2005). Kernels: linear x·z, poly (γ·x·z + c)^degree, rbf exp(−γ‖x − z‖²). Each pair votes, the
 * first of the classes with most votes is said (Knerr et al. 1990). No probabilities.
 *
 * Features are not standardised: put a standardising step before it. Time grows with the square of the rows at least.
 * Throws `learner.option`, `learner.number`; fitting warns `svm.not-converged`.
 *
 * ```ts
 * import { accuracy, fit, moons, predict, svm } from "espalier";
 * const data = moons({ rows: 200, noise: 0.1, seed: 3 });
 * accuracy(await predict(await fit(svm({ C: 10 }), data), data), { on: "training" }) > 0.95; // true
 * ```
 */
export function svm(options: SvmOptions = {}): Learner {
  const { gamma = "scale" } = options;
  return {
    kind: "learner",
    algorithm: "svm",
    params: {
      kernel: oneOf("kernel", options.kernel ?? "rbf", kernelNames),
      C: numberIn("C", options.C ?? 1, 1e-12, 1e12),
      gamma:
        typeof gamma === "number" ? numberIn("gamma", gamma, 1e-12, 1e12) : oneOf("gamma", gamma, gammaRules),
      degree: wholeIn("degree", options.degree ?? 3, 1, 100),
      coef0: numberIn("coef0", options.coef0 ?? 0, -1e12, 1e12),
      tolerance: numberIn("tolerance", options.tolerance ?? 1e-3, 1e-15, 1),
      maxIterations: wholeIn("maxIterations", options.maxIterations ?? 10_000_000, 1, 1_000_000_000),
      classWeights: oneOf("classWeights", options.classWeights ?? "none", classWeightings),
    },
    parts: {},
    abilities: {
      tasks: ["classification"],
      weights: true,
      missing: false,
      categories: false,
      probabilities: false,
      multiclass: true,
      float64: true,
    },
  };
}

/** The support vector machine as `fit` and `predict` know it. */
export const svmAlgorithm: Algorithm<SvmBody> = {
  name: "svm",
  fit: (work) => ({ body: fitSvm(work) }),
  predict: predictSvm,
};

function fitSvm({ learner: { params }, data, ctx }: FitWork<undefined>): SvmBody {
  if (data.target.task !== "classification")
    fail("fit.task", { column: "", task: data.target.task, can: ["classification"] });
  const { classes, codes } = data.target;
  const weights = balancedWeights(data, oneOf("classWeights", params.classWeights, classWeightings), false);
  const kernel: Kernel = {
    name: oneOf("kernel", params.kernel, kernelNames),
    gamma: gammaOf(params.gamma, data.features, data.rowCount),
    degree: Number(params.degree),
    coef0: Number(params.coef0),
  };
  const supportAt = new Map<number, number>();
  const pairs: SvmPair[] = [];
  const count = (classes.length * (classes.length - 1)) / 2;
  for (let first = 0; first < classes.length; first++) {
    for (let second = first + 1; second < classes.length; second++) {
      const rows = rowsOf(first, second);
      const limits = Float64Array.from(rows, (row) => Number(params.C) * weights[row]);
      const signs = Float64Array.from(rows, (row) => (codes[row] === first ? 1 : -1));
      const features = data.features.map((feature) => Float64Array.from(rows, (row) => feature[row]));
      const cached = kernelCache(kernel, features, rows.length);
      const diagonal = Float64Array.from(rows, (_, i) => selfKernel(kernel, features, i));
      const { alphas, rho, converged, iterations } = solveDual(
        { signs, limits, diagonal, kernelRow: cached },
        Number(params.tolerance),
        Number(params.maxIterations),
        () => ctx.progress(pairs.length, count),
      );
      if (!converged)
        ctx.warn(warning("svm.not-converged", { iterations, classes: [classes[first], classes[second]] }));
      const held = Uint32Array.from(alphas.keys()).filter((i) => alphas[i] > 0);
      pairs.push({
        first,
        second,
        rows: held.map((i) => positionOf(rows[i])),
        coefficients: Float64Array.from(held, (i) => signs[i] * alphas[i]),
        rho,
      });
    }
  }
  const kept = Uint32Array.from(supportAt.keys());
  const support = data.features.map((feature) => Float64Array.from(kept, (row) => feature[row]));
  return { kernel, support, pairs };

  function rowsOf(first: number, second: number): Uint32Array {
    const all = Uint32Array.from(codes.keys());
    return all.filter((row) => weights[row] > 0 && (codes[row] === first || codes[row] === second));
  }

  function positionOf(row: number): number {
    const known = supportAt.get(row) ?? supportAt.size;
    supportAt.set(row, known);
    return known;
  }
}

function gammaOf(gamma: unknown, features: readonly FeatureColumn[], rows: number): number {
  if (typeof gamma === "number") return gamma;
  if (gamma === "auto") return 1 / features.length;
  const cells = features.length * rows;
  let sum = 0;
  for (const feature of features) for (const value of feature) sum += value;
  let squares = 0;
  for (const feature of features) for (const value of feature) squares += (value - sum / cells) ** 2;
  return squares > 0 ? cells / (features.length * squares) : 1;
}

function selfKernel(kernel: Kernel, features: readonly Float64Array[], row: number): number {
  const one = features.map((feature) => feature.subarray(row, row + 1));
  const into = new Float64Array(1);
  kernelRow(kernel, one, 1, (j) => one[j][0], into);
  return into[0];
}

/** f of each pair for one row; `cells` gives its features. `[pairs]` */
export function decisionValues(
  { kernel, support, pairs }: SvmBody,
  cells: (feature: number) => number,
  scratch: Float64Array,
): Float64Array {
  const count = support[0]?.length ?? 0;
  kernelRow(kernel, support, count, cells, scratch);
  return Float64Array.from(pairs, ({ rows, coefficients, rho }) => {
    let sum = -rho;
    for (let i = 0; i < rows.length; i++) sum += coefficients[i] * scratch[rows[i]];
    return sum;
  });
}

function predictSvm({ body, data, classes, ctx }: PredictWork<SvmBody>): RawPredictions {
  const labels = new Int32Array(data.rowCount);
  const scratch = new Float64Array(body.support[0]?.length ?? 0);
  const votes = new Uint32Array(classes.length);
  for (let row = 0; row < data.rowCount; row++) {
    ctx.progress(row, data.rowCount);
    const decisions = decisionValues(body, (j) => data.features[j][row], scratch);
    votes.fill(0);
    body.pairs.forEach(({ first, second }, pair) => {
      votes[decisions[pair] > 0 ? first : second]++;
    });
    labels[row] = votes.indexOf(Math.max(...votes));
  }
  ctx.progress(data.rowCount, data.rowCount);
  return { task: "classification", labels };
}
