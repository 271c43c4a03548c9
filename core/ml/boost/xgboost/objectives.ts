/**
 * The objectives of XGBoost: loss, derivatives, link, and the value that an ensemble starts from. Margins are float32, and each
 * step of the derivatives is rounded to float32 where XGBoost rounds it. A name is XGBoost's own, as it stands in its model files.
 */
import type { Task } from "../../../base/table-facts.ts";
import type { Gradients } from "../../tree/exact-grower.ts";

/** What is learned: numbers, or codes of classes as numbers. */
export type Labels = { values: Float32Array; weights?: Float32Array | undefined; groups: number };

export type ObjectiveOptions = {
  /** ρ of Tweedie, 1 … 2. */
  tweediePower: number;
  /** δ of Huber. */
  huberSlope: number;
  /** Largest step of Poisson's leaves, which keeps its hessian away from 0. */
  maxDeltaStep: number;
};

/** One objective. `groups` margins a row, `margins[row * groups + group]`. */
export type Objective = {
  name: string;
  task: Task;
  /** Loss of one row at one margin, for objectives of one margin: what `grad` and `hess` are derived from. */
  loss?(margin: number, label: number, options: ObjectiveOptions): number;
  derivatives(
    margins: Float32Array,
    labels: Labels,
    options: ObjectiveOptions,
    out: readonly Gradients[],
  ): void;
  /** The margins an ensemble starts from when the user names none, `[groups]`. */
  start(labels: Labels, options: ObjectiveOptions): Float32Array;
  /** Margin of a base score as users and model files state it, and back: what a prediction says. */
  toMargin(score: number): number;
  fromMargin(margin: number): number;
  /** Labels it cannot learn; a value that is wrong is answered. */
  refuses?(label: number): boolean;
  /** Base scores a user may state. */
  allowsBase?(score: number): boolean;
};

const { fround, exp, log, sqrt, max, min } = Math;
const tiny = fround(1e-16);
const epsilon = 1e-6;

/** 1 / (1 + e^−x) in float32; beyond 88.7 e^−x would overflow. */
export function sigmoid(margin: number): number {
  return fround(1 / fround(fround(exp(min(-margin, fround(88.7)))) + 1));
}

const identity = (value: number) => value;
const exponential = (margin: number) => fround(exp(margin));
const logarithm = (score: number) => fround(log(score));

type Pair = (margin: number, label: number, options: ObjectiveOptions) => number;

/** An objective of one margin, row by row. */
function byRow(grad: Pair, hess: Pair): Objective["derivatives"] {
  return (margins, { values, weights }, options, [out]) => {
    for (let row = 0; row < values.length; row++) {
      const weight = weights?.[row] ?? 1;
      out.grad[row] = fround(grad(margins[row], values[row], options)) * weight;
      out.hess[row] = fround(hess(margins[row], values[row], options)) * weight;
    }
  };
}

function meanOf({ values, weights }: Labels): number {
  let [sum, total] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const weight = weights?.[row] ?? 1;
    sum += values[row] * weight;
    total += weight;
  }
  return sum / total;
}

const squared: Objective = {
  name: "reg:squarederror",
  task: "regression",
  loss: (margin, label) => (margin - label) ** 2 / 2,
  derivatives: byRow(
    (margin, label) => margin - label,
    () => 1,
  ),
  start: (labels) => Float32Array.of(meanOf(labels)),
  toMargin: identity,
  fromMargin: identity,
};

const logistic: Objective = {
  name: "binary:logistic",
  task: "classification",
  loss: (margin, label) => Math.log1p(exp(-Math.abs(margin))) + max(margin, 0) - label * margin,
  derivatives: byRow(
    (margin, label) => sigmoid(margin) - label,
    (margin) => {
      const p = sigmoid(margin);
      return max(fround(p * fround(1 - p)), tiny);
    },
  ),
  // Sample weights of 0 may leave one class only: a margin stays finite.
  start: (labels) => Float32Array.of(logit(fround(min(max(meanOf(labels), 1e-7), 1 - 1e-7)))),
  toMargin: logit,
  fromMargin: sigmoid,
  allowsBase: (score) => score > 0 && score < 1,
};

function logit(score: number): number {
  return fround(-log(fround(fround(1 / score) - 1)));
}

const softmax: Objective = {
  name: "multi:softprob",
  task: "classification",
  derivatives: (margins, { values, weights, groups }, _, out) => {
    const shares = new Float32Array(groups);
    for (let row = 0; row < values.length; row++) {
      const weight = weights?.[row] ?? 1;
      shares.set(margins.subarray(row * groups, (row + 1) * groups));
      softmaxed(shares);
      for (let group = 0; group < groups; group++) {
        const p = shares[group];
        const grad = values[row] === group ? fround(p - 1) : p;
        out[group].grad[row] = grad * weight;
        out[group].hess[row] = max(fround(fround(2 * p * fround(1 - p)) * weight), tiny);
      }
    }
  },
  /** Logarithms of the class shares, with mean 0. */
  start: ({ values, weights, groups }) => {
    const counts = new Float64Array(groups);
    for (let row = 0; row < values.length; row++) counts[values[row]] += weights?.[row] ?? 1;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const logs = counts.map((count) => log(count / total + epsilon));
    const mean = logs.reduce((sum, one) => sum + one, 0) / groups;
    return Float32Array.from(logs, (one) => one - mean);
  },
  toMargin: identity,
  fromMargin: identity,
};

/** Margins become shares that sum to 1, in place. */
export function softmaxed(margins: Float32Array): void {
  const most = margins.reduce((left, right) => max(left, right), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let at = 0; at < margins.length; at++) {
    margins[at] = exp(margins[at] - most);
    sum += margins[at];
  }
  for (let at = 0; at < margins.length; at++) margins[at] /= fround(sum);
}

/** Counts and other quantities above 0, by the logarithm. */
const byLogarithm = {
  task: "regression",
  start: (labels: Labels) => Float32Array.of(logarithm(fround(meanOf(labels)))),
  toMargin: logarithm,
  fromMargin: exponential,
  refuses: (label: number) => label < 0,
  allowsBase: (score: number) => score > 0,
} as const;

const poisson: Objective = {
  ...byLogarithm,
  name: "count:poisson",
  loss: (margin, label) => exp(margin) - label * margin,
  derivatives: byRow(
    (margin, label) => exponential(margin) - label,
    // Larger than the second derivative, so that a first step from a flat start stays small.
    (margin, _, { maxDeltaStep }) => exp(fround(margin + fround(maxDeltaStep))),
  ),
};

const gamma: Objective = {
  ...byLogarithm,
  name: "reg:gamma",
  loss: (margin, label) => margin + label * exp(-margin),
  derivatives: byRow(
    (margin, label) => 1 - fround(label / exponential(margin)),
    (margin, label) => label / exponential(margin),
  ),
  refuses: (label) => label <= 0,
};

const tweedie: Objective = {
  ...byLogarithm,
  name: "reg:tweedie",
  loss: (margin, label, { tweediePower: power }) =>
    (-label * exp((1 - power) * margin)) / (1 - power) + exp((2 - power) * margin) / (2 - power),
  derivatives: byRow(
    (margin, label, { tweediePower: power }) =>
      -label * exponential((1 - power) * margin) + exponential((2 - power) * margin),
    (margin, label, { tweediePower: power }) =>
      -label * (1 - power) * exponential((1 - power) * margin) +
      (2 - power) * exponential((2 - power) * margin),
  ),
};

/** Huber's loss made smooth: δ²·(√(1 + (z/δ)²) − 1). */
const huber: Objective = {
  name: "reg:pseudohubererror",
  task: "regression",
  loss: (margin, label, { huberSlope: slope }) =>
    slope ** 2 * (sqrt(1 + ((margin - label) / slope) ** 2) - 1),
  derivatives: byRow(
    (margin, label, { huberSlope: slope }) => {
      const residual = fround(margin - label);
      return residual / fround(sqrt(1 + residual ** 2 / slope ** 2));
    },
    (margin, label, { huberSlope: slope }) => {
      const residual = fround(margin - label);
      return slope ** 2 / ((slope ** 2 + residual ** 2) * fround(sqrt(1 + residual ** 2 / slope ** 2)));
    },
  ),
  start: (labels, options) => Float32Array.of(oneStep(huber, labels, options)),
  toMargin: identity,
  fromMargin: identity,
};

/** One Newton step for all rows together from margin 0. */
function oneStep({ derivatives }: Objective, labels: Labels, options: ObjectiveOptions): number {
  const rows = labels.values.length;
  const out = { grad: new Float32Array(rows), hess: new Float32Array(rows) };
  derivatives(new Float32Array(rows), labels, options, [out]);
  let [G, H] = [0, 0];
  for (let row = 0; row < rows; row++) {
    G += out.grad[row];
    H += out.hess[row];
  }
  return -G / max(H, epsilon);
}

/** All objectives by XGBoost's names. */
export const objectives: readonly Objective[] = [squared, logistic, softmax, poisson, gamma, tweedie, huber];

/** Names that model files also use for the same derivatives. */
const aliases: Readonly<Record<string, string>> = {
  "reg:linear": "reg:squarederror",
  "reg:logistic": "binary:logistic",
  "multi:softmax": "multi:softprob",
};

/** The objective of that name, if it is known here. */
export function objectiveNamed(name: string): Objective | undefined {
  const own = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return objectives.find((objective) => objective.name === own);
}
