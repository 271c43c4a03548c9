/** Expressions of one row: parsed and typed before a run, evaluated for all rows at once in it. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { fail } from "../../base/diagnostic.ts";
import { rowsOf, withDuckDB } from "../table/duckdb.ts";
import { cellsOf } from "../table/relation-cells.ts";
import type { Table } from "../values.ts";
import { canonicalSql, checkExpressions, parseSelect, type SqlNode } from "./check-query.ts";
import { declareTable, loadTable, type TableShape } from "./load-table.ts";
import { error, placeOfPoint, sqlProblem, type Written } from "./problem.ts";
import { remembered } from "./remembered.ts";

/** An expression as it is known before a run. */
export type Typed = {
  /** Its alias, `""` without one. */
  name: string;
  /** DuckDB's type. */
  type: string;
  place: { line: number; column: number };
};

/** Stands before the text in what DuckDB is given. */
const before = "select ".length;

/** Types of the expressions in `text` over a table of this shape. Throws `sql.*`. */
export const typeExpressions = remembered(typed);

async function typed(text: string, shape: TableShape): Promise<Typed[]> {
  const written: Written = { text, before };
  return withDuckDB(
    () => undefined,
    async (db) => {
      const { used, nodes } = await understand(
        db,
        written,
        shape.map(({ name }) => name),
      );
      const shown = shape.filter(({ name }) => used.includes(name));
      if (shown.length > 0) await declareTable(db, "t", shown);
      return typesOf(db, written, nodes);
    },
    "closed",
  ).catch((thrown) => {
    throw sqlProblem(thrown, written);
  });
}

/**
 * Evaluates the expressions for all rows; `work` gets a database whose table `evaluated` has their values as c0, c1, …, in
 * the order of the rows. Only columns that are used are copied.
 */
export async function evaluateExpressions<T>(
  text: string,
  table: Table,
  watch: () => void,
  work: (db: DuckDBConnection, types: readonly Typed[]) => Promise<T>,
): Promise<T> {
  const written: Written = { text, before };
  return withDuckDB(
    watch,
    async (db) => {
      const { used, nodes } = await understand(
        db,
        written,
        table.columns.map(({ name }) => name),
      );
      const columns = table.columns.filter(({ name }) => used.includes(name));
      await loadTable(
        db,
        "t",
        { rowCount: table.rowCount, columns: columns.length > 0 ? columns : [rowNumbers(table)] },
        watch,
      );
      const types = await typesOf(db, written, nodes);
      const names = types.map((_, at) => `c${at}`);
      const values = `${await canonicalSql(db, `select ${text}`)} from t`;
      await db.run(
        `create temp table evaluated (${names.map((name, at) => `${name} ${types[at]?.type}`).join(", ")})`,
      );
      await db.run(`insert into evaluated ${values}`);
      return work(db, types);
    },
    "closed",
  ).catch((thrown) => {
    throw sqlProblem(thrown, written);
  });
}

/** A table without columns has no rows in SQL: one stands in where an expression uses none. */
function rowNumbers(table: Table) {
  return { name: " ", role: "ignored", kind: "numeric", values: new Float64Array(table.rowCount) } as const;
}

async function understand(db: DuckDBConnection, written: Written, columns: readonly string[]) {
  const tree = await parseSelect(db, written);
  const nodes = onlyExpressions(tree);
  if (!nodes) throw error("sql.not-an-expression", {});
  const used = await checkExpressions(db, nodes, written, columns);
  return { used, nodes };
}

/** The expressions of a SELECT that says nothing else: no FROM, no WHERE, no ORDER BY that was smuggled in. */
function onlyExpressions(tree: SqlNode): readonly SqlNode[] | undefined {
  const from = tree.from_table as SqlNode | undefined;
  const none = (part: unknown) =>
    part === undefined || part === null || (Array.isArray(part) && part.length === 0);
  const bare =
    tree.type === "SELECT_NODE" &&
    from?.type === "EMPTY" &&
    [
      tree.where_clause,
      tree.having,
      tree.qualify,
      tree.sample,
      tree.modifiers,
      tree.group_expressions,
      tree.group_sets,
    ].every(none) &&
    none((tree.cte_map as { map?: unknown } | undefined)?.map);
  return bare && Array.isArray(tree.select_list) ? (tree.select_list as SqlNode[]) : undefined;
}

async function typesOf(db: DuckDBConnection, written: Written, nodes: readonly SqlNode[]): Promise<Typed[]> {
  // A table that no column is used of is not there to be asked.
  const [[there]] = await rowsOf(db, "select count(*) from duckdb_tables() where table_name = 't'");
  const [[seen]] = await rowsOf(db, "select count(*) from duckdb_views() where view_name = 't'");
  const source = Number(there) + Number(seen) > 0 ? "\nfrom t" : "";
  const prepared = await db.prepare(`select ${written.text}${source}`);
  return nodes.map((node, at): Typed => {
    const type = String(prepared.columnType(at));
    const place = placeOfPoint(written, Number(node.query_location ?? before));
    if (cellsOf("x", type).kind === "none") fail("sql.no-kind", { type, ...place });
    return { name: String(node.alias ?? ""), type, place };
  });
}
