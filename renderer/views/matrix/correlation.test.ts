/** Correlations against closed forms and numpy's. */
import { expect, it } from "vitest";
import { correlationOf } from "./correlation.ts";

const pairs = (xs: number[], ys: number[]) => xs.map((x, i) => ({ x, y: ys[i] ?? 0 }));

it("is ±1 on a line and 0 at right angles", () => {
  expect(correlationOf(pairs([1, 2, 4], [3, 5, 9])).r).toBeCloseTo(1, 12);
  expect(correlationOf(pairs([1, 2, 4], [-3, -5, -9])).r).toBeCloseTo(-1, 12);
  expect(correlationOf(pairs([1, 0, -1, 0], [0, 1, 0, -1])).r).toBeCloseTo(0, 12);
});

it("is what numpy.corrcoef says", () => {
  // numpy.corrcoef([2, 4, 4, 5, 9], [1, 3, 2, 8, 6])[0, 1]
  expect(correlationOf(pairs([2, 4, 4, 5, 9], [1, 3, 2, 8, 6])).r).toBeCloseTo(0.6625568373916033, 12);
});

it("is none where a column does not vary, or nothing is there", () => {
  expect(correlationOf(pairs([1, 1], [1, 2]))).toEqual({ r: null, rows: 2 });
  expect(correlationOf([])).toEqual({ r: null, rows: 0 });
});
