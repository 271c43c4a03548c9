/** Gaussian naive Bayes: scikit-learn's `GaussianNB`, by two passes over each feature. */
import { fail } from "../../base/diagnostic.ts";
import type { Algorithm, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { numberIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";

/** `means`, `variances`: `[classes, features]`; `logPriors`: `[classes]`. */
export type NaiveBayesBody = { means: Float64Array; variances: Float64Array; logPriors: Float64Array };

/**
 * p(c | x) ∝ π_c · Π_j N(x_j; μ_cj, σ²_cj + ε), with weighted class shares π, means μ and variances σ² (divisor Σw), and
 * ε = `varSmoothing` times the largest variance of a feature over all rows, so that a feature that is constant in a class
 * does not rule everything out (Maron 1961; Hand & Yu 2001). ε is taken without sample weights, as in scikit-learn.
 * Throws `learner.number`.
 *
 * ```ts
 * import { accuracy, fit, moons, naiveBayes, predict } from "espalier";
 * const data = moons({ rows: 200, noise: 0.1, seed: 3 });
 * accuracy(await predict(await fit(naiveBayes(), data), data), { on: "training" }) > 0.8; // true
 * ```
 */
export function naiveBayes(options: { varSmoothing?: number } = {}): Learner {
  return {
    kind: "learner",
    algorithm: "naive-bayes",
    params: { varSmoothing: numberIn("varSmoothing", options.varSmoothing ?? 1e-9, 0, 1e6) },
    parts: {},
    abilities: {
      tasks: ["classification"],
      weights: true,
      missing: false,
      categories: false,
      probabilities: true,
      multiclass: true,
      float64: true,
    },
  };
}

/** Naive Bayes as `fit` and `predict` know it. */
export const naiveBayesAlgorithm: Algorithm<NaiveBayesBody> = {
  name: "naive-bayes",
  fit: (work) => ({ body: fitBayes(work) }),
  predict: predictBayes,
};

function fitBayes({ learner: { params }, data, ctx }: FitWork<undefined>): NaiveBayesBody {
  if (data.target.task !== "classification")
    fail("fit.task", { column: "", task: data.target.task, can: ["classification"] });
  const { codes, classes } = data.target;
  const { features, rowCount } = data;
  const weights = data.weights ?? new Float64Array(rowCount).fill(1);
  const sums = new Float64Array(classes.length);
  for (let row = 0; row < rowCount; row++) sums[codes[row]] += weights[row];
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(classes.length * features.length);
  const variances = new Float64Array(means.length);
  let widest = 0;
  features.forEach((feature, j) => {
    ctx.progress(j, features.length);
    const at = (row: number): number => codes[row] * features.length + j;
    let middle = 0;
    for (let row = 0; row < rowCount; row++) {
      means[at(row)] += weights[row] * feature[row];
      middle += feature[row] / rowCount;
    }
    for (let k = 0; k < classes.length; k++) if (sums[k] > 0) means[k * features.length + j] /= sums[k];
    let spread = 0;
    for (let row = 0; row < rowCount; row++) {
      variances[at(row)] += weights[row] * (feature[row] - means[at(row)]) ** 2;
      spread += (feature[row] - middle) ** 2 / rowCount;
    }
    for (let k = 0; k < classes.length; k++) if (sums[k] > 0) variances[k * features.length + j] /= sums[k];
    widest = Math.max(widest, spread);
  });
  // All features constant: any positive number, because then only the class shares tell anything.
  const smoothing = Number(params.varSmoothing) * widest || Number.MIN_VALUE * 2 ** 60;
  return {
    means,
    variances: variances.map((variance) => variance + smoothing),
    logPriors: sums.map((sum) => Math.log(sum / total)),
  };
}

const stride = 4096;

function predictBayes({ body, data, classes, want, ctx }: PredictWork<NaiveBayesBody>): RawPredictions {
  const { features, rowCount } = data;
  const { means, variances, logPriors } = body;
  const width = classes.length;
  const logs = new Float64Array(rowCount * width);
  for (let k = 0; k < width; k++) {
    let constant = logPriors[k];
    for (let j = 0; j < features.length; j++)
      constant -= 0.5 * Math.log(2 * Math.PI * variances[k * features.length + j]);
    for (let row = 0; row < rowCount; row++) logs[row * width + k] = constant;
    if (logPriors[k] === Number.NEGATIVE_INFINITY) continue;
    for (let j = 0; j < features.length; j++) {
      ctx.progress(k * features.length + j, width * features.length);
      const feature = features[j];
      const mean = means[k * features.length + j];
      const twice = 2 * variances[k * features.length + j];
      for (let row = 0; row < rowCount; row++) logs[row * width + k] -= (feature[row] - mean) ** 2 / twice;
    }
  }
  const labels = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % stride === 0) ctx.progress(row, rowCount);
    const own = logs.subarray(row * width, (row + 1) * width);
    const top = Math.max(...own);
    labels[row] = Math.max(0, own.indexOf(top));
    let total = 0;
    for (let k = 0; k < width; k++) {
      // So far from every class that no density is a number: the class shares are all that is left.
      own[k] = Math.exp(top === Number.NEGATIVE_INFINITY ? logPriors[k] : own[k] - top);
      total += own[k];
    }
    for (let k = 0; k < width; k++) own[k] /= total;
  }
  ctx.progress(rowCount, rowCount);
  return { task: "classification", labels, ...(want === "everything" && { probabilities: logs }) };
}
