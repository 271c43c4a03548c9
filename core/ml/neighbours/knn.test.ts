/** Nearest neighbours: ties, rows on the spot, votes against the obvious way, refusals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import { knn } from "./knn.ts";
import { metrics, nearestIn } from "./nearest.ts";

it("the search finds what sorting finds, the earlier row first of equals", () => {
  const cell = fc.integer({ min: 0, max: 5 });
  const point = fc.tuple(cell, cell);
  fc.assert(
    fc.property(fc.array(point, { minLength: 4 }), point, fc.constantFrom(...metrics), (rows, at, metric) => {
      const features = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j]));
      const distance = (row: readonly number[]): number => {
        const gaps = [Math.abs(row[0] - at[0]), Math.abs(row[1] - at[1])];
        return metric === "manhattan" ? gaps[0] + gaps[1] : Math.hypot(...gaps);
      };
      const order = rows.map((_, row) => row).sort((a, b) => distance(rows[a]) - distance(rows[b]) || a - b);
      const found = nearestIn(features, rows.length, 3, metric)(Float64Array.from(at));
      expect([...found.rows]).toEqual(order.slice(0, 3));
      expect(found.distances[2]).toBeCloseTo(distance(rows[order[2]]), 12);
    }),
  );
});

describe("knn", () => {
  const x = numberColumn("x", [0, 1, 2, 10]);
  const y = categoryColumn("y", ["a", "b", "b", "c"], { role: "target" });
  const data = tableFrom({ columns: [x, y], source: "knn test" });

  it("lets a row on the spot decide alone when distances weigh", () => {
    const got = predictNow(fitNow(knn({ k: 3, weights: "distance" }), data), data);
    expect(got.task === "classification" && [...(got.probabilities ?? [])].slice(0, 3)).toEqual([1, 0, 0]);
  });

  it("keeps no array of the table", () => {
    const model = fitNow(knn({ k: 1 }), data);
    expect((model.body as { features: Float64Array[] }).features[0]).not.toBe(x.values);
  });

  it("refuses more neighbours than rows, and odd options", () => {
    expect(() => fitNow(knn(), data)).toThrow(/knn.too-few-rows.*"k":5,"rows":4/);
    expect(() => knn({ k: 0 })).toThrow(/learner.number/);
    // @ts-expect-error: what a script without types could pass
    expect(() => knn({ metric: "cosine" })).toThrow(/learner.option/);
  });
});
