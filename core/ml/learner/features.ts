/**
 * From columns to features, with everything checked that an algorithm must not meet: unsuitable kinds, missing cells
 * where they are not accepted, and numbers that float32 cannot hold (their squares would overflow float64 sums as well).
 */
import { fail } from "../../base/diagnostic.ts";
import type { Abilities } from "../../base/table-facts.ts";
import type { WorkContext } from "../context.ts";
import { countMissing } from "../table/validity.ts";
import type { Column } from "../values.ts";
import type { FeatureColumn, FeatureData } from "./algorithm.ts";

/** What decides how features are handed over. */
export type FeatureNeeds = Pick<Abilities, "missing" | "categories" | "float64">;

/**
 * The features of `columns`: numbers as they are, or rounded to float32; booleans as 0 and 1;
 * categories as codes, with their levels; missing as `NaN`.
 * Throws `features.kind`, `features.missing` and `features.infinite`. Can be cancelled between two columns.
 */
export function featureData(
  columns: readonly Column[],
  rowCount: number,
  needs: FeatureNeeds,
  ctx: WorkContext,
): FeatureData {
  const features = columns.map((column) => {
    ctx.progress(0, 1);
    refuseKind(column, needs.categories);
    refuseMissing(column, rowCount, needs.missing);
    return asNumbers(column, rowCount, needs.float64 ?? false);
  });
  const levels = columns.map((column) => (column.kind === "categorical" ? column.levels : undefined));
  return {
    rowCount,
    names: columns.map((column) => column.name),
    features,
    ...(levels.some((one) => one !== undefined) && { levels }),
  };
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

/** Infinite, or finite as float64 and overflowing float32: halfway from the largest float32 to the next step. */
const overflow = 2 ** 128 - 2 ** 103;

function asNumbers(column: Column, rowCount: number, float64: boolean): FeatureColumn {
  // A million rows of fifty columns are 400 MB: what is float64 already is not copied.
  const own = float64 && "values" in column;
  const feature = own ? column.values : float64 ? new Float64Array(rowCount) : new Float32Array(rowCount);
  if ("codes" in column) {
    for (let row = 0; row < rowCount; row++)
      feature[row] = column.codes[row] < 0 ? Number.NaN : column.codes[row];
    return feature;
  }
  refuseInfinite(column.name, column.values, rowCount);
  if (!own) feature.set(column.values.subarray(0, rowCount));
  return feature;
}

function refuseInfinite(name: string, values: Float64Array, rowCount: number): void {
  for (let row = 0; row < rowCount; row++) {
    if (Math.abs(values[row]) >= overflow)
      fail("features.infinite", { column: name, row: row + 1, value: String(values[row]) });
  }
}
