/** What is read and not drawn, as a figure: its numbers set as a table, of a long one the first rows. Pure. */
import type { Cell } from "../../../core/service/look.ts";
import type { Sheet } from "../csv.ts";

export type FigureLook = {
  readonly surface: string;
  readonly text: string;
  readonly text2: string;
  readonly line: string;
  readonly font: string;
  readonly mono: string;
};

export type Figure = {
  readonly title: string;
  readonly sheet: Sheet;
  /** Says that there are more rows; nothing where all are there. */
  readonly more?: string;
  /** How a cell is written. */
  readonly word: (cell: Cell) => string;
};

/** Rows of a long table that are set. */
export const mostSet = 40;
const mostLetters = 36;
const mostColumns = 24;
const [margin, gap, rowHeight, letter] = [20, 18, 20, 7.3];

/** An SVG document. Numbers stand to the right of their column, words to the left. */
export function tableFigure({ title, sheet, more = "", word }: Figure, look: FigureLook): string {
  const { surface, text, text2, line, font, mono } = look;
  const rows = sheet.rows.slice(0, mostSet);
  const columns = sheet.head.slice(0, mostColumns).map((name, at) => {
    const cells = rows.map((row) => cut(word(row[at] ?? null)));
    const right = rows.some((row) => typeof row[at] === "number");
    const widest = Math.max(...[cut(name), ...cells].map(lettersOf));
    return { name: cut(name), cells, right, width: Math.ceil(widest * letter) };
  });
  const inner = columns.reduce((sum, { width }) => sum + width + gap, -gap);
  const width =
    Math.max(inner, Math.ceil(lettersOf(title) * 8), Math.ceil(lettersOf(more) * 6.4)) + 2 * margin;
  const top = margin + 30;
  const height = top + (rows.length + 1) * rowHeight + margin + (more === "" ? 0 : 18);
  let left = margin;
  const set = columns.map(({ name, cells, right, width: wide }) => {
    const x = right ? left + wide : left;
    const anchor = right ? ' text-anchor="end"' : "";
    left += wide + gap;
    const heads = `<text x="${x}" y="${top}" fill="${text2}"${anchor}>${escaped(name)}</text>`;
    const body = cells.map(
      (cell, row) =>
        `<text x="${x}" y="${top + (row + 1) * rowHeight}" fill="${text}" font-family="${mono}"${anchor}>${escaped(cell)}</text>`,
    );
    return heads + body.join("");
  });
  const rules = Array.from({ length: rows.length + 1 }, (_, row) => top + row * rowHeight + 6)
    .map((y) => `<path d="M${margin} ${y}H${width - margin}" stroke="${line}"/>`)
    .join("");
  const foot =
    more === ""
      ? ""
      : `<text x="${margin}" y="${height - margin}" font-size="11" fill="${text2}">${escaped(more)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${font}" font-size="12"><rect width="100%" height="100%" fill="${surface}"/><text x="${margin}" y="${margin + 6}" font-size="14" font-weight="600" fill="${text}">${escaped(title)}</text>${rules}${set.join("")}${foot}</svg>`;
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= mostLetters ? line : `${line.slice(0, mostLetters - 1)}…`;
}

/** A Chinese character is as wide as two letters. */
function lettersOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 1.8 : 1), 0);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd");
}
