/**
 * Whatever DuckDB can name (a Parquet file, a table of JSON records, the answer to a query) as columns of ours. It is
 * read in blocks, never as one answer in memory. What our columns cannot hold exactly is said, or left out and said.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { CodeColumn, Column, NumberColumn } from "../values.ts";
import { type Coded, readCodes } from "./code-texts.ts";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { eachChunk, itemsOf, quoted, rowsOf } from "./duckdb.ts";
import { type Cells, cellsOf } from "./relation-cells.ts";
import { validityOf } from "./validity.ts";

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
  const texts = planned.flatMap(({ cells }) => (cells.kind === "texts" ? [cells.sql] : []));
  const coded = (await readCodes(db, { from: relation.from, sql: texts, rows })).values();
  const numbers: { sql: string; into: Float64Array | Int32Array }[] = [];
  const columns = planned.map(({ name, cells }): Column => {
    if (cells.kind === "texts") {
      const { codes, levels, few } = coded.next().value as Coded;
      const kind = cells.wanted ?? options.textKind?.(name, few) ?? (few ? "categorical" : "text");
      return { name, role: "feature", kind, codes, levels };
    }
    if (cells.kind === "flags") {
      const codes = sharedInt32(rows);
      numbers.push({ sql: `coalesce((${cells.sql})::integer, -1)::integer`, into: codes });
      return { name, role: "feature", kind: "boolean", codes, levels: ["false", "true"] };
    }
    const values = sharedFloat64(rows);
    numbers.push({ sql: `coalesce(${cells.sql}, 'nan'::double)`, into: values });
    return { name, role: "feature", kind: cells.kind, values };
  });
  await readNumbers(db, relation.from, numbers);
  return { columns: columns.map((column) => withMissing(column, rows)), rows, diagnostics };
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

/** Writes several expressions' numbers into arrays of the relation's length, in one pass. */
export async function readNumbers(
  db: DuckDBConnection,
  from: string,
  columns: readonly { sql: string; into: Float64Array | Int32Array }[],
): Promise<void> {
  // Wide tables in portions: a query of ten thousand expressions is slow to plan.
  for (let first = 0; first < columns.length; first += mostAtOnce) {
    const some = columns.slice(first, first + mostAtOnce);
    await eachChunk(db, `select ${some.map(({ sql }) => sql).join(", ")} from ${from}`, (chunk, row) => {
      for (const [index, { into }] of some.entries()) into.set(itemsOf(chunk.getColumnVector(index)), row);
    });
  }
}

const mostAtOnce = 1000;

function withMissing<C extends NumberColumn | CodeColumn>(column: C, rows: number): C {
  const { valid: _, ...rest } = column;
  const valid =
    "values" in column
      ? validityOf(rows, (row) => Number.isNaN(column.values[row]))
      : validityOf(rows, (row) => column.codes[row] < 0);
  return { ...rest, ...(valid && { valid }) } as C;
}
