/** Permutation importance and partial dependence against scikit-learn (test/golden/inspection.py), and what they refuse. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { readGolden } from "../../../test/golden/plain-csv.ts";
import { naiveBayes } from "../bayes/naive-bayes.ts";
import { quietContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { linear } from "../linear/linear.ts";
import { knn } from "../neighbours/knn.ts";
import { perceptron } from "../perceptron/perceptron.ts";
import { oneHot } from "../prepare/one-hot.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import { tree } from "../tree/tree.ts";
import { partialDependenceNow } from "./partial-dependence.ts";
import { importanceWith, permutationImportanceNow } from "./permutation-importance.ts";

type Case = {
  name: string;
  data: "iris" | "wine" | "diabetes" | "breast-cancer";
  metric: string;
  shuffles: number[][];
  mean: number[];
  sd: number[];
  dependence: { grid: number[]; mean: number[][]; rows: number[][] }[];
};

describe.each(golden<{ cases: Case[] }>("inspection.json").cases)("$name", (want) => {
  const data = readGolden(want.data);
  const even = Array.from({ length: Math.ceil(data.rowCount / 2) }, (_, i) => 2 * i);
  const odd = Array.from({ length: Math.floor(data.rowCount / 2) }, (_, i) => 2 * i + 1);
  const learners = {
    iris: naiveBayes(),
    "breast-cancer": naiveBayes(),
    wine: knn({ k: 5 }),
    diabetes: linear(),
  };
  const model = fitNow(learners[want.data], takeRows(data, even));
  const held = takeRows(data, odd);

  it("loses the same score without each feature", () => {
    const options = { metric: want.metric, repeats: want.shuffles.length };
    const shuffles = (_: number, repeat: number) => Uint32Array.from(want.shuffles[repeat]);
    const found = importanceWith(model, held, options, shuffles, quietContext);
    want.mean.forEach((mean, i) => {
      expect(found.mean[i]).toBeCloseTo(mean, 6);
      expect(found.sd[i]).toBeCloseTo(want.sd[i], 6);
    });
  });

  it.each(want.dependence.map((curve, i) => [i, curve] as const))("follows feature %d alike", (i, curve) => {
    const features = [model.features[i]];
    const wanted = { features, grid: 20, ice: held.rowCount };
    const [found] = partialDependenceNow(model, held, wanted).features;
    expectClose(found.grid, curve.grid);
    expect(found.mean.length).toBe(curve.mean.length);
    for (const [k, mean] of curve.mean.entries()) expectClose(found.mean[k], mean);
    const last = model.classes.at(-1);
    const alone = partialDependenceNow(model, held, {
      ...wanted,
      ...(last !== undefined && { class: last }),
    });
    expectClose(alone.features[0].rows[0], curve.rows[0]);
    expectClose(alone.features[0].rows.at(-1) ?? new Float64Array(), curve.rows[1]);
  });
});

describe("what they refuse, and categories", () => {
  const animals = tableFrom({
    columns: [
      categoryColumn("colour", ["red", "blue", "red", "blue", null, "red"]),
      numberColumn("size", [1, 2, 3, 4, 5, 6]),
      numberColumn("price", [1, 5, 1, 5, 3, 1], { role: "target" }),
    ],
    source: "0".repeat(64),
  });
  const model = fitNow(oneHot(tree()), animals);

  it("follows the categories that occur, by name", () => {
    const { features, classes } = partialDependenceNow(model, animals, { features: ["colour"] });
    expect(classes).toEqual([""]);
    expect(features[0].levels).toEqual(["blue", "red"]);
    expect(features[0].mean[0][0]).toBeGreaterThan(features[0].mean[0][1]);
    expect(features[0].rows.length).toBe(6);
  });

  it("scores no rows the model has seen, unless they are called training rows", () => {
    expect(() => permutationImportanceNow(model, animals)).toThrow(/leakage.scored-rows-seen/);
    const { figure, table } = permutationImportanceNow(model, animals, { on: "training", repeats: 4 });
    expect(figure).toMatchObject({ on: "training", metric: "r2", baseline: 1 });
    expect(table.rowCount).toBe(2);
    expect(permutationImportanceNow(model, animals, { on: "training", repeats: 4 }).figure).toEqual(figure);
  });

  it("refuses what is not there", () => {
    expect(() => permutationImportanceNow(model, animals, { on: "training", metric: "mcc" })).toThrow(
      /importance.metric/,
    );
    expect(() => permutationImportanceNow(model, animals, { repeats: 0 })).toThrow(/importance.repeats/);
    expect(() => partialDependenceNow(model, animals, { features: ["price"] })).toThrow(
      /dependence.unknown-feature/,
    );
    expect(() => partialDependenceNow(model, animals, { grid: 1 })).toThrow(/dependence.options/);
    const two = takeRows(
      readGolden("iris"),
      Array.from({ length: 100 }, (_, i) => i),
    );
    const labels = fitNow(perceptron(), two);
    expect(() => partialDependenceNow(labels, two)).toThrow(/dependence.no-probabilities/);
    const bayes = fitNow(naiveBayes(), two);
    expect(() => partialDependenceNow(bayes, two, { class: "rose" })).toThrow(/metric.unknown-class/);
  });
});

function expectClose(found: Float64Array, want: readonly number[]): void {
  expect(found.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs(found[i] - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
  });
}
