/**
 * What a text of SQL may say, judged on DuckDB's own parse of it: nothing that reads files, asks the machine, draws random numbers or
 * names a table that was not given. The judgement is a list of what is allowed; whatever is not on it is refused.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal, rowsOf } from "../table/duckdb.ts";
import { type Call, checkCalls, valuesOfTheMoment } from "./functions.ts";
import { error, nearest, placeOfPoint, type Written } from "./problem.ts";
import { sayingSyntax } from "./say-problem.ts";

/** A node of the tree that DuckDB makes of a text. */
export type SqlNode = { readonly [key: string]: unknown };

const rowExpressions = new Set([
  "CONSTANT",
  "COLUMN_REF",
  "FUNCTION",
  "COMPARISON",
  "CONJUNCTION",
  "OPERATOR",
  "CAST",
  "CASE",
  "BETWEEN",
  "COLLATE",
]);
const queryExpressions = new Set([
  ...rowExpressions,
  "SUBQUERY",
  "WINDOW",
  "STAR",
  "LAMBDA",
  "LAMBDA_REF",
  "POSITIONAL_REFERENCE",
]);
const queryTables = new Set([
  "BASE_TABLE",
  "SUBQUERY",
  "JOIN",
  "EMPTY",
  "TABLE_FUNCTION",
  "EXPRESSION_LIST",
  "PIVOT",
  "COLUMN_DATA",
]);
const tableFunctions = new Set(["range", "generate_series", "unnest"]);

/** DuckDB's tree of one SELECT. Throws `sql.empty`, `sql.syntax`, `sql.one-select`. */
export async function parseSelect(db: DuckDBConnection, written: Written): Promise<SqlNode> {
  const { text, before } = written;
  if (text.trim() === "") throw error("sql.empty", {});
  const given = before === 0 ? text : `select ${text}`;
  const [[answer]] = await rowsOf(db, `select json_serialize_sql(${literal(given)})`);
  const parsed = JSON.parse(String(answer)) as SqlNode & { statements?: readonly { node: SqlNode }[] };
  if (parsed.error === true) {
    if (parsed.error_type !== "parser") throw error("sql.one-select", {});
    const message = String(parsed.error_message);
    const index = Number(parsed.position ?? 0);
    throw error("sql.syntax", { ...sayingSyntax(message), ...placeOfPoint(written, index) });
  }
  const [first, ...more] = parsed.statements ?? [];
  if (!first || more.length > 0) throw error("sql.one-select", {});
  return first.node;
}

/** The query as DuckDB writes it again: what was checked and nothing else is what runs. */
export async function canonicalSql(db: DuckDBConnection, text: string): Promise<string> {
  const [[canonical]] = await rowsOf(db, `select json_deserialize_sql(json_serialize_sql(${literal(text)}))`);
  return String(canonical);
}

/** Checks a whole query over these tables. Throws `sql.*`. */
export async function checkQuery(
  db: DuckDBConnection,
  tree: SqlNode,
  written: Written,
  tables: readonly { name: string; columns: readonly string[] }[],
): Promise<void> {
  const calls: Call[] = [];
  const made = new Set<string>();
  walk(tree, (node) => {
    for (const { key } of entriesOf(node.cte_map)) made.add(String(key).toLowerCase());
  });
  const columns = new Set(tables.flatMap((table) => table.columns.map((name) => name.toLowerCase())));
  walk(tree, (node) => {
    const place = placeOfPoint(written, Number(node.query_location ?? 0));
    if (node.sample !== undefined && node.sample !== null)
      throw error("sql.not-allowed", { what: "SAMPLE", ...place });
    if (typeof node.class === "string") {
      if (!queryExpressions.has(node.class)) throw error("sql.not-allowed", { what: node.class, ...place });
      if (node.class === "FUNCTION" || node.class === "WINDOW") pushCall(calls, node);
      const names = namesOf(node);
      const [name = ""] = names;
      if (names.length === 1 && valuesOfTheMoment.has(name.toLowerCase()) && !columns.has(name.toLowerCase()))
        throw error("sql.changing-function", { name, ...place });
    } else if (isTable(node))
      checkTable(
        node,
        place,
        made,
        tables.map(({ name }) => name),
      );
  });
  // A table function stands in the tree as a call too.
  const scalar = calls.filter(({ name }) => !tableFunctions.has(name.toLowerCase()));
  await checkCalls(db, scalar, written, false);
}

function checkTable(
  node: SqlNode,
  place: { line: number; column: number },
  made: ReadonlySet<string>,
  names: readonly string[],
): void {
  const type = String(node.type);
  if (!queryTables.has(type)) throw error("sql.not-allowed", { what: type, ...place });
  if (type === "TABLE_FUNCTION") {
    const name = String((node.function as SqlNode | undefined)?.function_name ?? "");
    if (!tableFunctions.has(name.toLowerCase())) throw error("sql.no-table-function", { name, ...place });
  }
  if (type !== "BASE_TABLE") return;
  const name = String(node.table_name);
  const given = node.schema_name === "" && node.catalog_name === "";
  if (given && (made.has(name.toLowerCase()) || names.includes(name.toLowerCase()))) return;
  throw error("sql.unknown-table", { name, known: names, ...place });
}

/**
 * Checks expressions of one row of a table with these columns, and names the columns that they use.
 * Throws `sql.*`, and suggests the nearest name for one that is not there.
 */
export async function checkExpressions(
  db: DuckDBConnection,
  expressions: readonly SqlNode[],
  written: Written,
  columns: readonly string[],
): Promise<string[]> {
  const calls: Call[] = [];
  const used = new Set<string>();
  const byLower = new Map(columns.map((name) => [name.toLowerCase(), name]));
  for (const expression of expressions) {
    walk(expression, (node) => {
      if (typeof node.class !== "string") return;
      const place = placeOfPoint(written, Number(node.query_location ?? 0));
      if (!rowExpressions.has(node.class)) throw error("sql.not-one-row", { what: node.class, ...place });
      if (node.class === "FUNCTION") pushCall(calls, node);
      if (node.class !== "COLUMN_REF") return;
      const name = namesOf(node).join(".");
      const found = columns.includes(name) ? name : byLower.get(name.toLowerCase());
      if (found === undefined) {
        if (valuesOfTheMoment.has(name.toLowerCase()))
          throw error("sql.changing-function", { name, ...place });
        const near = nearest(name, columns);
        const candidates = near === "" ? columns.slice(0, 20) : [near];
        throw error("sql.unknown-column", { name, candidates, ...place });
      }
      used.add(found);
    });
  }
  await checkCalls(db, calls, written, true);
  return columns.filter((name) => used.has(name));
}

/** Every object of the tree, parents first. */
export function walk(node: unknown, visit: (node: SqlNode) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node !== null && typeof node === "object") {
    visit(node as SqlNode);
    for (const part of Object.values(node)) walk(part, visit);
  }
}

function pushCall(calls: Call[], node: SqlNode): void {
  calls.push({ name: String(node.function_name), location: Number(node.query_location ?? 0) });
}

function namesOf(node: SqlNode): string[] {
  return Array.isArray(node.column_names) ? node.column_names.map(String) : [];
}

function entriesOf(map: unknown): readonly { key: unknown }[] {
  const entries = map !== null && typeof map === "object" ? (map as { map?: unknown }).map : undefined;
  return Array.isArray(entries) ? entries : [];
}

/** A place where rows come from: it has an alias and a sample, as expressions and modifiers have not. */
function isTable(node: SqlNode): boolean {
  return typeof node.type === "string" && "sample" in node && "alias" in node && !("class" in node);
}
