/** Rows selected by what a model makes of them: probabilities, margins and weights, against rows counted by hand. */
import { describe, expect, it } from "vitest";
import {
  codeOf,
  marks,
  numbersOf,
  results,
  select,
  signature,
  whole,
} from "../../test/support/selections.ts";
import { adaBoost } from "../ml/boost/adaboost.ts";
import { fitNow } from "../ml/learner/fit.ts";
import { calibration } from "../ml/metrics/calibration.ts";
import { roc } from "../ml/metrics/roc.ts";
import { categoryColumn, numberColumn } from "../ml/table/columns.ts";
import { tableFrom, takeRows } from "../ml/table/table.ts";
import { stump } from "../ml/tree/stump.ts";
import type { Predictions } from "../ml/values.ts";
import type { Where } from "../service/selection.ts";

describe("rows of predictions with probabilities", () => {
  // Probability of b, and truth (−1: unknown); row 7 of the whole is the first.
  const likely = [0.9, 0.2, 0.6, 0.6, 0.45, 0.1, 1, 0.3];
  const judged: Predictions = {
    kind: "predictions",
    task: "classification",
    target: "kind",
    classes: ["a", "b"],
    labels: Int32Array.from(likely, (p) => (p > 0.5 ? 1 : 0)),
    truth: Int32Array.of(1, 0, 0, 1, 1, 0, 1, -1),
    probabilities: Float64Array.from(likely.flatMap((p) => [1 - p, p])),
    rows: takeRows(whole, [7, 6, 5, 4, 3, 2, 1, 0]).origin,
    seen: [],
  };
  const at = { signature: "d".repeat(64) };
  results.put(at.signature, { outputs: { judged }, ms: 0, bytes: 0, warnings: [] });
  const inJudged = (where: Where) => select("judged", where, at);

  it("are those at or above the threshold of a point of the curve, as many as the curve counts", async () => {
    const [curve] = roc(judged).figure.curves;
    expect(curve.name).toBe("b");
    const [positives, negatives] = [4, 3];
    for (const [point, atLeast] of [...curve.thresholds].entries()) {
      if (!Number.isFinite(atLeast)) continue;
      const found = await inJudged({ by: "probability", of: "b", atLeast });
      expect(found.count).toBe(Math.round(curve.y[point] * positives + curve.x[point] * negatives));
    }
    expect(await numbersOf(await inJudged({ by: "probability", of: "b", atLeast: 0.6 }))).toBe("1, 4-5, 7");
    expect(await numbersOf(await inJudged({ by: "probability", of: "a", atLeast: 0.8 }))).toBe("2, 6");
  });

  it("are those of a bin, as many as the bin holds", async () => {
    for (const strategy of ["uniform", "quantile"] as const) {
      for (const { name, of, rows, low, high } of calibration(judged, { bins: 3, strategy }).figure.curves) {
        for (const [bin, count] of rows.entries()) {
          const found = await inJudged({
            by: "probability",
            ...(of === "class" ? { of: name } : {}),
            ...(Number.isFinite(low[bin]) ? { above: low[bin] } : {}),
            ...(Number.isFinite(high[bin]) ? { upTo: high[bin] } : {}),
          });
          expect(found.count, `${strategy} ${of} ${bin}`).toBe(count);
        }
      }
    }
  });

  it("say as a whole where they stand on each curve", async () => {
    const { selection } = await inJudged({ by: "probability", of: "b", atLeast: 0.6 });
    const found = await marks("judged", selection, { ...at, classes: true });
    if (found.kind !== "classes") throw new Error("no classes");
    // Rows of 0.9, 0.6, 0.6 and 1, of which all but the second are a b.
    expect(found).toMatchObject({ count: 4, classes: ["a", "b"], selected: [1, 3], all: [3, 4], right: 3 });
    expect(found.mean?.[1]).toBeCloseTo(3.1 / 4, 12);
    expect(found.confidence).toBeCloseTo(3.1 / 4, 12);
    const nothing = await select("other", { by: "rows", ranges: [[0, 1]] });
    expect(await marks("judged", nothing.selection, { ...at, classes: true })).toEqual({ kind: "none" });
  });

  it("are those of a bar of the margins", async () => {
    // Margins 0.8, 0.6, −0.2, 0.2, −0.1, 0.8 and 1: the bars from 20 on are right.
    const wrong = await inJudged({ by: "margin", bars: [0, 19] });
    expect(await numbersOf(wrong)).toBe("3, 5");
    const found = await marks("judged", wrong.selection, { ...at, margins: {} });
    if (found.kind !== "bars") throw new Error("no bars");
    const [bars = []] = found.columns;
    expect(bars.flatMap((count, bar) => (count > 0 ? [bar] : []))).toEqual([16, 18]);
    expect(found.count).toBe(2);
    expect(await numbersOf(await inJudged({ by: "margin", bars: [39, 39] }))).toBe("1");
  });

  it("are none where there is no such class, or no probabilities", async () => {
    expect(await codeOf(inJudged({ by: "probability", of: "c" }))).toBe("selection.not-here");
    expect(await codeOf(select("predictions", { by: "probability", of: "a" }))).toBe("selection.not-here");
    expect(await codeOf(select("predictions", { by: "margin", bars: [0, 1] }))).toBe("look.no-margins");
    expect(await codeOf(select("whole", { by: "margin", bars: [0, 1] }))).toBe("selection.not-here");
  });
});

describe("training rows of a boosted model", () => {
  const data = takeRows(
    tableFrom({
      columns: [
        numberColumn("x", [1, 2, 3, 4, 5, 6]),
        categoryColumn("y", ["a", "a", "b", "a", "b", "b"], { role: "target" }),
      ],
      source: "boosted",
    }),
    [5, 4, 3, 2, 1, 0],
  );
  const model = fitNow(adaBoost(stump(), { rounds: 4 }), data);
  const at = { signature: "e".repeat(64) };
  results.put(at.signature, { outputs: { model, trace: model.trace, data }, ms: 0, bytes: 0, warnings: [] });
  const table = { ...at, port: "data" };

  it("are found by their weight: after the first round the row that was missed", async () => {
    const one: Where = { by: "weight", round: 2, top: 1, table };
    const heaviest = await select("trace", one, at);
    // The first stump parts at 2.5 and takes row 3 for a b, or at 4.5 and takes row 2 for an a; row 3 or 2 it is.
    expect(["2", "3"]).toContain(await numbersOf(heaviest));
    expect((await select("trace", { ...one, top: 99 }, at)).count).toBe(6);
    expect(await codeOf(select("trace", { ...one, table: { signature, port: "whole" } }, at))).toBe(
      "selection.not-here",
    );
  });

  it("are found by their margin after a round, and marked in its bars", async () => {
    const wrong = await select("model", { by: "margin", bars: [0, 19], round: 1, table }, at);
    expect(wrong.count).toBe(1);
    const found = await marks("model", wrong.selection, { ...at, margins: { round: 1 }, table });
    if (found.kind !== "bars") throw new Error("no bars");
    // One learner says everything: margins are −1 and 1.
    expect(found.columns[0]?.[0]).toBe(1);
    const right = await select("model", { by: "margin", bars: [20, 39], round: 1, table }, at);
    expect(right.count).toBe(5);
    expect(await codeOf(select("model", { by: "margin", bars: [0, 1], round: 1 }, at))).toBe(
      "selection.not-here",
    );
  });

  it("are marked among positions that a picture shows", async () => {
    const { selection } = await select("data", { by: "rows", ranges: [[0, 2]] }, at);
    expect(await marks("data", selection, { ...at, among: [5, 1, 4, 2] })).toEqual({
      kind: "rows",
      count: 3,
      rows: [1, 2],
    });
  });
});
