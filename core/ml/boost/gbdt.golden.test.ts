/**
 * Gradient boosting against scikit-learn, round by round (test/golden/gbdt.py). Compared up to the first round in which
 * splits are tied, because there scikit-learn draws; `exactTest` stops at ties that only rows outside the training notice.
 */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, weighted } from "../../../test/golden/plain-csv.ts";
import { impurityImportance } from "../inspect/impurity-importance.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { takeRows } from "../table/table.ts";
import { type GbdtOptions, gbdt } from "./gbdt.ts";
import type { GbdtBody } from "./gbdt-body.ts";
import { eachStage } from "./stages.ts";

type Case = {
  data: keyof typeof goldenData;
  note: string;
  options: GbdtOptions;
  weights?: number[];
  probabilities?: number[][];
} & Record<"rounds" | "exact" | "exactTest", number> &
  Record<"start" | "trainingLoss" | "importances", number[]> &
  Partial<Record<"testRmse" | "testAccuracy" | "oobLoss" | "oobImprovement", number[]>>;

const { cases } = golden<{ cases: Case[] }>("gbdt.json");

describe.each(cases)("$data, $note, $options", (want) => {
  const table = readGolden(want.data);
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  const part = takeRows(
    table,
    rows.filter((row) => row % 4 !== 0),
  );
  const test = takeRows(
    table,
    rows.filter((row) => row % 4 === 0),
  );
  const model = fitNow(gbdt(want.options), want.weights ? weighted(part, want.weights) : part);
  const body = model.body as GbdtBody;
  const series = model.trace?.series ?? {};
  const whole = want.exact === want.rounds;

  it("begins with the same constant", () => {
    expectClose([...body.start], want.start);
  });

  it(`has the same training loss in the first ${want.exact} of ${want.rounds} rounds`, () => {
    expectClose([...series.trainingLoss].slice(0, want.exact), want.trainingLoss.slice(0, want.exact));
    if (whole) expect(model.trace?.length).toBe(want.rounds);
  });

  it("has the same losses of the rows that a round has not drawn", () => {
    const sure = Math.min(want.exact, want.exactTest);
    for (const name of ["oobLoss", "oobImprovement"] as const) {
      const wanted = want[name];
      expect(series[name] !== undefined).toBe(want.options.subsample !== undefined);
      if (wanted) expectClose([...series[name]].slice(0, sure), wanted.slice(0, sure));
    }
  });

  it(`predicts the same in the first ${want.exactTest} rounds`, () => {
    const got = predictNow(model, test);
    if (got.task === "regression") {
      const { staged, truth, values } = got;
      if (!staged || !truth) throw new Error("no stages");
      const rmse = Array.from({ length: want.exactTest }, (_, m) => {
        const squares = truth.map((y, row) => (y - staged.values[m * values.length + row]) ** 2);
        return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
      });
      expectClose(rmse, want.testRmse?.slice(0, want.exactTest) ?? []);
      return;
    }
    const { truth, stages } = got;
    if (!truth || !stages) throw new Error("no stages");
    const accuracy: number[] = [];
    eachStage(stages, (labels) => {
      accuracy.push(
        labels.reduce((right, label, row) => right + (label === truth[row] ? 1 : 0), 0) / truth.length,
      );
    });
    expectClose(accuracy.slice(0, want.exactTest), want.testAccuracy?.slice(0, want.exactTest) ?? []);
    if (whole) expect(accuracy).toHaveLength(want.rounds);
  });

  it("has the same probabilities after a few rounds", () => {
    const stop = Math.min(want.exact, want.exactTest, 4);
    if (!want.probabilities || stop < 1) return;
    const early = { ...model, body: { ...body, trees: body.trees.slice(0, stop * body.width) } };
    const got = predictNow(early, test);
    if (got.task !== "classification") throw new Error("no classes");
    expectClose(
      [...(got.probabilities ?? [])].slice(0, want.probabilities.flat().length),
      want.probabilities.flat(),
    );
  });

  it("finds the same features important, where no tie leaves it open which", () => {
    if (want.exactTest === want.rounds) expectClose([...impurityImportance(model).shares], want.importances);
  });
});

it("compares most rounds", () => {
  const sum = (pick: (one: Case) => number): number => cases.reduce((total, one) => total + pick(one), 0);
  expect(sum(({ exact }) => exact) / sum(({ rounds }) => rounds)).toBeGreaterThan(0.6);
  expect(cases.filter(({ exact, rounds }) => exact === rounds).length).toBeGreaterThan(20);
});

/** To 1e-9 of the number; the promise is 1e-6. */
function expectClose(got: readonly number[], want: readonly number[]): void {
  expect(got).toHaveLength(want.length);
  for (const [i, value] of want.entries())
    expect(Math.abs(got[i] - value), `${i}: ${got[i]} for ${value}`).toBeLessThanOrEqual(
      1e-9 * Math.max(Math.abs(value), 1e-3),
    );
}
