/** What a reader of files gives back, whatever the format, and what all of them do around it: hash, bytes, row numbers. */
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { type Diagnostic, DiagnosticError, fail, problem } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";
import type { ColumnKind } from "../../base/table-facts.ts";
import type { Table } from "../values.ts";
import { blocksOf, withFile } from "./csv-check.ts";

/** A table with what was found on the way. */
export type FileContent = { table: Table; hash: string; bytes: number; diagnostics: Diagnostic[] };

/** Which rows to take, and what to take columns for: what all formats have in common. */
export type ContentOptions = {
  /** Kinds of columns by name, where the caller knows better. */
  kinds?: Readonly<Record<string, ColumnKind>>;
  /** Only every so-many-th row, beginning with the first: a thinned table of a file that is too large. Default 1. */
  every?: number;
  /** At most so many rows, after `every`. */
  limit?: number;
};

/** Throws `table.unknown-column` for kinds of columns that are not there. */
export function checkKinds(kinds: ContentOptions["kinds"], names: readonly string[]): void {
  for (const name of Object.keys(kinds ?? {}))
    if (!names.includes(name)) fail("table.unknown-column", { column: name, columns: [...names] });
}

/** Throws `table.every` and `table.limit`. */
export function checkThinning({ every = 1, limit }: ContentOptions): { every: number; limit: number } {
  if (!Number.isInteger(every) || every < 1) fail("table.every", { every });
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1)) fail("table.limit", { limit });
  return { every, limit: limit ?? Number.POSITIVE_INFINITY };
}

/** Numbers of the rows that are kept: 0, every, 2 · every, … */
export function thinnedIds(rows: number, every: number): Uint32Array {
  const ids = new Uint32Array(new SharedArrayBuffer(rows * 4));
  for (let row = 0; row < rows; row++) ids[row] = row * every;
  return ids;
}

/** SHA-256 of a file and its size, in one pass of blocks. */
export async function hashFile(path: string): Promise<{ hash: string; bytes: number }> {
  return withFile(path, async (file) => {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const { block } of blocksOf(file)) {
      hash.update(block);
      bytes += block.length;
    }
    return { hash: `sha256-${hash.digest("hex")}`, bytes };
  });
}

/** Where a path really leads. Throws `file.*`. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch((thrown) => {
    throw new DiagnosticError(fileDiagnostic(thrown, path));
  });
}

/** Messages name the file as the caller did, not where links led. */
export function renamed(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof DiagnosticError)) return thrown;
  const { diagnostic } = thrown;
  if (!Object.hasOwn(diagnostic.values, "path")) return thrown;
  return new DiagnosticError({ ...diagnostic, values: { ...diagnostic.values, path } });
}

/** An error of a reader that is not ours, in its own words. Diagnostics and cancels pass through. */
export function readerProblem(thrown: unknown, code: string, path: string): unknown {
  if (!(thrown instanceof Error) || thrown instanceof DiagnosticError || thrown.name === "Cancelled")
    return thrown;
  return new DiagnosticError(
    problem(code, { path, message: firstLine(thrown.message).replaceAll(path, "…") }),
  );
}

export function firstLine(text: string): string {
  return text.split("\n")[0].trim().slice(0, 300);
}
