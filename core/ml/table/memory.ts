/** Whether a table fits into memory, asked before it is read: an estimate from rows and columns, in words if it does not. */
import { freemem } from "node:os";
import { fail } from "../../base/diagnostic.ts";

/** What is to be held: 8 bytes a number, 4 a code, 4 for the number of a row, and the texts themselves. */
export type TableSize = { rows: number; numbers: number; codes: number; textBytes?: number };

/** Bytes that a table of this size takes once it is read. */
export function tableBytes({ rows, numbers, codes, textBytes = 0 }: TableSize): number {
  return rows * (8 * numbers + 4 * codes + 4) + textBytes;
}

/** Bytes that may be filled: four fifths of what the system says is free, or what a test says. */
export function availableBytes(): number {
  const { availableMemory } = process as { availableMemory?: () => number };
  return 0.8 * (availableMemory ? availableMemory.call(process) : freemem());
}

/**
 * Throws `table.too-large`, which names the estimate, what is free and how many rows would fit.
 * Row numbers are 32 bits wide: more rows than that are refused in the same words.
 */
export function checkFits(path: string, size: TableSize, available = availableBytes()): void {
  const needed = tableBytes(size);
  if (needed <= available && size.rows < 2 ** 32) return;
  const perRow = Math.max(1, needed / Math.max(1, size.rows));
  fail("table.too-large", {
    path,
    rows: size.rows,
    columns: size.numbers + size.codes,
    needed: gigabytes(needed),
    available: gigabytes(available),
    every: Math.ceil(size.rows / Math.min(available / perRow, 2 ** 32 - 1)),
  });
}

function gigabytes(bytes: number): number {
  return Number((bytes / 2 ** 30).toPrecision(3));
}
