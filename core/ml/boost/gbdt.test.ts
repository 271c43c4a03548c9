/** Gradient boosting: closed forms, what is odd in the data, early stopping and its rows, cancelling. */
import { describe, expect, it } from "vitest";
import { Cancelled, type Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { impurityImportance } from "../inspect/impurity-importance.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { regression } from "../metrics/regression.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { friedman1 } from "../table/generate-values.ts";
import { split } from "../table/split.ts";
import { tableFrom } from "../table/table.ts";
import type { Table } from "../values.ts";
import { type GbdtOptions, gbdt } from "./gbdt.ts";
import type { GbdtBody } from "./gbdt-body.ts";

// One feature parts 0, 0 from 4, 8: the mean is 3, the first residuals are −3, −3, 1, 5.
const four = numbersOf([0, 1, 2, 3], [0, 0, 4, 8]);

describe("one round of one question", () => {
  it.each([
    // F₀, the leaves, and the mean loss after the round, worked out by hand.
    ["squared", 3, [-3, 3], (0 + 0 + 4 + 4) / 4],
    // The residuals from the median 2 are −2, −2, 2, 6; the lower median of each leaf is −2 and 2.
    ["absolute", 2, [-2, 2], 4 / 4],
  ] as const)("by %s loss", (loss, start, leaves, want) => {
    const { body, series, predicted } = boost({ loss, rounds: 1, learningRate: 1, maxDepth: 1 }, four);
    expect([...body.start]).toEqual([start]);
    expect([...body.trees[0].says.slice(1)]).toEqual(leaves);
    expect(series.trainingLoss[0]).toBeCloseTo(want, 14);
    expect(predicted).toEqual([start + leaves[0], start + leaves[0], start + leaves[1], start + leaves[1]]);
  });

  it("by deviance starts at the log-odds and makes one Newton step a leaf", () => {
    const data = classesOf([0, 1, 2, 3], ["a", "a", "a", "b"]);
    const { body } = boost({ rounds: 1, maxDepth: 1 }, data);
    expect(body.start[0]).toBeCloseTo(Math.log(1 / 3), 14);
    // p = 1/4: the leaf of the b gets (1 − p) / p(1 − p) = 4, the others −p / p(1 − p) = −4/3.
    expect(body.trees[0].says[1]).toBeCloseTo(-4 / 3, 12);
    expect(body.trees[0].says[2]).toBeCloseTo(4, 12);
  });
});

it("shrinks: ten rounds at ν leave (1 − ν)¹⁰ of every residual that one leaf can take", () => {
  const { predicted } = boost({ rounds: 10, learningRate: 0.1, maxDepth: 2 }, numbersOf([0, 1], [0, 2]));
  expect(predicted[0]).toBeCloseTo(0.9 ** 10, 12);
  expect(predicted[1]).toBeCloseTo(2 - 0.9 ** 10, 12);
});

describe("early stopping", () => {
  const data = friedman1({ rows: 120, noise: 1, seed: 2 });
  const options = { rounds: 400, learningRate: 0.3, patience: 5, validation: 0.25, seed: 1 };
  const { body, series, warned, model } = boost(options, data);

  it("stops, says so, and keeps which rows it has asked", () => {
    const { length } = series.validationLoss;
    expect(length).toBeLessThan(400);
    expect(warned).toMatchObject([{ code: "gbdt.stopped-early", severity: "info", values: { rows: 30 } }]);
    expect(body.heldOut).toHaveLength(30);
    // Each round but the last was below one of the five before it by the tolerance.
    const losses = [...series.validationLoss];
    const improved = losses.map((loss, m) =>
      losses.slice(Math.max(0, m - 5), m).some((before) => loss + 1e-4 < before),
    );
    expect(improved.slice(1, 5)).toContain(true);
    expect(improved.slice(5)).toEqual([...Array<boolean>(length - 6).fill(true), false]);
  });

  it("counts the validation rows as seen, although no tree has", () => {
    expect(model.seen[0].ids).toHaveLength(120);
    expect(() => regression(predictNow(model, data))).toThrow(/leakage.scored-rows-seen/);
    for (const tree of body.trees) expect(tree.rows[0]).toBe(90);
  });

  it("does not let them change a tree", () => {
    const held = new Set(body.heldOut);
    const moved = withTarget(data, (y, row) => (held.has(row) ? y + 1000 * Math.sin(row) : y));
    const other = boost({ ...options, rounds: 3 }, moved).body;
    expect(other.trees[0]).toEqual(body.trees[0]);
    expect(other.start).toEqual(body.start);
  });

  it("refuses where a part would be empty or lack a class", () => {
    expect(() => boost({ patience: 2 }, numbersOf([1], [1]))).toThrow(/gbdt.validation-too-small/);
    const rare = classesOf([0, 1, 2, 3, 4, 5], ["a", "a", "a", "a", "b", "b"]);
    expect(() => boost({ patience: 2, validation: 0.9 }, rare)).toThrow(/gbdt.validation-too-small/);
  });
});

describe("odd data", () => {
  it("a constant target is learned by the constant", () => {
    const { predicted, warned } = boost({ rounds: 3 }, numbersOf([0, 1, 2], [5, 5, 5]));
    expect(predicted).toEqual([5, 5, 5]);
    expect(warned).toMatchObject([{ code: "gbdt.constant-target", severity: "info", values: { value: 5 } }]);
  });

  it("one row is", () => {
    expect(boost({ rounds: 2 }, numbersOf([3], [7])).predicted).toEqual([7]);
  });

  it("features without a value, or without a difference, part nothing", () => {
    for (const x of [
      [null, null, null],
      [1, 1, 1],
    ]) {
      const { predicted, warned } = boost({ rounds: 2 }, numbersOf(x, [1, 2, 6]));
      expect(predicted).toEqual([3, 3, 3]);
      expect(warned.map(({ code }) => code)).toEqual(["gbdt.no-splits"]);
    }
  });

  it("missing cells go to the side that is better", () => {
    const { predicted } = boost({ rounds: 1, learningRate: 1 }, numbersOf([0, 1, 2, null], [0, 0, 9, 9]));
    expect(predicted).toEqual([0, 0, 9, 9]);
  });

  it.each([
    ["fit.missing-target", numbersOf([0, 1], [1, Number.NaN])],
    ["fit.infinite-target", numbersOf([0, 1], [1, Number.POSITIVE_INFINITY])],
    ["features.infinite", numbersOf([0, Number.NEGATIVE_INFINITY], [1, 2])],
    ["fit.weights", weighed(four, [1, -1, 1, 1])],
    ["fit.weights", weighed(four, [0, 0, 0, 0])],
  ])("%s is refused", (code, data) => {
    expect(() => boost({}, data)).toThrow(new RegExp(code));
  });

  it("the exponential loss is for two classes", () => {
    const three = classesOf([0, 1, 2], ["a", "b", "c"]);
    expect(() => boost({ classLoss: "exponential" }, three)).toThrow(/fit.two-classes-only/);
  });

  it("a step that is too long ends in the last finite round", () => {
    const { body, warned, series } = boost({ learningRate: 10, rounds: 300 }, friedman1({ rows: 60 }));
    expect(warned.map(({ code }) => code)).toEqual(["gbdt.not-finite"]);
    expect(body.trees.length).toBe(series.trainingLoss.length);
    expect(series.trainingLoss.every(Number.isFinite)).toBe(true);
  });
});

it("out-of-bag improvements add up to about what the training has gained on rows of its own kind", () => {
  const { series, body } = boost(
    { subsample: 0.5, rounds: 40, seed: 2 },
    friedman1({ rows: 300, noise: 1, seed: 4 }),
  );
  expect(body.trees.every((tree) => tree.rows[0] === 150)).toBe(true);
  const gained = series.oobImprovement.reduce((sum, gain) => sum + gain, 0);
  expect(gained).toBeGreaterThan(0.6 * (series.oobLoss[0] + series.oobImprovement[0] - series.oobLoss[39]));
  expect(series.oobImprovement[0]).toBeGreaterThan(series.oobImprovement[39]);
});

it("with few features a node still finds those that matter", () => {
  const { train, test } = split(friedman1({ rows: 400, noise: 1, seed: 6 }), { test: 0.5, seed: 1 });
  const { model } = boost({ maxFeatures: 0.3, seed: 1 }, train);
  expect(regression(predictNow(model, test)).values.r2).toBeGreaterThan(0.7);
  const { shares } = impurityImportance(model);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (let idle = 5; idle < 10; idle++) expect(shares[idle]).toBeLessThan(Math.min(...shares.slice(0, 5)));
});

it("is cancelled within a round", () => {
  let calls = 0;
  const ctx = {
    ...quietContext,
    progress() {
      if (++calls > 30) throw new Cancelled();
    },
  };
  expect(() => fitNow(gbdt({ rounds: 5 }), friedman1({ rows: 200 }), ctx)).toThrow(Cancelled);
});

function boost(options: GbdtOptions, data: Table) {
  const warned: Diagnostic[] = [];
  const ctx = { ...quietContext, warn: (one: Diagnostic) => void warned.push(one) };
  const model = fitNow(gbdt(options), data, ctx);
  const got = predictNow(model, data);
  return {
    model,
    body: model.body as GbdtBody,
    series: model.trace?.series ?? {},
    predicted: got.task === "regression" ? [...got.values] : [],
    warned,
  };
}

function numbersOf(x: readonly (number | null)[], y: readonly number[]): Table {
  const columns = [numberColumn("x", [...x]), numberColumn("y", [...y], { role: "target" })];
  return tableFrom({ columns, source: "gbdt test" });
}

function classesOf(x: readonly number[], y: readonly string[]): Table {
  const columns = [numberColumn("x", [...x]), categoryColumn("y", [...y], { role: "target" })];
  return tableFrom({ columns, source: "gbdt test" });
}

function weighed(table: Table, weights: readonly number[]): Table {
  return { ...table, columns: [...table.columns, numberColumn("weight", weights, { role: "weight" })] };
}

function withTarget(table: Table, change: (y: number, row: number) => number): Table {
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.role === "target" && "values" in column
        ? numberColumn(column.name, Array.from(column.values, change), { role: "target" })
        : column,
    ),
  };
}
