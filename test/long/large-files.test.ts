/** Files that are larger than they should be: a line of two gigabytes ends in words, and in bounded memory. */
import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import { readTable } from "../../core/ml/table/read-table.ts";
import { tempFolder } from "../support/temp.ts";

const path = join(tempFolder(), "large.csv");
const block = Buffer.alloc(64 * 2 ** 20, "x");
/** Room for what stands before the long cell, which goes on in it. */
const head = 16;

beforeAll(() => {
  const file = openSync(path, "w");
  for (let written = 0; written < 2 ** 31 + head; written += block.length) writeSync(file, block);
  closeSync(file);
});

/** The same two gigabytes with something else at both ends. */
function between(before: string, after: string): void {
  const file = openSync(path, "r+");
  writeSync(file, before.padEnd(head, "x"), 0);
  ftruncateSync(file, head + 2 ** 31);
  writeSync(file, after, head + 2 ** 31);
  closeSync(file);
}

it.each([
  ["a header of 2 GB", "", "\n1,2\n", "table.line-too-long"],
  ["a cell of 2 GB that nothing follows", "a,b\n1,", "", "table.line-too-long"],
  ["a row of 2 GB among others", "a,b\n1,2\n3,", "\n5,6\n", "table.line-too-long"],
])("%s", async (_name, before, after, code) => {
  between(before, after);
  const memory = process.memoryUsage().rss;
  const ending: unknown = await readTable(path).catch((reason: unknown) => reason);
  expect(ending).toBeInstanceOf(DiagnosticError);
  expect((ending as DiagnosticError).diagnostic.code).toBe(code);
  expect(process.memoryUsage().rss - memory).toBeLessThan(2 ** 30);
});
