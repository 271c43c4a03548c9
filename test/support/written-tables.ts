/** Tables as texts, written to a file and read: their cells and warnings, or the refusal. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Diagnostic, DiagnosticError } from "../../core/base/diagnostic.ts";
import { quietContext } from "../../core/ml/context.ts";
import { type ReadOptions, readTable } from "../../core/ml/table/read-table.ts";
import { isValid } from "../../core/ml/table/validity.ts";
import type { Column } from "../../core/ml/values.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { tempFolder } from "./temp.ts";

export const folder = tempFolder();

let files = 0;
export function file(content: string | Uint8Array, name = `t${files++}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export async function read(content: string | Uint8Array, options: ReadOptions = {}) {
  const warnings: Diagnostic[] = [];
  const context = { ...quietContext, warn: (diagnostic: Diagnostic) => void warnings.push(diagnostic) };
  const table = await readTable(file(content), options, context);
  warnings.forEach(expectWorded);
  return { table, warnings, cells: table.columns.map((column) => cellsOf(column, table.rowCount)) };
}

function cellsOf(column: Column, rows: number): (number | string | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    if (!isValid(column, row)) return null;
    return "values" in column ? column.values[row] : column.levels[column.codes[row]];
  });
}

/** Worded in both languages, with every placeholder filled. */
export function expectWorded(diagnostic: Diagnostic): void {
  for (const language of ["en", "zh"] as const) {
    const { what, hint } = wordDiagnostic(diagnostic, language);
    expect(`${what} ${hint}`).not.toMatch(/\{\w+[,}]/);
    expect(hint).not.toBe("");
  }
}

export async function refusal(path: string, options: ReadOptions = {}): Promise<Diagnostic> {
  const thrown: unknown = await readTable(path, options).then(
    () => undefined,
    (reason) => reason,
  );
  if (!(thrown instanceof DiagnosticError)) throw new Error(`expected a diagnostic, got ${String(thrown)}`);
  return thrown.diagnostic;
}
