/** ROC, precision-recall and calibration against scikit-learn (test/golden/curves.py), ties and weights included. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import type { ClassPredictions } from "../values.ts";
import { calibration } from "./calibration.ts";
import { precisionRecall } from "./precision-recall.ts";
import { roc } from "./roc.ts";

type Points = { x: number[]; y: number[]; at: (number | null)[] };
type Ranked = { roc: Points; auc: number; pr: Points; ap: number; brier: number };
type Reliability = { x: number[]; y: number[]; rows: number[]; error: number };
type Case = {
  name: string;
  classes: string[];
  truth: number[];
  probabilities: number[][];
  weights: number[] | null;
  each: Record<string, Ranked>;
  pooled?: Ranked;
  brier: number;
  reliability?: Record<string, Record<string, Reliability>>;
} & Partial<Record<"macro" | "weighted" | "micro", { auc: number; ap: number }>>;

describe.each(golden<{ cases: Case[] }>("curves.json").cases)("$name", (want) => {
  const predictions = predictionsOf(want);
  const options = { weighted: want.weights !== null };
  const ranking = roc(predictions, options);
  const purity = precisionRecall(predictions, options);
  const names = Object.keys(want.each);

  it("has the same ROC curves and areas", () => {
    expectPoints(curve(ranking.figure.curves, "micro"), want.pooled?.roc);
    names.forEach((name, i) => {
      const found = curve(ranking.figure.curves, "class", name);
      expectPoints(found, want.each[name].roc);
      expect(found?.area).toBeCloseTo(want.each[name].auc, 12);
      expect(ranking.scores.perClass?.series.auc[i]).toBeCloseTo(want.each[name].auc, 12);
    });
    const areas = want.macro
      ? { macroAuc: want.macro.auc, weightedAuc: want.weighted?.auc, microAuc: want.micro?.auc }
      : { auc: want.each[names[0]].auc };
    expectValues(ranking.scores.values, areas);
  });

  it("has the same precision-recall curves and average precisions", () => {
    const withStart = (points?: Points) => points && { ...points, at: [null, ...points.at] };
    expectPoints(curve(purity.figure.curves, "micro"), withStart(want.pooled?.pr));
    for (const name of names) {
      const found = curve(purity.figure.curves, "class", name);
      expectPoints(found, withStart(want.each[name].pr));
      expect(found?.area).toBeCloseTo(want.each[name].ap, 12);
    }
    const areas = want.macro
      ? {
          macroAveragePrecision: want.macro.ap,
          weightedAveragePrecision: want.weighted?.ap,
          microAveragePrecision: want.micro?.ap,
        }
      : { averagePrecision: want.each[names[0]].ap };
    expectValues(purity.scores.values, areas);
  });

  it("has the same Brier scores", () => {
    const { scores } = calibration(predictions, options);
    expect(scores.values.brier).toBeCloseTo(want.brier, 12);
    names.forEach((name, i) => {
      expect(scores.perClass?.series.brier[i]).toBeCloseTo(want.each[name].brier, 12);
    });
  });

  it.each(Object.entries(want.reliability ?? {}))(
    "has the same reliability in bins %s",
    (how, reliabilities) => {
      const [strategy, bins] = how.split("-");
      if (strategy !== "uniform" && strategy !== "quantile") throw new Error(strategy);
      const { figure, scores } = calibration(predictions, { bins: Number(bins), strategy });
      for (const found of figure.curves) {
        const { x, y, rows, error } = reliabilities[found.of === "confidence" ? "confidence" : found.name];
        expectClose(found.x, x);
        expectClose(found.y, y);
        expect([...found.rows]).toEqual(rows);
        expect(found.error).toBeCloseTo(error, 12);
      }
      expect(figure.curves.length).toBe(Object.keys(reliabilities).length);
      expect(scores.values.ece).toBeCloseTo(reliabilities.confidence.error, 12);
    },
  );

  it("averages upright: the area under the macro curve is the mean of the areas", () => {
    const macro = curve(ranking.figure.curves, "macro");
    if (!want.macro) return expect(macro).toBeUndefined();
    let area = 0;
    for (let i = 1; i < (macro?.x.length ?? 0); i++)
      area +=
        (((macro?.x[i] ?? 0) - (macro?.x[i - 1] ?? 0)) * ((macro?.y[i] ?? 0) + (macro?.y[i - 1] ?? 0))) / 2;
    expect(area).toBeCloseTo(want.macro.auc, 12);
  });
});

describe("what cannot be ranked", () => {
  const some = predictionsOf({
    classes: ["a", "b", "c"],
    truth: [0, 1, 0, 1],
    probabilities: [
      [0.6, 0.3, 0.1],
      [0.5, 0.4, 0.1],
      [0.2, 0.3, 0.5],
      [0.1, 0.8, 0.1],
    ],
    weights: null,
  });

  it("leaves a class out that no row has, and says so", () => {
    const said: string[] = [];
    const ctx = {
      progress: () => undefined,
      preview: () => undefined,
      warn: ({ code }: { code: string }) => said.push(code),
    };
    const { scores, figure } = roc(some, {}, ctx);
    expect(said).toEqual(["metric.classes-undefined"]);
    expect(figure.curves.map(({ of, name }) => `${of} ${name}`)).toEqual([
      "micro ",
      "macro ",
      "class a",
      "class b",
    ]);
    // By hand: of a 3 of the 4 pairs are in order (.6 > .5, .6 > .1, .2 > .1, but .2 < .5), of b all.
    expect([...(scores.perClass?.series.auc ?? [])]).toEqual([0.75, 1, Number.NaN]);
    expect(scores.values.macroAuc).toBe(0.875);
  });

  it("refuses one class, labels alone, unknown classes and weights that are not there", () => {
    const labels = { ...some, probabilities: undefined };
    for (const metric of [roc, precisionRecall, calibration]) {
      expect(() => metric(labels)).toThrow(/metric.no-probabilities/);
      expect(() => metric(some, { positive: "d" })).toThrow(/metric.unknown-class/);
      expect(() => metric(some, { weighted: true })).toThrow(/metric.no-weights/);
      expect(() => metric({ ...some, weights: new Float64Array(4) }, { weighted: true })).toThrow(
        /metric.weights/,
      );
      expect(() => metric({ ...some, seen: some.rows })).toThrow(/leakage.scored-rows-seen/);
    }
    for (const metric of [roc, precisionRecall])
      expect(() => metric(some, { positive: "c" })).toThrow(/metric.one-class/);
    expect(() => calibration(some, { bins: 0 })).toThrow(/metric.bins/);
  });
});

function predictionsOf(
  want: Pick<Case, "classes" | "truth" | "probabilities" | "weights">,
): ClassPredictions {
  return {
    kind: "predictions",
    task: "classification",
    target: "y",
    classes: want.classes,
    labels: new Int32Array(want.truth.length),
    truth: Int32Array.from(want.truth),
    probabilities: Float64Array.from(want.probabilities.flat()),
    ...(want.weights && { weights: Float64Array.from(want.weights) }),
    rows: [{ source: "test", ids: Uint32Array.from(want.truth.keys()) }],
    seen: [],
  };
}

type Drawn = { of: string; name: string; x: Float64Array; y: Float64Array; thresholds: Float64Array };

function curve<C extends Drawn>(curves: readonly C[], of: string, name = ""): C | undefined {
  return curves.find((one) => one.of === of && one.name === name);
}

function expectPoints(found: Drawn | undefined, want: Points | undefined): void {
  expect(found === undefined).toBe(want === undefined);
  if (!found || !want) return;
  expectClose(found.x, want.x);
  expectClose(found.y, want.y);
  expectClose(
    found.thresholds,
    want.at.map((at) => at ?? Number.POSITIVE_INFINITY),
  );
}

function expectClose(found: Float64Array, want: readonly number[]): void {
  expect(found.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(found[i], `point ${i}`).toBeCloseTo(value, 12);
  });
}

function expectValues(
  found: Readonly<Record<string, number>>,
  want: Record<string, number | undefined>,
): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(want).sort());
  for (const [name, value] of Object.entries(want))
    expect(found[name], name).toBeCloseTo(value ?? Number.NaN, 12);
}
