/** Selections found and found again, against rows counted by hand, through the schemas of the border. */
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { adaBoost } from "../ml/boost/adaboost.ts";
import { fitNow } from "../ml/learner/fit.ts";
import { calibration } from "../ml/metrics/calibration.ts";
import { confusion } from "../ml/metrics/confusion.ts";
import { roc } from "../ml/metrics/roc.ts";
import { categoryColumn, numberColumn } from "../ml/table/columns.ts";
import { tableFrom, takeRows } from "../ml/table/table.ts";
import { stump } from "../ml/tree/stump.ts";
import type { Predictions, Table } from "../ml/values.ts";
import type { MarksRequest, Selected, SelectRequest, Where } from "../service/selection.ts";
import { selectionContract } from "../service/selection-schema.ts";
import { Results } from "./results.ts";
import { Selections } from "./selections.ts";
import { ResultStore } from "./store.ts";

// Row:                            0    1    2    3    4    5    6    7
const x = numberColumn("x", [1, 2, 3, 4, 5, 6, null, 8]);
const y = numberColumn("y", [9, 8, 7, 6, 5, 4, 3, 2]);
const kind = categoryColumn("kind", ["a", "a", "b", "b", "a", null, "b", "a"]);
const whole = tableFrom({ columns: [x, y, kind], source: "flowers" });
/** Rows 7, 5, 3 and 3 again of the whole. */
const part = takeRows(whole, [7, 5, 3, 3]);
const other = tableFrom({ columns: [x], source: "other" });
const predictions: Predictions = {
  kind: "predictions",
  task: "classification",
  target: "kind",
  classes: ["a", "b"],
  // Of rows 0 … 4: truth a a b b a, predicted a b b a b.
  labels: Int32Array.of(0, 1, 1, 0, 1),
  truth: Int32Array.of(0, 0, 1, 1, 0),
  rows: takeRows(whole, [0, 1, 2, 3, 4]).origin,
  seen: [],
};
const values: Predictions = {
  kind: "predictions",
  task: "regression",
  target: "y",
  values: Float64Array.of(1, 2, 3),
  truth: Float64Array.of(1.5, 1, Number.NaN),
  rows: part.origin.map((set) => ({ ...set, ids: set.ids.slice(0, 3) })),
  seen: [],
};

const results = new Results(new ResultStore(1e9), Promise.resolve(undefined));
const signature = "a".repeat(64);
const outputs = {
  whole,
  part,
  other,
  predictions,
  values,
  matrix: confusion(predictions),
  number: { kind: "number" },
};
results.put(signature, { outputs, ms: 0, bytes: 0, warnings: [] });
const selections = new Selections(results);

/** As a page asks: through what a transport lets pass. */
async function select(port: string, where: Where, rest: Partial<SelectRequest> = {}): Promise<Selected> {
  const { args, result } = selectionContract.select;
  const request = args.parse(JSON.parse(JSON.stringify({ signature, port, where, ...rest })));
  return result.parse(await selections.select(request as SelectRequest));
}

async function marks(port: string, selection: string, rest: Partial<MarksRequest> = {}) {
  const { args, result } = selectionContract.marks;
  const request = args.parse({ signature, port, selection, ...rest });
  return result.parse(await selections.marks(request as MarksRequest));
}

const numbersOf = async ({ selection }: Selected) => (await selections.rows({ selection })).rows;
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (thrown: unknown) => (thrown instanceof DiagnosticError ? thrown.diagnostic.code : String(thrown)),
  );

describe("rows are found", () => {
  it.each<[string, string, Where, string]>([
    [
      "by position",
      "whole",
      {
        by: "rows",
        ranges: [
          [1, 3],
          [6, 99],
        ],
      },
      "1-3, 6-7",
    ],
    [
      "by position, as the numbers of their source",
      "part",
      {
        by: "rows",
        ranges: [
          [0, 0],
          [3, 3],
        ],
      },
      "3, 7",
    ],
    ["between two numbers, ends included", "whole", { by: "between", columns: { x: [2, 4] } }, "1-3"],
    ["below the high end", "whole", { by: "between", columns: { x: [2, 4] }, below: true }, "1-2"],
    ["in a rectangle", "whole", { by: "between", columns: { x: [2, 8], y: [4, 7] } }, "2-5"],
    ["by level", "whole", { by: "level", column: "kind", level: "b" }, "2-3, 6"],
    ["without a level", "whole", { by: "level", column: "kind", level: null }, "5"],
    ["by cell of a matrix", "matrix", { by: "cell", truth: "a", predicted: "b" }, "1, 4"],
    ["by cell of predictions", "predictions", { by: "cell", truth: "b", predicted: "a" }, "3"],
    [
      "by how far off they are",
      "values",
      { by: "between", columns: { predicted: [0, 9], residual: [-2, 0] } },
      "5",
    ],
    ["nowhere", "whole", { by: "between", columns: { x: [100, 200] } }, ""],
  ])("%s", async (_what, port, where, expected) => {
    expect(await numbersOf(await select(port, where))).toBe(expected);
  });

  it("in the order that a table is shown in, and marked in it", async () => {
    const order = { sort: { column: "y" }, where: "kind = 'a'" };
    // Of the rows 0, 1, 4 and 7 the y ascend from 7 to 0.
    const found = await select("whole", { by: "rows", ranges: [[1, 2]], order });
    expect(await numbersOf(found)).toBe("1, 4");
    expect(found).toMatchObject({ count: 2, here: 2, total: 8 });
    const inOrder = { kind: "rows", count: 2, rows: [1, 2] };
    expect(await marks("whole", found.selection, { order })).toEqual(inOrder);
    expect(await marks("whole", found.selection, { order, offset: 2, limit: 9 })).toEqual({
      ...inOrder,
      rows: [2],
    });
    // In another order of other rows: row 4 alone, which all of the table still counts with row 1.
    const few = { where: "x > 3" };
    expect(await marks("whole", found.selection, { order: few })).toEqual({ ...inOrder, rows: [1] });
    expect(await numbersOf(await select("whole", { by: "rows", ranges: [[0, 99]], order: few }))).toBe(
      "3-5, 7",
    );
    // Copies of a row stay one row: positions 2 and 3 of the part are both row 3.
    const down = { sort: { column: "x", down: true } };
    const copies = await select("part", { by: "rows", ranges: [[2, 2]], order: down });
    expect(await marks("part", copies.selection, { order: down })).toEqual({ ...inOrder, rows: [2, 3] });
    const wrong = { where: "x >" };
    expect(await codeOf(select("whole", { by: "rows", ranges: [], order: wrong }))).toBe("sql.syntax");
  });

  it("and counted: of the source, of the result, and of all that it has", async () => {
    // Position 2 and 3 of the part are the same row: choosing one chooses both.
    const found = await select("part", { by: "rows", ranges: [[2, 2]] });
    expect(found).toMatchObject({ count: 1, here: 2, total: 4, source: "flowers" });
  });

  it("in addition, in turn, and anew where the source is another", async () => {
    const first = await select("whole", { by: "rows", ranges: [[0, 3]] });
    const onto = first.selection;
    const where: Where = { by: "rows", ranges: [[3, 5]] };
    expect(await numbersOf(await select("whole", where, { onto, how: "add" }))).toBe("0-5");
    expect(await numbersOf(await select("whole", where, { onto, how: "toggle" }))).toBe("0-2, 4-5");
    expect(await numbersOf(await select("other", where, { onto, how: "add" }))).toBe("3-5");
  });

  it("under one key, however they were chosen", async () => {
    const byRange = await select("whole", {
      by: "rows",
      ranges: [
        [2, 3],
        [6, 6],
      ],
    });
    const byLevel = await select("whole", { by: "level", column: "kind", level: "b" });
    expect(byLevel.selection).toBe(byRange.selection);
    const inOther = await select("other", {
      by: "rows",
      ranges: [
        [2, 3],
        [6, 6],
      ],
    });
    expect(inOther.selection).not.toBe(byRange.selection);
  });

  it.each<[string, Where]>([
    ["number", { by: "rows", ranges: [] }],
    ["whole", { by: "cell", truth: "a", predicted: "b" }],
    ["whole", { by: "level", column: "x", level: "a" }],
    ["whole", { by: "level", column: "kind", level: "c" }],
    ["whole", { by: "between", columns: { kind: [0, 1] } }],
    ["whole", { by: "between", columns: { nothing: [0, 1] } }],
    ["values", { by: "between", columns: { valueOf: [0, 1] } as never }],
    ["matrix", { by: "cell", truth: "a", predicted: "c" }],
    ["matrix", { by: "node", node: 0, table: { signature, port: "whole" } }],
  ])("never in %s by %j", async (port, where) => {
    expect(await codeOf(select(port, where))).toBe("selection.not-here");
  });

  it("never in what is gone", async () => {
    const where: Where = { by: "rows", ranges: [] };
    expect(await codeOf(select("nowhere", where))).toBe("result.gone");
    expect(await codeOf(select("whole", where, { onto: "b".repeat(64), how: "add" }))).toBe("selection.gone");
    expect(await codeOf(marks("whole", signature))).toBe("selection.gone");
  });
});

describe("a selection is found again", () => {
  // Rows 1, 2, 3 of the source.
  const chosen = () => select("whole", { by: "between", columns: { x: [2, 4] } });

  it("in tables and predictions of the source, by position", async () => {
    const { selection } = await chosen();
    expect(await marks("whole", selection)).toEqual({ kind: "rows", count: 3, rows: [1, 2, 3] });
    expect(await marks("part", selection)).toEqual({ kind: "rows", count: 2, rows: [2, 3] });
    expect(await marks("predictions", selection)).toEqual({ kind: "rows", count: 3, rows: [1, 2, 3] });
    expect(await marks("whole", selection, { offset: 2, limit: 1 })).toEqual({
      kind: "rows",
      count: 3,
      rows: [2],
    });
  });

  it("in the bars of a column profile", async () => {
    const { selection } = await chosen();
    const found = await marks("whole", selection, { bars: 0 });
    if (found.kind !== "bars") throw new Error("no bars");
    const [ofX = [], ofY = [], ofKind] = found.columns;
    // 24 parts of 1 … 8 of 7/24 each: 2, 3 and 4 are 3.4, 6.9 and 10.3 parts above 1. 8, 7 and 6 stand as far below 9.
    expect(ofX.flatMap((count, bar) => (count > 0 ? [bar] : []))).toEqual([3, 6, 10]);
    expect(ofY.flatMap((count, bar) => (count > 0 ? [bar] : []))).toEqual([13, 17, 20]);
    // Of the rows 1, 2, 3 one is an a and two are b; a is the more frequent level.
    expect(ofKind).toEqual([1, 2]);
    expect(found.count).toBe(3);
    expect(await marks("whole", selection, { bars: 2 })).toMatchObject({ columns: [[1, 2]] });
    expect(await marks("other", selection, { bars: 0 })).toEqual({ kind: "none" });
  });

  it("in the cells of a matrix", async () => {
    const { selection } = await chosen();
    // Row 1 is an a taken for b, row 2 a b, row 3 a b taken for a.
    expect(await marks("matrix", selection)).toEqual({
      kind: "cells",
      count: 3,
      cells: [
        [0, 1],
        [1, 1],
      ],
    });
  });

  it("in nothing of another source", async () => {
    const { selection } = await chosen();
    expect(await marks("other", selection)).toEqual({ kind: "none" });
    expect(await marks("number", selection)).toEqual({ kind: "none" });
  });

  it("at the nodes of a tree, which select rows in turn", async () => {
    const data: Table = tableFrom({
      columns: [
        numberColumn("x", [1, 2, 3, 4, 5]),
        categoryColumn("y", ["a", "a", "b", "b", "b"], { role: "target" }),
      ],
      source: "tree",
    });
    const model = fitNow(stump(), data);
    const fitted = "c".repeat(64);
    results.put(fitted, { outputs: { model, data }, ms: 0, bytes: 0, warnings: [] });
    const at = { signature: fitted, port: "model" };
    const table = { signature: fitted, port: "data" };
    const yes = await selections.select({ ...at, where: { by: "node", node: 1, table } });
    expect(await numbersOf(yes)).toBe("0-1");
    const some = await selections.select({ ...table, where: { by: "rows", ranges: [[1, 3]] } });
    const found = await selections.marks({ ...at, selection: some.selection, table });
    expect(found).toEqual({ kind: "nodes", count: 3, nodes: [3, 1, 2] });
    expect(await selections.marks({ ...at, selection: some.selection })).toEqual({ kind: "none" });
  });
});

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
