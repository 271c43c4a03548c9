/** Tails, paired tests and learning curves against scipy and scikit-learn (test/golden/evaluate.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { readGolden } from "../../../test/golden/plain-csv.ts";
import { naiveBayes } from "../bayes/naive-bayes.ts";
import { quietContext } from "../context.ts";
import { linear } from "../linear/linear.ts";
import { knn } from "../neighbours/knn.ts";
import { normalTail, studentTail } from "./distributions.ts";
import { learningCurveOn } from "./learning-curve.ts";
import { correctedT, correlatedT, holm, signedRank } from "./paired-tests.ts";

type Pair = { name: string; differences: number[]; share: number; rope: number } & Record<
  "t" | "p" | "above" | "below" | "statistic" | "rankP",
  number
>;
type Spread = { mean: number[]; sd: number[] };
type CurveCase = {
  name: string;
  data: "iris" | "wine" | "diabetes";
  metric: string;
  folds: { order: number[]; test: number[] }[];
  sizes: number[];
  training: Spread;
  validation: Spread;
};

const want = golden<{
  student: [number, number, number][];
  normal: [number, number][];
  pairs: Pair[];
  holm: { p: number[]; adjusted: number[] }[];
  curves: CurveCase[];
}>("evaluate.json");

/** Within a share of 1e-10 of the value itself: tails are judged by their own size. */
function expectShare(found: number, value: number): void {
  expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-10 * Math.abs(value));
}

describe("tails", () => {
  it("of Student's t", () => {
    for (const [t, df, tail] of want.student) expectShare(studentTail(t, df), tail);
  });
  it("of the normal distribution", () => {
    for (const [z, tail] of want.normal) expectShare(normalTail(z), tail);
  });
});

describe.each(want.pairs)("$name", (pair) => {
  const differences = Float64Array.from(pair.differences);

  it("has the corrected t of Nadeau and Bengio", () => {
    const { t, df, p } = correctedT(differences, pair.share);
    expectShare(t, pair.t);
    expectShare(p, pair.p);
    expect(df).toBe(differences.length - 1);
  });

  it("has the probabilities of Corani and Benavoli", () => {
    const { above, within, below } = correlatedT(differences, pair.share, pair.rope);
    expectShare(above, pair.above);
    expectShare(below, pair.below);
    expect(above + within + below).toBeCloseTo(1, 12);
  });

  it("has scipy's signed ranks", () => {
    const { statistic, p } = signedRank(differences, 1);
    expect(statistic).toBe(pair.statistic);
    expectShare(p, pair.rankP);
  });
});

describe("paired differences without spread", () => {
  it("decide, or say that there is none", () => {
    const none = new Float64Array(5);
    expect(correctedT(none, 0.25)).toEqual({ t: 0, df: 4, p: 1 });
    expect(correlatedT(none, 0.25, 0)).toEqual({ above: 0, within: 1, below: 0 });
    expect(signedRank(none, 1)).toEqual({ statistic: 0, p: 1, method: "exact" });
    const all = new Float64Array(5).fill(0.1);
    expect(correctedT(all, 0.25)).toEqual({ t: Number.POSITIVE_INFINITY, df: 4, p: 0 });
    expect(correlatedT(all, 0.25, 0.05)).toEqual({ above: 1, within: 0, below: 0 });
    // All five signs alike: 2 of 2⁵.
    expect(signedRank(all, 1).p).toBe(0.0625);
  });

  it("takes differences that rounding made unequal for ties", () => {
    const noisy = Float64Array.from([0.9 - 0.8, 0.8 - 0.7, 0.3 - 0.4]);
    expect(signedRank(noisy, 1).statistic).toBe(2);
  });
});

it.each(want.holm)("corrects $p as Holm does", ({ p, adjusted }) => {
  holm(p).forEach((value, i) => {
    expect(value).toBeCloseTo(adjusted[i], 12);
  });
});

describe.each(want.curves)("learning curve of $name", ({ data, metric, folds, sizes, ...parts }) => {
  const learner = { iris: naiveBayes(), wine: knn({ k: 5 }), diabetes: linear() }[data];
  const ordered = folds.map(({ order, test }) => ({
    order: Uint32Array.from(order),
    test: Uint32Array.from(test),
  }));
  const { figure, table } = learningCurveOn(learner, readGolden(data), { ordered, sizes }, quietContext);

  it.each(["training", "validation"] as const)("has the same %s scores", (part) => {
    const found = figure.metrics[metric][part];
    parts[part].mean.forEach((mean, i) => {
      expect(found.mean[i]).toBeCloseTo(mean, 7);
      expect(found.sd[i]).toBeCloseTo(parts[part].sd[i], 7);
    });
  });

  it("has a row for each size and fold", () => {
    expect(table.rowCount).toBe(sizes.length * folds.length);
    expect([...figure.sizes]).toEqual(sizes);
  });
});
