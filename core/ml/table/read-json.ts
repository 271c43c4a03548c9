/**
 * JSON by DuckDB: an array of objects, objects one after another, or one a line. Types are found from every record, not
 * from the first few; moments are read from their text, so that an offset is never lost.
 */
import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Cancelled, DiagnosticError, fail, warning } from "../../base/diagnostic.ts";
import { checkBytes, readHead } from "./csv-check.ts";
import { literal, quoted, roundedWhole, rowsOf, type Watch, withDuckDB, withoutGlob } from "./duckdb.ts";
import {
  type ContentOptions,
  checkKinds,
  checkThinning,
  type FileContent,
  firstLine,
  thinnedIds,
} from "./file-content.ts";
import { availableBytes, checkFits } from "./memory.ts";
import { describeRelation, type RelationColumn, readRelation } from "./relation.ts";

/** Throws `file.*`, `table.json-malformed`, `table.json-not-records`, and what the check of the bytes throws. */
export async function readJson(path: string, options: ContentOptions, watch: Watch): Promise<FileContent> {
  const { every, limit } = checkThinning(options);
  // A file whose text alone does not fit is not begun with.
  checkFits(path, { rows: 0, numbers: 0, codes: 0, textBytes: (await stat(path)).size }, availableBytes());
  const facts = await checkBytes(path);
  const { head } = await readHead(path, 3);
  if (head.toString("latin1") === "\xef\xbb\xbf") fail("table.json-mark", { path });
  const content = await withDuckDB(watch, async (db) => {
    const { relation, found } = await load(db, path);
    checkKinds(
      options.kinds,
      relation.map(({ name }) => name),
    );
    const kept = every === 1 ? "rowid < 9e18" : `rowid % ${every} = 0`;
    const most = limit === Number.POSITIVE_INFINITY ? "" : ` limit ${limit}`;
    const from = every === 1 && most === "" ? "records" : `(select * from records where ${kept}${most})`;
    const read = await readRelation(db, { from, columns: relation }, options);
    if (read.columns.length === 0) fail("table.no-readable-columns", { path });
    return { ...read, diagnostics: [...found, ...read.diagnostics] };
  }).catch((thrown) => {
    throw wordedProblem(thrown, path);
  });
  const { columns, rows, diagnostics } = content;
  const origin = [{ source: facts.hash, ids: thinnedIds(rows, every) }];
  return {
    table: { kind: "table", rowCount: rows, columns, origin },
    hash: facts.hash,
    bytes: facts.bytes,
    diagnostics,
  };
}

const largestRecord = 256 * 1024 * 1024;

/** The records in the table `records`, its columns named c0, c1, … */
async function load(db: DuckDBConnection, path: string) {
  const file = literal(withoutGlob(path));
  const common = `format = 'auto', records = 'true', sample_size = -1, maximum_depth = 2, maximum_object_size = ${largestRecord}, hive_partitioning = false, compression = 'uncompressed'`;
  const { columns } = await describeRelation(db, `read_json(${file}, ${common})`);
  const strange = columns.find(({ name }) => name.includes("\0"));
  if (strange)
    fail("table.json-malformed", { path, unit: "none", at: 0, message: JSON.stringify(strange.name) });
  await refuseLostNames(
    db,
    path,
    file,
    columns.map(({ name }) => name),
  );
  const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(textFirst(type))}`);
  const inside = columns.map(({ name }, index) => `${quoted(name)} as c${index}`);
  await db.run(
    `create temp table records as select ${inside.join(", ")} from read_json(${file}, ${common}, columns = {${types.join(", ")}})`,
  );
  const relation: RelationColumn[] = [];
  const found = [];
  for (const [index, { name, type }] of columns.entries()) {
    const moment = await momentColumn(db, index, type);
    if (type === "DOUBLE") {
      const check = await roundedNumbers(db, file, common, name);
      if (check.count > 0) found.push(warning("table.rounded-numbers", { column: name, ...check }));
    }
    relation.push({
      name,
      inside: `c${index}`,
      type: moment ?? (type === "DATE" || type.startsWith("TIMESTAMP") ? "VARCHAR" : type),
    });
  }
  return { relation, found };
}

/** DuckDB takes `a` and `A` for one name and has none for the empty one; it would give them other names, and no values. */
async function refuseLostNames(
  db: DuckDBConnection,
  path: string,
  file: string,
  names: readonly string[],
): Promise<void> {
  const whole = `read_json(${file}, format = 'auto', records = 'false', columns = {record: 'JSON'}, maximum_object_size = ${largestRecord}, hive_partitioning = false, compression = 'uncompressed')`;
  const keys = await rowsOf(db, `select distinct unnest(json_keys(record)) from ${whole}`);
  const lost = keys.map(([key]) => String(key)).filter((key) => !names.includes(key));
  if (lost.length > 0) fail("table.json-names", { path, names: lost.map((name) => `“${name}”`).sort() });
}

/** A moment is read as text first: DuckDB's own guess at JSON forgets what stands behind the seconds. */
function textFirst(type: string): string {
  return /^(DATE|TIME|TIMESTAMP.*|UUID)$/.test(type) ? "VARCHAR" : type;
}

/** Makes a column of texts one of moments where all its texts are. */
async function momentColumn(db: DuckDBConnection, index: number, type: string): Promise<string | undefined> {
  if (type !== "VARCHAR" && type !== "DATE" && !type.startsWith("TIMESTAMP")) return undefined;
  const c = `c${index}`;
  // Digits, dashes and a few more signs: what begins otherwise is no moment, and most texts do.
  const [[present, good]] = await rowsOf(
    db,
    `select count(${c}), count(case when regexp_matches(${c}, '^\\d{4}-\\d{1,2}-\\d{1,2}') then try_cast(${c} as timestamptz) end) from records`,
  );
  if (Number(present) === 0 || Number(good) < Number(present)) return undefined;
  await db.run(`alter table records alter ${c} type timestamptz using try_cast(${c} as timestamptz)`);
  return "TIMESTAMP WITH TIME ZONE";
}

/** Whole numbers beyond 2^53 in a column that was read as float64: only their text knows what they were. */
async function roundedNumbers(db: DuckDBConnection, file: string, common: string, name: string) {
  const source = `(select ${quoted(name)} as "v" from read_json(${file}, ${common}, columns = {${literal(name)}: 'VARCHAR'}))`;
  const [[count, example]] = await rowsOf(
    db,
    `select count(*), min("v") from ${source} where ${roundedWhole('"v"')}`,
  );
  return { count: Number(count), example: String(example).slice(0, 60) };
}

function wordedProblem(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof DiagnosticError || thrown instanceof Cancelled)
    return thrown;
  const text = firstLine(thrown.message);
  if (text.includes("expected records")) return diagnostic("table.json-not-records", { path });
  const place = /in (line|record\/value) (\d+)[,:]\s*(.*)$/.exec(text);
  const values = {
    path,
    unit: place?.[1] === "line" ? "line" : place ? "record" : "none",
    at: Number(place?.[2] ?? 0),
    message: place?.[3] || text.replaceAll(path, "…"),
  };
  return diagnostic("table.json-malformed", values);
}

function diagnostic(code: string, values: Record<string, string | number>): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", values });
}
