/** AdaBoost.R2 against scikit-learn on the very rows that our generator draws (test/golden/adaboost-r2.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { tree } from "../tree/tree.ts";
import { adaBoost } from "./adaboost.ts";
import type { BoostLoss } from "./value-rounds.ts";

type Case = Record<"alpha" | "averageLoss" | "distinctRows" | "predictions", number[]> & {
  data: keyof typeof goldenData;
  loss: BoostLoss;
  learningRate: number;
  rounds: number;
  exact: number;
};

const { seed, cases } = golden<{ seed: number; cases: Case[] }>("adaboost-r2.json");

describe.each(cases)("$data, $loss loss, learning rate $learningRate", (want) => {
  const data = readGolden(want.data);
  const { loss, learningRate } = want;
  const boosted = (rounds: number) =>
    fitNow(
      adaBoost(tree({ maxDepth: 3, minSamplesLeaf: 8 }), {
        rounds,
        learningRate,
        loss,
        each: "re-sample",
        seed,
      }),
      data,
    );

  it(`has the same numbers in its first ${want.exact} rounds`, () => {
    const series = boosted(want.rounds).trace?.series ?? {};
    for (const name of ["alpha", "averageLoss", "distinctRows"] as const)
      for (let m = 0; m < want.exact; m++)
        expect(Math.abs(series[name][m] - want[name][m]), `${name} of round ${m + 1}`).toBeLessThan(1e-9);
  });

  it("predicts the same weighted medians there", () => {
    if (want.exact === 0) return;
    const got = predictNow(boosted(want.exact), data);
    want.predictions.forEach((value, row) => {
      expect(got.task === "regression" && got.values[row]).toBeCloseTo(value, 9);
    });
  });
});

it("compares many rounds", () => {
  expect(cases.reduce((sum, { exact }) => sum + exact, 0)).toBeGreaterThan(20);
});
