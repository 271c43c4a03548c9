/**
 * A file as a table, for scripts and nodes alike. Reads CSV and its relatives (semicolons, tabs, bars); other formats
 * join here, by what the file is and not by what it is called.
 */
import { type Diagnostic, fail } from "../../base/diagnostic.ts";
import type { ColumnFacts, ColumnRole } from "../../base/table-facts.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { Column, Table } from "../values.ts";
import { type CsvOptions, readCsv } from "./read-csv.ts";
import { countMissing } from "./validity.ts";

export type ReadOptions = CsvOptions & {
  /** The column to predict. A column of numbers stays one; say `kinds: { name: "categorical" }` to have classes. */
  target?: string;
  /** Roles of columns by name; the others are features. */
  roles?: Readonly<Record<string, ColumnRole>>;
};

/** What a file holds, without its cells. */
export type TableProbe = {
  columns: ColumnFacts[];
  rows: number;
  /** `sha256-<hex>` of the file's bytes: the source of its rows. */
  hash: string;
  bytes: number;
  diagnostics: Diagnostic[];
};

/**
 * Reads a file. Delimiter, header and kinds are found out unless given: numbers, `true`/`false`, dates and moments,
 * else categories, else (more than 50 different texts that are more than a twentieth of the rows) text. Rows that
 * cannot be read are left out, with a warning through `context.warn` that names their lines; a file that is no table,
 * or stops in the middle, throws `file.*` or `table.*`.
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
  const { table, diagnostics } = await readCsv(path, options, watching(context));
  for (const diagnostic of diagnostics) context.warn(diagnostic);
  return withOptionRoles(table, options);
}

/** The same, for those who want to know what is in the file before they use it. Costs as much as reading it. */
export async function probeTable(
  path: string,
  options: ReadOptions = {},
  context: WorkContext = quietContext,
): Promise<TableProbe> {
  const { table, hash, bytes, diagnostics } = await readCsv(path, options, watching(context));
  const columns = withOptionRoles(table, options).columns.map((column) => factsOf(column, table.rowCount));
  return { columns, rows: table.rowCount, hash, bytes, diagnostics };
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

function withOptionRoles(table: Table, { target, roles = {} }: ReadOptions): Table {
  const names = table.columns.map((column) => column.name);
  for (const name of [...Object.keys(roles), ...(target === undefined ? [] : [target])]) {
    if (!names.includes(name)) fail("table.unknown-column", { column: name, columns: names });
  }
  const columns = table.columns.map((column): Column => {
    const chosen = Object.hasOwn(roles, column.name) ? roles[column.name] : column.role;
    return { ...column, role: column.name === target ? "target" : chosen };
  });
  return { ...table, columns };
}
