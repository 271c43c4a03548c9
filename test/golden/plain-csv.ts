/**
 * Reads the golden data sets: numbers, and the target as the last column. Deliberately not `readTable`: these tests
 * are about the algorithms, and must say the same when the reader changes.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { categoryColumn, numberColumn } from "../../core/ml/table/columns.ts";
import { tableFrom } from "../../core/ml/table/table.ts";
import type { Table } from "../../core/ml/values.ts";

/** Where the data sets of the goldens lie. */
export const goldenData = {
  iris: "examples/data/iris.csv",
  "breast-cancer": "examples/data/breast-cancer.csv",
  wine: "test/golden/wine.csv",
} as const;

/** One of the data sets as a table. */
export function readGolden(name: keyof typeof goldenData): Table {
  const text = readFileSync(new URL(`../../${goldenData[name]}`, import.meta.url), "utf8");
  const [header, ...rows] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const last = header.length - 1;
  const columns = header.map((column, at) => {
    const cells = rows.map((row) => row[at]);
    return at === last
      ? categoryColumn(column, cells, { role: "target" })
      : numberColumn(column, cells.map(Number));
  });
  return tableFrom({ columns, source: createHash("sha256").update(text).digest("hex") });
}
