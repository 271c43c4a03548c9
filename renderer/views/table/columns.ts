/** How the columns of a table are shown: width, number style, and what stands in a cell. Decided once, from the first rows. */
import type { Cell, TableLook } from "../../../core/service/look.ts";
import type { Language } from "../../words/language.ts";
import { type NumberStyle, styled, styleOf } from "../numbers.ts";

export type ShownColumn = TableLook["columns"][number] & {
  readonly index: number;
  readonly width: number;
  readonly right: boolean;
  readonly style: NumberStyle;
};

const character = 6.9;
/** Room for the arrow of a column that sorts. */
const sortWidth = 14;
const narrowest = 68;
const widest = 240;

/** Columns in table order, each as wide as its head and its first cells need. */
export function shownColumns({ columns, rows }: TableLook, language: Language): ShownColumn[] {
  return columns.map((column, index) => {
    const cells = rows.slice(0, 100).map((row) => row[index] ?? null);
    const right = column.kind === "numeric";
    const style = styleOf(cells.map((cell) => (typeof cell === "number" ? cell : null)));
    const shown: Omit<ShownColumn, "width"> = { ...column, index, right, style };
    const longest = Math.max(0, ...cells.map((cell) => textWidth(cellText(cell, shown, language))));
    const head =
      textWidth(column.name) +
      sortWidth +
      18 +
      (column.role === "feature" ? 0 : textWidth(column.role) + 4) +
      (column.missing > 0 ? textWidth(String(column.missing)) + 24 : 0);
    return { ...shown, width: Math.round(Math.min(widest, Math.max(narrowest, head, longest) + 22)) };
  });
}

/** Whether a text needs no clipping in its column: a clip for every cell costs the compositor a third of a scroll. */
export function fits(text: string, { width }: Pick<ShownColumn, "width">): boolean {
  return textWidth(text) + 22 <= width;
}

/** Wide glyphs count double. */
function textWidth(text: string): number {
  let width = 0;
  for (const glyph of text) width += (glyph.codePointAt(0) ?? 0) > 0x2e7f ? 12 : character;
  return width;
}

/** A cell as it is read; missing is an empty text, which the view marks. */
export function cellText(
  cell: Cell,
  column: Pick<ShownColumn, "kind" | "style">,
  language: Language,
): string {
  if (cell === null) return "";
  if (typeof cell === "number") return styled(language, cell, column.style);
  if (column.kind === "datetime" && typeof cell === "string")
    return cell.replace("T", " ").replace(/(?::00)?\.000Z$|Z$/, "");
  return String(cell);
}
