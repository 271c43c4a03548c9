/** Tables as text: CSV by RFC 4180 for files, tab-separated for the clipboard. Numbers keep every digit and a full stop. */
import type { Cell } from "../../core/service/look.ts";

/** A table on its way out: a head and rows of full values. */
export type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** CSV with CRLF line ends, fields quoted where they must be. */
export function csvOf({ head, rows }: Sheet): string {
  return csvLines([head, ...rows]);
}

/** Lines of CSV, each with its end. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function tsvOf({ head, rows }: Sheet): string {
  return [head, ...rows]
    .map((row) => row.map((cell) => plain(cell).replaceAll(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}

function csvField(cell: Cell): string {
  const text = plain(cell);
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

/** A name that every file system takes. */
export function fileName(title: string, extension: string): string {
  const clean = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${clean || "result"}.${extension}`;
}
