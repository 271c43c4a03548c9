/**
 * DuckDB as a reader of CSV, and nothing else: one in-memory database a file, closed afterwards, that loads no
 * extension and so never touches the network. Columns are called c0, c1, … inside, so that no name of the user's
 * gets into SQL. Answers come in columns of typed arrays, never as row objects.
 */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { CellCounts, Reading } from "./csv-kinds.ts";

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

/** Called every now and then with the share that is done, 0 to 100; throws to stop the work. */
export type Watch = (percent: number) => void;

const watchEvery = 50;

/** Opens a database, works, and closes it whatever happens. What `watch` throws stops the query that runs. */
export async function withDuckDB<T>(
  watch: Watch,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // Nothing is spilled into the user's folder: a table must fit into memory anyway.
    temp_directory: "",
  });
  try {
    const connection = await instance.connect();
    try {
      // A moment without a zone is taken for UTC on every machine, wherever it stands.
      await connection.run("set TimeZone = 'UTC'");
      return await watched(connection, watch, work);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

async function watched<T>(
  connection: DuckDBConnection,
  watch: Watch,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  let stopped: { by: unknown } | undefined;
  function look(): void {
    try {
      watch(Math.max(0, connection.progress.percentage));
    } catch (thrown) {
      stopped ??= { by: thrown };
      connection.interrupt();
    }
  }
  const timer = setInterval(look, watchEvery);
  try {
    return await work(connection);
  } catch (thrown) {
    throw stopped ? stopped.by : thrown;
  } finally {
    clearInterval(timer);
  }
}

/** Counts for the first `rows` rows what each column's cells could be. */
export async function countCells(
  db: DuckDBConnection,
  source: CsvSource,
  rows: number,
): Promise<CellCounts[]> {
  const columns = Array.from({ length: source.width }, (_, index) => `c${index}`);
  const numbers = (c: string) => (source.decimal === "," ? `replace(${c}, ',', '.')` : c);
  const counts = columns.flatMap((c) => [
    `count(${c})`,
    `count(try_cast(${numbers(c)} as double))`,
    `count(*) filter (lower(trim(${c})) in ('true', 'false'))`,
    `count(try_cast(${c} as timestamptz))`,
  ]);
  const readings = columns.map((): Reading => "VARCHAR");
  const head = `(select * from ${readCsv(source, readings, "ignore_errors = true")} limit ${rows})`;
  const reader = await db.runAndReadAll(`select ${counts.join(", ")} from ${head}`);
  const cells = reader.getRows()[0].map(Number);
  return columns.map((_, index) => {
    const [present, found, booleans, moments] = cells.slice(4 * index, 4 * index + 4);
    return { present, numbers: found, booleans, moments };
  });
}

/** Reads the file into the database's table `cells`, and tells how many rows it has and which ones are not among them. */
export async function loadCells(
  db: DuckDBConnection,
  source: CsvSource,
  readings: readonly Reading[],
): Promise<{ rows: number; rejects: Reject[] }> {
  // DuckDB adds to its tables of rejects from read to read.
  await db.run("drop table if exists reject_errors; drop table if exists reject_scans");
  const csv = readCsv(source, readings, "store_rejects = true, rejects_limit = 0");
  await db.run(`create or replace temp table cells as select * from ${csv}`);
  const counted = await db.runAndReadAll("select count(*) from cells");
  const rejected = await db.runAndReadAll(
    "select error_type::varchar, column_idx, error_message, line_byte_position from reject_errors order by 4, 2",
  );
  const rejects = rejected.getRows().map(([kind, column, message, offset]) => ({
    kind: String(kind),
    column: Number(column) - 1,
    message: String(message),
    // DuckDB counts bytes from 1.
    offset: Number(offset ?? 1) - 1,
  }));
  return { rows: Number(counted.getRows()[0][0]), rejects };
}

/** The number of distinct texts in a column, but no more than `most + 1`. */
export async function countLevels(db: DuckDBConnection, column: number, most: number): Promise<number> {
  const distinct = `select distinct c${column} from cells where c${column} is not null limit ${most + 1}`;
  const reader = await db.runAndReadAll(`select count(*) from (${distinct})`);
  return Number(reader.getRows()[0][0]);
}

/** The distinct texts of a column, in DuckDB's order; made its dictionary, so that {@link readCodes} can use it. */
export async function makeDictionary(db: DuckDBConnection, column: number): Promise<string[]> {
  const name = `c${column}`;
  await db.run(
    `create or replace type d${column} as enum (select distinct ${name} from cells where ${name} is not null)`,
  );
  const reader = await db.runAndReadAll(`select unnest(enum_range(null::d${column}))`);
  return reader.getRows().map(([level]) => String(level));
}

/** Writes several columns' cells, each given as SQL of numbers, into arrays of the table's length. */
export async function readNumbers(
  db: DuckDBConnection,
  columns: readonly { sql: string; into: Float64Array | Int32Array }[],
): Promise<void> {
  if (columns.length === 0) return;
  const result = await db.stream(`select ${columns.map(({ sql }) => sql).join(", ")} from cells`);
  let row = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    for (const [index, { into }] of columns.entries()) into.set(itemsOf(chunk.getColumnVector(index)), row);
    row += chunk.rowCount;
  }
}

/** Calls `take` for every text of a column, row by row: for texts that are too many for a dictionary. */
export async function readTexts(
  db: DuckDBConnection,
  column: number,
  take: (row: number, text: string | null) => void,
): Promise<void> {
  const result = await db.stream(`select c${column} from cells`);
  let row = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const texts = chunk.getColumnVector(0);
    for (let i = 0; i < chunk.rowCount; i++) {
      const text = texts.getItem(i);
      take(row++, text === null ? null : String(text));
    }
  }
}

/** Numbers of a column, missing ones as NaN. Moments come as milliseconds since 1970. */
export function numbersSql(column: number, reading: Reading): string {
  const name = `c${column}`;
  if (reading === "DOUBLE") return `coalesce(${name}, 'nan'::double)`;
  return `coalesce(case when isfinite(${name}) then epoch_ms(${name})::double end, 'nan'::double)`;
}

/** Codes of a column, missing ones as −1: places in its dictionary, or 0 and 1 for false and true. */
export function codesSql(column: number, reading: Reading): string {
  const name = `c${column}`;
  const code = reading === "BOOLEAN" ? name : `enum_code(${name}::d${column})`;
  return `coalesce(${code}::integer, -1)::integer`;
}

/** The vector's own array. It is private in the typings; cell by cell it takes ten times as long. */
function itemsOf(vector: { itemCount: number; getItem(index: number): unknown }): ArrayLike<number> {
  const items = (vector as unknown as { items?: unknown }).items;
  if (items instanceof Float64Array || items instanceof Int32Array) return items;
  return Array.from({ length: vector.itemCount }, (_, index) => Number(vector.getItem(index)));
}

function readCsv(source: CsvSource, readings: readonly Reading[], onErrors: string): string {
  const columns = readings.map((reading, index) => `'c${index}': '${reading}'`);
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
    "hive_partitioning = false",
    onErrors,
  ];
  return `read_csv(${options.join(", ")})`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** DuckDB takes paths for patterns: a file that is really called `data[1].csv` has to be spelled as one. */
function withoutGlob(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}
