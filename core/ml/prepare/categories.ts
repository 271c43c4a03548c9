/**
 * What one-hot and ordinal share: the categories that occurred in a fit, in a fixed order, and the way from another
 * table's codes to them. By name, because another table may number its levels otherwise.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type { FeatureData } from "../learner/algorithm.ts";
import { byCodePoint } from "../table/columns.ts";
import { levelsOf } from "./step.ts";

/** The names in code-point order, and whether missing cells occurred; `null` for a feature of numbers. */
export type Categories = { names: readonly string[]; missing: boolean } | null;

/** Of every feature the categories that occur in some row. */
export function learnCategories(data: FeatureData, ctx: WorkContext): readonly Categories[] {
  return data.features.map((feature, j) => {
    ctx.progress(0, 1);
    const levels = levelsOf(data, j);
    if (!levels) return null;
    const occurs = new Uint8Array(levels.length);
    let missing = false;
    for (let row = 0; row < feature.length; row++) {
      if (Number.isNaN(feature[row])) missing = true;
      else occurs[feature[row]] = 1;
    }
    return { names: levels.filter((_, code) => occurs[code] === 1).sort(byCodePoint), missing };
  });
}

/** Place of a cell in `Categories.names`; the first place behind them for a missing cell. */
export const unknownPlace = -1;

/**
 * The place of every row of feature j among `known`, {@link unknownPlace} for a category that the fit has not met. Warns
 * `prepare.unknown-category`, or throws it when `refuse`.
 */
export function placesOf(
  data: FeatureData,
  j: number,
  known: NonNullable<Categories>,
  refuse: boolean,
  ctx: WorkContext,
): Int32Array {
  const feature = data.features[j];
  const levels = levelsOf(data, j) ?? [];
  const placeOfName = new Map(known.names.map((name, place) => [name, place]));
  const placeOf = levels.map((level) => placeOfName.get(level) ?? unknownPlace);
  const places = new Int32Array(feature.length);
  const unknown = new Set<number>();
  let rows = 0;
  for (let row = 0; row < places.length; row++) {
    const code = feature[row];
    places[row] = Number.isNaN(code) ? known.names.length : placeOf[code];
    if (places[row] !== unknownPlace) continue;
    unknown.add(code);
    rows++;
  }
  if (rows > 0) {
    const shown = [...unknown].slice(0, 8).map((code) => levels[code]);
    const values = { column: data.names[j], categories: shown, rows };
    if (refuse) fail("prepare.unknown-category", values);
    ctx.warn(warning("prepare.unknown-category", values));
  }
  return places;
}
