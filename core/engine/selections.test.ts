/** Selections found and found again, against rows counted by hand, through the schemas of the border. */
import { describe, expect, it } from "vitest";
import {
  codeOf,
  marks,
  numbersOf,
  results,
  select,
  selections,
  signature,
} from "../../test/support/selections.ts";
import { fitNow } from "../ml/learner/fit.ts";
import { categoryColumn, numberColumn } from "../ml/table/columns.ts";
import { tableFrom } from "../ml/table/table.ts";
import { stump } from "../ml/tree/stump.ts";
import type { Table } from "../ml/values.ts";
import type { Where } from "../service/selection.ts";

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
