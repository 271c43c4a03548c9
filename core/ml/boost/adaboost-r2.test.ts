/** AdaBoost.R2: closed forms, both ways of ending early, any learner of numbers. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { constant } from "../constant/constant.ts";
import { quietContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import type { Learner } from "../values.ts";
import { adaBoost } from "./adaboost.ts";

// The mean of 0, 0, 0, 4 is 1, with errors 1, 1, 1, 3: E = 3 and the losses are 1/3, 1/3, 1/3, 1.
const y = [0, 0, 0, 4];

describe("one round", () => {
  it.each([
    ["linear", 0.5],
    ["square", (3 / 9 + 1) / 4],
    ["exponential", (3 * (1 - Math.exp(-1 / 3)) + 1 - Math.exp(-1)) / 4],
  ] as const)("by %s loss has the average %d", (loss, want) => {
    const { series, warned } = boost(adaBoost(constant(), { loss, rounds: 1 }));
    expect(series.averageLoss[0]).toBeCloseTo(want, 14);
    expect(series.largestError[0]).toBe(3);
    expect(warned.map((one) => one.code)).toEqual(want >= 0.5 ? ["adaboost.stopped-at-half"] : []);
    if (want < 0.5) expect(series.alpha[0]).toBeCloseTo(Math.log((1 - want) / want), 14);
  });

  it("gives the row with the largest error the most weight", () => {
    // The mean is 2/3: losses 1/5 five times and 1, on average 1/3, so β = 1/2.
    const { weights } = boost(adaBoost(constant(), { rounds: 2, learningRate: 0.1 }), [0, 0, 0, 0, 0, 4]);
    expect(weights[11]).toBeCloseTo(1 / (1 + 5 * 0.5 ** 0.08), 6);
  });
});

describe("early ends", () => {
  it("a learner without an error is the last", () => {
    const { series, warned } = boost(adaBoost(tree(), { rounds: 10 }));
    expect([...series.alpha]).toEqual([1]);
    expect(warned).toMatchObject([{ code: "adaboost.perfect-learner", severity: "info" }]);
  });

  it("a first learner with an average loss of one half stands alone", () => {
    const { predicted } = boost(adaBoost(constant(), { rounds: 5 }));
    expect(predicted).toEqual([1, 1, 1, 1]);
  });
});

it("refuses numbers where the part learns classes only, and an unknown loss", () => {
  expect(() => boost(adaBoost(stump()))).toThrow(/fit.task/);
  // @ts-expect-error: what a script without types could pass
  expect(() => adaBoost(stump(), { loss: "cubic" })).toThrow(/learner.option.*loss/);
});

function boost(learner: Learner, target = y) {
  const warned: Diagnostic[] = [];
  const ctx = { ...quietContext, warn: (one: Diagnostic) => void warned.push(one) };
  const columns = [numberColumn("x", [...target.keys()]), numberColumn("y", target, { role: "target" })];
  const data = tableFrom({ columns, source: "R2 test" });
  const model = fitNow(learner, data, ctx);
  const got = predictNow(model, data);
  return {
    series: model.trace?.series ?? {},
    weights: model.trace?.sampleWeights?.values ?? new Float32Array(0),
    predicted: got.task === "regression" ? [...got.values] : [],
    warned,
  };
}
