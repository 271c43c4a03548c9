/** Orders of rows against the platform's own stable sort, and cases by hand. */
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../../base/diagnostic.ts";
import { randomStream } from "../../base/random.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { orderedRows, type RowOrder } from "./row-order.ts";

const tableOf = (...columns: Column[]) => tableFrom({ columns, source: "s" });
const order = async (table: Table, asked: RowOrder) => Array.from((await orderedRows(table, asked)).rows);
const up = (column: string) => ({ sort: { column } });
const down = (column: string) => ({ sort: { column, down: true } });

describe("rows sorted by a column", () => {
  it("keep table order among ties and put missing cells last, both ways", async () => {
    const table = tableOf(numberColumn("x", [2, null, 1, 2, null, 1, 3]));
    expect(await order(table, up("x"))).toEqual([2, 5, 0, 3, 6, 1, 4]);
    expect(await order(table, down("x"))).toEqual([6, 0, 3, 2, 5, 1, 4]);
    expect(await order(table, {})).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("follow the numbers over the whole range of doubles; −0 ties with 0", async () => {
    const values = [0, -0, 5e-324, -5e-324, 1.7e308, -1.7e308, Infinity, -Infinity, 1, -1, 1 + 2e-16, -0, 0];
    const table = tableOf({ ...numberColumn("x", []), values: Float64Array.from(values) });
    const by = (sign: number) =>
      values
        .map((_, row) => row)
        .sort((a, b) => (values[a] === values[b] ? 0 : values[a] < values[b] ? -sign : sign));
    expect(await order(table, up("x"))).toEqual(by(1));
    expect(await order(table, down("x"))).toEqual(by(-1));
  });

  it("stand as a comparison sorts 5,000 numbers with many ties", async () => {
    const random = randomStream(7, "row-order.test");
    const values = Array.from({ length: 5000 }, () => {
      const kind = random.uniform();
      if (kind < 0.1) return null;
      return kind < 0.5 ? Math.round(random.uniform() * 20) - 10 : (random.uniform() - 0.5) * 1e4;
    });
    const table = tableOf(numberColumn("x", values));
    for (const sign of [1, -1]) {
      const oracle = values
        .map((_, row) => row)
        .sort((a, b) => {
          const [left, right] = [values[a], values[b]];
          if (left === null || right === null) return Number(left === null) - Number(right === null);
          return sign * (left - right);
        });
      expect(await order(table, sign > 0 ? up("x") : down("x"))).toEqual(oracle);
    }
  });

  it("follow the levels of texts, false before true, and moments by time", async () => {
    const levels = ["low", "middle", "high", "never"];
    const table = tableOf(
      categoryColumn("size", ["high", "low", null, "middle", "low"], { levels }),
      {
        name: "flag",
        role: "feature",
        kind: "boolean",
        codes: Int32Array.of(1, 0, -1, 1, 0),
        levels: ["false", "true"],
      },
      {
        name: "when",
        role: "time",
        kind: "datetime",
        values: Float64Array.of(Date.UTC(2020, 1), Date.UTC(1969, 1), Number.NaN, 0, Date.UTC(2020, 0)),
      },
    );
    expect(await order(table, up("size"))).toEqual([1, 4, 3, 0, 2]);
    expect(await order(table, down("size"))).toEqual([0, 3, 1, 4, 2]);
    expect(await order(table, up("flag"))).toEqual([1, 4, 0, 3, 2]);
    expect(await order(table, down("flag"))).toEqual([0, 3, 1, 4, 2]);
    expect(await order(table, up("when"))).toEqual([1, 3, 4, 0, 2]);
  });

  it("stand in a table without rows, and in a column without values", async () => {
    expect(await order(tableOf(numberColumn("x", [])), up("x"))).toEqual([]);
    expect(await order(tableOf(numberColumn("x", [null, null])), down("x"))).toEqual([0, 1]);
    expect(await order(tableOf(categoryColumn("k", [null, null])), up("k"))).toEqual([0, 1]);
  });
});

describe("rows that meet a condition", () => {
  const table = tableOf(
    numberColumn("x", [5, 1, null, 4, 2]),
    categoryColumn("k", ["a", "b", "a", "a", "b"], { levels: ["a", "b"] }),
  );

  it("are counted apart from those that nobody can tell", async () => {
    expect(await orderedRows(table, { where: "x > 1" })).toEqual({
      rows: Uint32Array.of(0, 3, 4),
      unknown: 1,
    });
    expect(await orderedRows(table, { where: "k = 'c'" })).toEqual({ rows: new Uint32Array(0), unknown: 0 });
  });

  it("are sorted among themselves", async () => {
    expect(await order(table, { where: "k = 'a'", ...up("x") })).toEqual([3, 0, 2]);
    expect(await order(table, { where: "x > 1", ...down("k") })).toEqual([4, 0, 3]);
  });

  it.each<[string, RowOrder]>([
    ["sql.syntax", { where: "x >" }],
    ["sql.unknown-column", { where: "z > 1" }],
    ["sql.not-a-condition", { where: "x + 1" }],
    ["table.unknown-column", up("z")],
  ])("fail with %s", async (code, asked) => {
    const failed = await orderedRows(table, asked).catch((thrown: unknown) => thrown);
    expect(failed instanceof DiagnosticError && failed.diagnostic.code).toBe(code);
  });
});
