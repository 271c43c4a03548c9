/** AdaBoost against scikit-learn on the same rows (test/golden/adaboost.py), exact up to the first tied split. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { accuracy, classification } from "../metrics/classification.ts";
import { takeRows } from "../table/table.ts";
import { type StumpBody, stump } from "../tree/stump.ts";
import type { Table } from "../values.ts";
import { type AdaBoostBody, adaBoost } from "./adaboost.ts";

type Case = Record<"alpha" | "error" | "trainingError" | "testError" | "feature" | "threshold", number[]> & {
  data: keyof typeof goldenData;
  learningRate: number;
  rounds: number;
  ties: { round: number }[];
  testAccuracy: number;
};
const rows = golden<Record<string, { train: number[]; test: number[] }>>("adaboost-rows.json");

describe.each(golden<{ cases: Case[] }>("adaboost.json").cases)(
  "$data, learning rate $learningRate",
  (want) => {
    const whole: Table = readGolden(want.data);
    const train = takeRows(whole, rows[want.data].train);
    const test = takeRows(whole, rows[want.data].test);
    const model = fitNow(adaBoost(stump(), { rounds: 100, learningRate: want.learningRate }), train);
    const predictions = predictNow(model, test);
    // From the round of the first tie on, scikit-learn's choice is a matter of its random numbers.
    const exact = (want.ties[0]?.round ?? want.rounds + 1) - 1;

    it(`has the same numbers in its first ${exact} rounds`, () => {
      const series = model.trace?.series ?? {};
      const { byStage = {} } = classification(predictions, { byStage: true });
      expectClose(series.alpha, want.alpha, exact);
      expectClose(series.error, want.error, exact);
      expectClose(series.trainingError, want.trainingError, exact);
      expectClose(byStage.error, want.testError, exact);
    });

    it("asks the same questions", () => {
      const body = model.body as AdaBoostBody;
      const stumps = body.rounds.slice(0, exact).map((part) => (part.body as StumpBody).split);
      expect(stumps.map((split) => split?.feature)).toEqual(want.feature.slice(0, exact));
      expect(stumps.map((split) => split?.threshold)).toEqual(want.threshold.slice(0, exact));
    });

    it("is as accurate in the end", () => {
      expect(Math.abs(accuracy(predictions) - want.testAccuracy)).toBeLessThanOrEqual(0.01);
    });
  },
);

function expectClose(got: Float64Array, want: readonly number[], rounds: number): void {
  for (let m = 0; m < rounds; m++) expect(Math.abs(got[m] - want[m]), `round ${m + 1}`).toBeLessThan(1e-9);
}
