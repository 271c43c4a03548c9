/**
 * The numbers that a linear model weighs its features with, and the class means of naive Bayes, also behind the steps around
 * the learner. Where the innermost step brings features to one scale, both readings are given: per unit of the scaled
 * feature, in which sizes can be compared, and per unit of the feature itself.
 */
import { fail } from "../../base/diagnostic.ts";
import type { NaiveBayesBody } from "../bayes/naive-bayes.ts";
import type { FittedPart, Scales } from "../learner/algorithm.ts";
import type { LinearBody } from "../linear/linear.ts";
import type { LogisticBody } from "../linear/logistic.ts";
import type { PerceptronBody } from "../perceptron/perceptron.ts";
import { stepBody } from "../prepare/steps.ts";
import type { SvmBody } from "../svm/svm.ts";
import type { Model } from "../values.ts";

/** A score Σ_j w_j·x_j + b; above 0 it speaks for `of`, below for `against` where there is one class against another. */
export type LinearScore = {
  /** Codes of classes; none for a model of numbers. */
  of?: number;
  against?: number;
  weights: Float64Array;
  intercept: number;
};

export type Coefficients = {
  /** Names of the features that the learner sees, behind the steps. */
  features: readonly string[];
  scores: readonly LinearScore[];
  /** The same per unit of each feature before it was brought to one scale. */
  perUnit?: readonly LinearScore[];
};

export type ClassMeans = {
  features: readonly string[];
  /** Share of each class, and `[classes][features]` means and standard deviations, of features before they were scaled. */
  priors: Float64Array;
  means: readonly Float64Array[];
  deviations: readonly Float64Array[];
};

/** What a model weighs its features with: coefficients, class means, or neither. */
export function weighingOf(model: FittedPart): "coefficients" | "means" | undefined {
  const { part } = innermost(model, []);
  if (part.algorithm === "naive-bayes") return "means";
  if (part.algorithm === "svm")
    return (part.body as SvmBody).kernel.name === "linear" ? "coefficients" : undefined;
  return ["linear", "logistic", "perceptron"].includes(part.algorithm) ? "coefficients" : undefined;
}

/** Throws `look.no-coefficients` for a model that is not linear in its features. */
export function coefficientsOf(model: Model): Coefficients {
  const { part, names, scales } = innermost(model, model.features);
  if (weighingOf(model) !== "coefficients") return fail("look.no-coefficients");
  const scores = scoresOf(part, names.length, model.classes.length);
  return {
    features: names,
    scores,
    ...(scales ? { perUnit: scores.map((score) => unscaled(score, scales)) } : {}),
  };
}

/** Throws `look.no-coefficients` for anything but naive Bayes. */
export function classMeansOf(model: Model): ClassMeans {
  const { part, names, scales } = innermost(model, model.features);
  if (weighingOf(model) !== "means") return fail("look.no-coefficients");
  const { means, variances, logPriors } = part.body as NaiveBayesBody;
  const width = names.length;
  const byClass = (read: (at: number, j: number) => number) =>
    Array.from(logPriors, (_, k) => Float64Array.from(names, (_name, j) => read(k * width + j, j)));
  return {
    features: names,
    priors: logPriors.map(Math.exp),
    means: byClass((at, j) => means[at] * (scales?.scale[j] ?? 1) + (scales?.offset[j] ?? 0)),
    deviations: byClass((at, j) => Math.sqrt(variances[at]) * (scales?.scale[j] ?? 1)),
  };
}

type Inner = { part: FittedPart; names: readonly string[]; scales?: Scales };

/** The learner behind all steps, what its features are called, and how the last step has scaled them. */
function innermost(part: FittedPart, names: readonly string[]): Inner {
  const step = stepBody(part);
  if (!step) return { part, names };
  const inner = innermost(step.part, step.names);
  if (part.algorithm !== "standardize" || stepBody(step.part)) return inner;
  return { ...inner, scales: step.statistics as Scales };
}

function scoresOf({ algorithm, body }: FittedPart, width: number, classes: number): LinearScore[] {
  if (algorithm === "linear") {
    const { weights, intercept } = body as LinearBody;
    return [{ weights, intercept }];
  }
  if (algorithm === "perceptron") {
    const { weights, intercept } = body as PerceptronBody;
    return [{ of: 1, against: 0, weights, intercept }];
  }
  if (algorithm === "svm")
    return (body as SvmBody).pairs.map((_, pair) => planeOf(body as SvmBody, pair, classes));
  const { weights, intercepts } = body as LogisticBody;
  return Array.from(intercepts, (intercept, k) => ({
    ...(intercepts.length === 1 ? { of: 1, against: 0 } : { of: k }),
    weights: weights.subarray(k * width, (k + 1) * width),
    intercept,
  }));
}

/**
 * w = Σ coefficient·support row, b = −ρ (Cortes & Vapnik 1995, eq. 14). Of two classes the plane is turned to speak for the
 * second one, as those of the other linear models do.
 */
function planeOf({ support, pairs }: SvmBody, pair: number, classes: number): LinearScore {
  const { first, second, rows, coefficients, rho } = pairs[pair];
  const turn = classes === 2 ? -1 : 1;
  const weights = Float64Array.from(support, (feature) => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += coefficients[i] * feature[rows[i]];
    return turn * sum;
  });
  const [of, against] = turn < 0 ? [second, first] : [first, second];
  return { of, against, weights, intercept: -turn * rho };
}

/** w·(x − a)/b + c = (w/b)·x + (c − Σ w·a/b). */
function unscaled(score: LinearScore, { offset, scale }: Scales): LinearScore {
  const weights = score.weights.map((weight, j) => weight / scale[j]);
  let { intercept } = score;
  for (let j = 0; j < weights.length; j++) intercept -= weights[j] * offset[j];
  return { ...score, weights, intercept };
}
