/** The constant learner: closed forms, weights, and that it reads no feature. */
import { describe, expect, it } from "vitest";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { constant } from "./constant.ts";
import { weightedMedian } from "./weighted-median.ts";

const x = categoryColumn("x", ["p", null, "q", "r"]);

describe("constant", () => {
  it("says the heaviest class with its share, the first of equals", () => {
    const y = categoryColumn("y", ["a", "b", "b", "c"], { role: "target" });
    const heavy = numberColumn("w", [5, 1, 1, 1], { role: "weight" });
    expect(said(constant(), table(x, y))).toEqual({ labels: [1, 1, 1, 1], first: [0.25, 0.5, 0.25] });
    expect(said(constant(), table(x, y, heavy)).labels).toEqual([0, 0, 0, 0]);
    const even = categoryColumn("y", ["a", "b", "b", "a"], { role: "target" });
    expect(said(constant(), table(x, even)).labels).toEqual([0, 0, 0, 0]);
  });

  it("says the mean or the median of numbers, weighed", () => {
    const y = numberColumn("y", [1, 2, 3, 10], { role: "target" });
    const heavy = numberColumn("w", [0, 0, 1, 3], { role: "weight" });
    expect(said(constant(), table(x, y)).values).toEqual([4, 4, 4, 4]);
    expect(said(constant({ value: "median" }), table(x, y)).values).toEqual([2.5, 2.5, 2.5, 2.5]);
    expect(said(constant(), table(x, y, heavy)).values?.[0]).toBe(8.25);
    expect(said(constant({ value: "median" }), table(x, y, heavy)).values?.[0]).toBe(10);
  });

  it("refuses a value that it does not know", () => {
    // @ts-expect-error: what a script without types could pass
    expect(() => constant({ value: "mode" })).toThrow(/learner.option.*"option":"value"/);
  });
});

it("the weighted median of whole weights is the median with repetition", () => {
  expect(weightedMedian(Float64Array.of(3, 1, 2), Float64Array.of(1, 2, 1))).toBe(1.5);
  expect(weightedMedian(Float64Array.of(3, 1, 2), Float64Array.of(1, 1, 1))).toBe(2);
  expect(weightedMedian(Float64Array.of(7), Float64Array.of(0.5))).toBe(7);
});

function said(learner: ReturnType<typeof constant>, data: Table) {
  const got = predictNow(fitNow(learner, data), data);
  return got.task === "classification"
    ? { labels: [...got.labels], first: [...(got.probabilities ?? [])].slice(0, got.classes.length) }
    : { values: [...got.values] };
}

function table(...columns: Column[]): Table {
  return tableFrom({ columns, source: "constant test" });
}
