/** What the beginning of a CSV file says of all of it: what its columns are read as, and how many rows there may be. */
import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { DialectOptions } from "./csv-dialect.ts";
import { type CsvSource, countCells } from "./csv-duckdb.ts";
import { type Reading, readingFor, readingOf } from "./csv-kinds.ts";
import { splitRecords } from "./csv-records.ts";
import { type ContentOptions, checkThinning } from "./file-content.ts";
import { checkFits } from "./memory.ts";

export type CsvOptions = DialectOptions &
  ContentOptions & {
    /** Cells that mean "missing", exactly as written. */
    missing?: readonly string[];
    /** A file that stops inside a row: refused unless `"skip"`, which leaves that row out with a warning. */
    incomplete?: "refuse" | "skip";
  };

/** A file's first bytes, the names of its columns, and what the caller wants. */
export type CsvHead = CsvOptions & { head: Buffer; names: readonly string[] };

export type Kinds = {
  /** Kinds that the caller chose, by column. */
  wanted: readonly (ColumnKind | undefined)[];
  readings: readonly Reading[];
  /** Roughly how many different texts. */
  levels: readonly number[];
};

export const usualMissing: readonly string[] = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

/** So many rows say what the columns are. */
export const sampledRows = 20_000;
const guessedRows = 200;

/** What the columns are read as, judged by DuckDB from the first rows. Throws what DuckDB says where they cannot be read. */
export async function kindsOf(db: DuckDBConnection, source: CsvSource, options: CsvHead): Promise<Kinds> {
  const wanted = wantedKinds(options);
  const counts = await countCells(db, source, sampledRows);
  const readings = counts.map((count, index): Reading => {
    const kind = wanted[index];
    return kind ? readingFor(kind) : readingOf(count);
  });
  return { wanted, readings, levels: counts.map(({ texts }) => texts) };
}

/** The same guessed from the first few rows, at once: to be held against `kindsOf`. */
export function guessReadings(source: CsvSource, options: CsvHead): Reading[] {
  const records = splitRecords(options.head.toString("utf8"), { ...source, most: guessedRows });
  const missing = new Set(source.missing);
  const rows = source.header ? records.slice(1) : records;
  return wantedKinds(options).map((kind, column) => {
    if (kind) return readingFor(kind);
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => !missing.has(cell));
    const all = (shape: RegExp) => cells.every((cell) => shape.test(cell));
    if (all(/^-?\d+([.,]\d+)?(e[-+]?\d+)?$/i)) return "DOUBLE";
    if (all(/^(true|false)$/i)) return "BOOLEAN";
    return all(/^\d{4}-\d\d-\d\d([ T]|$)/) ? "MOMENT" : "VARCHAR";
  });
}

function wantedKinds({ names, kinds = {} }: CsvHead): (ColumnKind | undefined)[] {
  return names.map((name) => (Object.hasOwn(kinds, name) ? kinds[name] : undefined));
}

/** The number of rows, estimated from the length of those at the beginning. Throws `table.too-large`, which names the file as `name`. */
export async function checkSize(
  name: string,
  path: string,
  readings: readonly Reading[],
  options: CsvHead,
): Promise<number> {
  const { head } = options;
  const { every, limit } = checkThinning(options);
  let lines = 1;
  for (let at = head.indexOf(10); at >= 0; at = head.indexOf(10, at + 1)) lines++;
  const rows = Math.min(limit, Math.ceil(((await stat(path)).size / head.length) * lines) / every);
  const codes = readings.filter((reading) => reading === "VARCHAR" || reading === "BOOLEAN").length;
  checkFits(name, { rows: Math.ceil(rows), numbers: readings.length - codes, codes });
  // A little more: to grow an array costs a copy.
  return Math.ceil(rows * 1.02) + 16;
}
