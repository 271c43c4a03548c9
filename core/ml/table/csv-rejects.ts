/**
 * The rows that could not be read, in words for people: one finding a reason, with the lines to look at. A file that
 * stops in the middle of a row is another matter: nobody knows how many rows are gone, so it is refused unless the
 * caller asked for what is there.
 */
import { type Diagnostic, fail, warning } from "../../base/diagnostic.ts";
import type { Reject } from "./csv-duckdb.ts";
import type { LineFacts } from "./csv-lines.ts";

export type RejectContext = {
  path: string;
  names: readonly string[];
  lines: LineFacts;
  endsWithNewline: boolean;
  incomplete: "refuse" | "skip";
};

const shownLines = 10;

const reasons: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": "table.rows-missing-cells",
  "TOO MANY COLUMNS": "table.rows-extra-cells",
  "UNQUOTED VALUE": "table.rows-bad-quotes",
  CAST: "table.rows-unreadable-cell",
  "LINE SIZE OVER MAXIMUM": "table.rows-too-long",
};

/**
 * Warnings for the rejected rows (`rejects[i]` stands at `lines.places[i]`), each row counted once.
 * Throws `table.truncated` and `table.unclosed-quote` unless `incomplete` is `"skip"`.
 */
export function describeRejects(rejects: readonly Reject[], context: RejectContext): Diagnostic[] {
  const { path, names, lines } = context;
  refuseIncomplete(rejects, context);
  const byReason = new Map<string, { lines: number[]; first: Reject }>();
  const seen = new Set<number>();
  for (const [index, reject] of rejects.entries()) {
    const { line, record } = lines.places[index];
    if (seen.has(record)) continue;
    seen.add(record);
    const code = reasons[reject.kind] ?? "table.rows-unreadable";
    const known = byReason.get(code);
    if (known) known.lines.push(line);
    else byReason.set(code, { lines: [line], first: reject });
  }
  return [...byReason].map(([code, found]) => {
    const shown = found.lines.slice(0, shownLines).map(String);
    const values = { path, count: found.lines.length, lines: shown };
    if (code !== "table.rows-unreadable-cell") return warning(code, { ...values, columns: names.length });
    const column = names[found.first.column] ?? "";
    return warning(code, { ...values, column, value: unreadableText(found.first.message) });
  });
}

function refuseIncomplete(rejects: readonly Reject[], context: RejectContext): void {
  const { path, lines, endsWithNewline, incomplete } = context;
  if (incomplete === "skip") return;
  if (lines.openQuoteLine !== undefined) fail("table.unclosed-quote", { path, line: lines.openQuoteLine });
  const last = rejects.findIndex(
    ({ kind }, index) => kind === "MISSING COLUMNS" && lines.places[index].record === lines.records - 1,
  );
  if (last >= 0 && !endsWithNewline) fail("table.truncated", { path, line: lines.places[last].line });
}

function unreadableText(message: string): string {
  const text = /Could not convert string "([\s\S]*?)" to/.exec(message)?.[1] ?? "";
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
