/**
 * Which functions a query may call: those whose answer depends on their arguments alone, as DuckDB itself declares them, less some
 * that it declares so and that tell of the machine, the session or the draw.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal, rowsOf } from "../table/duckdb.ts";
import { error, nearest, placeOfPoint, type Written } from "./problem.ts";

/** A call as it stands in a text. */
export type Call = { name: string; location: number };

const machines =
  /^(current_.*|getvariable|getenv|version|user|session_user|pg_.*|has_.*_privilege|in_search_path|txid_current|query.*|json_(de)?serialize_.*|json_execute_.*|reservoir_quantile|add_parquet_key|write_log|vector_type|stats|in_transaction|format_pg_type|obj_description|col_description|shobj_description|inet_.*|enum_.*)$/;

/** Niladic functions that read like names of columns. */
export const valuesOfTheMoment = new Set([
  "current_date",
  "current_time",
  "current_timestamp",
  "localtime",
  "localtimestamp",
  "current_user",
  "session_user",
  "current_role",
  "current_catalog",
  "current_schema",
  "user",
]);

/**
 * Throws `sql.unknown-function`, `sql.changing-function` (another answer at another time) and `sql.no-aggregates` where `rowwise` asks for
 * functions of one row.
 */
export async function checkCalls(
  db: DuckDBConnection,
  calls: readonly Call[],
  written: Written,
  rowwise: boolean,
): Promise<void> {
  const names = [...new Set(calls.map(({ name }) => name.toLowerCase()))];
  const known = await described(db, names);
  for (const { name, location } of calls) {
    const kinds = known.get(name.toLowerCase());
    const place = placeOfPoint(written, location);
    if (!kinds) {
      const all = await rowsOf(
        db,
        "select distinct function_name from duckdb_functions() where function_type in ('scalar', 'macro', 'aggregate')",
      );
      const meant = nearest(
        name,
        all.map(([one]) => String(one)),
      );
      throw error("sql.unknown-function", { name, nearest: meant, found: meant !== "", ...place });
    }
    if (kinds.changing) throw error("sql.changing-function", { name, ...place });
    if (rowwise && kinds.aggregate) throw error("sql.no-aggregates", { name, ...place });
  }
}

/** The names of all functions that sum rows up. */
export async function aggregateNames(db: DuckDBConnection): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    db,
    "select distinct function_name from duckdb_functions() where function_type = 'aggregate'",
  );
  return new Set(rows.map(([name]) => String(name).toLowerCase()));
}

type Facts = { changing: boolean; aggregate: boolean };

async function described(db: DuckDBConnection, names: readonly string[]): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>();
  if (names.length === 0) return facts;
  const rows = await rowsOf(
    db,
    `select function_name, function_type, stability, coalesce(macro_definition, '') from duckdb_functions() where function_type in ('scalar', 'aggregate', 'macro') and function_name in (${names.map(literal).join(", ")})`,
  );
  for (const [name, type, stability, definition] of rows) {
    const before = facts.get(String(name)) ?? { changing: false, aggregate: false };
    const steady = type === "macro" ? !changingMacro(String(definition)) : stability === "CONSISTENT";
    facts.set(String(name), {
      changing: before.changing || !steady || machines.test(String(name)),
      aggregate:
        before.aggregate ||
        type === "aggregate" ||
        (type === "macro" && /\b(sum|count|avg|min|max)\(/.test(String(definition))),
    });
  }
  return facts;
}

/** A macro is as steady as what it is made of. */
function changingMacro(definition: string): boolean {
  return /\b(random|uuid|gen_random_uuid|now|nextval|currval|setseed|today|get_current_\w+|current_\w+|txid_current|duckdb_\w+|getvariable|pg_\w+)\b/i.test(
    definition,
  );
}
