/** Fits of so many rows that a sample is solved first end where the fit of all rows from 0 ends, whatever the sample says. */
import { describe, expect, it } from "vitest";
import { randomStream } from "../../base/random.ts";
import { quietContext } from "../context.ts";
import { minimize, pointAt } from "./lbfgs.ts";
import { smoothOptimum } from "./smooth-optimum.ts";
import { type SoftmaxData, softmaxLoss } from "./softmax-loss.ts";

const rows = 16 * 8192 + 77;
const limits = { tolerance: 1e-9, maxIterations: 1000 };

describe.each([1, 3])("with %s scores", (scores) => {
  it("is the optimum of all rows, in fewer passes over them", () => {
    const { codes, features } = drawn(() => 1, scores);
    const data = softmaxData(features, codes, scores);
    const found = smoothOptimum(data, 1e-5, limits, quietContext);
    const cold = fromZero(data, 1e-5);
    expect(found.converged).toBe(true);
    expect(apart(found.x, cold.x)).toBeLessThan(1e-6);
    expect(found.iterations).toBeLessThan(cold.iterations);
    expect(found.values[0]).toBeLessThan(cold.values[1]);
  });
});

// The sample has the first 256 of every 4096 rows: tables in which just these are not like the others.
it.each([
  ["has one class only", () => 0, (inSample: boolean, code: number) => (inSample ? 0 : code)],
  ["says the opposite", (inSample: boolean) => (inSample ? -30 : 1), (_: boolean, code: number) => code],
])("is the optimum of all rows where the sample %s", (_, slope, coded) => {
  const { codes, features } = drawn((row) => slope(row % 4096 < 256), 1);
  const own = codes.map((code, row) => coded(row % 4096 < 256, code));
  const data = softmaxData(features, own, 1);
  const found = smoothOptimum(data, 1e-5, limits, quietContext);
  expect(found.converged).toBe(true);
  expect(apart(found.x, fromZero(data, 1e-5).x)).toBeLessThan(1e-6);
});

it("is found without a sample where its rows weigh nothing", () => {
  const { codes, features } = drawn(() => 1, 1);
  const data = softmaxData(features, codes, 1);
  data.weights.forEach((_, row) => {
    if (row % 4096 < 256) data.weights[row] = 0;
  });
  const weighed = { ...data, total: data.weights.reduce((sum, weight) => sum + weight, 0) };
  expect(smoothOptimum(weighed, 0, limits, quietContext).x).toEqual(fromZero(weighed, 0).x);
});

/** The obvious way: all rows, from 0. */
function fromZero(data: SoftmaxData, l2: number) {
  const width = data.features.length + 1;
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    const loss = softmaxLoss(data, x, gradient, () => undefined);
    const penalised = x.map((weight, j) => (j % width === width - 1 ? 0 : weight));
    penalised.forEach((weight, j) => {
      gradient[j] += l2 * weight;
    });
    return loss + 0.5 * l2 * penalised.reduce((sum, weight) => sum + weight * weight, 0);
  };
  return minimize(objective, pointAt(objective, new Float64Array(data.scores * width)), limits);
}

function drawn(slope: (row: number) => number, scores: number) {
  const random = randomStream(1, "smooth optimum");
  const features = [0, 1].map(() => Float64Array.from({ length: rows }, () => random.normal()));
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const score = slope(row) * (features[0][row] - 0.5 * features[1][row]) + 0.7 * random.normal();
    return scores === 1 ? Number(score > 0.3) : Number(score > -0.5) + Number(score > 0.5);
  });
  return { features, codes };
}

function softmaxData(features: Float64Array[], codes: Int32Array, scores: number): SoftmaxData {
  return { features, codes, weights: new Float64Array(rows).fill(1), total: rows, scores };
}

function apart(a: Float64Array, b: Float64Array): number {
  return Math.max(...a.map((value, j) => Math.abs(value - b[j])));
}
