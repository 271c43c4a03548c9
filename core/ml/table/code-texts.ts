/** Texts out of DuckDB as sorted dictionaries with codes, whichever way is the quicker: few texts in DuckDB, many here. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { byCodePoint, sharedInt32 } from "./columns.ts";
import { mostLevels } from "./csv-kinds.ts";
import { eachChunk, itemsOf, literal, rowsOf } from "./duckdb.ts";

/** Text columns of one relation. */
export type Texts = {
  from: string;
  /** SQL of a text, one a column. */
  sql: readonly string[];
  rows: number;
};

export type Coded = {
  codes: Int32Array;
  levels: string[];
  /** So few that they are categories (`csv-kinds.ts`). */
  few: boolean;
};

/** Beyond so many different texts a dictionary in DuckDB takes longer than one made here. */
const mostInside = 2000;
/** Up to so many rows all columns are read in one pass, text by text: a query a column would take longer. */
const shortTable = 50_000;
const mostAtOnce = 500;

/** Codes, −1 for missing, into levels sorted by code unit; one answer a column. */
export async function readCodes(db: DuckDBConnection, { from, sql, rows }: Texts): Promise<Coded[]> {
  const most = mostLevels(rows);
  const coded: Coded[] = [];
  for (let first = 0; first < sql.length; first += mostAtOnce) {
    const some = sql.slice(first, first + mostAtOnce);
    const made =
      rows <= shortTable
        ? await collectTexts(db, { from, sql: some, rows })
        : await inTurn(some, async (each) => longColumn(db, { from, sql: [each], rows }));
    coded.push(...made.map(({ codes, found }) => ({ ...sorted(codes, found), few: found.length <= most })));
  }
  return coded;
}

type Collected = { codes: Int32Array; found: string[] };

async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

async function longColumn(db: DuckDBConnection, texts: Texts): Promise<Collected> {
  const { from, rows } = texts;
  const [sql] = texts.sql;
  const most = Math.min(mostLevels(rows), mostInside);
  const distinct = `select distinct ${sql} as t from ${from} where (${sql}) is not null limit ${most + 1}`;
  const found = (await rowsOf(db, distinct)).map(([text]) => String(text));
  // Texts with a zero in them cannot be written in SQL.
  if (found.length > most || found.some((text) => text.includes("\0")))
    return (await collectTexts(db, texts))[0];
  const codes = sharedInt32(rows);
  if (found.length === 0) return { codes: codes.fill(-1), found };
  await db.run(`create or replace type texts as enum (${found.map(literal).join(", ")})`);
  const code = `coalesce(enum_code((${sql})::texts)::integer, -1)::integer`;
  await eachChunk(db, `select ${code} from ${from}`, (chunk, row) =>
    codes.set(itemsOf(chunk.getColumnVector(0)), row),
  );
  return { codes, found };
}

async function collectTexts(db: DuckDBConnection, { from, sql, rows }: Texts): Promise<Collected[]> {
  const columns = sql.map(() => ({ codes: sharedInt32(rows), codeOf: new Map<string, number>() }));
  await eachChunk(db, `select ${sql.join(", ")} from ${from}`, (chunk, first) => {
    for (const [index, { codes, codeOf }] of columns.entries()) {
      const texts = chunk.getColumnVector(index);
      for (let i = 0; i < chunk.rowCount; i++) {
        const text = texts.getItem(i);
        if (text === null) {
          codes[first + i] = -1;
          continue;
        }
        const known = codeOf.get(text as string);
        codes[first + i] = known ?? codeOf.size;
        if (known === undefined) codeOf.set(text as string, codeOf.size);
      }
    }
  });
  return columns.map(({ codes, codeOf }) => ({ codes, found: [...codeOf.keys()] }));
}

/** Levels by code unit, the same on every machine; `codes` are changed to match. */
export function sorted(codes: Int32Array, found: readonly string[]): { codes: Int32Array; levels: string[] } {
  const order = found.map((_, code) => code).sort((a, b) => byCodePoint(found[a], found[b]));
  const newCodes = new Int32Array(found.length);
  for (const [place, code] of order.entries()) newCodes[code] = place;
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) codes[row] = newCodes[codes[row]];
  return { codes, levels: order.map((code) => found[code]) };
}
