/** Margins against the paper's closed form, the training errors of the trace, and counts by hand. */
import { describe, expect, it } from "vitest";
import { adaBoost } from "../boost/adaboost.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { logistic } from "../linear/logistic.ts";
import { standardize } from "../prepare/standardize.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import type { ClassPredictions, Model, Table } from "../values.ts";
import { afterRounds } from "./after-rounds.ts";
import { memberVotes, probabilityMargins, voteMargins } from "./margins.ts";

const pace = { pause: async () => undefined, now: () => 0 };
const share = (margins: Float64Array, where: (margin: number) => boolean) =>
  margins.filter(where).length / margins.length;

describe("margins of a vote", () => {
  const table = moons({ rows: 160, noise: 0.3, seed: 2 });
  const model = fitNow(standardize(adaBoost(stump(), { rounds: 25 })), table);

  it("are ±1 after one round, and below 0 where the ensemble is wrong", async () => {
    const votes = await memberVotes(model, table, pace);
    const rounds = Array.from({ length: 25 }, (_, m) => m + 1);
    const margins = voteMargins(votes, rounds);
    expect(new Set(margins[0])).toEqual(new Set([1, -1]));
    margins.forEach((found, m) => {
      expect(share(found, (margin) => margin < 0)).toBeCloseTo(
        model.trace?.series.trainingError[m] ?? -1,
        12,
      );
    });
  });

  it("are ½·ln(p/(1 − p)) of the two-class probabilities, which are σ(2d) of the mean vote d", async () => {
    const [margins] = voteMargins(await memberVotes(model, table, pace), [7]);
    const found = predictNow(afterRounds(model, 7), table) as ClassPredictions;
    margins.forEach((margin, row) => {
      const p = found.probabilities?.[row * 2 + (found.truth?.[row] ?? 0)] ?? 0;
      expect(margin).toBeCloseTo(0.5 * Math.log(p / (1 - p)), 10);
    });
  });

  const three = (): { table: Table; model: Model } => {
    const x = Array.from({ length: 90 }, (_, i) => i % 30);
    const y = Array.from({ length: 90 }, (_, i) => (i * 7) % 13);
    const label = x.map((value, i) => (value < 10 ? "a" : y[i] < 6 ? "b" : "c"));
    const columns = [
      numberColumn("x", x),
      numberColumn("y", y),
      categoryColumn("t", label, { role: "target" }),
    ];
    const made = tableFrom({ columns, source: "three" });
    return { table: made, model: fitNow(adaBoost(tree({ maxDepth: 1 }), { rounds: 6 }), made) };
  };

  it("of three classes are the lead over the strongest other one, counted by hand", async () => {
    const { table: rows, model: ensemble } = three();
    const votes = await memberVotes(ensemble, rows, pace);
    const [found] = voteMargins(votes, [6]);
    const whole = votes.alphas.reduce((sum, alpha) => sum + alpha, 0);
    for (const row of [0, 11, 29, 61]) {
      const got = [0, 0, 0];
      votes.alphas.forEach((alpha, m) => {
        got[votes.labels[m * 90 + row]] += alpha / whole;
      });
      const own = got[votes.truth[row]];
      const others = got.filter((_, k) => k !== votes.truth[row]);
      expect(found[row]).toBeCloseTo(own - Math.max(...others), 12);
    }
    const wrong = ensemble.trace?.series.trainingError.at(-1) ?? -1;
    expect(share(found, (margin) => margin < 0)).toBeLessThanOrEqual(wrong + 1e-12);
    expect(share(found, (margin) => margin <= 0)).toBeGreaterThanOrEqual(wrong - 1e-12);
  });

  it("leave out rows whose class is unknown, and take some of very many", async () => {
    const { table: rows, model: ensemble } = three();
    const other = { ...rows.columns[2], ...categoryColumn("t", Array(90).fill("d").fill("a", 0, 4)) };
    const found = await memberVotes(
      ensemble,
      { ...rows, columns: [...rows.columns.slice(0, 2), other] },
      pace,
    );
    expect(found).toMatchObject({ of: 4, truth: Int32Array.of(0, 0, 0, 0) });
    const many = moons({ rows: 50_000, seed: 1 });
    const votes = await memberVotes(fitNow(adaBoost(stump(), { rounds: 2 }), many), many, pace);
    expect([votes.of, votes.truth.length]).toEqual([50_000, 20_000]);
  });

  it("are refused for a model without votes", async () => {
    await expect(memberVotes(fitNow(stump(), table), table, pace)).rejects.toMatchObject({
      diagnostic: { code: "look.no-margins" },
    });
  });
});

describe("margins of probabilities", () => {
  const base = { kind: "predictions", task: "classification", target: "t", rows: [], seen: [] } as const;

  it("are the true class's lead, of rows whose class is known", () => {
    const predictions: ClassPredictions = {
      ...base,
      classes: ["a", "b", "c"],
      labels: Int32Array.of(0, 0, 2),
      probabilities: Float64Array.of(0.5, 0.3, 0.2, 0.6, 0.3, 0.1, 0, 0, 1),
      truth: Int32Array.of(0, 1, -1),
    };
    const { margins: found } = probabilityMargins(predictions);
    expect(found).toHaveLength(2);
    expect(found[0]).toBeCloseTo(0.2, 12);
    expect(found[1]).toBeCloseTo(-0.3, 12);
  });

  it("are below 0 for just the rows that are wrong", () => {
    const table = moons({ rows: 300, noise: 0.3, seed: 8 });
    const found = predictNow(fitNow(logistic(), table), table) as ClassPredictions;
    const wrong = found.labels.filter((label, row) => label !== found.truth?.[row]).length;
    expect(probabilityMargins(found).margins.filter((margin) => margin < 0)).toHaveLength(wrong);
  });

  it("are refused without probabilities or truth", () => {
    const bare = { ...base, classes: ["a", "b"], labels: Int32Array.of(0) };
    for (const predictions of [
      { ...bare, truth: Int32Array.of(0) },
      { ...bare, probabilities: Float64Array.of(1, 0) },
      { ...bare, probabilities: Float64Array.of(1, 0), truth: Int32Array.of(-1) },
    ])
      expect(() => probabilityMargins(predictions)).toThrow("look.no-margins");
  });
});
