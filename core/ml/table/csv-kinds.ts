/**
 * What kind a column is, judged from counts of what its cells can be read as. A few cells that do not fit (a typing
 * error among thousands of numbers) make bad rows, many make the column text.
 */
import type { ColumnKind } from "../../base/table-facts.ts";

/** How many present cells of a column read as what, and roughly how many different texts they are. */
export type CellCounts = {
  present: number;
  numbers: number;
  booleans: number;
  moments: number;
  texts: number;
};

/** How a column is read: as a type of DuckDB's, or as moments from their text. */
export type Reading = "DOUBLE" | "BOOLEAN" | "MOMENT" | "VARCHAR";

/** The largest number of distinct texts that still are categories: 50, or a twentieth of the rows if that is more. */
export function mostLevels(rows: number): number {
  return Math.max(50, Math.floor(rows / 20));
}

/** Whether so many misfits among so many cells are mistakes: one among four, and one in twenty beyond that. */
export function areMistakes(bad: number, present: number): boolean {
  if (bad === 0) return true;
  return present - bad >= 3 * bad && bad <= Math.max(1, present / 20);
}

/** How to read a column with these cells. A column without any is taken for numbers, all of them missing. */
export function readingOf({ present, numbers, booleans, moments }: Omit<CellCounts, "texts">): Reading {
  if (areMistakes(present - numbers, present)) return "DOUBLE";
  if (areMistakes(present - booleans, present)) return "BOOLEAN";
  if (areMistakes(present - moments, present)) return "MOMENT";
  return "VARCHAR";
}

/** How to read a column that the caller wants to be of this kind. */
export function readingFor(kind: ColumnKind): Reading {
  if (kind === "numeric") return "DOUBLE";
  if (kind === "boolean") return "BOOLEAN";
  return kind === "datetime" ? "MOMENT" : "VARCHAR";
}
