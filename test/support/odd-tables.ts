/** Tables that real files turn into, and that every node must either take or refuse in words. */
import { categoryColumn, codeColumn, numberColumn } from "../../core/ml/table/columns.ts";
import { tableFrom, takeRows } from "../../core/ml/table/table.ts";
import type { Column, Table } from "../../core/ml/values.ts";

const source = "0".repeat(64);
const table = (...columns: Column[]): Table => tableFrom({ columns, source });
const target = (texts: readonly (string | null)[], name = "class") =>
  categoryColumn(name, texts, { role: "target" });
const numbers = (name: string, cells: readonly (number | null)[]) => numberColumn(name, cells);

const plain = table(numbers("x", [1, 2, 3, 4]), numbers("y", [0, 1, 0, 1]), target(["a", "b", "a", "b"]));

/** Name → table. The feature columns differ from any example's on purpose. */
export const oddTables: Readonly<Record<string, Table>> = {
  "no rows": takeRows(plain, []),
  "one row": takeRows(plain, [2]),
  "a constant column": table(numbers("x", [7, 7, 7, 7]), target(["a", "b", "a", "b"])),
  "all cells missing": table(numbers("x", [null, null, null]), target([null, null, null])),
  "one class": table(numbers("x", [1, 2, 3]), target(["a", "a", "a"])),
  "unicode headers": table(
    numbers("花瓣 长度", [1, 2, 3]),
    numbers("🌸\u202e", [3, 1, 2]),
    target(["甲", "乙", "甲"], "品种 "),
  ),
  "infinite numbers": table(
    numbers("x", [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -0]),
    target(["a", "b", "a", "b"]),
  ),
  "a target of numbers": table(
    numbers("x", [1, 2, 3]),
    numberColumn("price", [1.5, 2, Number.MAX_VALUE], { role: "target" }),
  ),
  "no target": table(numbers("x", [1, 2, 3])),
  "two targets": table(numbers("x", [1, 2]), target(["a", "b"], "first"), target(["c", "d"], "second")),
  "no features": table(target(["a", "b", "a"])),
  "every kind of column": table(
    numberColumn("moment", [0, 8.64e15, null], { kind: "datetime" }),
    categoryColumn("word", ["x", null, "y"], { kind: "text" }),
    codeColumn("flag", [0, 1, -1], ["false", "true"], { kind: "boolean" }),
    categoryColumn("group", ["g", "h", "g"], { role: "group" }),
    target(["a", "b", "a"]),
  ),
  "names of object methods": table(
    numbers("constructor", [1, 2, 3]),
    numbers("__proto__", [3, 2, 1]),
    target(["toString", "b", "toString"], "valueOf"),
  ),
};
