/**
 * DuckDB as a tool of this room: one in-memory database a piece of work, closed afterwards, that loads no extension and
 * so never touches the network. Whatever runs in it can be stopped from outside. What it is asked stands in the callers.
 */
import { availableParallelism } from "node:os";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** Called every now and then with the share that is done, 0 to 100; throws to stop the work. */
export type Watch = (percent: number) => void;

/** A database for reading files, or a closed one that sees no files and takes no settings: the one for a user's SQL. */
export type DatabaseKind = "files" | "closed";

const watchEvery = 50;

const common = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  // Nothing is spilled into the user's folder: a table must fit into memory anyway.
  temp_directory: "",
};

/**
 * Answers are streamed: with DuckDB's usual megabyte of buffer its threads wait for ours most of the time. One thread more than there
 * are cores, for the same reason.
 */
const files = { threads: String(availableParallelism() + 1) };
const streamingBuffer = "40MB";

/**
 * One thread: an aggregate over several adds up in another order from run to run, and a result is kept by its content.
 * Bounded memory: a join of everything with everything must end in words, not in the loss of the process.
 */
const closed = { enable_external_access: "false", threads: "1", memory_limit: "4GB" };

/** Opens a database, works, and closes it whatever happens. What `watch` throws stops the query that runs. */
export async function withDuckDB<T>(
  watch: Watch,
  work: (connection: DuckDBConnection) => Promise<T>,
  kind: DatabaseKind = "files",
): Promise<T> {
  const options = { ...common, ...(kind === "closed" ? closed : files) };
  const instance = await DuckDBInstance.create(":memory:", options);
  try {
    const connection = await instance.connect();
    try {
      // A moment without a zone is taken for UTC on every machine, wherever it stands.
      await connection.run("set TimeZone = 'UTC'");
      await connection.run(`set streaming_buffer_size = '${streamingBuffer}'`);
      if (kind === "closed") await connection.run("set lock_configuration = true");
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

/** The rows of a small answer. */
export async function rowsOf(db: DuckDBConnection, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await db.runAndReadAll(sql)).getRows();
}

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * SQL: the text `c` is a whole number that float64 does not give back, by its digits. (2^60 as a program prints a float64,
 * 1152921504606847000, is not exact either, but does come back.)
 */
export function roundedWhole(c: string): string {
  const back = `regexp_replace(split_part(try_cast(${c} as double)::varchar, 'e', 1), '[-.]', '', 'g')`;
  return `(regexp_full_match(${c}, '[-+]?[0-9]{16,}') and rtrim(ltrim(${back}, '0'), '0') <> rtrim(ltrim(${c}, '+-0'), '0'))`;
}

/**
 * SQL: the text `c` as milliseconds since 1970, with their fraction; without a zone it is UTC; null where it is no moment. Only
 * texts with an offset or a zone are read with zones: in such a reading a named zone is carried on to the rows that follow. What
 * begins with no digit or sign is given up unread, and the two usual shapes are told from those with a zone by their punctuation:
 * to parse a text that is no moment, or to match a regular expression, costs more than all the rest.
 */
export function momentOf(c: string): string {
  const zoned = `regexp_full_match(${c}, '.{8,}([zZ]|[+-][0-9:]+|[A-Za-z_/]+[A-Za-z0-9_/+-]*)\\s*')`;
  const usual = `(${c} like '____-__-__ __:__:__' or ${c} like '____-__-__')`;
  return `(case when ${c} >= ':' then null when ${usual} then epoch_us(try_cast(${c} as timestamp)) / 1000.0::double when ${zoned} then ${milliseconds(`try_cast(${c} as timestamptz)`)} else ${milliseconds(`try_cast(${c} as timestamp)`)} end)`;
}

/** SQL: the milliseconds of a moment, with their fraction; null for one at infinity. */
export function milliseconds(moment: string): string {
  return `case when isfinite(${moment}) then epoch_us(${moment}) / 1000.0::double end`;
}

/** DuckDB takes paths for patterns: a file that is really called `data[1].csv` has to be spelled as one. */
export function withoutGlob(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}

/** Calls `take` with every block of an answer and the number of its first row; nothing is held. */
export async function eachChunk(
  db: DuckDBConnection,
  sql: string,
  take: (chunk: Chunk, row: number) => void,
): Promise<number> {
  const result = await db.stream(sql);
  let row = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    take(chunk, row);
    row += chunk.rowCount;
  }
  return row;
}

type Vector = { itemCount: number; getItem(index: number): unknown };
export type Chunk = { rowCount: number; getColumnVector(index: number): Vector };

/** The vector's own array. It is private in the typings; cell by cell it takes ten times as long. */
export function itemsOf(vector: Vector): ArrayLike<number> {
  const items = (vector as { items?: unknown }).items;
  if (items instanceof Float64Array || items instanceof Int32Array) return items;
  return Array.from({ length: vector.itemCount }, (_, index) => Number(vector.getItem(index)));
}
