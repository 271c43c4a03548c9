/**
 * A file as a table, for scripts and nodes alike: CSV and its relatives (semicolons, tabs, bars), JSON, Parquet and Arrow,
 * told apart by what the file is and not by what it is called.
 */
import { stat } from "node:fs/promises";
import { type Diagnostic, fail } from "../../base/diagnostic.ts";
import type { ColumnFacts, ColumnRole } from "../../base/table-facts.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { Column, Table } from "../values.ts";
import { readHead } from "./csv-check.ts";
import type { CsvOptions } from "./csv-sample.ts";
import type { Watch } from "./duckdb.ts";
import { type FileContent, realPath, renamed } from "./file-content.ts";
import { type FileFormat, fileFormats, formatOf } from "./file-format.ts";
import { lookAtArrow, readArrow } from "./read-arrow.ts";
import { lookAtCsv, readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { lookAtParquet, readParquet } from "./read-parquet.ts";
import { countMissing } from "./validity.ts";

export type ReadOptions = CsvOptions & {
  /** What the file is; found out from its first bytes unless given. */
  format?: FileFormat;
  /** The column to predict. A column of numbers stays one; say `kinds: { name: "categorical" }` to have classes. */
  target?: string;
  /** Roles of columns by name; the others are features. */
  roles?: Readonly<Record<string, ColumnRole>>;
};

/** What a file holds, without its cells. */
export type TableProbe = {
  columns: ColumnFacts[];
  /** Left out where only a reading of the whole file would tell. */
  rows?: number;
  /** `sha256-<hex>` of the file's bytes: the source of its rows. */
  hash: string;
  bytes: number;
  diagnostics: Diagnostic[];
};

/**
 * Reads a file. Its format, and in CSV delimiter, header and kinds, are found out unless given: numbers, `true`/`false`, dates and
 * moments, else categories, else (more than 50 different texts that are more than a twentieth of the rows) text. In other
 * formats columns have types already; what a table cannot hold exactly (whole numbers beyond 2^53, lists, bytes) is said through
 * `context.warn`, and so are rows of a CSV file that cannot be read, by their lines. A file that is no table, stops in the
 * middle or is too large for memory throws `file.*` or `table.*`.
 *
 * ```ts
 * const iris = await readTable("data/iris.csv", { target: "species" });
 * ```
 */
export async function readTable(
  path: string,
  options: ReadOptions = {},
  context: WorkContext = quietContext,
): Promise<Table> {
  const { table, diagnostics } = await readContent(path, options, watching(context));
  for (const diagnostic of diagnostics) context.warn(diagnostic);
  return { ...table, columns: withOptionRoles(table.columns, options) };
}

/**
 * The same, for those who want to know what is in the file before they use it. Parquet and Arrow say it themselves, a large CSV
 * file is judged by its beginning: number of rows, levels and missing cells are left out where nobody knows them yet.
 */
export async function probeTable(
  path: string,
  options: ReadOptions = {},
  context: WorkContext = quietContext,
): Promise<TableProbe> {
  const { columns, ...look } = await lookAtContent(path, options, watching(context));
  return { ...look, columns: withOptionRoles(columns, options) };
}

/** Smaller files are read whole for a look: levels and missing cells are worth some milliseconds. */
const wholeLook = 16 * 1024 * 1024;

async function readContent(path: string, options: ReadOptions, watch: Watch): Promise<FileContent> {
  watch(0);
  const { real, format } = await openFile(path, options);
  if (format === "csv") return readCsv(path, options, watch);
  const read = { json: readJson, parquet: readParquet, arrow: readArrow }[format];
  return named(read(real, options, watch), path);
}

/** What is said names the file as the caller did. */
async function named<C extends { diagnostics: Diagnostic[] }>(work: Promise<C>, path: string): Promise<C> {
  const content = await work.catch((thrown) => {
    throw renamed(thrown, path);
  });
  const diagnostics = content.diagnostics.map((found) =>
    "path" in found.values ? { ...found, values: { ...found.values, path } } : found,
  );
  return { ...content, diagnostics };
}

async function lookAtContent(path: string, options: ReadOptions, watch: Watch): Promise<TableProbe> {
  const { real, format, size } = await openFile(path, options);
  if (format === "json" || size <= wholeLook) {
    const { table, ...rest } = await readContent(path, options, watch);
    return {
      ...rest,
      rows: table.rowCount,
      columns: table.columns.map((each) => factsOf(each, table.rowCount)),
    };
  }
  const look = { csv: lookAtCsv, parquet: lookAtParquet, arrow: lookAtArrow }[format];
  return named<TableProbe>(look(real, options, watch), path);
}

async function openFile(path: string, { format }: ReadOptions) {
  if (format !== undefined && !fileFormats.includes(format))
    fail("table.format", { format, known: [...fileFormats] });
  const real = await realPath(path);
  const { head } = await readHead(real, 4096).catch((thrown) => {
    throw renamed(thrown, path);
  });
  return { real, format: format ?? formatOf(path, head), size: (await stat(real)).size };
}

/** A cancel is noticed here, between a table's blocks and while DuckDB works. */
function watching(context: WorkContext): (percent: number) => void {
  return (percent) => context.progress(percent, 100);
}

function factsOf(column: Column, rows: number): ColumnFacts {
  const { name, kind, role } = column;
  const missing = countMissing(column, rows);
  // The "levels" of a text are its cells: nobody needs a million of them before a run.
  return {
    name,
    kind,
    role,
    missing,
    ...("levels" in column && kind !== "text" && { levels: column.levels }),
  };
}

function withOptionRoles<C extends { name: string; role: ColumnRole }>(
  columns: readonly C[],
  { target, roles = {} }: ReadOptions,
): C[] {
  const names = columns.map((column) => column.name);
  for (const name of [...Object.keys(roles), ...(target === undefined ? [] : [target])]) {
    if (!names.includes(name)) fail("table.unknown-column", { column: name, columns: names });
  }
  return columns.map((column) => {
    const chosen = Object.hasOwn(roles, column.name) ? roles[column.name] : column.role;
    return { ...column, role: column.name === target ? "target" : chosen };
  });
}
