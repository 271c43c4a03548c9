/** Gaussian naive Bayes against scikit-learn (test/golden/simple-learners.py), and by itself. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, weighted } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import { type NaiveBayesBody, naiveBayes } from "./naive-bayes.ts";

type Case = Record<"means" | "variances" | "probabilities", number[][]> & {
  data: keyof typeof goldenData;
  options: { varSmoothing: number };
  weights?: number[];
};

describe.each(golden<{ cases: Case[] }>("naive-bayes.json").cases)("$data $options", (want) => {
  const table = readGolden(want.data);
  const model = fitNow(naiveBayes(want.options), want.weights ? weighted(table, want.weights) : table);
  const body = model.body as NaiveBayesBody;

  it.each(["means", "variances"] as const)("has the same %s", (name) => {
    want[name].flat().forEach((value, at) => {
      expect(Math.abs(body[name][at] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
    });
  });

  it("has the same probabilities", () => {
    const got = predictNow(model, table);
    const stride = Math.floor(table.rowCount / 20);
    want.probabilities.forEach((row, i) => {
      row.forEach((share, k) => {
        const at = i * stride * row.length + k;
        expect(got.task === "classification" && got.probabilities?.[at]).toBeCloseTo(share, 7);
      });
    });
  });
});

describe("naive Bayes", () => {
  it("says class shares where all features are constant, and far away from everything", () => {
    const flat = tableFrom({
      columns: [
        numberColumn("x", [5, 5, 5, 5]),
        categoryColumn("y", ["a", "b", "b", "b"], { role: "target" }),
      ],
      source: "bayes test",
    });
    const far = tableFrom({ columns: [numberColumn("x", [5, 1e30])], source: "elsewhere" });
    const got = predictNow(fitNow(naiveBayes(), flat), far);
    if (got.task !== "classification") throw new Error("no classes");
    expect([...(got.probabilities ?? [])].map((share) => Math.round(share * 1e6) / 1e6)).toEqual([
      0.25, 0.75, 0.25, 0.75,
    ]);
  });
});
