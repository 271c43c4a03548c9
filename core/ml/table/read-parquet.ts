/**
 * Parquet files by DuckDB, read in blocks straight from the file. What is known before a run stands in the file's own
 * metadata, so a look costs no pass over the rows.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, fail, warning } from "../../base/diagnostic.ts";
import type { ColumnFacts } from "../../base/table-facts.ts";
import { nameColumns } from "./csv-dialect.ts";
import { literal, rowsOf, type Watch, withDuckDB, withoutGlob } from "./duckdb.ts";
import {
  type ContentOptions,
  checkKinds,
  checkThinning,
  type FileContent,
  hashFile,
  readerProblem,
  thinnedIds,
} from "./file-content.ts";
import { checkFits } from "./memory.ts";
import { describeRelation, planRelation, type Relation, readRelation } from "./relation.ts";

/** The whole file, or every so-many-th row of it. Throws `file.*`, `table.parquet-damaged`, `table.too-large`. */
export async function readParquet(path: string, options: ContentOptions, watch: Watch): Promise<FileContent> {
  const facts = hashFile(path);
  facts.catch(() => undefined);
  const content = await withDuckDB(watch, async (db) => {
    const { relation, rows, diagnostics } = await open(db, path, options);
    const { every } = checkThinning(options);
    const read = await readRelation(db, relation, options);
    read.diagnostics.unshift(...diagnostics);
    if (read.columns.length === 0) fail("table.no-readable-columns", { path });
    if (rows === 0) read.diagnostics.push(warning("table.no-rows", { path }));
    return { ...read, ids: thinnedIds(read.rows, every) };
  }).catch((thrown) => {
    throw readerProblem(thrown, "table.parquet-damaged", path);
  });
  const { hash, bytes } = await facts;
  const { columns, rows, ids, diagnostics } = content;
  const table = { kind: "table" as const, rowCount: rows, columns, origin: [{ source: hash, ids }] };
  return { table, hash, bytes, diagnostics };
}

/** Columns and number of rows from the metadata alone; levels and missing cells are not known yet. */
export async function lookAtParquet(
  path: string,
  options: ContentOptions,
  watch: Watch,
): Promise<{ columns: ColumnFacts[]; rows: number; hash: string; bytes: number; diagnostics: Diagnostic[] }> {
  const facts = hashFile(path);
  facts.catch(() => undefined);
  const look = await withDuckDB(watch, async (db) => {
    const { relation, rows, diagnostics: renamings } = await open(db, path, options);
    const { planned, diagnostics } = planRelation(relation, options);
    diagnostics.unshift(...renamings);
    const columns = planned.map(({ name, cells }): ColumnFacts => {
      if (cells.kind === "texts") return { name, role: "feature", kind: cells.wanted ?? "categorical" };
      if (cells.kind === "flags")
        return { name, role: "feature", kind: "boolean", levels: ["false", "true"] };
      return { name, role: "feature", kind: cells.kind };
    });
    return { columns, rows, diagnostics };
  }).catch((thrown) => {
    throw readerProblem(thrown, "table.parquet-damaged", path);
  });
  return { ...look, ...(await facts) };
}

async function open(
  db: DuckDBConnection,
  path: string,
  options: ContentOptions,
): Promise<{ relation: Relation; rows: number; diagnostics: Diagnostic[] }> {
  const { every, limit } = checkThinning(options);
  const file = literal(withoutGlob(path));
  const [[count]] = await rowsOf(db, `select sum(num_rows) from parquet_file_metadata(${file})`);
  const rows = Math.min(limit, Math.ceil(Number(count) / every));
  const described = await describeRelation(db, `read_parquet(${file}, hive_partitioning = false)`);
  const { names, diagnostics } = nameColumns(await namesIn(db, file));
  checkKinds(options.kinds, names);
  const columns = described.columns.map(({ name, type }, at) => ({
    name: names[at] ?? name,
    inside: name,
    type,
  }));
  const { planned } = planRelation({ from: "", columns }, options);
  const codes = planned.filter(({ cells }) => cells.kind === "texts" || cells.kind === "flags").length;
  checkFits(path, { rows, numbers: planned.length - codes, codes });
  const inside = columns.map((column) => column.inside);
  return { relation: { from: thinned(file, every, limit, inside), columns }, rows, diagnostics };
}

/** The names of the columns as they stand in the file: DuckDB gives another to one that is empty, or `A` beside `a`. */
async function namesIn(db: DuckDBConnection, file: string): Promise<string[]> {
  const schema = await rowsOf(db, `select name, coalesce(num_children, 0) from parquet_schema(${file})`);
  const names: string[] = [];
  // The tree is written depth first; the root stands before its columns.
  for (let at = 1; at < schema.length; ) {
    names.push(String(schema[at][0]));
    for (let open = 1; open > 0 && at < schema.length; at++) open += Number(schema[at][1]) - 1;
  }
  return names;
}

/** DuckDB numbers the rows of a file by itself, under a name that no column has. */
function thinned(file: string, every: number, limit: number, names: readonly string[]): string {
  if (every === 1 && limit === Number.POSITIVE_INFINITY)
    return `read_parquet(${file}, hive_partitioning = false)`;
  if (every === 1) return `(select * from read_parquet(${file}, hive_partitioning = false) limit ${limit})`;
  let number = "file_row_number";
  // The reader's own column steps aside for one of that name in the file; then the rows are counted here.
  const clash = names.includes(number);
  if (clash) for (let n = 2; names.includes(number); n++) number = `file_row_number_${n}`;
  const from = clash
    ? `(select *, row_number() over () - 1 as ${number} from read_parquet(${file}, hive_partitioning = false))`
    : `read_parquet(${file}, hive_partitioning = false, file_row_number = true)`;
  const most = limit === Number.POSITIVE_INFINITY ? "" : ` limit ${limit}`;
  return `(select * exclude (${number}) from ${from} where ${number} % ${every} = 0${most})`;
}
