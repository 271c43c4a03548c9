/** What a view says, read from the page: the tables behind its pictures, rows of a grid, and numbers as they are rounded. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Rows of cells, without the head. */
export type Table = string[][];

type Cells = {
  textContent: string | null;
  children: Iterable<Cells>;
  querySelectorAll(selector: string): Iterable<Cells>;
};

/** Every table of a panel, seen or not. */
export function cellsOf(panel: Locator): Promise<Table[]> {
  return panel
    .locator("table")
    .evaluateAll((tables) =>
      (tables as unknown as Cells[]).map((table) =>
        [...table.querySelectorAll("tbody tr")].map((row) =>
          [...row.children].map((cell) => (cell.textContent ?? "").trim()),
        ),
      ),
    );
}

/** The rows of a grid that are in sight. */
export function gridOf(panel: Locator): Promise<Table> {
  return panel
    .locator(".rows-body .row")
    .evaluateAll((rows) =>
      (rows as unknown as Cells[]).map((row) =>
        [...row.querySelectorAll(".cell")].map((cell) => (cell.textContent ?? "").trim()),
      ),
    );
}

/** The values behind these names in a line of words: `min 2, median 3`. */
export function facts(said: string, names: readonly string[]): string[] {
  return names.map((name) => {
    const at = said.indexOf(name);
    return at < 0 ? "" : (/^\s*(\S+?),?(?:\s|$)/.exec(said.slice(at + name.length))?.[1] ?? "");
  });
}

/** Each text is its number, rounded to the digits that it shows; a percentage is a share. */
export function shows(texts: readonly string[], numbers: readonly number[]): void {
  expect(texts.length).toBe(numbers.length);
  for (const [at, text] of texts.entries()) {
    const plain = text.replaceAll(",", "").replace("−", "-");
    const percent = plain.endsWith("%");
    const digits = plain.replace("%", "");
    const shown = Number(digits);
    const value = (numbers[at] ?? Number.NaN) * (percent ? 100 : 1);
    const half = 0.5 * 10 ** -(digits.split(".")[1]?.length ?? 0);
    // A place behind a zero that is left out is a digit all the same.
    const within = digits === "" ? Number.NaN : half * 1.0001;
    expect(Math.abs(shown - value) <= within, `${text} for ${value}`).toBe(true);
  }
}
