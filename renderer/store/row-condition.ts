/** What was pointed at as a condition in SQL, where it can be said so: ranges of columns, and a level of one. Pure. */
import type { Where } from "../../core/service/selection.ts";

/** The condition, or `undefined` where only row numbers can say it. */
export function conditionOf(where: Where): string | undefined {
  if (where.by === "between") {
    const parts = Object.entries(where.columns).map(([name, [low, high]]) =>
      where.below
        ? `${quoted(name)} >= ${numeral(low)} AND ${quoted(name)} < ${numeral(high)}`
        : `${quoted(name)} BETWEEN ${numeral(low)} AND ${numeral(high)}`,
    );
    return parts.length > 0 ? parts.join(" AND ") : undefined;
  }
  if (where.by === "level") {
    const { column, level } = where;
    return level === null
      ? `${quoted(column)} IS NULL`
      : `${quoted(column)} = '${level.replaceAll("'", "''")}'`;
  }
  return undefined;
}

/** Many digits without an exponent are a DECIMAL to DuckDB, and another number once it is compared with a double. */
function numeral(value: number): string {
  const text = String(value);
  return text.length > 15 && !text.includes("e") ? `${text}e0` : text;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Ends as sensible digits: to a thousandth of what is seen, so that a condition can be read and says what is selected. */
export function roundedEnds([a, b]: readonly [number, number], seen: number): [number, number] {
  const digits = Math.min(100, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(seen) || 1))));
  const round = (value: number) => Number(value.toFixed(digits));
  const [low, high] = [round(Math.min(a, b)), round(Math.max(a, b))];
  return [low, high];
}
