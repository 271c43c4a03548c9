/**
 * A CSV file as columns: dialect, kinds, cells, rejected rows, row numbers. What a reader cannot tell apart from its
 * own mistakes (a cell that is no number among thousands that are) is reported and left out; what it must not guess
 * about (a file that stops in the middle) is refused.
 */
import { realpath, stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, DiagnosticError, fail, warning } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { Column, Table } from "../values.ts";
import { checkBytes, readHead } from "./csv-check.ts";
import { readColumns } from "./csv-columns.ts";
import { type Dialect, type DialectOptions, findDialect } from "./csv-dialect.ts";
import { type CsvSource, countCells, loadCells, type Reject, type Watch, withDuckDB } from "./csv-duckdb.ts";
import { areMistakes, type Reading, readingFor, readingOf } from "./csv-kinds.ts";
import { locateRecords } from "./csv-lines.ts";
import { describeRejects } from "./csv-rejects.ts";

export type CsvOptions = DialectOptions & {
  /** Kinds of columns by name, where the caller knows better. */
  kinds?: Readonly<Record<string, ColumnKind>>;
  /** Cells that mean "missing", exactly as written. */
  missing?: readonly string[];
  /** A file that stops inside a row: refused unless `"skip"`, which leaves that row out with a warning. */
  incomplete?: "refuse" | "skip";
};

/** A table with what was found on the way. */
export type CsvContent = { table: Table; hash: string; bytes: number; diagnostics: Diagnostic[] };

export const usualMissing: readonly string[] = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

const headBytes = 1024 * 1024;
const sampledRows = 20_000;

/** Reads a whole CSV file. Columns have the role `feature`. Throws `file.*`, `table.*`, and what `watch` throws. */
export async function readCsv(path: string, options: CsvOptions, watch: Watch): Promise<CsvContent> {
  watch(0);
  const real = await realpath(path).catch((thrown) => {
    throw new DiagnosticError(fileDiagnostic(thrown, path));
  });
  const { head, whole } = await readHead(real, headBytes);
  // Hash and check run beside DuckDB, on other threads. Their findings come first: they say why the rest went wrong.
  const [facts, content] = await Promise.allSettled([
    checkBytes(real),
    parse(real, options, { head, whole, watch }),
  ]);
  if (facts.status === "rejected") throw renamed(facts.reason, path);
  if (content.status === "rejected") throw renamed(content.reason, path);
  const { columns, rows, rejects, dialect } = content.value;
  const { hash, bytes, endsWithNewline } = facts.value;
  if ((await stat(real)).size !== bytes) fail("table.changed-while-reading", { path });
  const diagnostics = [...dialect.diagnostics];
  const ids = new Uint32Array(new SharedArrayBuffer(rows * 4));
  const skipped = new Set<number>();
  if (rejects.length > 0) {
    const lines = await locateRecords(
      real,
      rejects.map(({ offset }) => offset),
      dialect,
    );
    const incomplete = options.incomplete ?? "refuse";
    const found = describeRejects(rejects, {
      path,
      names: dialect.names,
      lines,
      endsWithNewline,
      incomplete,
    });
    if (rows === 0) throw new DiagnosticError(noGoodRows(path, found));
    diagnostics.push(...found);
    for (const { record } of lines.places) skipped.add(record - (dialect.header ? 1 : 0));
  } else if (rows === 0) diagnostics.push(warning("table.no-rows", { path }));
  // A row is numbered by its record in the file, bad ones included: what is rejected today, with these options,
  // must not make two tables of one file disagree about which row is which.
  for (let row = 0, id = 0; row < rows; id++) if (!skipped.has(id)) ids[row++] = id;
  return {
    table: { kind: "table", rowCount: rows, columns, origin: [{ source: hash, ids }] },
    hash,
    bytes,
    diagnostics,
  };
}

/** Messages name the file as the caller did, not where links led. */
function renamed(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof DiagnosticError)) return thrown;
  const { diagnostic } = thrown;
  return new DiagnosticError({ ...diagnostic, values: { ...diagnostic.values, path } });
}

function noGoodRows(path: string, found: readonly Diagnostic[]): Diagnostic {
  const [cause] = found;
  return { code: "table.no-good-rows", severity: "error", values: { path }, ...(cause && { cause }) };
}

type Parsed = { columns: Column[]; rows: number; rejects: Reject[]; dialect: Dialect };

type Start = { head: Buffer; whole: boolean; watch: Watch };

async function parse(path: string, options: CsvOptions, { head, whole, watch }: Start): Promise<Parsed> {
  const dialect = findDialect(path, head.toString("utf8"), whole, options);
  for (const name of Object.keys(options.kinds ?? {})) {
    if (!dialect.names.includes(name))
      fail("table.unknown-column", { column: name, columns: [...dialect.names] });
  }
  const source: CsvSource = {
    path,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    header: dialect.header,
    width: dialect.names.length,
    decimal: dialect.decimal,
    missing: options.missing ?? usualMissing,
    strict: true,
  };
  return withDuckDB(watch, async (db) => {
    try {
      return { ...(await load(db, source, dialect, options)), dialect };
    } catch (thrown) {
      if (thrown instanceof DiagnosticError) throw thrown;
      try {
        return { ...(await load(db, { ...source, strict: false }, dialect, options)), dialect };
      } catch {
        // The strict reader's own words say more than those of the lenient one.
        return fail("table.unreadable", { path, message: firstLine(thrown) });
      }
    }
  });
}

async function load(
  db: DuckDBConnection,
  source: CsvSource,
  { names }: Dialect,
  { kinds = {} }: CsvOptions,
): Promise<Omit<Parsed, "dialect">> {
  const wanted = names.map((name) => (Object.hasOwn(kinds, name) ? kinds[name] : undefined));
  const counts = await countCells(db, source, sampledRows);
  const readings = counts.map((count, index): Reading => {
    const kind = wanted[index];
    return kind ? readingFor(kind) : readingOf(count);
  });
  let loaded = await loadCells(db, source, readings);
  // The sample was too kind: a column that turns out to be no numbers further down is read again as text.
  for (const column of misread(loaded.rejects, loaded.rows, wanted)) readings[column] = "VARCHAR";
  if (misread(loaded.rejects, loaded.rows, wanted).length > 0) loaded = await loadCells(db, source, readings);
  return { columns: await readColumns(db, { names, readings, wanted, rows: loaded.rows }), ...loaded };
}

function misread(
  rejects: readonly Reject[],
  rows: number,
  wanted: readonly (ColumnKind | undefined)[],
): number[] {
  const failures = new Map<number, number>();
  // In a row that is broken anyway, cells stand in columns where they do not belong.
  const broken = new Set(rejects.filter(({ kind }) => kind !== "CAST").map(({ offset }) => offset));
  for (const { column, offset } of rejects) {
    if (broken.has(offset) || wanted[column] !== undefined) continue;
    failures.set(column, (failures.get(column) ?? 0) + 1);
  }
  return [...failures].filter(([, bad]) => !areMistakes(bad, rows + bad)).map(([column]) => column);
}

function firstLine(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split("\n")[0].trim();
}
