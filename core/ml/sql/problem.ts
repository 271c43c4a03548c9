/** What DuckDB says about a wrong query, as diagnostics with a place: line and column in the text that the user wrote. */
import { Cancelled, type Diagnostic, DiagnosticError, problem } from "../../base/diagnostic.ts";
import { sayingCells, sayingMeaning } from "./say-problem.ts";

/** A text of the user's, and how many characters stand before it in what DuckDB was given. */
export type Written = { text: string; before: number };

/** Line and column, both from 1, of the character at `offset`. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const line = before.split("\n").length;
  return { line, column: before.length - before.lastIndexOf("\n") };
}

/** The place of the `index`th character as DuckDB counts them, by code points. */
export function placeOfPoint({ text, before }: Written, index: number): { line: number; column: number } {
  const points = [...text].slice(0, Math.max(0, index - before));
  return placeAt(text, points.join("").length);
}

/** A thrown error of DuckDB's as a diagnostic. Cancels and diagnostics pass through. */
export function sqlProblem(thrown: unknown, written: Written): unknown {
  if (!(thrown instanceof Error) || thrown instanceof Cancelled || thrown instanceof DiagnosticError)
    return thrown;
  const [first = "", ...rest] = thrown.message.split("\n");
  const message = first
    .replace(/^[A-Z][A-Za-z ]+ (Error|exception): /, "")
    .trim()
    .slice(0, 400);
  if (/^Out of Memory/i.test(first)) return error("sql.too-large", {});
  const unknown = /Referenced column "(.*?)" (?:was )?not found/.exec(first);
  const place = placeIn(rest, written) ?? { line: 1, column: 1 };
  if (unknown)
    return error("sql.unknown-column", { name: unknown[1], candidates: candidatesIn(rest), ...place });
  if (/^(Binder|Parser|Catalog|Syntax)/.test(first))
    return error("sql.not-understood", { ...sayingMeaning(message), ...place });
  return error("sql.failed", sayingCells(message));
}

function candidatesIn(lines: readonly string[]): string[] {
  const found = lines.find((line) => line.startsWith("Candidate bindings: "));
  return [...(found ?? "").matchAll(/"((?:[^"]|"")*)"/g)].map(([, name]) => name);
}

/** From DuckDB's `LINE 2: …` and the caret under it. Long lines are shown in part. */
function placeIn(
  lines: readonly string[],
  { text, before }: Written,
): { line: number; column: number } | undefined {
  const at = lines.findIndex((line) => /^LINE \d+: /.test(line));
  if (at < 0) return undefined;
  const [prefix = "", number = "1"] = /^LINE (\d+): /.exec(lines[at] ?? "") ?? [];
  const caret = (lines[at + 1] ?? "").indexOf("^");
  if (caret < 0) return { line: Number(number), column: 1 };
  const shown = (lines[at] ?? "").slice(prefix.length);
  const line = Number(number);
  const whole = (" ".repeat(before) + text).split("\n")[line - 1] ?? "";
  const part = shown.replace(/^\.\.\./, "").replace(/\.\.\.$/, "");
  const start = shown.startsWith("...") ? Math.max(0, whole.indexOf(part)) - 3 : 0;
  const column = start + caret - prefix.length + 1 - (line === 1 ? before : 0);
  return { line, column: Math.max(1, column) };
}

export function error(code: string, values: Diagnostic["values"]): DiagnosticError {
  return new DiagnosticError(problem(code, values));
}

/** The name that was perhaps meant: the one with the fewest letters to change, if those are fewer than half of it. */
export function nearest(name: string, names: readonly string[]): string {
  let best = "";
  let fewest = Math.max(2, Math.ceil(name.length / 2));
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < fewest) [best, fewest] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    row = next;
  }
  return row[b.length];
}
