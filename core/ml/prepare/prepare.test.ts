/** Steps as learners: what they let a learner take, how they nest, what they refuse, and the numerics below them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { randomStream } from "../../base/random.ts";
import { adaBoost } from "../boost/adaboost.ts";
import { constant } from "../constant/constant.ts";
import { quietContext } from "../context.ts";
import { openModel } from "../inspect/open-model.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { linear } from "../linear/linear.ts";
import { logistic } from "../linear/logistic.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import type { Column, Learner, Table } from "../values.ts";
import { impute } from "./impute.ts";
import { oneHot } from "./one-hot.ts";
import { ordinal } from "./ordinal.ts";
import { pca } from "./pca.ts";
import { preparedTable } from "./prepared-table.ts";
import { quantile } from "./quantile.ts";
import { standardize } from "./standardize.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const y = categoryColumn("y", ["a", "b", "a", "b"], { role: "target" });
const gaps = table(numberColumn("x", [1, null, 3, 5]), y);
const colours = table(categoryColumn("c", ["red", "blue", null, "blue"]), y);

describe("abilities", () => {
  it("are given and taken", () => {
    expect(impute(logistic()).abilities).toMatchObject({ missing: true, categories: false });
    expect(oneHot(impute(logistic())).abilities).toMatchObject({ missing: true, categories: true });
    expect(ordinal(linear()).abilities).toMatchObject({
      missing: false,
      categories: true,
      tasks: ["regression"],
    });
    expect(pca(tree()).abilities).toMatchObject({ missing: false, categories: false });
    expect(standardize(tree()).abilities).toEqual({ ...tree().abilities, float64: true });
  });

  it("are held to", () => {
    expect(() => fitNow(standardize(logistic()), gaps)).toThrow(/features.missing/);
    expect(() => fitNow(impute(logistic()), colours)).toThrow(/features.kind/);
    expect(() => fitNow(pca(impute(logistic())), gaps)).toThrow(/features.missing/);
    expect(fitNow(impute(oneHot(logistic())), colours).accepts).toMatchObject({
      missing: true,
      categories: true,
    });
  });
});

describe("a step", () => {
  const data = moons({ rows: 80, seed: 3 });

  it("leaves a learner that does not care where it was", () => {
    const plain = predictNow(fitNow(adaBoost(stump(), { rounds: 8 }), data), data);
    // Powers of two do not round, so the questions are the same ones in other words.
    const steps = [impute, ordinal, oneHot].map((step) => adaBoost(step(stump()), { rounds: 8 }));
    for (const learner of [...steps, impute(adaBoost(stump(), { rounds: 8 }))])
      expect(predictNow(fitNow(learner, data), data)).toEqual(plain);
  });

  it("passes the curves and the tree of the learner inside on, with the names of its features", () => {
    const model = fitNow(oneHot(impute(adaBoost(stump(), { rounds: 3 }))), colours);
    expect(model.trace?.series.alpha.length).toBeGreaterThan(0);
    const opened = openModel(model);
    expect(opened.members?.count).toBe(model.trace?.length);
    expect(opened.features).toEqual(["c=blue", "c=red", "c is missing"]);
    expect(opened.steps).toBe(2);
    expect(openModel(fitNow(adaBoost(oneHot(stump()), { rounds: 3 }), filled())).features).toEqual([
      "c=blue",
      "c=red",
    ]);
  });

  it("sees the sample weights of every boosting round", () => {
    const weighted = fitNow(adaBoost(standardize(stump()), { rounds: 3 }), data).body as {
      rounds: { body: { statistics: { offset: Float64Array } } }[];
    };
    const offsets = weighted.rounds.map((round) => round.body.statistics.offset[0]);
    expect(new Set(offsets).size).toBe(3);
  });

  it("is boosted by re-sampling too, categories and all", () => {
    const learner = adaBoost(oneHot(stump()), { rounds: 4, each: "re-sample", seed: 2 });
    expect(fitNow(learner, filled()).classes).toEqual(["a", "b"]);
  });
});

describe("categories", () => {
  const model = fitNow(oneHot(tree()), filled());

  it("are known by name, however another table numbers them", () => {
    const other = table(categoryColumn("c", ["red", "blue"], { levels: ["red", "blue"] }));
    expect(cells(preparedTable(model, other))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("that the fit has not met are zeros with one warning, or refused", () => {
    const strange = table(categoryColumn("c", ["green", "blue", "green"]));
    const warned: Diagnostic[] = [];
    const ctx = { ...quietContext, warn: (found: Diagnostic) => void warned.push(found) };
    predictNow(fitNow(adaBoost(oneHot(stump()), { rounds: 3 }), filled()), strange, ctx);
    expect(warned).toMatchObject([
      { code: "prepare.unknown-category", values: { column: "c", categories: ["green"], rows: 2 } },
    ]);
    expect(cells(preparedTable(model, strange))[0]).toEqual([0, 1, 0]);
    for (const step of [oneHot, ordinal])
      expect(() => predictNow(fitNow(step(tree(), { unknown: "error" }), filled()), strange)).toThrow(
        /prepare.unknown-category/,
      );
    expect(cells(preparedTable(fitNow(ordinal(tree()), filled()), strange))).toEqual([[-1, 0, -1]]);
  });

  it("that are missing stay so in ordinal, and are one more in one-hot", () => {
    expect(cells(preparedTable(fitNow(ordinal(tree()), colours), colours))).toEqual([[1, 0, Number.NaN, 0]]);
    const warned: string[] = [];
    const ctx = { ...quietContext, warn: (found: Diagnostic) => void warned.push(found.code) };
    expect(cells(preparedTable(model, colours, ctx))).toEqual([
      [0, 1, 0, 1],
      [1, 0, 0, 0],
    ]);
    expect(warned).toEqual(["prepare.unexpected-missing"]);
  });

  it("are filled with the most frequent, or a name of their own", () => {
    const names = (learner: Learner) =>
      preparedTable(fitNow(learner, colours), colours).columns.map((column) =>
        "codes" in column ? Array.from(column.codes, (code) => column.levels[code]) : [],
      )[0];
    expect(names(impute(constant()))).toEqual(["red", "blue", "blue", "blue"]);
    expect(names(impute(constant(), { strategy: "constant", category: "?" }))).toEqual([
      "red",
      "blue",
      "?",
      "blue",
    ]);
  });

  it("too many for memory are refused", () => {
    const rows = 30_000;
    const ids = Array.from({ length: rows }, (_, row) => `id ${row}`);
    const target = numberColumn(
      "y",
      Float64Array.from(ids, (_, row) => row),
      { role: "target" },
    );
    expect(() => fitNow(oneHot(linear()), table(categoryColumn("name", ids), target))).toThrow(
      /prepare.one-hot-too-wide.*"most":8947/,
    );
  });

  it("of which nothing is left are refused", () => {
    const same = table(categoryColumn("c", ["s", "s", "s", "s"]), y);
    expect(() => fitNow(oneHot(tree(), { dropFirst: true }), same)).toThrow(/prepare.no-features-left/);
  });
});

describe("a column without values", () => {
  it("is filled with 0, and warned of", () => {
    const warned: Diagnostic[] = [];
    const ctx = { ...quietContext, warn: (found: Diagnostic) => void warned.push(found) };
    const empty = table(numberColumn("x", [null, null, null, null]), numberColumn("z", [1, 2, 3, 4]), y);
    const model = fitNow(adaBoost(impute(stump(), { indicator: true }), { rounds: 2 }), empty, ctx);
    expect(warned.filter((found) => found.code === "prepare.no-values")).toMatchObject([
      { values: { columns: ["x"] } },
    ]);
    expect(model.features).toEqual(["x", "z"]);
    for (const method of ["z-score", "min-max", "robust"] as const)
      expect(cells(preparedTable(fitNow(standardize(tree(), { method }), empty), empty))[0]).toEqual(
        Array(4).fill(Number.NaN),
      );
  });
});

describe("principal components", () => {
  it("are no more than rows and features", () => {
    const two = moons({ rows: 30 });
    expect(() => fitNow(pca(tree(), { components: 3 }), two)).toThrow(/prepare.pca-components.*"most":2/);
    const one = takeRows(
      table(numberColumn("x", [1, 2]), numberColumn("y", [1, 2], { role: "target" })),
      [0],
    );
    expect(cells(preparedTable(fitNow(pca(tree(), { components: 1 }), one), one))).toEqual([[0]]);
  });

  it("of too many features are refused", () => {
    const many = Array.from({ length: 2001 }, (_, j) => numberColumn(`x${j}`, [1, 2, 3, 4]));
    expect(() => fitNow(pca(tree()), table(...many, y))).toThrow(/prepare.pca-too-many-features/);
  });
});

describe("options", () => {
  it("are checked", () => {
    expect(() => impute(tree(), { strategy: "mode" as never })).toThrow(/learner.option/);
    expect(() => impute(tree(), { value: Number.NaN })).toThrow(/learner.number/);
    expect(() => standardize(tree(), { method: "none" as never })).toThrow(/learner.option/);
    expect(() => pca(tree(), { components: 0 })).toThrow(/learner.number/);
    expect(() => pca(tree(), { variance: 1 })).toThrow(/learner.number/);
  });
});

describe("eigenvectors", () => {
  it.each([1, 2, 3, 10, 60])("of a symmetric matrix of %i rows are orthonormal and solve it", (size) => {
    const random = randomStream(size, "eigen");
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = i; j < size; j++) {
        matrix[i * size + j] = random.normal();
        matrix[j * size + i] = matrix[i * size + j];
      }
    const { values, vectors } = symmetricEigen(matrix, size, () => undefined);
    const vector = (k: number) => vectors.subarray(k * size, k * size + size);
    for (let k = 0; k < size; k++) {
      for (let i = 0; i < size; i++) {
        expect(dot(matrix.subarray(i * size, i * size + size), vector(k))).toBeCloseTo(
          values[k] * vector(k)[i],
          11,
        );
        expect(dot(vector(i), vector(k))).toBeCloseTo(i === k ? 1 : 0, 12);
      }
      if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
    }
  });

  it("of a diagonal matrix are the axes", () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 0, 0, 1), 2, () => undefined);
    expect([...values, ...vectors.map(Math.abs)]).toEqual([1, 2, 0, 1, 1, 0]);
  });
});

describe("quantiles", () => {
  it("are those of the sorted values", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sorted = Float64Array.from(values).sort();
        const place = q * (sorted.length - 1);
        const low = sorted[Math.floor(place)];
        const high = sorted[Math.ceil(place)];
        expect(quantile(Float64Array.from(values), q)).toBeCloseTo(
          low + (place - Math.floor(place)) * (high - low),
          9,
        );
      }),
    );
    expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  });
});

function table(...columns: Column[]): Table {
  return tableFrom({ columns, source: "prepare test" });
}

function filled(): Table {
  return table(
    categoryColumn("c", ["red", "blue", "red", "blue"]),
    categoryColumn("y", ["a", "b", "b", "b"], { role: "target" }),
  );
}

/** The features, column by column. */
function cells({ columns }: Table): number[][] {
  return columns.flatMap((column) =>
    column.role === "feature" && "values" in column ? [[...column.values]] : [],
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
