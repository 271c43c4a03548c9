/**
 * One column of DuckDB's as cells of ours: the SQL that makes them, and the check that finds what they cannot hold. Numbers are
 * float64, moments milliseconds since 1970 in UTC, all else is text; lists and structures are text in JSON.
 */
import type { ColumnKind } from "../../base/table-facts.ts";
import { milliseconds, momentOf } from "./duckdb.ts";

/** Cells that come out otherwise than they went in: `lost` is true for them, `sql` shows one. */
export type CellCheck = { code: string; lost: string; sql: string };

export type Cells = { note?: string; check?: CellCheck } & (
  | { kind: "numeric" | "datetime"; sql: string }
  | { kind: "flags"; sql: string }
  | { kind: "texts"; sql: string; wanted?: "categorical" | "text" }
  | { kind: "none" }
);

const exactNumbers = /^(U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE|"?NULL"?|SQLNULL)$/;
const wideNumbers = /^(U?BIGINT|U?HUGEINT|BIGNUM|DECIMAL\(.*\))$/;
const moments = /^(DATE|TIMESTAMP.*)$/;
const nested = /^(STRUCT|MAP|UNION|VARIANT)\b|\]$/;

/** How the column `name` (quoted already) of DuckDB's `type` is read, as `wanted` where the caller says so. */
export function cellsOf(name: string, type: string, wanted?: ColumnKind): Cells {
  const natural = naturalCells(name, type);
  if (wanted === undefined || natural.kind === "none") return natural;
  if (wanted === "categorical" || wanted === "text") return asText(name, type, natural, wanted);
  const kind = natural.kind === "flags" ? "boolean" : natural.kind;
  if (kind === wanted) return natural;
  const text = natural.kind === "texts" ? natural.sql : `(${name})::varchar`;
  const cast =
    wanted === "datetime"
      ? momentOf(text)
      : `try_cast(${text} as ${wanted === "numeric" ? "double" : "boolean"})`;
  const check = {
    code: "table.cells-not-of-kind",
    lost: `${name} is not null and ${cast} is null`,
    sql: text,
  };
  if (wanted === "boolean") return { kind: "flags", sql: cast, check };
  return { kind: wanted, sql: cast, check };
}

function naturalCells(name: string, type: string): Cells {
  if (exactNumbers.test(type)) return { kind: "numeric", sql: `(${name})::double` };
  if (wideNumbers.test(type)) {
    const number = `(${name})::double`;
    const lost = `${name} is not null and try_cast(${number} as ${type}) is distinct from ${name}`;
    return { kind: "numeric", sql: number, check: { code: "table.rounded-numbers", lost, sql: name } };
  }
  if (type === "BOOLEAN") return { kind: "flags", sql: name };
  if (moments.test(type)) {
    const endless = `${name} is not null and not isfinite(${name})`;
    const check = { code: "table.endless-moments", lost: endless, sql: name };
    return { kind: "datetime", sql: millisecondsOf(name, type), check };
  }
  if (type === "BLOB" || type === "GEOMETRY") return { kind: "none", note: "table.binary-column" };
  if (type === "JSON")
    return { kind: "texts", sql: `json_extract_string(${name}, '$')`, note: "table.mixed-column" };
  if (nested.test(type))
    return { kind: "texts", sql: `(to_json(${name}))::varchar`, note: "table.nested-column" };
  return { kind: "texts", sql: `(${name})::varchar` };
}

function asText(name: string, type: string, natural: Cells, wanted: "categorical" | "text"): Cells {
  if (natural.kind === "texts") return { ...natural, wanted };
  // Classes that are written 1 and 2 in one file should not be 1.0 and 2.0 in another.
  const whole = /^(FLOAT|DOUBLE)$/.test(type);
  const sql = whole ? `regexp_replace((${name})::varchar, '\\.0$', '')` : `(${name})::varchar`;
  return { kind: "texts", sql, wanted };
}

/** Milliseconds with their fraction, whatever unit DuckDB keeps them in. */
function millisecondsOf(name: string, type: string): string {
  if (type === "DATE") return `case when isfinite(${name}) then epoch_ms(${name})::double end`;
  if (type === "TIMESTAMP_NS") return `case when isfinite(${name}) then epoch_ns(${name}) / 1e6 end`;
  return milliseconds(/^TIMESTAMP_(S|MS)$/.test(type) ? `(${name})::timestamp` : name);
}
