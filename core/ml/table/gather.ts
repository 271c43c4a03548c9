/**
 * A relation's cells as arrays of ours, in one pass over DuckDB's blocks: nothing is held twice but the block at hand. How many rows
 * there are need not be known; arrays grow, and end as long as the rows are.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { eachChunk, itemsOf } from "./duckdb.ts";
import { sortedLevels } from "./sorted-levels.ts";
import { textCoder } from "./text-coder.ts";

/** One column to be: `numbers` are doubles with NaN for missing, `codes` integers with −1, `texts` VARCHAR with NULL. */
export type Ask = { sql: string; form: "numbers" | "codes" | "texts" };

export type Gathered =
  | { form: "numbers"; values: Float64Array }
  | { form: "codes"; codes: Int32Array }
  | { form: "texts"; codes: Int32Array; levels: string[] };

/** Wide relations in portions: a query of ten thousand expressions is slow to plan. */
const mostAtOnce = 1000;

/** All columns in shared memory, one a question. `guess`: how many rows there may be. Levels are sorted by code unit. */
export async function gather(
  db: DuckDBConnection,
  from: string,
  asks: readonly Ask[],
  guess: number,
): Promise<{ rows: number; columns: Gathered[] }> {
  const columns: Gathered[] = [];
  let rows = 0;
  for (let first = 0; first < Math.max(1, asks.length); first += mostAtOnce) {
    const some = asks.slice(first, first + mostAtOnce);
    const growing = some.map((ask) => growingColumn(ask, Math.max(1, first === 0 ? guess : rows)));
    const list = some.length === 0 ? "1" : some.map(({ sql }) => sql).join(", ");
    rows = await eachChunk(db, `select ${list} from ${from}`, (chunk, row) => {
      for (const [index, column] of growing.entries()) column.add(chunk.getColumnVector(index), row);
    });
    for (const column of growing) columns.push(column.finish(rows));
  }
  return { rows, columns };
}

type Vector = { itemCount: number; getItem(index: number): unknown };
type Growing = { add(vector: Vector, at: number): void; finish(rows: number): Gathered };

function growingColumn({ form }: Ask, guess: number): Growing {
  if (form === "numbers") {
    let values = sharedFloat64(guess);
    return {
      add(vector, at) {
        if (at + vector.itemCount > values.length)
          values = larger(values, sharedFloat64(at * 2 + vector.itemCount));
        values.set(itemsOf(vector), at);
      },
      finish: (rows) => ({
        form,
        values: cutTo(values, rows, sharedFloat64),
      }),
    };
  }
  let codes = sharedInt32(guess);
  const coder = form === "texts" ? textCoder() : undefined;
  return {
    add(vector, at) {
      if (at + vector.itemCount > codes.length) codes = larger(codes, sharedInt32(at * 2 + vector.itemCount));
      if (coder) coder.add(vector, codes, at);
      else codes.set(itemsOf(vector), at);
    },
    finish(rows) {
      const all = cutTo(codes, rows, sharedInt32);
      return coder
        ? { form: "texts", codes: all, levels: sortedLevels(all, coder.levels) }
        : { form: "codes", codes: all };
    },
  };
}

/** A little room at the end may stay; more is given back for the price of a copy. */
export function cutTo<A extends Float64Array | Int32Array>(
  array: A,
  rows: number,
  space: (length: number) => A,
): A {
  return array.length - rows <= rows / 16 + 4096
    ? (array.subarray(0, rows) as A)
    : larger(array.subarray(0, rows) as A, space(rows));
}

export function larger<A extends Float64Array | Int32Array>(array: A, space: A): A {
  space.set(array);
  return space;
}
