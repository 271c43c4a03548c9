/** Columns out of DuckDB's table `cells`: numbers copied block by block, texts as sorted dictionaries with codes. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { CodeColumn, Column, NumberColumn } from "../values.ts";
import { byCodePoint, sharedFloat64, sharedInt32 } from "./columns.ts";
import { codesSql, countLevels, makeDictionary, numbersSql, readNumbers, readTexts } from "./csv-duckdb.ts";
import { mostLevels, type Reading } from "./csv-kinds.ts";
import { validityOf } from "./validity.ts";

export type ColumnPlan = {
  names: readonly string[];
  readings: readonly Reading[];
  /** Kinds that the caller chose. */
  wanted: readonly (ColumnKind | undefined)[];
  rows: number;
};

type Fetch = { sql: string; into: Float64Array | Int32Array };

/** All columns, in order, with the role `feature`. */
export async function readColumns(db: DuckDBConnection, plan: ColumnPlan): Promise<Column[]> {
  const fetches: Fetch[] = [];
  const made: (NumberColumn | CodeColumn)[] = [];
  const finish: (() => void)[] = [];
  for (const [index, name] of plan.names.entries()) {
    const reading = plan.readings[index];
    if (reading === "DOUBLE" || reading === "TIMESTAMPTZ") {
      const values = sharedFloat64(plan.rows);
      fetches.push({ sql: numbersSql(index, reading), into: values });
      made.push({ name, role: "feature", kind: reading === "DOUBLE" ? "numeric" : "datetime", values });
      continue;
    }
    const codes = sharedInt32(plan.rows);
    if (reading === "BOOLEAN") {
      fetches.push({ sql: codesSql(index, reading), into: codes });
      made.push({ name, role: "feature", kind: "boolean", codes, levels: ["false", "true"] });
      continue;
    }
    const few = (await countLevels(db, index, mostLevels(plan.rows))) <= mostLevels(plan.rows);
    const kind =
      plan.wanted[index] === "text" || (!few && plan.wanted[index] !== "categorical")
        ? "text"
        : "categorical";
    const found = few ? await makeDictionary(db, index) : await collectTexts(db, index, codes);
    const { levels, newCodes } = sortLevels(found);
    if (few) fetches.push({ sql: codesSql(index, reading), into: codes });
    finish.push(() => recode(codes, newCodes));
    made.push({ name, role: "feature", kind, codes, levels });
  }
  await readNumbers(db, fetches);
  for (const step of finish) step();
  return made.map((column) => withValidity(column, plan.rows));
}

/** Texts that are nearly all different: a dictionary in DuckDB would take twice as long as one made here. */
async function collectTexts(db: DuckDBConnection, column: number, codes: Int32Array): Promise<string[]> {
  const codeOf = new Map<string, number>();
  await readTexts(db, column, (row, text) => {
    if (text === null) {
      codes[row] = -1;
      return;
    }
    const known = codeOf.get(text);
    codes[row] = known ?? codeOf.size;
    if (known === undefined) codeOf.set(text, codeOf.size);
  });
  return [...codeOf.keys()];
}

/** Levels by code unit, the same on every machine, and where each old code went. */
function sortLevels(found: readonly string[]): { levels: string[]; newCodes: Int32Array } {
  const order = found.map((_, code) => code).sort((a, b) => byCodePoint(found[a], found[b]));
  const newCodes = new Int32Array(found.length);
  for (const [place, code] of order.entries()) newCodes[code] = place;
  return { levels: order.map((code) => found[code]), newCodes };
}

function recode(codes: Int32Array, newCodes: Int32Array): void {
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) codes[row] = newCodes[codes[row]];
}

function withValidity(column: Column, rows: number): Column {
  if ("values" in column) {
    const valid = validityOf(rows, (row) => Number.isNaN(column.values[row]));
    return valid ? { ...column, valid } : column;
  }
  const valid = validityOf(rows, (row) => column.codes[row] < 0);
  return valid ? { ...column, valid } : column;
}
