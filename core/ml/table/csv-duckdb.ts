/**
 * DuckDB as a reader of CSV, and nothing else. Columns are called c0, c1, … inside, so that no name of the user's
 * gets into SQL. Answers come in columns of typed arrays, never as row objects.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { areMistakes, type CellCounts, type Reading } from "./csv-kinds.ts";
import { literal, momentOf, roundedWhole, withoutGlob } from "./duckdb.ts";
import { type Ask, type Gathered, gather } from "./gather.ts";

/** What there is to know for reading one file. */
export type CsvSource = {
  /** Absolute. */
  path: string;
  delimiter: string;
  quote: string;
  header: boolean;
  width: number;
  decimal: "." | ",";
  missing: readonly string[];
  /** Off for files that mix line ends, which the strict reader refuses as a whole. */
  strict: boolean;
};

/** A row that could not be read, as DuckDB says it. */
export type Reject = { kind: string; column: number; message: string; offset: number };

/** A quarter of the usual: several threads hold some of them each. No line that is longer may come this far (`longestLine`). */
const bufferSize = 8 * 1024 * 1024;

/** Columns that are asked for at once: a query of ten thousand expressions takes minutes to plan. */
const mostAtOnce = 200;

/** Counts for the first `rows` rows what each column's cells could be. */
export async function countCells(
  db: DuckDBConnection,
  source: CsvSource,
  rows: number,
): Promise<CellCounts[]> {
  const columns = Array.from({ length: source.width }, (_, index) => `c${index}`);
  const readings = columns.map((): Reading => "VARCHAR");
  const csv = readCsv(source, readings, "ignore_errors = true, parallel = false");
  await db.run(`create or replace temp table head as select * from ${csv} limit ${rows}`);
  // Most columns of a wide table are numbers, of which no more has to be known.
  const number = (c: string) => (source.decimal === "," ? `replace(${c}, ',', '.')` : c);
  const numbers = await counted(db, columns, (c) => [
    `count(${c})`,
    `count(try_cast(${number(c)} as double))`,
  ]);
  const others = columns.filter(
    (_, index) => !areMistakes(numbers[index][0] - numbers[index][1], numbers[index][0]),
  );
  const rest = await counted(db, others, (c) => [
    `count(*) filter (lower(trim(${c})) in ('true', 'false'))`,
    `count(${momentOf(c)})`,
    `approx_count_distinct(${c})`,
  ]);
  await db.run("drop table head");
  return columns.map((column, index): CellCounts => {
    const [present, found] = numbers[index];
    const [booleans = 0, moments = 0, texts = 0] = rest[others.indexOf(column)] ?? [];
    return { present, numbers: found, booleans, moments, texts };
  });
}

/** The counts that `ask` names for each column of the table `head`. */
async function counted(
  db: DuckDBConnection,
  columns: readonly string[],
  ask: (column: string) => readonly string[],
): Promise<number[][]> {
  const counts: number[][] = [];
  for (let first = 0; first < columns.length; first += mostAtOnce) {
    const questions = columns.slice(first, first + mostAtOnce).map(ask);
    const reader = await db.runAndReadAll(`select ${questions.flat().join(", ")} from head`);
    const cells = reader.getRows()[0].map(Number);
    for (const question of questions) counts.push(cells.splice(0, question.length));
  }
  return counts;
}

/**
 * Reads the file's cells straight into arrays, and tells which rows are not among them. Of the rows that can be read every
 * so-many-th is kept, and no more than `limit`. `guess`: how many rows there may be.
 */
export async function loadCells(
  db: DuckDBConnection,
  source: CsvSource,
  readings: readonly Reading[],
  { every, limit, guess }: { every: number; limit: number; guess: number },
): Promise<{ rows: number; columns: Gathered[]; rejects: Reject[] }> {
  // DuckDB adds to its tables of rejects from read to read.
  await db.run("drop table if exists reject_errors; drop table if exists reject_scans");
  const csv = readCsv(source, readings, "store_rejects = true, rejects_limit = 0");
  const numbered = `(select *, row_number() over () - 1 as number from ${csv})`;
  const kept = every === 1 ? csv : `(select * exclude (number) from ${numbered} where number % ${every} = 0)`;
  const from = limit === Number.POSITIVE_INFINITY ? kept : `(select * from ${kept} limit ${limit})`;
  const { rows, columns } = await gather(db, from, readings.map(asked), guess);
  const rejected = await db.runAndReadAll(
    "select error_type::varchar, column_idx, error_message, line_byte_position from reject_errors order by 4, 2",
  );
  const all = rejected.getRows().map(([kind, column, message, offset]) => ({
    kind: String(kind),
    column: Number(column) - 1,
    message: String(message),
    // DuckDB counts bytes from 1.
    offset: Number(offset ?? 1) - 1,
  }));
  // A wide file is gone through several times, and every time finds them again.
  const seen = new Set<string>();
  const rejects = all.filter(({ kind, column, offset }) => {
    const key = `${offset} ${column} ${kind}`;
    return !seen.has(key) && seen.add(key);
  });
  return { rows, columns, rejects };
}

function asked(reading: Reading, column: number): Ask {
  const c = `c${column}`;
  if (reading === "VARCHAR") return { sql: c, form: "texts" };
  if (reading === "BOOLEAN") return { sql: `coalesce(${c}::integer, -1)::integer`, form: "codes" };
  const number = reading === "DOUBLE" ? c : momentOf(c);
  return { sql: `coalesce(${number}, 'nan'::double)`, form: "numbers" };
}

/** Whole numbers of a column that float64 cannot hold, asked of their text: how many, and one of them. */
export async function countRounded(
  db: DuckDBConnection,
  source: CsvSource,
  column: number,
): Promise<{ count: number; example: string }> {
  const c = `c${column}`;
  const readings = Array.from({ length: source.width }, (): Reading => "VARCHAR");
  const csv = readCsv(source, readings, "ignore_errors = true");
  const reader = await db.runAndReadAll(`select count(*), min(${c}) from ${csv} where ${roundedWhole(c)}`);
  const [count, example] = reader.getRows()[0];
  return { count: Number(count), example: String(example).slice(0, 60) };
}

/** Present cells of a column that are no moments: how many of how many, and one of them. */
export async function countNoMoments(
  db: DuckDBConnection,
  source: CsvSource,
  column: number,
): Promise<{ count: number; present: number; example: string }> {
  const c = `c${column}`;
  const readings = Array.from({ length: source.width }, (): Reading => "VARCHAR");
  const bad = `filter (${c} is not null and ${momentOf(c)} is null)`;
  const reader = await db.runAndReadAll(
    `select count(*) ${bad}, count(${c}), min(${c}) ${bad} from ${readCsv(source, readings, "ignore_errors = true")}`,
  );
  const [count, present, example] = reader.getRows()[0];
  return { count: Number(count), present: Number(present), example: String(example).slice(0, 60) };
}

function readCsv(source: CsvSource, readings: readonly Reading[], onErrors: string): string {
  const columns = readings.map(
    (reading, index) => `'c${index}': '${reading === "MOMENT" ? "VARCHAR" : reading}'`,
  );
  const options = [
    literal(withoutGlob(source.path)),
    "auto_detect = false",
    `delim = ${literal(source.delimiter)}`,
    `quote = ${literal(source.quote)}`,
    `escape = ${literal(source.quote)}`,
    `header = ${source.header}`,
    `columns = {${columns.join(", ")}}`,
    `nullstr = [${source.missing.map(literal).join(", ")}]`,
    `decimal_separator = ${literal(source.decimal)}`,
    `strict_mode = ${source.strict}`,
    "compression = 'none'",
    `buffer_size = ${bufferSize}`,
    "hive_partitioning = false",
    onErrors,
  ];
  return `read_csv(${options.join(", ")})`;
}
