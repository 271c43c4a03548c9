/** What stands in a column, in a few numbers: exact, over all of its rows. */
import { countMissing, isValid } from "../table/validity.ts";
import type { CodeColumn, Column, NumberColumn } from "../values.ts";

export type NumberProfile = {
  form: "numbers";
  missing: number;
  /** Different values that occur. */
  distinct: number;
  /** Cells that are infinite: counted, and left out of everything below. */
  infinite: number;
  /** `NaN` where there is no value; `deviation` divides by n − 1 and is `NaN` of a single value. */
  least: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  greatest: number;
  mean: number;
  deviation: number;
  /** Rows in bins of equal width from `least` to `greatest`; a single one where all values are equal. */
  counts: Float64Array;
};

export type LevelProfile = {
  form: "levels";
  missing: number;
  distinct: number;
  /** Levels that occur, the most frequent first, equal ones in level order. */
  levels: readonly { level: string; count: number }[];
};

export type ColumnProfile = NumberProfile | LevelProfile;

const usualBins = 24;

/**
 * Profiles one column of `rowCount` rows: for numbers and moments, quartiles by linear interpolation between the values
 * (as numpy and pandas do) and a histogram; for codes, how often each level occurs.
 */
export function profileOf(column: Column, rowCount: number, bins = usualBins): ColumnProfile {
  return "values" in column ? numberProfile(column, rowCount, bins) : levelProfile(column, rowCount);
}

function numberProfile(column: NumberColumn, rowCount: number, bins: number): NumberProfile {
  const missing = countMissing(column, rowCount);
  const sorted = new Float64Array(rowCount - missing);
  let count = 0;
  let sum = 0;
  for (let row = 0; row < rowCount; row++) {
    const value = column.values[row];
    if (!isValid(column, row) || !Number.isFinite(value)) continue;
    sorted[count++] = value;
    sum += value;
  }
  const values = sorted.subarray(0, count).sort();
  const mean = count === 0 ? Number.NaN : sum / count;
  let squares = 0;
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    squares += (values[i] - mean) ** 2;
    if (i === 0 || values[i] !== values[i - 1]) distinct++;
  }
  return {
    form: "numbers",
    missing,
    distinct,
    infinite: rowCount - missing - count,
    least: count === 0 ? Number.NaN : values[0],
    lowerQuartile: quantileOf(values, 0.25),
    median: quantileOf(values, 0.5),
    upperQuartile: quantileOf(values, 0.75),
    greatest: count === 0 ? Number.NaN : values[count - 1],
    mean,
    deviation: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1)),
    counts: histogram(values, bins),
  };
}

function quantileOf(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  // Weighted sums instead of a difference, which may overflow.
  return sorted[below] * (1 - (place - below)) + sorted[above] * (place - below);
}

/** The highest value belongs to the last bin, every other edge to the bin above it. */
function histogram(sorted: Float64Array, bins: number): Float64Array {
  if (sorted.length === 0) return new Float64Array(0);
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  if (low === high) return Float64Array.of(sorted.length);
  const counts = new Float64Array(bins);
  const binOf = binsBetween(low, high, bins);
  for (const value of sorted) counts[binOf(value)]++;
  return counts;
}

/** In which of `bins` equal parts of `low` … `high` a number between them lies; in the first where both are equal. */
export function binsBetween(low: number, high: number, bins: number): (value: number) => number {
  if (low === high) return () => 0;
  // In halves, because a difference of two large numbers may overflow.
  const half = high / 2 - low / 2;
  const edge = (bin: number) => low / 2 + bin * (half / bins);
  return (value) => {
    const bin = Math.min(bins - 1, Math.floor(((value / 2 - low / 2) / half) * bins));
    // The quotient is rounded; the edges decide.
    if (bin > 0 && value / 2 < edge(bin)) return bin - 1;
    return bin < bins - 1 && value / 2 >= edge(bin + 1) ? bin + 1 : bin;
  };
}

function levelProfile({ codes, levels, ...column }: CodeColumn, rowCount: number): LevelProfile {
  const counts = new Float64Array(levels.length);
  for (let row = 0; row < rowCount; row++) if (codes[row] >= 0) counts[codes[row]]++;
  const present = levels
    .map((level, code) => ({ level, count: counts[code] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const missing = countMissing({ ...column, codes, levels }, rowCount);
  return { form: "levels", missing, distinct: present.length, levels: present };
}
