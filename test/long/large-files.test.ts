/** Files that are larger than they should be: a line of two gigabytes ends in words, and in bounded memory. */
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import { readTable } from "../../core/ml/table/read-table.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const block = Buffer.alloc(64 * 2 ** 20, "x");

function fileOf(name: string, before: string, after: string): string {
  const path = join(folder, name);
  const file = openSync(path, "w");
  writeSync(file, before);
  for (let written = 0; written < 2 ** 31; written += block.length) writeSync(file, block);
  writeSync(file, after);
  closeSync(file);
  return path;
}

it.each([
  ["a header of 2 GB", "", "\n1,2\n", "table.line-too-long"],
  ["a cell of 2 GB that nothing follows", "a,b\n1,", "", "table.line-too-long"],
  ["a row of 2 GB among others", "a,b\n1,2\n3,", "\n5,6\n", "table.line-too-long"],
])("%s", async (name, before, after, code) => {
  const path = fileOf(`${name}.csv`, before, after);
  const memory = process.memoryUsage().rss;
  const ending: unknown = await readTable(path).catch((reason: unknown) => reason);
  expect(ending).toBeInstanceOf(DiagnosticError);
  expect((ending as DiagnosticError).diagnostic.code).toBe(code);
  expect(process.memoryUsage().rss - memory).toBeLessThan(2 ** 30);
});
