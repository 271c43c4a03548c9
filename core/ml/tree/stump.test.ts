/** The stump: the fast search against the obvious one, odd columns, ties. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Table } from "../values.ts";
import { impurity } from "./impurity.ts";
import { ascendingOrder } from "./presort.ts";
import { fasterGini, noSplit, slowerSearch } from "./split-search.ts";
import { type StumpBody, stump } from "./stump.ts";

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });

describe("sorting", () => {
  it("is the stable order of the numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(float32, fc.constantFrom(0, -0, 1))), (cells) => {
        const want = cells.map((_, row) => row).sort((a, b) => cells[a] - cells[b] || a - b);
        expect([...ascendingOrder(Float32Array.from(cells))]).toEqual(want);
      }),
    );
  });
});

describe("the fast search", () => {
  it("finds what the obvious one finds", () => {
    const row = fc.record({ value: fc.integer({ min: 0, max: 9 }), code: fc.nat(1), weight: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const values = Float32Array.from(rows, ({ value }) => value / 4);
        const codes = Int32Array.from(rows, ({ code }) => code);
        const weights = Float64Array.from(rows, ({ weight }) => weight);
        const order = ascendingOrder(values);
        const sorted = Float32Array.from(order, (at) => values[at]);
        const signed = weights.map((weight, at) => (codes[at] === 0 ? -weight / 2 : weight / 2));
        const totals = new Float64Array(2);
        rows.forEach(({ code, weight }) => {
          totals[code] += weight;
        });
        const [fast, slow] = [noSplit(), noSplit()];
        fasterGini(order, sorted, signed, totals, 0, fast);
        slowerSearch(order, sorted, codes, weights, totals, "gini", 0, slow);
        expect([fast.feature, fast.threshold]).toEqual([slow.feature, slow.threshold]);
      }),
    );
  });
});

describe("a stump", () => {
  it("puts the threshold in the middle, and rows on it to the left", () => {
    const body = fitted(table({ x: [1, 2, 4, 5] }, ["a", "a", "b", "b"]));
    expect(body.split).toMatchObject({ feature: 0, threshold: 3, improvement: 0.5 });
    const onIt = predictNow(
      fitNow(stump(), table({ x: [1, 2, 4, 5] }, ["a", "a", "b", "b"])),
      table({ x: [3] }, ["a"]),
    );
    expect(onIt.task === "classification" && [...onIt.labels]).toEqual([0]);
  });

  it("prefers the first of equal features, and the first of equal thresholds", () => {
    expect(fitted(table({ x: [1, 2], twin: [1, 2] }, ["a", "b"])).split?.feature).toBe(0);
    expect(fitted(table({ x: [1, 2, 3, 4] }, ["a", "b", "b", "a"])).split?.threshold).toBe(1.5);
  });

  it("asks nothing of a constant feature and says the heaviest class", () => {
    const body = fitted(table({ x: [7, 7, 7] }, ["a", "b", "b"]));
    expect(body.split).toBeUndefined();
    expect(body.root.label).toBe(1);
  });

  it("sees no gap below 1e-7", () => {
    expect(fitted(table({ x: [0, 5e-8] }, ["a", "b"])).split).toBeUndefined();
  });

  it("predicts shares as probabilities", () => {
    const data = table({ x: [1, 1, 1, 1, 2] }, ["a", "a", "a", "b", "b"]);
    const got = predictNow(fitNow(stump(), data), data);
    expect(got.task === "classification" && [...(got.probabilities ?? [])].slice(0, 2)).toEqual([0.75, 0.25]);
  });
});

it("impurity of even classes is 1 − 1/K and log₂ K", () => {
  expect(impurity([3, 3, 3], "gini")).toBeCloseTo(2 / 3, 15);
  expect(impurity([1, 1, 1, 1, 1, 1, 1, 1], "entropy")).toBeCloseTo(3, 15);
  expect(impurity([4, 0], "entropy")).toBe(0);
});

it("an unknown criterion is refused", () => {
  // @ts-expect-error: what a script without types could pass
  expect(() => stump({ criterion: "twoing" })).toThrow(/learner.criterion/);
});

function fitted(data: Table): StumpBody {
  return fitNow(stump(), data).body as StumpBody;
}

function table(features: Record<string, number[]>, y: string[]): Table {
  const columns = Object.entries(features).map(([name, cells]) => numberColumn(name, cells));
  return tableFrom({
    columns: [...columns, categoryColumn("y", y, { role: "target" })],
    source: "stump test",
  });
}
