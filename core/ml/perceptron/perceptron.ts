/**
 * The perceptron with Rosenblatt's rule: look at the rows one after another, and move the weights when the answer is
 * wrong. It counts passes and mistakes, which is what the convergence theorem speaks of.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import type { Algorithm, Fitted, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";

/** `mistakes` of all `passes`; `converged` when the last pass had none. */
export type PerceptronBody = {
  weights: Float64Array;
  intercept: number;
  passes: number;
  mistakes: number;
  converged: boolean;
};

/**
 * With s = ±1 for the second and the first class: whenever s·(w·x + b) ≤ 0, w ← w + s·x and b ← b + s, from
 * w = 0, b = 0, through the rows in their order, until a whole pass has no mistake (Rosenblatt 1957, 1958).
 *
 * If some plane separates the classes with margin γ and all rows (with a 1 appended) are no longer than R, there are at
 * most (R/γ)² mistakes (Block 1962; Novikoff 1962). If none does, the passes never end: training stops after
 * `maxPasses` with the warning `perceptron.not-converged`, or, when weights come back that were there before, at once with
 * `perceptron.cycling`, which proves that no plane separates these rows. The trace has the mistakes of every pass and the
 * length of w. Two classes only; no probabilities. Throws `learner.number`.
 *
 * ```ts
 * import { fit, numberColumn, categoryColumn, perceptron, tableFrom } from "espalier";
 * const columns = [numberColumn("a", [0, 0, 1, 1]), numberColumn("b", [0, 1, 0, 1])];
 * const and = categoryColumn("a and b", ["no", "no", "no", "yes"], { role: "target" });
 * const model = await fit(perceptron(), tableFrom({ columns: [...columns, and], source: "0".repeat(64) }));
 * [...(model.trace?.series.mistakes ?? [])].at(-1); // 0
 * ```
 */
export function perceptron(options: { maxPasses?: number } = {}): Learner {
  return {
    kind: "learner",
    algorithm: "perceptron",
    params: { maxPasses: wholeIn("maxPasses", options.maxPasses ?? 1000, 1, 1_000_000) },
    parts: {},
    abilities: {
      tasks: ["classification"],
      weights: false,
      missing: false,
      categories: false,
      probabilities: false,
      multiclass: false,
      float64: true,
    },
  };
}

/** The perceptron as `fit` and `predict` know it. */
export const perceptronAlgorithm: Algorithm<PerceptronBody> = {
  name: "perceptron",
  fit: fitPerceptron,
  predict: predictPerceptron,
};

const stride = 4096;

function fitPerceptron({ learner, data, ctx }: FitWork<undefined>): Fitted<PerceptronBody> {
  if (data.target.task !== "classification")
    fail("fit.task", { column: "", task: data.target.task, can: ["classification"] });
  const { codes } = data.target;
  const { features, rowCount } = data;
  const width = features.length;
  const maxPasses = Number(learner.params.maxPasses);
  // Row by row, as the rule reads them.
  const rows = new Float64Array(rowCount * width);
  features.forEach((feature, j) => {
    ctx.progress(0, maxPasses);
    for (let row = 0; row < rowCount; row++) rows[row * width + j] = feature[row];
  });
  const weights = new Float64Array(width + 1);
  const mistakes: number[] = [];
  const lengths: number[] = [];
  const kept = cycleWatch();
  let cycle = 0;

  while (mistakes.length < maxPasses) {
    let wrong = 0;
    for (let row = 0; row < rowCount; row++) {
      if (row % stride === 0) ctx.progress(mistakes.length, maxPasses);
      const sign = codes[row] === 1 ? 1 : -1;
      const start = row * width;
      let score = 0;
      for (let j = 0; j < width; j++) score += weights[j] * rows[start + j];
      if (sign * (score + weights[width]) > 0) continue;
      wrong++;
      for (let j = 0; j < width; j++) weights[j] += sign * rows[start + j];
      weights[width] += sign;
    }
    mistakes.push(wrong);
    lengths.push(Math.sqrt(weights.subarray(0, width).reduce((sum, weight) => sum + weight * weight, 0)));
    if (wrong === 0) break;
    cycle = kept.cameBack(weights, mistakes.length);
    if (cycle > 0) break;
  }

  const converged = mistakes.at(-1) === 0;
  if (cycle > 0) ctx.warn(warning("perceptron.cycling", { pass: mistakes.length, cycle }));
  else if (!converged)
    ctx.warn(warning("perceptron.not-converged", { passes: maxPasses, mistakes: mistakes.at(-1) ?? 0 }));
  const count = mistakes.reduce((sum, wrong) => sum + wrong, 0);
  return {
    body: {
      weights: weights.slice(0, width),
      intercept: weights[width],
      passes: mistakes.length,
      mistakes: count,
      converged,
    },
    trace: {
      kind: "trace",
      index: "pass",
      length: mistakes.length,
      series: { mistakes: Float64Array.from(mistakes), weightLength: Float64Array.from(lengths) },
    },
  };
}

/**
 * Notices that weights come back (Brent 1980): they are compared with those after pass 1, 2, 4, 8, …, so any cycle is
 * found after at most a few of its lengths, with one set of weights remembered. Answers with its length, or 0.
 */
function cycleWatch(): { cameBack(weights: Float64Array, pass: number): number } {
  let remembered = new Float64Array(0);
  let since = 0;
  let next = 1;
  return {
    cameBack(weights, pass) {
      if (since > 0 && remembered.every((weight, j) => weight === weights[j])) return pass - since;
      if (pass === next) {
        remembered = Float64Array.from(weights);
        since = pass;
        next *= 2;
      }
      return 0;
    },
  };
}

function predictPerceptron({ body, data, ctx }: PredictWork<PerceptronBody>): RawPredictions {
  const scores = new Float64Array(data.rowCount);
  data.features.forEach((feature, j) => {
    ctx.progress(j, data.features.length);
    for (let row = 0; row < scores.length; row++) scores[row] += body.weights[j] * feature[row];
  });
  return {
    task: "classification",
    labels: Int32Array.from(scores, (score) => (score + body.intercept > 0 ? 1 : 0)),
  };
}
