/** What is said of a column beside its picture, in the reader's language. Pure. */
import type { ColumnProfileLook } from "../../../core/service/look-detail.ts";
import type { Language } from "../../words/language.ts";
import type { Sheet } from "../csv.ts";
import { brief, percent } from "../numbers.ts";

export type Fact = { readonly name: string; readonly value: string };

/** The names of the facts, from whoever knows the words. */
export type FactName =
  | "least"
  | "median"
  | "greatest"
  | "mean"
  | "deviation"
  | "missing"
  | "distinct"
  | "infinite";

/** Where the numbers lie, or the most frequent levels with their shares of the rows that have one. */
export function mainFacts(
  column: ColumnProfileLook,
  rows: number,
  name: (fact: FactName) => string,
  language: Language,
): Fact[] {
  const { numbers, levels = [], missing } = column;
  if (!numbers) {
    const present = rows - missing;
    return levels.slice(0, 3).map(({ level, count }) => ({
      name: level === "" ? "“”" : level,
      value: percent(language, count / present),
    }));
  }
  const shown = (value: number | null) => cellOf(column, value, language);
  return (["least", "median", "greatest"] as const).map((fact) => ({
    name: name(fact),
    value: shown(numbers[fact]),
  }));
}

/** Mean and spread, what is missing, and how many values differ. */
export function sideFacts(
  column: ColumnProfileLook,
  rows: number,
  name: (fact: FactName) => string,
  language: Language,
): Fact[] {
  const { numbers, missing, distinct, kind } = column;
  const moments =
    numbers && kind === "numeric"
      ? (["mean", "deviation"] as const).map((fact) => ({
          name: name(fact),
          value: cellOf(column, numbers[fact], language),
        }))
      : [];
  return [
    ...moments,
    { name: name("missing"), value: rows === 0 ? "0" : percent(language, missing / rows) },
    { name: name("distinct"), value: brief(language, distinct) },
    ...(numbers && numbers.infinite > 0
      ? [{ name: name("infinite"), value: brief(language, numbers.infinite) }]
      : []),
  ];
}

/** A number, or the day of a moment, with its time where the day does not say all. */
export function cellOf({ kind }: ColumnProfileLook, value: number | null, language: Language): string {
  if (value === null) return "∅";
  if (kind !== "datetime") return brief(language, Math.abs(value) >= 1e5 ? Math.round(value) : value);
  if (Math.abs(value) > 8.64e15) return "∅";
  const text = new Date(value).toISOString();
  return value % 86_400_000 === 0 ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

/** One line a column, with every digit. */
export function profileSheet(columns: readonly ColumnProfileLook[]): Sheet {
  const names = [
    "least",
    "lowerQuartile",
    "median",
    "upperQuartile",
    "greatest",
    "mean",
    "deviation",
  ] as const;
  return {
    head: ["column", "kind", "role", "missing", "distinct", ...names, "levels"],
    rows: columns.map(({ name, kind, role, missing, distinct, numbers, levels }) => [
      name,
      kind,
      role,
      missing,
      distinct,
      ...names.map((one) => numbers?.[one] ?? null),
      levels?.map(({ level, count }) => `${level}: ${count}`).join("; ") ?? null,
    ]),
  };
}

/** The heights of a column's bars: bins of numbers, or levels; the last one what lies beyond the levels that are listed. */
export function barsOf(
  { numbers, levels = [], distinct, missing }: ColumnProfileLook,
  rows: number,
): number[] {
  if (numbers) return numbers.counts;
  const listed = levels.map(({ count }) => count);
  const rest = rows - missing - listed.reduce((sum, count) => sum + count, 0);
  return distinct > levels.length ? [...listed, rest] : listed;
}
