/**
 * Our tables in a database of DuckDB's: cells are copied block by block, and a view gives them the names and types that a
 * query sees. Texts travel as codes of a dictionary; a missing number is NULL there, not NaN.
 */
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  ENUM,
  TINYINT,
} from "@duckdb/node-api";
import { fail } from "../../base/diagnostic.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import { literal, quoted } from "../table/duckdb.ts";
import type { Column, Table } from "../values.ts";

/** A table as far as a query must know it to be understood. */
export type TableShape = readonly { name: string; kind: ColumnKind }[];

/** The shape alone, without what else is known of the columns. */
export function shapeOf(columns: TableShape): TableShape {
  return columns.map(({ name, kind }) => ({ name, kind }));
}

const blockRows = 2048;
/** Milliseconds that DuckDB's moments reach to: microseconds in 64 bits. */
const lastMoment = 9.2e15;

/** An empty table of that shape: enough to understand a query. Throws `sql.same-name`. */
export async function declareTable(db: DuckDBConnection, name: string, shape: TableShape): Promise<void> {
  refuseSameNames(name, shape);
  const types = {
    numeric: "double",
    datetime: "timestamp",
    boolean: "boolean",
    categorical: "varchar",
    text: "varchar",
  };
  const columns = shape.map((column) => `${quoted(column.name)} ${types[column.kind]}`);
  await db.run(`create table ${quoted(name)} (${columns.join(", ")})`);
}

/** The table with its cells, as the view `name`. `watch` is called for every block. Throws `sql.same-name`. */
export async function loadTable(
  db: DuckDBConnection,
  name: string,
  table: Pick<Table, "columns" | "rowCount">,
  watch: (done: number, total: number) => void,
): Promise<void> {
  refuseSameNames(name, table.columns);
  const cells = quoted(`${name} cells`);
  const types = table.columns.map(typeOf);
  const declared = types.map((type, index) => `c${index} ${sqlOf(type, table.columns[index])}`);
  await db.run(`create table ${cells} (${declared.join(", ")})`);
  const appender = await db.createAppender(`${name} cells`);
  try {
    const chunk = DuckDBDataChunk.create(types);
    for (let first = 0; first < table.rowCount; first += blockRows) {
      watch(first, table.rowCount);
      const rows = Math.min(blockRows, table.rowCount - first);
      chunk.reset();
      chunk.rowCount = rows;
      for (const [index, column] of table.columns.entries())
        fill(chunk.getColumnVector(index), column, first, rows);
      appender.appendDataChunk(chunk);
      if (first % (blockRows * 64) === 0) appender.flushSync();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  const seen = table.columns.map(
    (column, index) => `${cellSql(column, `c${index}`)} as ${quoted(column.name)}`,
  );
  await db.run(`create view ${quoted(name)} as select ${seen.join(", ")} from ${cells}`);
}

/** DuckDB takes `a` and `A` for one name, our tables do not. */
function refuseSameNames(table: string, columns: readonly { name: string }[]): void {
  const known = new Map<string, string>();
  for (const { name } of columns) {
    const lower = name.toLowerCase();
    const other = known.get(lower);
    if (other !== undefined) fail("sql.same-name", { table, one: other, other: name });
    if (name === "" || name.includes("\0")) fail("sql.no-name", { table, name });
    known.set(lower, name);
  }
}

function typeOf(column: Column): DuckDBType {
  if ("values" in column) return DOUBLE;
  if (column.kind === "boolean" || column.levels.length === 0) return TINYINT;
  return ENUM(column.levels);
}

function sqlOf(type: DuckDBType, column: Column): string {
  if (type === DOUBLE) return "double";
  return type === TINYINT || !("levels" in column)
    ? "tinyint"
    : `enum (${column.levels.map(literal).join(", ")})`;
}

/** What a query sees of a stored cell. */
function cellSql(column: Column, cell: string): string {
  if ("values" in column) {
    if (column.kind === "numeric") return `case when isnan(${cell}) then null else ${cell} end`;
    const inside = `abs(${cell}) <= ${lastMoment}`;
    return `case when ${inside} then make_timestamp((${cell} * 1000)::bigint) end`;
  }
  if (column.kind === "boolean") return `(${cell} = 1)`;
  return `${cell}::varchar`;
}

type Items = { set(values: ArrayLike<number>): void; fill(value: number): void; [index: number]: number };
/** The vector's own array and bits: private in the typings, and ten times as fast as cell by cell. */
type OpenVector = {
  items: Items;
  validity: { setItemValid(index: number, valid: boolean): void };
  flush(): void;
};

function fill(vector: unknown, column: Column, first: number, rows: number): void {
  const { items, validity } = vector as OpenVector;
  if ("values" in column) items.set(column.values.subarray(first, first + rows));
  else {
    for (let i = 0; i < rows; i++) {
      const code = column.codes[first + i];
      items[i] = code < 0 ? 0 : code;
      if (code < 0) validity.setItemValid(i, false);
    }
  }
  (vector as OpenVector).flush();
}
