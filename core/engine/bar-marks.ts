/** How many selected rows each bar of the column profiles holds: the bars are those of `look-profile.ts`. */
import { binsBetween } from "../ml/inspect/column-profile.ts";
import type { Column, Table } from "../ml/values.ts";
import { columnProfile, mostColumns, mostLevels } from "./look-profile.ts";

/** `[columns][bars]`, for the columns that a profile from `from` on shows. `rows` are positions in the table. */
export function barMarks(table: Table, rows: Uint32Array, from: number): number[][] {
  const first = Math.min(from, Math.max(0, table.columns.length - 1));
  return table.columns
    .slice(first, first + mostColumns)
    .map((column) => barsOf(column, table.rowCount, rows));
}

function barsOf(column: Column, rowCount: number, rows: Uint32Array): number[] {
  const profile = columnProfile(column, rowCount);
  if (profile.form === "numbers" && "values" in column) {
    const { least, greatest } = profile;
    const counts = new Array<number>(profile.counts.length).fill(0);
    const binOf = binsBetween(least, greatest, counts.length);
    // Missing cells hold NaN; infinite ones have no bar either.
    for (const row of rows) if (Number.isFinite(column.values[row])) counts[binOf(column.values[row])]++;
    return counts;
  }
  if (profile.form !== "levels" || !("codes" in column)) return [];
  const listed = profile.levels.slice(0, mostLevels).map(({ level }) => column.levels.indexOf(level));
  // The last bar, where there is one, is what lies beyond the levels that are listed.
  const counts = new Array<number>(Math.min(profile.levels.length, mostLevels + 1)).fill(0);
  const barOf = new Map(listed.map((code, bar) => [code, bar]));
  for (const row of rows) {
    const code = column.codes[row];
    if (code >= 0) counts[barOf.get(code) ?? counts.length - 1]++;
  }
  return counts;
}
