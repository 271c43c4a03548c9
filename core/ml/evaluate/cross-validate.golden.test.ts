/** Cross-validation against scikit-learn on the same folds (test/golden/cross-validate.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden } from "../../../test/golden/plain-csv.ts";
import { linear } from "../linear/linear.ts";
import { logistic } from "../linear/logistic.ts";
import { standardize } from "../prepare/standardize.ts";
import { columnNamed } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { crossValidateNow } from "./cross-validate.ts";
import type { FoldOptions } from "./folds.ts";

type Case = {
  data: keyof typeof goldenData;
  learner: keyof typeof learners;
  options: FoldOptions;
  sameForAllDraws: boolean;
  byFold: Record<string, number[]>;
  mean: Record<string, number>;
  sd: Record<string, number>;
  predicted: (string | number)[];
};

const learners = {
  stump: stump(),
  logistic: standardize(logistic({ tolerance: 1e-10, maxIterations: 10_000 })),
  ridge: standardize(linear({ penalty: "ridge", alpha: 10 })),
  linear: linear(),
};

const { cases } = golden<{ cases: Case[] }>("cross-validate.json");

it("has cases of each learner", () => {
  expect(new Set(cases.map(({ learner }) => learner)).size).toBe(4);
  expect(cases.length).toBe(12);
  // Where splits are equally good, scikit-learn's stump is a matter of its random numbers: nothing to hold against.
  expect(cases.filter((one) => !one.sameForAllDraws)).toEqual([]);
});

describe.each(cases)("$learner on $data $options", (want) => {
  const table = readGolden(want.data);
  const { scores, folds, predictions } = crossValidateNow(learners[want.learner], table, want.options);

  it("scores the same in every fold", () => {
    for (const [metric, values] of Object.entries(want.byFold)) {
      const column = columnNamed(folds, metric);
      if (!("values" in column)) throw new Error(`${metric} is no numbers`);
      expectClose([...column.values], values, metric);
    }
  });

  it("has the same mean and standard deviation", () => {
    for (const metric of Object.keys(want.mean)) {
      expectClose([scores.values[metric]], [want.mean[metric]], metric);
      expectClose([scores.values[`${metric}Sd`]], [want.sd[metric]], `${metric}Sd`);
    }
  });

  it("predicts the same out of fold", () => {
    const { task } = predictions;
    const got =
      task === "regression"
        ? [...predictions.values]
        : Array.from(predictions.labels, (code) => predictions.classes[code]);
    const every = got.filter((_, row) => row % 7 === 0);
    want.predicted.forEach((value, i) => {
      if (typeof value === "string") expect(every[i]).toBe(value);
      else expectClose([Number(every[i])], [value], `row ${7 * i}`);
    });
  });
});

function expectClose(got: readonly number[], want: readonly number[], what: string): void {
  expect(got.length, what).toBe(want.length);
  got.forEach((value, i) => {
    expect(Math.abs(value - want[i]) / Math.max(1, Math.abs(want[i])), `${what} ${i}`).toBeLessThan(1e-6);
  });
}
