/** Quantiles by parting against quantiles by sorting. */
import { expect, it } from "vitest";
import { randomStream } from "../../base/random.ts";
import { betweenQuantile, lowerQuantile } from "./quantiles.ts";

const random = randomStream(1, "quantiles");
const shares = [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999];

it("finds the first value that reaches the share, among ties and weights", () => {
  for (let length = 1; length < 60; length++) {
    const values = Float64Array.from({ length }, () => random.below(1 + (length % 9)));
    const weights = Float64Array.from({ length }, () => random.below(4));
    weights[0] = 1;
    for (const q of shares) {
      expect(lowerQuantile(values.slice(), q)).toBe(bySorting(values, q));
      expect(lowerQuantile(values.slice(), q, weights.slice())).toBe(bySorting(values, q, weights));
    }
  }
});

it("interpolates between rows", () => {
  expect(betweenQuantile(Float64Array.of(4, 1, 3, 2), 0.5)).toBe(2.5);
  expect(betweenQuantile(Float64Array.of(4, 1, 3, 2), 0.1)).toBeCloseTo(1.3, 14);
  expect(betweenQuantile(Float64Array.of(7), 0.9)).toBe(7);
});

it("is linear where everything is equal, sorted or reversed", () => {
  const many = 400_000;
  const up = Float64Array.from({ length: many }, (_, i) => i);
  const started = performance.now();
  expect(lowerQuantile(up.slice(), 0.5)).toBe(many / 2 - 1);
  expect(lowerQuantile(up.slice().reverse(), 0.25)).toBe(many / 4 - 1);
  expect(lowerQuantile(new Float64Array(many).fill(3), 0.5)).toBe(3);
  expect(performance.now() - started).toBeLessThan(2000);
});

function bySorting(values: Float64Array, q: number, weights?: Float64Array): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const weightOf = (row: number): number => (weights ? weights[row] : 1);
  const total = order.reduce((sum, row) => sum + weightOf(row), 0);
  let below = 0;
  for (const row of order) {
    below += weightOf(row);
    if (below > 0 && below >= q * total) return values[row];
  }
  return values[order[order.length - 1]];
}
