/**
 * The cells of one column of a plain CSV file, read from bytes into arrays. A reader takes the cell that begins at a place and answers
 * where it ends, `unclear` where the cell is not of the plain shapes that it knows by heart (DuckDB is asked then, for the whole file),
 * or `cutOff` where a quoted cell does not end in the bytes at hand. What is taken for a number here is one there, with the same
 * 64 bits: `csv-plain.test.ts` holds the two side by side.
 */
import type { Buffer } from "node:buffer";
import type { Gathered } from "./gather.ts";

export const unclear = -1;
export const cutOff = -2;

export const newline = 10;
export const carriageReturn = 13;
/** No byte: the quote of a file without one. */
export const noByte = -1;

/** Bytes behind those that are read, into which a reader may look without harm. */
export const margin = 32;

/** How the file is written, as bytes. */
export type PlainDialect = {
  delimiter: number;
  quote: number;
  decimal: number;
  missing: ReadonlySet<string>;
};

export type CellReader = {
  /** Reads the cell at `at` for row `row`; bytes from `end` on are not the file's. */
  read(bytes: Buffer, at: number, end: number, row: number): number;
  /** Room for so many rows. */
  grow(rows: number): void;
  finish(rows: number): Gathered;
};

/** 1 for each byte that ends a cell, or opens a quoted one. */
export function stopsOf({ delimiter, quote }: PlainDialect): Uint8Array {
  const stops = new Uint8Array(256);
  for (const byte of [delimiter, quote, newline, carriageReturn]) if (byte !== noByte) stops[byte] = 1;
  return stops;
}

/** The end of an unquoted cell. */
export function endOfCell(
  bytes: Buffer,
  start: number,
  end: number,
  { delimiter, quote }: PlainDialect,
): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === delimiter || byte === newline || byte === carriageReturn) return at;
    if (byte === quote) return unclear;
  }
  return unclear;
}
