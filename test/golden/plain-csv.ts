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
  wine: "examples/data/wine.csv",
  diabetes: "test/golden/diabetes.csv",
  friedman1: "test/golden/friedman1.csv",
  counts: "test/golden/counts.csv",
} as const;

const withNumbers: readonly string[] = ["diabetes", "friedman1", "counts"];

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
    const isTarget = at === last;
    return isTarget && !withNumbers.includes(name)
      ? categoryColumn(column, cells, { role: "target" })
      : numberColumn(column, cells.map(Number), { role: isTarget ? "target" : "feature" });
  });
  return tableFrom({ columns, source: createHash("sha256").update(text).digest("hex") });
}

/** Every feature with its mean taken off, over its standard deviation (divisor n): what linear learners are shown. */
export function standardized(table: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column) => {
      if (column.role !== "feature" || !("values" in column)) return column;
      const { values } = column;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      return numberColumn(
        column.name,
        values.map((value) => (value - mean) / spread),
      );
    }),
  };
}

/** The same table with a column of sample weights. */
export function weighted(table: Table, weights: readonly number[]): Table {
  return {
    ...table,
    columns: [...table.columns, numberColumn("sample weight", weights, { role: "weight" })],
  };
}
