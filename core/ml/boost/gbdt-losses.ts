/**
 * The losses of gradient boosting, each with what the rounds ask of it: where to begin, the negative gradient, what a leaf
 * says, and the mean loss. Formulas and factors are those of scikit-learn 1.9 (`_loss.py`, `_gb.py`), after
 * Friedman 2001, "Greedy function approximation: a gradient boosting machine".
 *
 * F is what has been summed so far, `[width][rows]`: one column, or one a class.
 */
import type { LearningData } from "../learner/algorithm.ts";
import { betweenQuantile, lowerQuantile } from "./quantiles.ts";

export const valueLosses = ["squared", "absolute", "huber", "quantile"] as const;
export const classLosses = ["deviance", "exponential"] as const;
export type ValueLoss = (typeof valueLosses)[number];
export type ClassLoss = (typeof classLosses)[number];

/** One loss over the rows of one fit. `rows` are positions; only rows of positive weight have a say in leaves. */
export type GbdtLoss = {
  /** Trees a round. */
  width: number;
  /** The constant F₀ that is best for `rows`. `[width]` */
  start(rows: Uint32Array): Float64Array;
  /** Before a round: what of the loss follows from the residuals (Huber's δ). */
  begin(F: readonly Float64Array[], rows: Uint32Array): void;
  /** −∂L/∂F of every row. `[width][rows]` */
  negativeGradient(F: readonly Float64Array[], into: readonly Float64Array[]): void;
  /** What a leaf with these rows adds to F_k, before shrinkage. */
  leaf(F: readonly Float64Array[], gradient: Float64Array, k: number, rows: Uint32Array): number;
  /** Of one row. */
  of(F: readonly Float64Array[], row: number): number;
  /** Huber's δ of this round. */
  delta?: () => number;
};

/**
 * The loss of that name for this target; `alpha` is the quantile, and for Huber the share of residuals that count squared. The
 * exponential loss is for two classes: the learner's abilities say so, and a third class has been refused before.
 */
export function gbdtLoss(
  data: LearningData,
  value: ValueLoss,
  ofClasses: ClassLoss,
  alpha: number,
): GbdtLoss {
  const { target, weights } = data;
  if (target.task === "classification") {
    const y = Float64Array.from(target.codes);
    const classes = target.classes.length;
    if (ofClasses === "exponential") return exponentialLoss(y, weights);
    return classes === 2 ? binomialDeviance(y, weights) : multinomialDeviance(target.codes, classes, weights);
  }
  const y = target.values;
  if (value === "squared") return squaredLoss(y, weights);
  if (value === "huber") return huberLoss(y, weights, alpha);
  return quantileLoss(y, weights, value === "absolute" ? 0.5 : alpha, value === "absolute" ? 2 : 1);
}

/** Σ w·L / Σ w over `rows`. */
export function meanLoss(
  loss: GbdtLoss,
  F: readonly Float64Array[],
  rows: Uint32Array,
  weights?: Float64Array,
): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const weight = weights ? weights[row] : 1;
    sum += weight * loss.of(F, row);
    total += weight;
  }
  return sum / total;
}

type Weights = Float64Array | undefined;

/** (y − F)². Its leaf is the mean residual. */
function squaredLoss(y: Float64Array, weights: Weights): GbdtLoss {
  return {
    width: 1,
    start: (rows) => Float64Array.of(meanOf(y, rows, weights)),
    begin: () => undefined,
    negativeGradient([F], [into]) {
      for (let row = 0; row < y.length; row++) into[row] = y[row] - F[row];
    },
    leaf: (_F, gradient, _k, rows) => meanOf(gradient, rows, weights),
    of: ([F], row) => (y[row] - F[row]) ** 2,
  };
}

/** `factor`·pinball loss: τ·e for e = y − F ≥ 0 and (τ − 1)·e below; |e| for τ = ½ and factor 2. */
function quantileLoss(y: Float64Array, weights: Weights, tau: number, factor: number): GbdtLoss {
  return {
    width: 1,
    start: (rows) => Float64Array.of(startQuantile(y, rows, weights, tau)),
    begin: () => undefined,
    negativeGradient([F], [into]) {
      for (let row = 0; row < y.length; row++) into[row] = factor * (y[row] >= F[row] ? tau : tau - 1);
    },
    leaf: ([F], _gradient, _k, rows) => residualQuantile(y, F, rows, weights, tau),
    of([F], row) {
      const error = y[row] - F[row];
      return factor * (error >= 0 ? tau * error : (tau - 1) * error);
    },
  };
}

/** e²/2 up to δ, δ·(|e| − δ/2) beyond, with δ the quantile `alpha` of |e| in this round (Friedman 2001, section 4.4). */
function huberLoss(y: Float64Array, weights: Weights, alpha: number): GbdtLoss {
  let delta = 0;
  const clipped = (error: number): number => Math.sign(error) * Math.min(delta, Math.abs(error));
  return {
    width: 1,
    start: (rows) => Float64Array.of(startQuantile(y, rows, weights, 0.5)),
    begin([F], rows) {
      const distances = Float64Array.from(rows, (row) => Math.abs(y[row] - F[row]));
      delta = lowerQuantile(distances, alpha, taken(weights, rows));
    },
    negativeGradient([F], [into]) {
      for (let row = 0; row < y.length; row++) into[row] = clipped(y[row] - F[row]);
    },
    leaf([F], _gradient, _k, rows) {
      const median = residualQuantile(y, F, rows, weights, 0.5);
      let sum = 0;
      let total = 0;
      for (const row of rows) {
        const weight = weights ? weights[row] : 1;
        sum += weight * clipped(y[row] - F[row] - median);
        total += weight;
      }
      return median + sum / total;
    },
    of([F], row) {
      const distance = Math.abs(y[row] - F[row]);
      return distance <= delta ? distance ** 2 / 2 : delta * (distance - delta / 2);
    },
    delta: () => delta,
  };
}

/** 2·(ln(1 + e^F) − y·F), with p = 1/(1 + e^−F). A leaf makes one Newton step, Σw(y − p) / Σw·p(1 − p). */
function binomialDeviance(y: Float64Array, weights: Weights): GbdtLoss {
  return {
    width: 1,
    start(rows) {
      const share = inside(meanOf(y, rows, weights));
      return Float64Array.of(Math.log(share / (1 - share)));
    },
    begin: () => undefined,
    negativeGradient([F], [into]) {
      for (let row = 0; row < y.length; row++) into[row] = y[row] - sigmoid(F[row]);
    },
    leaf: (_F, gradient, _k, rows) =>
      newtonStep(gradient, rows, weights, (row) => {
        const p = y[row] - gradient[row];
        return p * (1 - p);
      }),
    of: ([F], row) => 2 * (softplus(F[row]) - y[row] * F[row]),
  };
}

/** ln Σ_k e^{F_k} − F_y. A leaf makes one Newton step of the diagonal, times (K − 1)/K (Friedman 2001, eq. 32). */
function multinomialDeviance(codes: Int32Array, classes: number, weights: Weights): GbdtLoss {
  const logSum = (F: readonly Float64Array[], row: number): number => {
    let top = F[0][row];
    for (let k = 1; k < classes; k++) top = Math.max(top, F[k][row]);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp(F[k][row] - top);
    return top + Math.log(sum);
  };
  return {
    width: classes,
    start(rows) {
      const counts = new Float64Array(classes);
      let total = 0;
      for (const row of rows) {
        const weight = weights ? weights[row] : 1;
        counts[codes[row]] += weight;
        total += weight;
      }
      const logs = counts.map((count) => Math.log(inside(count / total)));
      const mean = logs.reduce((sum, log) => sum + log, 0) / classes;
      return logs.map((log) => log - mean);
    },
    begin: () => undefined,
    negativeGradient(F, into) {
      for (let row = 0; row < codes.length; row++) {
        const log = logSum(F, row);
        for (let k = 0; k < classes; k++)
          into[k][row] = (codes[row] === k ? 1 : 0) - Math.exp(F[k][row] - log);
      }
    },
    leaf: (_F, gradient, k, rows) =>
      ((classes - 1) / classes) *
      newtonStep(gradient, rows, weights, (row) => {
        const p = (codes[row] === k ? 1 : 0) - gradient[row];
        return p * (1 - p);
      }),
    of: (F, row) => logSum(F, row) - F[codes[row]][row],
  };
}

/** e^{−F} for the second class and e^F for the first, AdaBoost's loss, with p = 1/(1 + e^{−2F}). Leaves by a Newton step. */
function exponentialLoss(y: Float64Array, weights: Weights): GbdtLoss {
  return {
    width: 1,
    start(rows) {
      const share = inside(meanOf(y, rows, weights));
      return Float64Array.of(Math.log(share / (1 - share)) / 2);
    },
    begin: () => undefined,
    negativeGradient([F], [into]) {
      for (let row = 0; row < y.length; row++) into[row] = y[row] > 0 ? Math.exp(-F[row]) : -Math.exp(F[row]);
    },
    leaf: (_F, gradient, _k, rows) => newtonStep(gradient, rows, weights, (row) => Math.abs(gradient[row])),
    of: ([F], row) => (y[row] > 0 ? Math.exp(-F[row]) : Math.exp(F[row])),
  };
}

/** Σ w·g / Σ w·h, or nothing where the curvature has vanished: there is nothing left to gain. */
function newtonStep(
  gradient: Float64Array,
  rows: Uint32Array,
  weights: Weights,
  curvature: (row: number) => number,
): number {
  let up = 0;
  let down = 0;
  let total = 0;
  for (const row of rows) {
    const weight = weights ? weights[row] : 1;
    up += weight * gradient[row];
    down += weight * curvature(row);
    total += weight;
  }
  return Math.abs(down / total) < 1e-150 ? 0 : up / down;
}

function meanOf(values: Float64Array, rows: Uint32Array, weights: Weights): number {
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    const weight = weights ? weights[row] : 1;
    sum += weight * values[row];
    total += weight;
  }
  return sum / total;
}

/** Between rows where all count alike, else the lower one: scikit-learn's two dummies. */
function startQuantile(y: Float64Array, rows: Uint32Array, weights: Weights, q: number): number {
  const values = Float64Array.from(rows, (row) => y[row]);
  return weights ? lowerQuantile(values, q, taken(weights, rows)) : betweenQuantile(values, q);
}

function residualQuantile(
  y: Float64Array,
  F: Float64Array,
  rows: Uint32Array,
  weights: Weights,
  q: number,
): number {
  return lowerQuantile(
    Float64Array.from(rows, (row) => y[row] - F[row]),
    q,
    taken(weights, rows),
  );
}

function taken(weights: Weights, rows: Uint32Array): Weights {
  return weights && Float64Array.from(rows, (row) => weights[row]);
}

/** Away from 0 and 1, whose logarithms are infinite. */
function inside(share: number): number {
  return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, share));
}

/** 1/(1 + e^−x) */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
