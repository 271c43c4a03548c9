/**
 * From columns to float32 features, with everything checked that an algorithm must not meet: unsuitable kinds,
 * missing cells where they are not accepted, and numbers that float32 cannot hold.
 */
import { fail } from "../../base/diagnostic.ts";
import type { Abilities } from "../../base/table-facts.ts";
import type { WorkContext } from "../context.ts";
import { countMissing } from "../table/validity.ts";
import type { Column } from "../values.ts";
import type { FeatureData } from "./algorithm.ts";

/**
 * The features of `columns`: numbers as they are, rounded to float32; booleans as 0 and 1; missing as `NaN`.
 * Throws `features.kind`, `features.missing` and `features.infinite`. Can be cancelled between two columns.
 */
export function featureData(
  columns: readonly Column[],
  rowCount: number,
  abilities: Pick<Abilities, "missing" | "categories">,
  ctx: WorkContext,
): FeatureData {
  const features = columns.map((column) => {
    ctx.progress(0, 1);
    refuseKind(column, abilities.categories);
    refuseMissing(column, rowCount, abilities.missing);
    return asFloat32(column, rowCount);
  });
  return { rowCount, names: columns.map((column) => column.name), features };
}

/** A categorical column means nothing as a number, and text would be a row's name more often than a feature. */
function refuseKind(column: Column, categories: boolean): void {
  if (column.kind === "numeric" || column.kind === "boolean") return;
  if (column.kind === "categorical" && categories) return;
  fail("features.kind", { column: column.name, kind: column.kind });
}

function refuseMissing(column: Column, rowCount: number, accepted: boolean): void {
  const missing = accepted ? 0 : countMissing(column, rowCount);
  if (missing > 0) fail("features.missing", { column: column.name, missing, rows: rowCount });
}

function asFloat32(column: Column, rowCount: number): Float32Array {
  const feature = new Float32Array(rowCount);
  if ("codes" in column) {
    for (let row = 0; row < rowCount; row++)
      feature[row] = column.codes[row] < 0 ? Number.NaN : column.codes[row];
    return feature;
  }
  for (let row = 0; row < rowCount; row++) {
    feature[row] = column.values[row];
    // Also catches what is finite as float64 and overflows float32 (above about 3.4e38).
    if (Math.abs(feature[row]) === Number.POSITIVE_INFINITY)
      fail("features.infinite", { column: column.name, row: row + 1, value: String(column.values[row]) });
  }
  return feature;
}
