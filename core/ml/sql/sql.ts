/**
 * One query over tables. It runs in a closed database that holds those tables and nothing else, on one thread, so that the same query
 * on the same tables gives the same rows in the same order; whatever could change that is refused (ADR 8).
 */
import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, fail } from "../../base/diagnostic.ts";
import type { ColumnFacts, ColumnKind, ColumnRole } from "../../base/table-facts.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { rowsOf, withDuckDB } from "../table/duckdb.ts";
import { planRelation, type RelationColumn, readRelation } from "../table/relation.ts";
import { overlap } from "../table/row-sets.ts";
import type { Column, RowSet, Table } from "../values.ts";
import { canonicalSql, checkQuery, parseSelect, type SqlNode } from "./check-query.ts";
import { aggregateNames } from "./functions.ts";
import { declareTable, loadTable } from "./load-table.ts";
import { type Standing, standingOf } from "./mixing.ts";
import { sqlProblem, type Written } from "./problem.ts";
import { remembered } from "./remembered.ts";

/** What the tables are called in a query, in order. */
export const tableNames = ["a", "b", "c", "d"] as const;

type SourceColumn = { name: string; kind: ColumnKind; role: ColumnRole };
type SourceTable = { name: string; columns: readonly SourceColumn[] };

/**
 * The rows that a SELECT gives over up to four tables, called `a`, `b`, `c` and `d`, in DuckDB's SQL. Texts are VARCHAR, numbers DOUBLE,
 * moments TIMESTAMP in UTC. A column that is called like one of the tables' keeps its role. Text comes back as categories.
 *
 * Every row counts as new: parts of the result may be split and scored against each other, but all of it counts as made of all rows of
 * its tables, so that a model fitted on one is never scored unlabelled on the other. Where a row of a table has a part in several rows of
 * the result (a mean over all rows beside each, a window, a table joined with itself), no split parts them (`mixing.ts`). A table that is
 * only summed up beside the rows of another informs them: what is fitted on the result has seen it, and scoring asks for the others' rows.
 *
 * Throws `sql.*`: with line and column where the text is wrong, `sql.changing-function` for what changes from run to run (`random()`,
 * `now()`), `sql.too-large`.
 *
 * ```ts
 * import { moons, sql } from "espalier";
 * const means = await sql("SELECT class, avg(x) AS x FROM a GROUP BY class ORDER BY class", moons());
 * means.rowCount; // 2
 * ```
 */
export async function sql(
  query: string,
  a?: Table,
  b?: Table,
  c?: Table,
  d?: Table,
  context: WorkContext = quietContext,
): Promise<Table> {
  const given = [a, b, c, d].flatMap((table, at) => (table ? [{ name: tableNames[at], table }] : []));
  const written: Written = { text: query, before: 0 };
  const watch = () => context.progress(0, 1);
  return withDuckDB(
    watch,
    async (db) => {
      for (const { name, table } of given) await loadTable(db, name, table, watch);
      const tables = given.map(({ name, table }) => ({ name, columns: table.columns }));
      const { columns, tree } = await understand(db, written, tables);
      await db.run(`create temp table result as ${await canonicalSql(db, query)}`);
      const inside = await rowsOf(db, "describe result");
      const relation = {
        from: "result",
        columns: columns.map((column, at) => ({ ...column, inside: String(inside[at]?.[0]) })),
      };
      const textKind = textKindIn(tables);
      const read = await readRelation(db, relation, { textKind });
      for (const found of read.diagnostics) context.warn(found);
      if (read.columns.length === 0) fail("sql.no-columns");
      const roles = rolesIn(tables);
      const made = read.columns.map(
        (column): Column => ({ ...column, role: roles.get(column.name) ?? "feature" }),
      );
      const sameAs = sharedOrigins(given);
      const standing = standingOf(tree, { aggregates: await aggregateNames(db), sameAs });
      const only = ({ name }: { name: string }) => informsOnly(standing, sameAs(name));
      const summedUp = given.filter(only);
      const origin = originOf(
        query,
        made,
        read.rows,
        given.filter((one) => !only(one)).map(({ table }) => table),
        standing.mixed,
      );
      const informed = summedUp.flatMap(({ table }) => [...table.origin, ...(table.informed ?? [])]);
      return {
        kind: "table" as const,
        rowCount: read.rows,
        columns: made,
        origin,
        ...(informed.length > 0 && { informed }),
      };
    },
    "closed",
  ).catch((thrown) => {
    throw sqlProblem(thrown, written);
  });
}

/** The columns that the query will give, found without any rows. Throws as {@link sql}. */
export const describeSql = remembered(describe);

async function describe(
  query: string,
  tables: readonly SourceTable[],
): Promise<{ columns: ColumnFacts[]; diagnostics: Diagnostic[] }> {
  const written: Written = { text: query, before: 0 };
  return withDuckDB(
    () => undefined,
    async (db) => {
      for (const { name, columns } of tables) await declareTable(db, name, columns);
      const { columns } = await understand(db, written, tables);
      const { planned, diagnostics } = planRelation({ from: "", columns }, {});
      const roles = rolesIn(tables);
      const textKind = textKindIn(tables);
      const facts = planned.map(({ name, cells }): ColumnFacts => {
        const role = roles.get(name) ?? "feature";
        if (cells.kind === "flags") return { name, role, kind: "boolean", levels: ["false", "true"] };
        return { name, role, kind: cells.kind === "texts" ? textKind(name) : cells.kind };
      });
      if (facts.length === 0) fail("sql.no-columns");
      return { columns: facts, diagnostics };
    },
    "closed",
  ).catch((thrown) => {
    throw sqlProblem(thrown, written);
  });
}

/** Checks the query and asks DuckDB for its columns: types are found before a row is touched. */
async function understand(
  db: DuckDBConnection,
  written: Written,
  tables: readonly SourceTable[],
): Promise<{ columns: RelationColumn[]; tree: SqlNode }> {
  const known = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
  const tree = await parseSelect(db, written);
  await checkQuery(db, tree, written, known);
  const prepared = await db.prepare(written.text);
  const columns = Array.from({ length: prepared.columnCount }, (_, at) => ({
    name: prepared.columnName(at),
    type: String(prepared.columnType(at)),
  }));
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name)) fail("table.duplicate-column", { column: name });
    names.add(name);
  }
  return { columns, tree };
}

/**
 * What the rows of the answer are made of, from the query alone: whether they can be told apart, and which tables only
 * inform them. `same`: tables that share rows, by one name.
 */
export const sqlStanding = remembered(
  async (
    query: string,
    same: Readonly<Record<string, string>>,
  ): Promise<{ mixed: boolean; informed: readonly string[] }> =>
    withDuckDB(
      () => undefined,
      async (db) => {
        const tree = await parseSelect(db, { text: query, before: 0 });
        const sameAs = (name: string) => same[name] ?? name;
        const standing = standingOf(tree, { aggregates: await aggregateNames(db), sameAs });
        const informed = Object.keys(same).filter((name) => informsOnly(standing, sameAs(name)));
        return { mixed: standing.mixed, informed };
      },
      "closed",
    ),
);

/** Where rows are mixed nothing is told apart: every table counts as standing in the answer. */
function informsOnly({ mixed, rows, informed }: Standing, name: string): boolean {
  return !mixed && informed.has(name) && !rows.has(name);
}

/** Tables that have a row in common count as one. */
function sharedOrigins(given: readonly { name: string; table: Table }[]): (name: string) => string {
  const first = new Map<string, string>();
  for (const { name, table } of given) {
    const earlier = given.find((one) => first.has(one.name) && overlap(one.table.origin, table.origin) > 0);
    first.set(name, earlier ? (first.get(earlier.name) ?? name) : name);
  }
  return (name) => first.get(name) ?? name;
}

/** Roles by name: of two tables with a column of one name the first decides. */
function rolesIn(tables: readonly SourceTable[]): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  for (const { name, role } of tables.flatMap(({ columns }) => columns))
    if (!roles.has(name)) roles.set(name, role);
  return roles;
}

/** Text under the name of a column of free text is free text, all other is categories: so it is known before a run. */
function textKindIn(tables: readonly SourceTable[]): (name: string) => "categorical" | "text" {
  const texts = new Set(
    tables.flatMap(({ columns }) => columns.filter(({ kind }) => kind === "text")).map(({ name }) => name),
  );
  return (name) => (texts.has(name) ? "text" : "categorical");
}

/**
 * Rows of their own, numbered from 0, made of all rows of all tables. Named by query, content and origin. Where they are
 * mixed they all have one number: what one of them knows the others know, and no split parts them.
 */
function originOf(
  query: string,
  columns: readonly Column[],
  rows: number,
  tables: readonly Table[],
  mixed: boolean,
): RowSet[] {
  const from = tables.flatMap((table) => table.origin);
  if (from.length === 0) return [];
  const hash = createHash("sha256").update(
    JSON.stringify([query, columns.map(({ name, kind }) => [name, kind])]),
  );
  for (const column of columns) {
    if ("values" in column) hash.update(bytesOf(column.values));
    else hash.update(JSON.stringify(column.levels)).update(bytesOf(column.codes));
  }
  for (const { source, ids } of from) hash.update(source).update(bytesOf(ids));
  const ids = new Uint32Array(new SharedArrayBuffer(rows * 4));
  if (!mixed) for (let row = 0; row < rows; row++) ids[row] = row;
  return [{ source: `sha256-${hash.digest("hex")}`, ids, from }];
}

function bytesOf(array: Float64Array | Int32Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
