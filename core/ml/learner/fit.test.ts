/** The checks of `fit` and `predict`: roles, missing cells, odd tables, unknown classes, leakage of rows. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { accuracy, classification } from "../metrics/classification.ts";
import { confusion } from "../metrics/confusion.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { split } from "../table/split.ts";
import { tableFrom, takeRows, withRoles } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import type { Column, Table } from "../values.ts";
// By another name, because a linter takes `fit` in a test for a focused `it`.
import { fit as fitLater, fitNow } from "./fit.ts";
import { predict, predictNow } from "./predict.ts";

const x = numberColumn("x", [1, 2, 3, 4]);
const y = categoryColumn("y", ["a", "a", "b", "b"], { role: "target" });

describe("fit refuses", () => {
  it.each<[string, Table]>([
    ["fit.no-rows", takeRows(table(x, y), [])],
    ["fit.no-target", table(x)],
    ["fit.several-targets", table(x, y, { ...y, name: "z" })],
    ["fit.missing-target", table(x, categoryColumn("y", ["a", null, "b", "b"], { role: "target" }))],
    [
      "fit.target-kind",
      table(x, categoryColumn("y", ["a", "a", "b", "b"], { role: "target", kind: "text" })),
    ],
    ["fit.task", table(x, numberColumn("y", [1, 2, 3, 4], { role: "target" }))],
    [
      "fit.one-class",
      table(x, categoryColumn("y", ["a", "a", "a", "a"], { role: "target", levels: ["a", "b"] })),
    ],
    ["fit.no-features", withRoles(table(x, y), { x: "ignored" })],
    ["fit.several-weights", table(x, y, weight("v", [1, 1, 1, 1]), weight("w", [1, 1, 1, 1]))],
    ["fit.weights", table(x, y, weight("w", [1, 1, -1, 1]))],
    ["fit.weights", table(x, y, weight("w", [0, 0, 0, 0]))],
    ["fit.weights", table(x, y, weight("w", [1, null, 1, 1]))],
    ["features.kind", table(categoryColumn("x", ["p", "q", "p", "q"]), y)],
    ["features.kind", table(categoryColumn("x", ["p", "q", "p", "q"], { kind: "text" }), y)],
    ["features.kind", table(numberColumn("x", [1, 2, 3, 4], { kind: "datetime" }), y)],
    ["features.missing", table(numberColumn("x", [1, null, 3, 4]), y)],
    ["features.missing", table(numberColumn("x", [null, null, null, null]), y)],
    ["features.infinite", table(numberColumn("x", [1, Number.POSITIVE_INFINITY, 3, 4]), y)],
    ["features.infinite", table(numberColumn("x", [1, 1e39, 3, 4]), y)],
  ])("%s", (code, data) => {
    expect(() => fitNow(stump(), data)).toThrow(code);
  });

  it("more classes than memory could hold shares of", () => {
    const rows = Array.from({ length: 16_000 }, (_, row) => row);
    const names = categoryColumn("y", rows.map(String), { role: "target" });
    expect(() => fitNow(stump(), table(numberColumn("x", rows), names))).toThrow(/fit.too-many-classes/);
  });

  it("weights and several classes where the learner has not the ability", () => {
    const plain = { ...stump(), abilities: { ...stump().abilities, weights: false, multiclass: false } };
    expect(() => fitNow(plain, table(x, y, weight("w", [1, 1, 1, 1])))).toThrow(/fit.weights-unsupported/);
    const three = categoryColumn("y", ["a", "b", "c", "c"], { role: "target" });
    expect(() => fitNow(plain, table(x, three))).toThrow(/fit.two-classes-only/);
  });

  it("an algorithm that is not in the list", () => {
    expect(() => fitNow({ ...stump(), algorithm: "oracle" }, table(x, y))).toThrow(
      /learner.unknown-algorithm/,
    );
  });
});

describe("fit", () => {
  it("looks at features only, takes booleans as 0 and 1, and leaves absent levels out of the classes", () => {
    const flag = categoryColumn("flag", ["false", "false", "true", "true"], { kind: "boolean" });
    const id = numberColumn("id", [9, 8, 7, 6], { role: "id" });
    const target = categoryColumn("y", ["b", "b", "c", "c"], { role: "target", levels: ["a", "b", "c"] });
    const model = fitNow(stump(), table(id, flag, target));
    expect(model.features).toEqual(["flag"]);
    expect(model.classes).toEqual(["b", "c"]);
    expect(model.body).toMatchObject({ split: { feature: 0, threshold: 0.5 } });
  });

  it("remembers the rows, sorted and once each", () => {
    const model = fitNow(stump(), takeRows(table(x, y), [3, 0, 3]));
    expect([...model.seen[0].ids]).toEqual([0, 3]);
  });

  it("is the same behind a promise", async () => {
    const model = await fitLater(stump(), table(x, y));
    expect(model).toEqual(fitNow(stump(), table(x, y)));
    expect(await predict(model, table(x, y))).toEqual(predictNow(model, table(x, y)));
  });
});

describe("predict", () => {
  const model = fitNow(stump(), table(x, numberColumn("z", [0, 0, 0, 1]), y));

  it("finds features by name, whatever their order", () => {
    const turned = predictNow(model, table(numberColumn("z", [0]), numberColumn("x", [4])));
    expect(turned.task === "classification" && [...turned.labels]).toEqual([1]);
    expect("truth" in turned).toBe(false);
  });

  it("refuses a table without rows or features of the model", () => {
    expect(() => predictNow(model, takeRows(table(x, y), []))).toThrow(/predict.no-rows/);
    expect(() => predictNow(model, table(x, y))).toThrow(/predict.missing-features/);
    expect(() => predictNow(model, table(x, numberColumn("z", [1, 2, null, 4])))).toThrow(/features.missing/);
  });

  it("warns of features it does not know", () => {
    const warned: Diagnostic[] = [];
    const ctx = { ...quietContext, warn: (diagnostic: Diagnostic) => void warned.push(diagnostic) };
    predictNow(model, table(x, numberColumn("z", [0, 0, 0, 1]), numberColumn("new", [1, 2, 3, 4])), ctx);
    expect(warned).toMatchObject([{ code: "predict.extra-features", values: { columns: ["new"] } }]);
  });

  it("counts rows of a class it was never shown as mistakes", () => {
    const warned: Diagnostic[] = [];
    const ctx = { ...quietContext, warn: (diagnostic: Diagnostic) => void warned.push(diagnostic) };
    const strange = categoryColumn("y", ["new", "a", null, "b"], { role: "target" });
    const other = table(x, numberColumn("z", [0, 0, 0, 1]), strange);
    const predictions = predictNow(
      model,
      { ...other, origin: [{ source: "elsewhere", ids: other.origin[0].ids }] },
      ctx,
    );
    if (predictions.task !== "classification") throw new Error("no classes");
    expect(predictions.classes).toEqual(["a", "b", "new"]);
    expect([...(predictions.truth ?? [])]).toEqual([2, 0, -1, 1]);
    expect(predictions.probabilities).toHaveLength(12);
    expect(accuracy(predictions)).toBeCloseTo(2 / 3, 15);
    expect(warned).toMatchObject([{ code: "predict.unseen-classes", values: { classes: ["new"] } }]);
  });
});

describe("scoring", () => {
  const { train, test } = split(moons({ rows: 100 }), { test: 0.3, seed: 1 });
  const model = fitNow(stump(), train);

  it("refuses rows the model has seen, also under another name and in part", () => {
    const onTraining = predictNow(model, train);
    for (const metric of [accuracy, classification, confusion])
      expect(() => metric(onTraining)).toThrow(/leakage.scored-rows-seen.*"shared":70,"total":70/);
    const mixed = predictNow(model, moons({ rows: 100 }));
    expect(() => accuracy(mixed)).toThrow(/"shared":70,"total":100/);
  });

  it("allows them as a training score, which says so", () => {
    expect(classification(predictNow(model, train), { on: "training" })).toMatchObject({
      on: "training",
      rows: 70,
    });
  });

  it("refuses to call a score on unseen rows a training score", () => {
    expect(() => accuracy(predictNow(model, test), { on: "training" })).toThrow(/metric.not-training-rows/);
  });

  it("needs a truth, and classes", () => {
    const blind = predictNow(model, withoutTarget(test));
    expect(() => accuracy(blind)).toThrow(/metric.no-truth/);
    const numbers = { ...blind, task: "regression" as const, values: new Float64Array(30), truth: undefined };
    expect(() => accuracy(numbers)).toThrow(/metric.not-classes/);
    // @ts-expect-error: what a script without types could pass
    expect(() => accuracy(predictNow(model, test), { on: "everything" })).toThrow(/metric.on/);
  });

  it("tells which rows are in a cell of the confusion matrix", () => {
    const predictions = predictNow(model, test);
    const { counts, cellStart, cellRows, classes } = confusion(predictions);
    if (predictions.task !== "classification" || !predictions.truth) throw new Error("no truth");
    expect([...cellRows].sort((a, b) => a - b)).toEqual([...Array(30).keys()]);
    for (let cell = 0; cell < counts.length; cell++)
      for (const row of cellRows.slice(cellStart[cell], cellStart[cell + 1]))
        expect(predictions.truth[row] * classes.length + predictions.labels[row]).toBe(cell);
  });
});

function table(...columns: Column[]): Table {
  return tableFrom({ columns, source: "fit test" });
}

function weight(name: string, cells: (number | null)[]): Column {
  return numberColumn(name, cells, { role: "weight" });
}

function withoutTarget(whole: Table): Table {
  return { ...whole, columns: whole.columns.filter((column) => column.role !== "target") };
}
