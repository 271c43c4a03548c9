/**
 * Builders of columns. Cells lie on a SharedArrayBuffer, so a table can be handed to worker threads without a copy.
 * The builders keep the one invariant of columns: a missing cell is `NaN` (or code −1) *and* has a 0 bit in `valid`.
 */
import { fail } from "../../base/diagnostic.ts";
import type { ColumnRole } from "../../base/table-facts.ts";
import type { CodeColumn, NumberColumn } from "../values.ts";
import { validityOf } from "./validity.ts";

/** What a column may be given beside its name and cells; the role is `feature` unless said otherwise. */
export type ColumnOptions<Kind extends string> = { kind?: Kind; role?: ColumnRole };

/**
 * A column of numbers, or of moments in milliseconds since 1970 (`kind: "datetime"`). `null` and `NaN` are missing.
 *
 * ```ts
 * import { numberColumn } from "espalier";
 * numberColumn("petal length", [1.4, null, 5.1]).values.length; // 3
 * ```
 */
export function numberColumn(
  name: string,
  cells: ArrayLike<number | null>,
  options: ColumnOptions<NumberColumn["kind"]> = {},
): NumberColumn {
  const values = sharedFloat64(cells.length);
  for (let row = 0; row < cells.length; row++) values[row] = cells[row] ?? Number.NaN;
  const valid = validityOf(cells.length, (row) => Number.isNaN(values[row]));
  return {
    name,
    role: options.role ?? "feature",
    kind: options.kind ?? "numeric",
    values,
    ...(valid && { valid }),
  };
}

/**
 * A column of dictionary codes: row i holds `levels[codes[i]]`, code −1 is missing.
 * Throws `table.code-out-of-range` where a code names no level.
 */
export function codeColumn(
  name: string,
  codes: ArrayLike<number>,
  levels: readonly string[],
  options: ColumnOptions<CodeColumn["kind"]> = {},
): CodeColumn {
  const shared = sharedInt32(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code < -1 || code >= levels.length || !Number.isInteger(code))
      fail("table.code-out-of-range", { column: name, row, code, levels: levels.length });
    shared[row] = code;
  }
  const valid = validityOf(codes.length, (row) => shared[row] === -1);
  const { role = "feature", kind = "categorical" } = options;
  return { name, role, kind, codes: shared, levels, ...(valid && { valid }) };
}

/**
 * A categorical column from its texts; levels are sorted by code point unless given. `null` is missing.
 *
 * ```ts
 * import { categoryColumn } from "espalier";
 * categoryColumn("species", ["b", "a", "b"]).levels; // ["a", "b"]
 * ```
 */
export function categoryColumn(
  name: string,
  texts: readonly (string | null)[],
  options: ColumnOptions<CodeColumn["kind"]> & { levels?: readonly string[] } = {},
): CodeColumn {
  const present = new Set(texts.filter((text) => text !== null));
  const levels = options.levels ?? [...present].sort(byCodePoint);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = texts.map((text) => (text === null ? -1 : (codeOf.get(text) ?? levels.length)));
  return codeColumn(name, codes, levels, options);
}

/** `Float64Array` of zeros on shared memory, `[length]`. */
export function sharedFloat64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}

/** `Int32Array` of zeros on shared memory, `[length]`. */
export function sharedInt32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

/** UTF-16 order, the same on every machine (a locale's order is not). */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
