/**
 * The mean log loss of linear scores, with its gradient: one score a row for two classes, one a class for more. Rows
 * are taken in blocks that stay in the cache while all features pass over them, four at a time.
 */
import type { FeatureColumn, Scales } from "../learner/algorithm.ts";

/** Classes of the rows, weights and features; `scores` is 1 for two classes, else K. */
export type SoftmaxData = {
  features: readonly FeatureColumn[];
  codes: Int32Array;
  weights: Float64Array;
  /** Σ weights */
  total: number;
  scores: number;
  /** The features stand for (x − offset) / scale. */
  scales?: Scales;
};

const blockRows = 2048;

/**
 * L(w) = Σ_i w_i·ℓ_i / Σ_i w_i with ℓ = ln(1 + e^(−z)) for the true sign of two classes, −ln softmax(z)_y for more.
 * `x`: `[scores, features + 1]`, each score's intercept last; the gradient has the same shape. Returns L.
 */
export function softmaxLoss(
  { features, codes, weights, total, scores }: SoftmaxData,
  x: Float64Array,
  gradient: Float64Array,
  breathe: () => void,
): number {
  const width = features.length + 1;
  const rows = codes.length;
  const block = Array.from({ length: scores }, () => new Float64Array(blockRows));
  gradient.fill(0);
  let loss = 0;
  for (let start = 0; start < rows; start += blockRows) {
    breathe();
    const count = Math.min(blockRows, rows - start);
    for (let k = 0; k < scores; k++) linearScores(features, x, k * width, start, count, block[k]);
    loss +=
      scores === 1
        ? binaryResiduals(block[0], codes, weights, start, count)
        : residuals(block, codes, weights, start, count);
    for (let k = 0; k < scores; k++) addGradient(features, block[k], start, count, gradient, k * width);
  }
  for (let j = 0; j < gradient.length; j++) gradient[j] /= total;
  return loss / total;
}

/**
 * The same for features that stand for u = (x − o)/s, without making them: the scores are b + Σ w_j·u_j =
 * (b − Σ o_j·w_j/s_j) + Σ (w_j/s_j)·x_j, and by the chain rule ∂L/∂w_j = (∂L/∂(w_j/s_j) − o_j·∂L/∂b)/s_j.
 */
export function scaledLoss(
  data: SoftmaxData,
  { offset, scale }: Scales,
  x: Float64Array,
  gradient: Float64Array,
  breathe: () => void,
): number {
  const width = data.features.length + 1;
  const own = x.slice();
  for (let at = 0; at < x.length; at += width) {
    for (let j = 0; j < width - 1; j++) {
      own[at + j] /= scale[j];
      own[at + width - 1] -= offset[j] * own[at + j];
    }
  }
  const loss = softmaxLoss(data, own, gradient, breathe);
  for (let at = 0; at < x.length; at += width) {
    for (let j = 0; j < width - 1; j++)
      gradient[at + j] = (gradient[at + j] - offset[j] * gradient[at + width - 1]) / scale[j];
  }
  return loss;
}

/** z = b + Σ_j w_j·x_j for a block of rows; `at` is where the score's weights begin in `x`. */
export function linearScores(
  features: readonly FeatureColumn[],
  x: Float64Array,
  at: number,
  start: number,
  count: number,
  scores: Float64Array,
): void {
  scores.fill(x[at + features.length], 0, count);
  let j = 0;
  for (; j + 4 <= features.length; j += 4) {
    const w = at + j;
    // At the start of a fit all weights are 0: no need to fetch the features.
    if (x[w] === 0 && x[w + 1] === 0 && x[w + 2] === 0 && x[w + 3] === 0) continue;
    addFour(
      scores,
      features[j],
      x[w],
      features[j + 1],
      x[w + 1],
      features[j + 2],
      x[w + 2],
      features[j + 3],
      x[w + 3],
      start,
      count,
    );
  }
  for (; j < features.length; j++) addOne(scores, features[j], x[at + j], start, count);
}

// The innermost loops are functions of their own, of nothing but numbers and arrays: the compiler is done with them in a
// millisecond, while the first rows still pass.
function addFour(
  scores: Float64Array,
  a: FeatureColumn,
  wa: number,
  b: FeatureColumn,
  wb: number,
  c: FeatureColumn,
  wc: number,
  d: FeatureColumn,
  wd: number,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const row = start + i;
    scores[i] += wa * a[row] + wb * b[row] + (wc * c[row] + wd * d[row]);
  }
}

function addOne(
  scores: Float64Array,
  feature: FeatureColumn,
  weight: number,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) scores[i] += weight * feature[start + i];
}

/** Turns scores into w·(p − y), the derivative of the loss, and returns the weighted loss. */
function binaryResiduals(
  scores: Float64Array,
  codes: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
): number {
  let loss = 0;
  for (let i = 0; i < count; i++) {
    const row = start + i;
    const truth = codes[row];
    const weight = weights[row];
    const score = scores[i];
    const small = Math.exp(-Math.abs(score));
    // ln(1 + e^z) − y·z without overflow.
    loss += weight * (Math.max(score, 0) - truth * score + Math.log1p(small));
    scores[i] = weight * ((score >= 0 ? 1 : small) / (1 + small) - truth);
  }
  return loss;
}

function residuals(
  scores: readonly Float64Array[],
  codes: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
): number {
  let loss = 0;
  for (let i = 0; i < count; i++) {
    const truth = codes[start + i];
    const weight = weights[start + i];
    let top = Number.NEGATIVE_INFINITY;
    for (const score of scores) if (score[i] > top) top = score[i];
    const ofTruth = scores[truth][i] - top;
    let sum = 0;
    for (const score of scores) {
      score[i] = Math.exp(score[i] - top);
      sum += score[i];
    }
    loss += weight * (Math.log(sum) - ofTruth);
    for (const score of scores) score[i] *= weight / sum;
    scores[truth][i] -= weight;
  }
  return loss;
}

function addGradient(
  features: readonly FeatureColumn[],
  residual: Float64Array,
  start: number,
  count: number,
  gradient: Float64Array,
  at: number,
): void {
  let j = 0;
  for (; j + 4 <= features.length; j += 4)
    dotFour(
      residual,
      features[j],
      features[j + 1],
      features[j + 2],
      features[j + 3],
      start,
      count,
      gradient,
      at + j,
    );
  for (; j < features.length; j++) gradient[at + j] += dotOne(residual, features[j], start, count);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += residual[i];
  gradient[at + features.length] += sum;
}

function dotFour(
  residual: Float64Array,
  a: FeatureColumn,
  b: FeatureColumn,
  c: FeatureColumn,
  d: FeatureColumn,
  start: number,
  count: number,
  sums: Float64Array,
  at: number,
): void {
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  for (let i = 0; i < count; i++) {
    const row = start + i;
    const r = residual[i];
    sa += r * a[row];
    sb += r * b[row];
    sc += r * c[row];
    sd += r * d[row];
  }
  sums[at] += sa;
  sums[at + 1] += sb;
  sums[at + 2] += sc;
  sums[at + 3] += sd;
}

function dotOne(residual: Float64Array, feature: FeatureColumn, start: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += residual[i] * feature[start + i];
  return sum;
}
