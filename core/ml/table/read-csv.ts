/**
 * A CSV file as columns: dialect, kinds, cells, rejected rows, row numbers. What a reader cannot tell apart from its
 * own mistakes (a cell that is no number among thousands that are) is reported and left out; what it must not guess
 * about (a file that stops in the middle) is refused.
 */
import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, DiagnosticError, fail, warning } from "../../base/diagnostic.ts";
import type { ColumnFacts, ColumnKind } from "../../base/table-facts.ts";
import type { Column } from "../values.ts";
import { checkBytes, readHead } from "./csv-check.ts";
import { csvColumns } from "./csv-columns.ts";
import { type Dialect, findDialect } from "./csv-dialect.ts";
import { type CsvSource, countNoMoments, countRounded, loadCells, type Reject } from "./csv-duckdb.ts";
import { areMistakes, type Reading } from "./csv-kinds.ts";
import { locateRecords } from "./csv-lines.ts";
import { loadPlain } from "./csv-plain-load.ts";
import { describeRejects } from "./csv-rejects.ts";
import {
  type CsvHead,
  type CsvOptions,
  checkSize,
  type Kinds,
  kindsOf,
  sampledRows,
  usualMissing,
} from "./csv-sample.ts";
import { type Watch, withDuckDB } from "./duckdb.ts";
import {
  checkKinds,
  checkThinning,
  type FileContent,
  firstLine,
  realPath,
  renamed,
  thinnedIds,
} from "./file-content.ts";
import type { Gathered } from "./gather.ts";

const headBytes = 1024 * 1024;
/** DuckDB says what is wrong with a row of some megabytes, but drops one that is larger than its buffer without a word. */
const longestLine = 4 * 1024 * 1024;

/** Reads a whole CSV file. Columns have the role `feature`. Throws `file.*`, `table.*`, and what `watch` throws. */
export async function readCsv(path: string, options: CsvOptions, watch: Watch): Promise<FileContent> {
  watch(0);
  const real = await realPath(path);
  const { head, whole } = await readHead(real, headBytes);
  // Hash and check run beside DuckDB, on other threads. Their findings come first: they say why the rest went wrong.
  const [facts, content] = await Promise.allSettled([
    checkBytes(real, longestLine),
    parse(real, options, { head, whole, watch }),
  ]);
  if (facts.status === "rejected") throw renamed(facts.reason, path);
  if (content.status === "rejected") throw renamed(content.reason, path);
  const { columns, rows, rejects, dialect } = content.value;
  const { hash, bytes, endsWithNewline } = facts.value;
  if ((await stat(real)).size !== bytes) fail("table.changed-while-reading", { path });
  const diagnostics = [...dialect.diagnostics, ...content.value.findings];
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
  const { every } = checkThinning(options);
  const ids = skipped.size > 0 ? idsWithout(skipped, rows, every) : thinnedIds(rows, every);
  return {
    table: { kind: "table", rowCount: rows, columns, origin: [{ source: hash, ids }] },
    hash,
    bytes,
    diagnostics,
  };
}

function idsWithout(skipped: ReadonlySet<number>, rows: number, every: number): Uint32Array {
  const ids = new Uint32Array(new SharedArrayBuffer(rows * 4));
  for (let row = 0, good = 0, id = 0; row < rows; id++)
    if (!skipped.has(id) && good++ % every === 0) ids[row++] = id;
  return ids;
}

function noGoodRows(path: string, found: readonly Diagnostic[]): Diagnostic {
  const [cause] = found;
  return { code: "table.no-good-rows", severity: "error", values: { path }, ...(cause && { cause }) };
}

/**
 * What the beginning of a large file says of all of it: names and kinds, no rows and no levels. Hash and encoding are those of
 * the whole file, in one pass that parses nothing.
 */
export async function lookAtCsv(path: string, options: CsvOptions, watch: Watch): Promise<CsvLook> {
  const real = await realPath(path);
  const { head, whole } = await readHead(real, headBytes);
  const [facts, look] = await Promise.allSettled([
    checkBytes(real, longestLine),
    withDuckDB(watch, async (db) => {
      const { source, dialect } = sourceOf(real, options, head, whole);
      const beginning = { ...options, head, names: dialect.names };
      const { readings, wanted, levels } = await kindsOf(db, source, beginning);
      await checkSize(path, real, readings, beginning);
      const columns = dialect.names.map((name, index): ColumnFacts => {
        const text = levels[index] > mostTextsOfASample ? "text" : "categorical";
        const kind = wanted[index] ?? kindOfReading[readings[index]] ?? text;
        return { name, role: "feature", kind, ...(kind === "boolean" && { levels: ["false", "true"] }) };
      });
      return { columns, diagnostics: [...dialect.diagnostics] };
    }),
  ]);
  if (facts.status === "rejected") throw renamed(facts.reason, path);
  if (look.status === "rejected") throw renamed(look.reason, path);
  const { hash, bytes } = facts.value;
  return { ...look.value, hash, bytes };
}

export type CsvLook = { columns: ColumnFacts[]; hash: string; bytes: number; diagnostics: Diagnostic[] };

/** Of 20,000 rows; a column with more different texts than half the rows has will hardly have few in all. */
const mostTextsOfASample = sampledRows / 2;

const kindOfReading: Partial<Record<Reading, ColumnKind>> = {
  DOUBLE: "numeric",
  BOOLEAN: "boolean",
  MOMENT: "datetime",
};

type Parsed = {
  columns: Column[];
  rows: number;
  rejects: Reject[];
  findings: Diagnostic[];
  dialect: Dialect;
};

type Start = { head: Buffer; whole: boolean; watch: Watch };

function sourceOf(
  path: string,
  options: CsvOptions,
  head: Buffer,
  whole: boolean,
): { source: CsvSource; dialect: Dialect } {
  const dialect = findDialect(path, head.toString("utf8"), whole, options);
  checkKinds(options.kinds, dialect.names);
  const { delimiter, quote, header, decimal, names } = dialect;
  const missing = options.missing ?? usualMissing;
  return {
    dialect,
    source: { path, delimiter, quote, header, width: names.length, decimal, missing, strict: true },
  };
}

async function parse(path: string, options: CsvOptions, { head, whole, watch }: Start): Promise<Parsed> {
  const { source, dialect } = sourceOf(path, options, head, whole);
  const { names } = dialect;
  const beginning = { ...options, head, names };
  const { kinds, cells } = await loadPlain(source, beginning, watch);
  if (kinds && cells) {
    const columns = csvColumns(cells.columns, { ...kinds, names, rows: cells.rows });
    return { columns, rows: cells.rows, rejects: [], findings: [], dialect };
  }
  return withDuckDB(watch, async (db) => {
    try {
      return { ...(await load(db, source, beginning, kinds)), dialect };
    } catch (thrown) {
      if (thrown instanceof DiagnosticError) throw thrown;
      try {
        return { ...(await load(db, { ...source, strict: false }, beginning)), dialect };
      } catch {
        // The strict reader's own words say more than those of the lenient one.
        return fail("table.unreadable", {
          path,
          message: firstLine(String(thrown instanceof Error ? thrown.message : thrown)),
        });
      }
    }
  });
}

async function load(
  db: DuckDBConnection,
  source: CsvSource,
  beginning: CsvHead,
  kinds?: Kinds,
): Promise<Omit<Parsed, "dialect">> {
  const { readings: judged, wanted } = kinds ?? (await kindsOf(db, source, beginning));
  const readings = [...judged];
  const guess = await checkSize(source.path, source.path, readings, beginning);
  const thinning = { ...checkThinning(beginning), guess };
  let { columns: cells, ...loaded } = await loadCells(db, source, readings, thinning);
  // The sample was too kind: a column that turns out to be no numbers further down is read again as text.
  const noMoments = await unreadMoments(db, source, cells, readings);
  const texts = noMoments.filter(
    ({ column, count, present }) => wanted[column] === undefined && !areMistakes(count, present),
  );
  const again = [...misread(loaded.rejects, loaded.rows, wanted), ...texts.map(({ column }) => column)];
  for (const column of again) readings[column] = "VARCHAR";
  if (again.length > 0) ({ columns: cells, ...loaded } = await loadCells(db, source, readings, thinning));
  const columns = csvColumns(cells, { names: beginning.names, readings, wanted, rows: loaded.rows });
  const lost = noMoments.filter(({ column }) => !again.includes(column));
  const findings = [
    ...lost.map(({ column, count, example }) =>
      warning("table.cells-no-moments", { column: beginning.names[column], count, example }),
    ),
    ...(await roundedNumbers(db, source, columns)),
  ];
  return { columns, findings, ...loaded };
}

type NoMoments = { column: number; count: number; present: number; example: string };

/** Columns of moments some of whose cells are none. Only where a cell is missing is the text looked at again. */
async function unreadMoments(
  db: DuckDBConnection,
  source: CsvSource,
  cells: readonly Gathered[],
  readings: readonly Reading[],
): Promise<NoMoments[]> {
  const found: NoMoments[] = [];
  for (const [column, gathered] of cells.entries()) {
    if (readings[column] !== "MOMENT" || gathered.form !== "numbers") continue;
    if (!gathered.values.some(Number.isNaN)) continue;
    const counts = await countNoMoments(db, source, column);
    if (counts.count > 0) found.push({ column, ...counts });
  }
  return found;
}

/** Beyond 2^53 whole numbers may have been rounded: only then is the text looked at again. */
async function roundedNumbers(
  db: DuckDBConnection,
  source: CsvSource,
  columns: readonly Column[],
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const [index, column] of columns.entries()) {
    if (!("values" in column) || column.kind !== "numeric") continue;
    if (!hasLarge(column.values)) continue;
    const { count, example } = await countRounded(db, source, index);
    if (count > 0) found.push(warning("table.rounded-numbers", { column: column.name, count, example }));
  }
  return found;
}

function hasLarge(values: Float64Array): boolean {
  // By number, not by iterator: this runs over every cell of the file.
  for (let row = 0; row < values.length; row++) {
    const size = Math.abs(values[row]);
    if (size > Number.MAX_SAFE_INTEGER && size < Number.POSITIVE_INFINITY) return true;
  }
  return false;
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
