/** What is odd about a column by itself: nothing in it, always the same, a name for each row, too many categories. */
import type { ColumnKind } from "../../base/table-facts.ts";
import type { ColumnSign } from "../../base/table-profile.ts";
import { countMissing, isValid } from "../table/validity.ts";
import type { Column } from "../values.ts";

export type MeasuredColumn = {
  name: string;
  kind: ColumnKind;
  missing: number;
  present: number;
  distinct: number;
  examples: readonly string[];
  /** Of numbers: all are whole, and how far the largest is from the smallest. */
  whole: boolean;
  range: number;
};

const shownExamples = 3;

/** Counts one column. */
export function columnFacts(column: Column, rows: number): MeasuredColumn {
  const { name, kind } = column;
  const missing = countMissing(column, rows);
  const cells = "values" in column ? column.values : column.codes;
  const different = new Set<number>();
  let [whole, least, most] = ["values" in column, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    if (!isValid(column, row)) continue;
    const cell = cells[row];
    different.add(cell);
    whole &&= Number.isInteger(cell);
    if (cell < least) least = cell;
    if (cell > most) most = cell;
  }
  const first: number[] = [];
  for (const value of different) if (first.push(value) === shownExamples) break;
  return {
    name,
    kind,
    missing,
    present: rows - missing,
    distinct: different.size,
    examples: first.map((cell) => textOf(column, cell)),
    whole,
    range: different.size > 0 ? most - least : 0,
  };
}

function textOf(column: Column, cell: number): string {
  if ("codes" in column) return column.levels[cell].slice(0, 60);
  if (column.kind !== "datetime") return String(Number(cell.toPrecision(6)));
  const moment = new Date(cell);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString().replace(/T00:00:00\.000Z$/, "");
}

/** Categories beyond these are hardly met twice: as one-hot columns they cost more than they tell. */
const mostCategories = 100;
/** The fewest rows among which being different says anything. */
const fewestRows = 20;

/** What is odd about a column of `rows` rows, the gravest first. */
export function signsOf(column: MeasuredColumn, rows: number): readonly ColumnSign[] {
  const { kind, missing, present, distinct, examples } = column;
  if (present === 0) return [{ kind: "empty" }];
  if (distinct === 1) return [{ kind: "constant", value: examples[0] }];
  const signs: ColumnSign[] = [];
  if (kind === "datetime") signs.push({ kind: "date", orders: missing === 0 ? "yes" : "gaps" });
  else if (isIdentifier(column)) signs.push({ kind: "identifier" });
  else if (kind === "text") signs.push({ kind: "text" });
  else if (kind === "categorical" && distinct > mostCategories) signs.push({ kind: "many-levels" });
  if (missing > rows / 2) signs.push({ kind: "missing" });
  return signs;
}

/** Names that people give to what numbers their rows. */
const identifying =
  /^(unnamed(: ?\d+)?|index|row|nr|no|key|uuid|guid|.*(^|[_\-. ])(id|uuid|guid|nr|no|key|index|number|code)|.*[a-z]Id|.*ID|.*编号|序号|.*号码)$/;

/**
 * Whether the values name the rows. Texts: nearly all different and no sentences. Whole numbers: nearly all different, and
 * either called so or as close together as a numbering is; measured quantities are neither.
 */
export function isIdentifier({
  name,
  kind,
  present,
  distinct,
  examples,
  whole,
  range,
}: MeasuredColumn): boolean {
  if (present < fewestRows || distinct < 0.95 * present) return false;
  if (kind === "categorical" || kind === "text") return examples.every((text) => !/\s\S+\s/.test(text));
  if (kind !== "numeric" || !whole) return false;
  return identifying.test(name) || identifying.test(name.toLowerCase()) || range < 2 * present;
}
