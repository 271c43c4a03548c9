/** AdaBoost: closed forms, both ways of ending early, the two round modes, weights, cancelling. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cancelled, type Diagnostic, DiagnosticError } from "../../base/diagnostic.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { accuracy } from "../metrics/classification.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons, xor } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import type { Model, Table } from "../values.ts";
import { adaBoost } from "./adaboost.ts";
import { eachStage } from "./stages.ts";

describe("one round", () => {
  // One feature 1 … 4 with classes a a b a: the best stump errs on one row of four.
  const model = fitNow(adaBoost(stump(), { rounds: 2 }), small([1, 2, 3, 4], ["a", "a", "b", "a"]));

  it("has e = 1/4, α = ln 3 and half of it, and the bound √3/2", () => {
    const { error, alpha, alphaHalf, bound } = seriesOf(model);
    expect(error[0]).toBeCloseTo(0.25, 15);
    expect(alpha[0]).toBeCloseTo(Math.log(3), 15);
    expect(alphaHalf[0]).toBeCloseTo(Math.log(3) / 2, 15);
    expect(bound[0]).toBeCloseTo(Math.sqrt(3) / 2, 15);
  });

  it("gives half of all weight to the row it missed", () => {
    const weights = model.trace?.sampleWeights;
    expect(weights?.rows).toBe(4);
    const [first, second] = [weights?.values.slice(0, 4), weights?.values.slice(4, 8)];
    expect([...(first ?? [])]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(Math.max(...(second ?? []))).toBeCloseTo(0.5, 6);
  });
});

describe("early ends", () => {
  it("a learner without a mistake gets weight 1 and is the last", () => {
    const { ctx, warned } = listening();
    const model = fitNow(adaBoost(stump(), { rounds: 10 }), small([1, 2, 3], ["a", "a", "b"]), ctx);
    expect([...seriesOf(model).alpha]).toEqual([1]);
    expect(warned).toMatchObject([
      { code: "adaboost.perfect-learner", severity: "info", values: { round: 1 } },
    ]);
  });

  it("a first learner no better than chance is an error", () => {
    // Exclusive or on a balanced grid: every stump is wrong on exactly half.
    const grid = twoFeatures([0, 0, 1, 1], [0, 1, 0, 1], ["a", "b", "b", "a"]);
    expect(() => fitNow(adaBoost(stump()), grid)).toThrow(/adaboost.worse-than-chance/);
  });

  it("a later one is dropped, with a warning, and the rounds before it stay", () => {
    // Exclusive or with one corner twice: the double corner helps the first rounds only.
    const { ctx, warned } = listening();
    const corners = twoFeatures([0, 0, 1, 1, 0], [0, 1, 0, 1, 0], ["a", "b", "b", "a", "a"]);
    const model = fitNow(adaBoost(stump(), { rounds: 50, each: "re-sample", seed: 1 }), corners, ctx);
    const length = seriesOf(model).alpha.length;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(50);
    expect(warned.map((diagnostic) => diagnostic.code)).toEqual(["adaboost.stopped-at-chance"]);
  });
});

describe("re-sampling", () => {
  it("draws again when a draw's learner is no better than chance, instead of ending", () => {
    // On exclusive or single draws often fail; ten in a row do not.
    const { ctx, warned } = listening();
    const learner = adaBoost(stump(), { rounds: 50, each: "re-sample", seed: 1 });
    expect(seriesOf(fitNow(learner, xor({ rows: 60, seed: 1 }), ctx)).alpha.length).toBe(50);
    expect(warned).toEqual([]);
  });

  const data = moons({ rows: 200, seed: 2 });

  it("says how many different rows each round drew, and has no bound", () => {
    const { distinctRows, bound } = seriesOf(
      fitNow(adaBoost(stump(), { rounds: 5, each: "re-sample" }), data),
    );
    // A bootstrap of n rows has about 1 − 1/e of them.
    expect(Math.abs(distinctRows[0] / 200 - (1 - Math.exp(-1)))).toBeLessThan(0.1);
    expect([...bound].every(Number.isNaN)).toBe(true);
  });

  it("depends on the seed alone", () => {
    const alpha = (seed: number): number[] => [
      ...seriesOf(fitNow(adaBoost(stump(), { rounds: 5, each: "re-sample", seed }), data)).alpha,
    ];
    expect(alpha(3)).toEqual(alpha(3));
    expect(alpha(3)).not.toEqual(alpha(4));
  });

  it("takes a learner that knows no weights, which re-weighting refuses with a hint", () => {
    const deaf = { ...stump(), abilities: { ...stump().abilities, weights: false } };
    expect(() => adaBoost(deaf)).toThrow(/adaboost.learner-needs-weights/);
    expect(seriesOf(fitNow(adaBoost(deaf, { each: "re-sample", rounds: 3 }), data)).alpha).toHaveLength(3);
  });
});

describe("sample weights", () => {
  it("of 0 leave a row out of the fit altogether", () => {
    const weighted = withWeights([1, 2, 3, 4, 5], ["a", "b", "a", "b", "b"], [1, 1, 1, 1, 0]);
    const without = small([1, 2, 3, 4], ["a", "b", "a", "b"]);
    const options = { rounds: 8 };
    const [one, other] = [weighted, without].map((table) => fitNow(adaBoost(stump(), options), table));
    const [got, want] = [seriesOf(one).alpha, seriesOf(other).alpha];
    expect(got).toHaveLength(want.length);
    got.forEach((alpha, m) => {
      expect(alpha).toBeCloseTo(want[m], 12);
    });
  });

  it("of 2 count a row twice", () => {
    const weighted = withWeights([1, 2, 3], ["a", "b", "a"], [2, 1, 1]);
    const twice = small([1, 1, 2, 3], ["a", "a", "b", "a"]);
    const [one, other] = [weighted, twice].map((table) => fitNow(adaBoost(stump(), { rounds: 1 }), table));
    expect(seriesOf(one).error[0]).toBeCloseTo(seriesOf(other).error[0], 14);
  });
});

describe("any data", () => {
  const tables = fc
    .tuple(fc.integer({ min: 4, max: 60 }), fc.integer({ min: 2, max: 4 }), fc.integer())
    .map(([rows, classes, seed]) => noisyClasses(rows, classes, seed));

  it("keeps the training error below the bound, D_m a distribution, and the last stage the prediction", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const model = fitOrRefuse(table);
        if (model === undefined) return;
        const { trainingError, bound, alpha } = seriesOf(model);
        trainingError.forEach((error, m) => {
          if (!Number.isNaN(bound[m])) expect(error).toBeLessThanOrEqual(bound[m] + 1e-9);
        });
        expect(alpha.every((value) => value > 0)).toBe(true);
        for (let m = 0; m < alpha.length; m++) expect(roundSum(model, m)).toBeCloseTo(1, 4);
        expectStagesEndInLabels(model, table, trainingError);
      }),
      { numRuns: 60 },
    );
  });
});

describe("cancelling", () => {
  it("stops at the next round or feature, by what the context throws", () => {
    let calls = 0;
    const ctx: WorkContext = {
      ...quietContext,
      progress() {
        if (++calls === 20) throw new Cancelled();
      },
    };
    expect(() => fitNow(adaBoost(stump(), { rounds: 10_000 }), xor({ rows: 500, seed: 3 }), ctx)).toThrow(
      Cancelled,
    );
    expect(calls).toBe(20);
  });
});

describe("parameters", () => {
  it.each([
    [{ rounds: 0 }, "adaboost.rounds"],
    [{ rounds: 1.5 }, "adaboost.rounds"],
    [{ rounds: 10_001 }, "adaboost.rounds"],
    [{ learningRate: 0 }, "adaboost.learning-rate"],
    [{ learningRate: Number.NaN }, "adaboost.learning-rate"],
    [{ seed: 0.5 }, "learner.seed"],
  ])("%o is refused", (options, code) => {
    expect(() => adaBoost(stump(), options)).toThrow(code);
  });

  it("weights that overflow end the training with a warning", () => {
    const { ctx, warned } = listening();
    const table = small([1, 2, 3, 4], ["a", "a", "b", "a"]);
    const model = fitNow(adaBoost(stump(), { rounds: 9, learningRate: 1000 }), table, ctx);
    expect(seriesOf(model).alpha).toHaveLength(1);
    expect(warned.map((diagnostic) => diagnostic.code)).toEqual(["adaboost.weights-overflow"]);
  });
});

it("a model is plain data: a copy of it predicts the same", () => {
  const data = moons({ rows: 60 });
  const model = fitNow(adaBoost(stump(), { rounds: 5 }), data);
  const copy = structuredClone(model);
  expect(predictNow(copy, data)).toEqual(predictNow(model, data));
  expect(accuracy(predictNow(copy, data), { on: "training" })).toBe(
    1 - (seriesOf(model).trainingError.at(-1) ?? 1),
  );
});

function seriesOf(model: Model): Record<string, Float64Array> {
  return { ...model.trace?.series };
}

function roundSum(model: Model, round: number): number {
  const { rows, values } = model.trace?.sampleWeights ?? { rows: 0, values: new Float32Array(0) };
  return values.slice(round * rows, (round + 1) * rows).reduce((sum, weight) => sum + weight, 0);
}

function expectStagesEndInLabels(model: Model, table: Table, trainingError: Float64Array): void {
  const predictions = predictNow(model, table);
  if (predictions.task !== "classification" || !predictions.stages || !predictions.truth)
    throw new Error("no stages");
  const { labels, truth, stages } = predictions;
  eachStage(stages, (staged, m) => {
    const wrong = staged.filter((label, row) => label !== truth[row]).length;
    expect(wrong / staged.length).toBeCloseTo(trainingError[m], 12);
    if (m === stages.count - 1) expect([...staged]).toEqual([...labels]);
  });
}

/** Some random tables have nothing to boost or one class only; being refused in words is right for them. */
function fitOrRefuse(table: Table): Model | undefined {
  try {
    return fitNow(adaBoost(stump(), { rounds: 15 }), table);
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

function noisyClasses(rows: number, classes: number, seed: number): Table {
  const source = moons({ rows, seed, noise: 0.5 });
  const names = Array.from({ length: rows }, (_, row) => String((row * 7 + (row % 3) * seed) % classes));
  return {
    ...source,
    columns: [...source.columns.slice(0, 2), categoryColumn("class", names, { role: "target" })],
  };
}

function listening(): { ctx: WorkContext; warned: Diagnostic[] } {
  const warned: Diagnostic[] = [];
  return { ctx: { ...quietContext, warn: (diagnostic) => warned.push(diagnostic) }, warned };
}

function small(x: number[], y: string[]): Table {
  return tableFrom({
    columns: [numberColumn("x", x), categoryColumn("y", y, { role: "target" })],
    source: "small",
  });
}

function twoFeatures(a: number[], b: number[], y: string[]): Table {
  const target = categoryColumn("y", y, { role: "target" });
  return tableFrom({ columns: [numberColumn("a", a), numberColumn("b", b), target], source: "two" });
}

function withWeights(x: number[], y: string[], weights: number[]): Table {
  const table = small(x, y);
  return { ...table, columns: [...table.columns, numberColumn("w", weights, { role: "weight" })] };
}
