/** The perceptron: by hand, its bound, cycling, and weight by weight against scikit-learn without shuffling. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized } from "../../../test/golden/plain-csv.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import type { CodeColumn, Table } from "../values.ts";
import { type PerceptronBody, perceptron } from "./perceptron.ts";

type Case = {
  data: keyof typeof goldenData;
  keep: string[];
  passes: number;
  weights: number[];
  intercept: number;
  separated: boolean;
};

describe.each(golden<{ cases: Case[] }>("perceptron.json").cases)("$data $keep", (want) => {
  const table = onlyClasses(standardized(readGolden(want.data)), want.keep);
  const model = fitNow(perceptron({ maxPasses: want.passes }), table);
  const body = model.body as PerceptronBody;

  it("has the same weights", () => {
    want.weights.forEach((weight, j) => {
      expect(body.weights[j]).toBeCloseTo(weight, 8);
    });
    expect(body.intercept).toBe(want.intercept);
  });

  it("converges only where a plane separates", () => {
    if (!want.separated) expect(body.converged).toBe(false);
    if (body.converged) {
      const got = predictNow(model, table);
      expect(got.task === "classification" && got.labels).toEqual(got.truth);
    }
  });
});

describe("by hand", () => {
  it("learns and, counting its mistakes", () => {
    const { model, warned } = learn([0, 0, 1, 1], [0, 1, 0, 1], ["no", "no", "no", "yes"]);
    const { weights, intercept, passes, mistakes, converged } = model.body as PerceptronBody;
    const series = [...(model.trace?.series.mistakes ?? [])];
    expect(converged).toBe(true);
    expect(series.at(-1)).toBe(0);
    expect(series).toHaveLength(passes);
    expect(series.reduce((sum, wrong) => sum + wrong, 0)).toBe(mistakes);
    // Rows no longer than √3 with the 1; the plane x + y = 3/2 has the margin (1/2)/√(1 + 1 + 9/4).
    expect(mistakes).toBeLessThanOrEqual(3 / (0.25 / 4.25));
    expect(weights[0] + weights[1] + intercept).toBeGreaterThan(0);
    expect(warned).toEqual([]);
  });

  it("goes round in circles on exclusive or, and proves it", () => {
    const { model, warned } = learn([0, 0, 1, 1], [0, 1, 0, 1], ["no", "yes", "yes", "no"]);
    expect(warned.map((one) => one.code)).toEqual(["perceptron.cycling"]);
    expect((model.body as PerceptronBody).passes).toBeLessThan(100);
  });

  it("gives up after the passes that it is allowed", () => {
    const { warned } = learn([0.1, 0.2, 0.7, 0.3], [0.9, 0.1, 0.4, 0.33], ["a", "b", "a", "b"], 2);
    expect(warned).toMatchObject([{ code: "perceptron.not-converged", values: { passes: 2 } }]);
  });

  it("takes two classes", () => {
    expect(() => fitNow(perceptron(), readGolden("iris"))).toThrow(/fit.two-classes-only/);
    expect(() => perceptron({ maxPasses: 0 })).toThrow(/learner.number/);
  });
});

function learn(a: number[], b: number[], y: string[], maxPasses = 1000) {
  const warned: Diagnostic[] = [];
  const columns = [numberColumn("a", a), numberColumn("b", b), categoryColumn("y", y, { role: "target" })];
  const ctx = { ...quietContext, warn: (one: Diagnostic) => void warned.push(one) };
  const table = tableFrom({ columns, source: "perceptron test" });
  return { model: fitNow(perceptron({ maxPasses }), table, ctx), warned };
}

function onlyClasses(table: Table, keep: readonly string[]): Table {
  const target = table.columns.find((column) => column.role === "target") as CodeColumn;
  return takeRows(
    table,
    [...target.codes.keys()].filter((row) => keep.includes(target.levels[target.codes[row]])),
  );
}
