/**
 * Whatever DuckDB can name (a Parquet file, a table of JSON records, the answer to a query) as columns of ours. It is
 * read in blocks, never as one answer in memory. What our columns cannot hold exactly is said, or left out and said.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { CodeColumn, Column, NumberColumn } from "../values.ts";
import { mostLevels } from "./csv-kinds.ts";
import { quoted, rowsOf } from "./duckdb.ts";
import { type Ask, type Gathered, gather } from "./gather.ts";
import { type Cells, cellsOf } from "./relation-cells.ts";
import { validityOfCodes, validityOfNumbers } from "./validity.ts";

export type RelationColumn = {
  /** The name that the table gives it. */
  name: string;
  /** What DuckDB calls it, where that is another. */
  inside?: string;
  /** DuckDB's type. */
  type: string;
};

export type Relation = { from: string; columns: readonly RelationColumn[] };

export type RelationOptions = {
  kinds?: Readonly<Record<string, ColumnKind>>;
  /** Whether texts are categories when they are few, or as this says by name. */
  textKind?: (name: string, few: boolean) => "categorical" | "text";
};

export type RelationContent = { columns: Column[]; rows: number; diagnostics: Diagnostic[] };

/** Names and types of what stands behind `from`. */
export async function describeRelation(db: DuckDBConnection, from: string): Promise<Relation> {
  const columns = (await rowsOf(db, `describe select * from ${from}`)).map(([name, type]) => ({
    name: String(name),
    type: String(type),
  }));
  return { from, columns };
}

/** How each column is read; columns that cannot be are left out, with a warning. */
export function planRelation(
  { columns }: Relation,
  { kinds = {} }: RelationOptions,
): { planned: readonly Planned[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const planned: Planned[] = [];
  for (const { name, inside = name, type } of columns) {
    const cells = cellsOf(quoted(inside), type, Object.hasOwn(kinds, name) ? kinds[name] : undefined);
    if (cells.note !== undefined) diagnostics.push(warning(cells.note, { column: name, type }));
    if (cells.kind !== "none") planned.push({ name, cells });
  }
  return { planned, diagnostics };
}

export type Planned = { name: string; cells: Exclude<Cells, { kind: "none" }> };

/** All columns with the role `feature`. `rows`: their number where it is known already. */
export async function readRelation(
  db: DuckDBConnection,
  relation: Relation,
  options: RelationOptions = {},
): Promise<RelationContent> {
  const { planned, diagnostics } = planRelation(relation, options);
  const { rows, findings } = await countRelation(db, relation.from, planned);
  diagnostics.push(...findings);
  const asks = planned.map(({ cells }): Ask => {
    if (cells.kind === "texts") return { sql: cells.sql, form: "texts" };
    if (cells.kind === "flags")
      return { sql: `coalesce((${cells.sql})::integer, -1)::integer`, form: "codes" };
    return { sql: `coalesce(${cells.sql}, 'nan'::double)`, form: "numbers" };
  });
  const gathered = await gather(db, relation.from, asks, rows);
  const columns = gathered.columns.map((made, at) => columnOf(planned[at], made, rows, options));
  return { columns, rows, diagnostics };
}

function columnOf(
  { name, cells }: Planned,
  made: Gathered,
  rows: number,
  { textKind }: RelationOptions,
): Column {
  if (made.form === "numbers") {
    const kind = cells.kind === "datetime" ? "datetime" : "numeric";
    return withMissing({ name, role: "feature", kind, values: made.values });
  }
  if (made.form === "codes")
    return withMissing({
      name,
      role: "feature",
      kind: "boolean",
      codes: made.codes,
      levels: ["false", "true"],
    });
  const few = made.levels.length <= mostLevels(rows);
  const wanted = cells.kind === "texts" ? cells.wanted : undefined;
  const kind = wanted ?? textKind?.(name, few) ?? (few ? "categorical" : "text");
  return withMissing({ name, role: "feature", kind, codes: made.codes, levels: made.levels });
}

/** The number of rows, and what the checks of the columns found in them. */
export async function countRelation(
  db: DuckDBConnection,
  from: string,
  planned: readonly Planned[],
): Promise<{ rows: number; findings: Diagnostic[] }> {
  const checks = planned.flatMap(({ name, cells }) =>
    cells.check === undefined ? [] : [{ name, ...cells.check }],
  );
  const counts = checks.flatMap(({ lost, sql }) => [
    `count(*) filter (${lost})`,
    `(min(${sql}) filter (${lost}))::varchar`,
  ]);
  const [cells] = await rowsOf(
    db,
    `select count(*), ${counts.join(", ")} from ${from}`.replace(", from", " from"),
  );
  const findings = checks.flatMap(({ name, code }, index) => {
    const count = Number(cells[1 + 2 * index]);
    const example = String(cells[2 + 2 * index]).slice(0, 60);
    return count === 0 ? [] : [warning(code, { column: name, count, example })];
  });
  return { rows: Number(cells[0]), findings };
}

/** The column with its validity bitmap, where it has missing cells. */
export function withMissing<C extends NumberColumn | CodeColumn>(column: C): C {
  const { valid: _, ...rest } = column;
  const valid = "values" in column ? validityOfNumbers(column.values) : validityOfCodes(column.codes);
  return { ...rest, ...(valid && { valid }) } as C;
}
