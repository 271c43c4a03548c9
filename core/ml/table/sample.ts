/** Some rows of a table, drawn: fewer for a quick look, or as many with replacement for a bootstrap. */
import { fail } from "../../base/diagnostic.ts";
import { permutation, randomStream } from "../../base/random.ts";
import type { Table } from "../values.ts";
import { takeRows } from "./table.ts";

export type SampleOptions = {
  /** How many rows. Default: by `share`. */
  rows?: number;
  /** The share of the rows, above 0; at most 1 without replacement. Default 0.5. */
  share?: number;
  /** Whether a row may be drawn again. Default false. */
  replace?: boolean;
  /** Default 0. */
  seed?: number;
};

/**
 * Draws `rows` rows, or `share`·n rounded to a whole number, at least 1; every row is equally likely. The rows stand in the
 * order of the table, a row drawn k times (Efron 1979, the bootstrap, with `replace`) k times in a row.
 * Throws `sample.no-rows`, `sample.rows`, `sample.share`, `sample.too-many-rows`.
 *
 * ```ts
 * import { moons, sample } from "espalier";
 * sample(moons({ rows: 200 }), { share: 0.25, seed: 3 }).rowCount; // 50
 * ```
 */
export function sample(table: Table, options: SampleOptions = {}): Table {
  const { share = 0.5, replace = false, seed = 0 } = options;
  const { rowCount } = table;
  if (rowCount === 0) fail("sample.no-rows");
  if (!(share > 0 && (replace || share <= 1) && Number.isFinite(share))) fail("sample.share", { share });
  const rows = options.rows ?? sampleSize(rowCount, share);
  if (!Number.isInteger(rows) || rows < 1) fail("sample.rows", { rows });
  if (!replace && rows > rowCount) fail("sample.too-many-rows", { rows, of: rowCount });
  const random = randomStream(seed, "sample");
  const drawn = replace
    ? Uint32Array.from({ length: rows }, () => random.below(rowCount))
    : permutation(rowCount, random).slice(0, rows);
  return takeRows(table, drawn.sort());
}

/** How many rows a share of `rowCount` is. */
export function sampleSize(rowCount: number, share: number): number {
  return Math.max(1, Math.round(share * rowCount));
}
