/** The stump against scikit-learn with sample weights, some of them 0 (test/golden/stump.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { numberColumn } from "../table/columns.ts";
import type { Criterion } from "./impurity.ts";
import { type StumpBody, stump } from "./stump.ts";

type Case = {
  data: keyof typeof goldenData;
  criterion: Criterion;
  weights: number[];
  feature: number;
  threshold: number;
  impurity: number[];
  rows: number[];
  shares: number[][];
  ties: [feature: number, threshold: number][];
};

describe.each(golden<{ cases: Case[] }>("stump.json").cases)("$data by $criterion", (want) => {
  const table = readGolden(want.data);
  const weighted = {
    ...table,
    columns: [...table.columns, numberColumn("w", want.weights, { role: "weight" })],
  };
  const { split, root, leaves } = fitNow(stump({ criterion: want.criterion }), weighted).body as StumpBody;

  it("asks the same question, or the first of the equally good ones", () => {
    const allowed = want.ties.length > 0 ? want.ties[0] : [want.feature, want.threshold];
    expect([split?.feature, split?.threshold]).toEqual(allowed);
  });

  it("has the same nodes", () => {
    // A tie between features of iris parts the rows alike, so the nodes agree there as well.
    [root, ...leaves].forEach((leaf, node) => {
      const total = leaf.weights.reduce((sum, weight) => sum + weight, 0);
      expect(leaf.rows).toBe(want.rows[node]);
      expect(leaf.impurity).toBeCloseTo(want.impurity[node], 12);
      leaf.weights.forEach((weight, k) => {
        expect(weight / total).toBeCloseTo(want.shares[node][k], 12);
      });
    });
  });
});
