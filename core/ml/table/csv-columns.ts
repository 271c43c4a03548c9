/** Columns out of DuckDB's table `cells` of a CSV file: numbers copied block by block, texts as sorted dictionaries. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { Column } from "../values.ts";
import { readCodes } from "./code-texts.ts";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { numbersSql } from "./csv-duckdb.ts";
import type { Reading } from "./csv-kinds.ts";
import { readNumbers } from "./relation.ts";
import { validityOf } from "./validity.ts";

export type ColumnPlan = {
  names: readonly string[];
  readings: readonly Reading[];
  /** Kinds that the caller chose. */
  wanted: readonly (ColumnKind | undefined)[];
  rows: number;
};

/** All columns, in order, with the role `feature`. */
export async function readColumns(db: DuckDBConnection, plan: ColumnPlan): Promise<Column[]> {
  const numbers: { sql: string; into: Float64Array | Int32Array }[] = [];
  const texts = plan.readings.flatMap((reading, index) => (reading === "VARCHAR" ? [`c${index}`] : []));
  const coded = await readCodes(db, { from: "cells", sql: texts, rows: plan.rows });
  const made = plan.names.map((name, index): Column => {
    const reading = plan.readings[index];
    if (reading === "DOUBLE" || reading === "TIMESTAMPTZ") {
      const values = sharedFloat64(plan.rows);
      numbers.push({ sql: numbersSql(index, reading), into: values });
      return { name, role: "feature", kind: reading === "DOUBLE" ? "numeric" : "datetime", values };
    }
    if (reading === "BOOLEAN") {
      const codes = sharedInt32(plan.rows);
      numbers.push({ sql: `coalesce(c${index}::integer, -1)::integer`, into: codes });
      return { name, role: "feature", kind: "boolean", codes, levels: ["false", "true"] };
    }
    const { codes, levels, few } = coded[texts.indexOf(`c${index}`)];
    const text = plan.wanted[index] === "text" || (!few && plan.wanted[index] !== "categorical");
    return { name, role: "feature", kind: text ? "text" : "categorical", codes, levels };
  });
  await readNumbers(db, "cells", numbers);
  return made.map((column) => withValidity(column, plan.rows));
}

function withValidity(column: Column, rows: number): Column {
  if ("values" in column) {
    const valid = validityOf(rows, (row) => Number.isNaN(column.values[row]));
    return valid ? { ...column, valid } : column;
  }
  const valid = validityOf(rows, (row) => column.codes[row] < 0);
  return valid ? { ...column, valid } : column;
}
