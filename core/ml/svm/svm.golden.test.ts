/** Support vector machines against scikit-learn's libsvm: decision values of every pair (test/golden/simple-learners.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized, weighted } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import type { NumberColumn } from "../values.ts";
import { decisionValues, type SvmBody, type SvmOptions, svm } from "./svm.ts";

type Case = {
  data: keyof typeof goldenData;
  options: SvmOptions;
  weights?: number[];
  decisions: number[][];
  labels: string[];
};

describe.each(golden<{ cases: Case[] }>("svm.json").cases)("$data $options", (want) => {
  const table = standardized(readGolden(want.data));
  const learner = svm({ ...want.options, tolerance: 1e-9 });
  const model = fitNow(learner, want.weights ? weighted(table, want.weights) : table);
  const body = model.body as SvmBody;
  const features = table.columns.filter((column): column is NumberColumn => column.role === "feature");
  const stride = Math.max(1, Math.floor(table.rowCount / 40));

  it("has the same decision values", () => {
    const scratch = new Float64Array(body.support[0].length);
    want.decisions.forEach((values, i) => {
      const got = decisionValues(body, (j) => features[j].values[i * stride], scratch);
      expect(got).toHaveLength(values.length);
      values.forEach((value, pair) => {
        expect(Math.abs(got[pair] - value), `row ${i * stride}`).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(value)),
        );
      });
    });
  });

  it("says the same classes", () => {
    const got = predictNow(model, table);
    if (got.task !== "classification") throw new Error("no classes");
    expect(want.labels.map((_, i) => got.classes[got.labels[i * stride]])).toEqual(want.labels);
  });
});
