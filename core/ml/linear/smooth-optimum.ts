/**
 * The optimum of the mean log loss with a squared penalty, by L-BFGS. Where rows are many, a sample of them is solved first: the
 * optimum there and what was learned of the curvature leave two or three passes over all rows to do (growing samples: Byrd,
 * Chin, Nocedal & Wu 2012). Where the fit ends is judged on all rows alone.
 */
import type { WorkContext } from "../context.ts";
import type { FeatureColumn } from "../learner/algorithm.ts";
import { type Minimum, minimize, type Objective, pointAt, type Step } from "./lbfgs.ts";
import { type SoftmaxData, scaledLoss, softmaxLoss } from "./softmax-loss.ts";

type Limits = { tolerance: number; maxIterations: number };

/** Minimises L + ½·l2·‖W‖² until no derivative exceeds the tolerance. `x` as in `softmaxLoss`. */
export function smoothOptimum(data: SoftmaxData, l2: number, limits: Limits, ctx: WorkContext): Minimum {
  let now = 0;
  const breathe = (): void => ctx.progress(now, limits.maxIterations);
  const objective = penalised(data, l2, breathe);
  const { x, steps } = sampleOptimum(data, l2, limits, breathe);
  const warm = pointAt(objective, x);
  // All weights 0 give ln K. A sample whose optimum is worse than that has nothing to say about the others.
  const better = steps.length === 0 || warm.value < Math.log(Math.max(2, data.scores));
  return minimize(objective, better ? warm : pointAt(objective, new Float64Array(x.length)), {
    ...limits,
    steps: better ? steps : [],
    each: (iteration) => {
      now = iteration;
    },
  });
}

function penalised(data: SoftmaxData, l2: number, breathe: () => void): Objective {
  const width = data.features.length + 1;
  return (x, gradient) => {
    let value = data.scales
      ? scaledLoss(data, data.scales, x, gradient, breathe)
      : softmaxLoss(data, x, gradient, breathe);
    for (let j = 0; j < x.length; j++) {
      if (j % width === width - 1) continue;
      value += 0.5 * l2 * x[j] * x[j];
      gradient[j] += l2 * x[j];
    }
    return value;
  };
}

/** One row in `share` is in the sample, which must have `rowsEach` rows a weight, for its optimum to be near. */
const share = 16;
const rowsEach = 100;
const leastRows = 8192;
const sampleIterations = 20;

/** Where to begin, and the steps that led there; zeros without a step where there is no sample. */
function sampleOptimum(
  data: SoftmaxData,
  l2: number,
  { tolerance, maxIterations }: Limits,
  breathe: () => void,
): { x: Float64Array; steps: readonly Step[] } {
  const size = data.scores * (data.features.length + 1);
  const zeros = new Float64Array(size);
  if (data.codes.length / share < Math.max(leastRows, rowsEach * size)) return { x: zeros, steps: [] };
  const sample = sampled(data);
  const objective = penalised(sample, l2, breathe);
  const start = pointAt(objective, zeros);
  if (!(sample.total > 0 && Number.isFinite(start.value))) return { x: zeros, steps: [] };
  return minimize(objective, start, {
    tolerance,
    maxIterations: Math.min(sampleIterations, maxIterations),
  });
}

const run = 256;

/** Short runs of rows, evenly apart: whole lines of memory, and a sorted table is met everywhere. */
function sampled(data: SoftmaxData): SoftmaxData {
  const rows = data.codes.length;
  const count = Math.floor(rows / (share * run)) * run;
  const take = <A extends FeatureColumn | Int32Array>(from: A, to: A): A => {
    for (let at = 0; at < count; at += run) to.set(from.subarray(at * share, at * share + run), at);
    return to;
  };
  const weights = take(data.weights, new Float64Array(count));
  return {
    ...data,
    features: data.features.map((feature) => take(feature, new Float64Array(count))),
    codes: take(data.codes, new Int32Array(count)),
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
  };
}
