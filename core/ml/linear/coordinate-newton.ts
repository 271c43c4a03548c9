/**
 * Log loss with an l1 part: Newton steps on one score after another, each solved by coordinate descent with
 * soft thresholding and made safe by a line search (Friedman, Hastie & Tibshirani 2010; Yuan, Ho & Lin 2012).
 */
import { linearScores, type SoftmaxData } from "./softmax-loss.ts";

/** Penalty l1·Σ|w| + ½·l2·Σw² on all but the intercepts, beside the mean loss. */
export type Penalty = { l1: number; l2: number };

const mostSweeps = 1000;

/**
 * Minimises until no coordinate violates its optimality by more than `tolerance`, or for `maxIterations` passes over
 * all scores. `x`: `[scores, features + 1]` from zero; returns it with what became of it.
 */
export function coordinateNewton(
  data: SoftmaxData,
  { l1, l2 }: Penalty,
  options: { tolerance: number; maxIterations: number; each: (iteration: number) => void },
): { x: Float64Array; iterations: number; converged: boolean; values: number[] } {
  const { features, codes, weights, total, scores } = data;
  const rows = codes.length;
  const width = features.length + 1;
  const x = new Float64Array(scores * width);
  const z = Array.from({ length: scores }, () => new Float64Array(rows));
  const residual = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  const moved = new Float64Array(rows);
  let value = objective(z, x);
  const values = [value];

  let now = 0;

  for (; now < options.maxIterations; now++) {
    let violation = 0;
    for (let k = 0; k < scores; k++) {
      options.each(now);
      derivatives(k);
      violation = Math.max(violation, violationOf(k));
      const direction = newtonDirection(k);
      value = take(k, direction);
    }
    values.push(value);
    if (violation <= options.tolerance) return { x, iterations: now, converged: true, values };
  }
  return { x, iterations: options.maxIterations, converged: false, values };

  /** First and second derivative of the mean loss by score k, at every row. */
  function derivatives(k: number): void {
    for (let row = 0; row < rows; row++) {
      const share = probability(row, k);
      const truth = scores === 1 ? codes[row] : codes[row] === k ? 1 : 0;
      const weight = weights[row] / total;
      residual[row] = weight * (share - truth);
      curvature[row] = weight * Math.max(share * (1 - share), 1e-10);
    }
  }

  function probability(row: number, k: number): number {
    if (scores === 1) return 1 / (1 + Math.exp(-z[0][row]));
    let sum = 0;
    for (const score of z) sum += Math.exp(score[row] - z[k][row]);
    return 1 / sum;
  }

  function violationOf(k: number): number {
    let most = Math.abs(residual.reduce((sum, r) => sum + r, 0));
    for (let j = 0; j < features.length; j++) {
      const weight = x[k * width + j];
      const slope = dotColumn(j, residual) + l2 * weight;
      const wrong =
        weight === 0 ? Math.max(0, Math.abs(slope) - l1) : Math.abs(slope + l1 * Math.sign(weight));
      most = Math.max(most, wrong);
    }
    return most;
  }

  /** Minimises the quadratic model of the loss plus the penalties by coordinate descent. `[features + 1]` */
  function newtonDirection(k: number): Float64Array {
    const step = new Float64Array(width);
    const bend = new Float64Array(width);
    for (let j = 0; j < features.length; j++) {
      options.each(now);
      const feature = features[j];
      for (let row = 0; row < rows; row++) bend[j] += curvature[row] * feature[row] * feature[row];
    }
    for (let row = 0; row < rows; row++) bend[features.length] += curvature[row];
    const slopes = residual.slice();
    for (let sweep = 0; sweep < mostSweeps; sweep++) {
      let most = 0;
      for (let j = 0; j < width; j++) {
        options.each(now);
        const change = coordinateStep(j, k, step[j], bend[j], slopes);
        if (change === 0) continue;
        step[j] += change;
        const feature = features[j];
        if (j === features.length)
          for (let row = 0; row < rows; row++) slopes[row] += change * curvature[row];
        else for (let row = 0; row < rows; row++) slopes[row] += change * curvature[row] * feature[row];
        most = Math.max(most, Math.abs(change) * Math.sqrt(bend[j]));
      }
      if (most <= 0.1 * options.tolerance) break;
    }
    return step;
  }

  function coordinateStep(j: number, k: number, done: number, bend: number, slopes: Float64Array): number {
    if (j === features.length) {
      let slope = 0;
      for (let row = 0; row < rows; row++) slope += slopes[row];
      return bend > 0 ? -slope / bend : 0;
    }
    const weight = x[k * width + j] + done;
    const slope = dotColumn(j, slopes) + l2 * weight;
    const curve = bend + l2;
    if (curve <= 0) return 0;
    const goal = weight - slope / curve;
    const shrunk = Math.sign(goal) * Math.max(0, Math.abs(goal) - l1 / curve);
    return shrunk - weight;
  }

  function dotColumn(j: number, values: Float64Array): number {
    const feature = features[j];
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += values[row] * feature[row];
    return sum;
  }

  /** Goes along the direction as far as the objective falls; leaves `x` and the scores there. */
  function take(k: number, direction: Float64Array): number {
    linearScores(features, direction, 0, 0, rows, moved);
    const before = x.slice(k * width, (k + 1) * width);
    const scoresBefore = z[k].slice();
    let step = 1;
    for (let tries = 0; tries < 40; tries++) {
      for (let j = 0; j < width; j++) x[k * width + j] = before[j] + step * direction[j];
      for (let row = 0; row < rows; row++) z[k][row] = scoresBefore[row] + step * moved[row];
      const reached = objective(z, x);
      if (reached <= value + 1e-15 * Math.abs(value)) return reached;
      step /= 2;
    }
    x.set(before, k * width);
    z[k].set(scoresBefore);
    return value;
  }

  function objective(at: readonly Float64Array[], weightsAt: Float64Array): number {
    let loss = 0;
    for (let row = 0; row < rows; row++) {
      if (scores === 1) {
        const score = at[0][row];
        loss +=
          weights[row] * (Math.max(score, 0) - codes[row] * score + Math.log1p(Math.exp(-Math.abs(score))));
        continue;
      }
      let top = Number.NEGATIVE_INFINITY;
      for (const score of at) if (score[row] > top) top = score[row];
      let sum = 0;
      for (const score of at) sum += Math.exp(score[row] - top);
      loss += weights[row] * (Math.log(sum) + top - at[codes[row]][row]);
    }
    let penalty = 0;
    for (let j = 0; j < weightsAt.length; j++) {
      if (j % width === features.length) continue;
      penalty += l1 * Math.abs(weightsAt[j]) + 0.5 * l2 * weightsAt[j] * weightsAt[j];
    }
    return loss / total + penalty;
  }
}
