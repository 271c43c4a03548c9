/** Column profiles → what a view draws of them. A column is profiled once, however often it is looked at. */
import {
  type ColumnProfile,
  type LevelProfile,
  type NumberProfile,
  profileOf,
} from "../ml/inspect/column-profile.ts";
import type { Column, Table } from "../ml/values.ts";
import type { ColumnProfileLook, ProfileLook } from "../service/look-detail.ts";
import { finite } from "./look-numbers.ts";
import { takingTurns } from "./taking-turns.ts";

/** Columns that are looked at together, and levels that have a bar of their own. */
export const mostColumns = 100;
export const mostLevels = 12;

const known = new WeakMap<Column, ColumnProfile>();

/** The profile of a column, made once. */
export function columnProfile(column: Column, rowCount: number): ColumnProfile {
  const profile = known.get(column) ?? profileOf(column, rowCount);
  known.set(column, profile);
  return profile;
}

/** Up to 100 columns, from `from` on. Pauses between columns: one of a million numbers takes a tenth of a second. */
export async function profileLook(table: Table, from = 0): Promise<ProfileLook> {
  const { pause } = takingTurns();
  const columns: ColumnProfileLook[] = [];
  const first = Math.min(from, Math.max(0, table.columns.length - 1));
  for (const column of table.columns.slice(first, first + mostColumns)) {
    const profile = columnProfile(column, table.rowCount);
    columns.push(columnLook(column, profile));
    await pause();
  }
  return { rows: table.rowCount, from: first, count: table.columns.length, columns };
}

function columnLook({ name, kind, role }: Column, profile: ColumnProfile): ColumnProfileLook {
  const { missing, distinct } = profile;
  return {
    name,
    kind,
    role,
    missing,
    distinct,
    ...(profile.form === "numbers" ? { numbers: numbersLook(profile) } : { levels: levelsLook(profile) }),
  };
}

function numbersLook({ form: _f, missing: _m, distinct: _d, counts, infinite, ...numbers }: NumberProfile) {
  const { least, lowerQuartile, median, upperQuartile, greatest, mean, deviation } = numbers;
  return {
    infinite,
    least: finite(least),
    lowerQuartile: finite(lowerQuartile),
    median: finite(median),
    upperQuartile: finite(upperQuartile),
    greatest: finite(greatest),
    mean: finite(mean),
    deviation: finite(deviation),
    counts: Array.from(counts),
  };
}

function levelsLook({ levels }: LevelProfile) {
  return levels.slice(0, mostLevels).map(({ level, count }) => ({ level, count }));
}
