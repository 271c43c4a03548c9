/**
 * Plain CSV files in one pass of ours over the bytes (ADR 14). Plain is a file all
 * of whose rows have the same number of cells and whose cells have the usual shapes (`csv-plain-cells.ts`). At the first that is
 * otherwise the attempt is given up, and DuckDB reads the file, with all that it knows of odd ones.
 */
import { Buffer } from "node:buffer";
import { withFile } from "./csv-check.ts";
import type { CsvSource } from "./csv-duckdb.ts";
import type { Reading } from "./csv-kinds.ts";
import {
  type CellReader,
  carriageReturn,
  cutOff,
  margin,
  newline,
  noByte,
  type PlainDialect,
  unclear,
} from "./csv-plain-cells.ts";
import { BooleanCells, MomentCells, NumberCells } from "./csv-plain-numbers.ts";
import { TextCells } from "./csv-plain-texts.ts";
import type { Watch } from "./duckdb.ts";
import type { Gathered } from "./gather.ts";

export type PlainOptions = {
  /** Rows, about. */
  guess: number;
  watch: Watch;
  /** Asked after every block: whether the cells are no longer wanted. */
  stop?: () => boolean;
  /** Bytes that are read at once. */
  blockSize?: number;
};

export type PlainCells = { rows: number; columns: Gathered[] };

const usualBlock = 4 * 1024 * 1024;
/** A record that is longer is none of the usual. */
const longestRecord = 1024 * 1024;
const plainDelimiters: readonly string[] = [",", ";", "\t", "|"];
const plainQuotes: readonly string[] = ['"', "'"];

/**
 * All cells of a plain file, column by column as `readings` has them; nothing where the file is not plain, or once `stop` says so.
 */
export async function readPlain(
  source: CsvSource,
  readings: readonly Reading[],
  { guess, watch, stop = () => false, blockSize = usualBlock }: PlainOptions,
): Promise<PlainCells | undefined> {
  const dialect = plainDialect(source);
  // In a table of one column a blank line is a missing cell.
  if (!dialect || source.width < 2) return undefined;
  const readers = readings.map((reading) => readerOf(reading, dialect, guess));
  const records = new Records(readers, dialect, guess);
  return withFile(source.path, async (file) => {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(longestRecord + blockSize + margin);
    let begun = !source.header;
    let kept = 0;
    for (let offset = 0; offset < size; ) {
      const { bytesRead } = await file.read(buffer, kept, blockSize, offset);
      if (bytesRead === 0 || stop()) return undefined;
      const marked = offset === 0 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
      offset += bytesRead;
      let end = kept + bytesRead;
      // The last line may lack its end.
      if (offset >= size && buffer[end - 1] !== newline) end += records.writeLineEnd(buffer, end);
      let at = marked ? 3 : 0;
      if (!begun) {
        at = records.skipHeader(buffer, at, end);
        if (at < 0) return undefined;
        begun = true;
      }
      at = records.read(buffer, at, end);
      if (at < 0 || end - at > longestRecord) return undefined;
      kept = end - at;
      buffer.copyWithin(0, at, end);
      watch((100 * offset) / size);
    }
    if (kept > 0) return undefined;
    return { rows: records.rows, columns: readers.map((reader) => reader.finish(records.rows)) };
  });
}

/** The dialect in bytes, if it is one of the usual ones. A number among the texts for "missing" would have to be told by its digits. */
function plainDialect({ delimiter, quote, decimal, missing }: CsvSource): PlainDialect | undefined {
  if (!plainDelimiters.includes(delimiter) || decimal === delimiter) return undefined;
  if (quote !== "" && !plainQuotes.includes(quote)) return undefined;
  const odd = (text: string) => /[0-9,;|\t\r\n"']/.test(text) || /^(?:true|false)$/i.test(text);
  if (!missing.includes("") || missing.some(odd)) return undefined;
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === "" ? noByte : quote.charCodeAt(0),
    decimal: decimal.charCodeAt(0),
    missing: new Set(missing),
  };
}

function readerOf(reading: Reading, dialect: PlainDialect, guess: number): CellReader {
  if (reading === "DOUBLE") return new NumberCells(dialect, guess);
  if (reading === "BOOLEAN") return new BooleanCells(dialect, guess);
  return reading === "MOMENT" ? new MomentCells(dialect, guess) : new TextCells(dialect, guess);
}

/** Record after record, each with one cell a reader and the same line end as the first. */
class Records {
  rows = 0;
  private room: number;
  /** Whether lines end in two bytes, known from the first end on. */
  private twoBytes: boolean | undefined;
  private readonly readers: readonly CellReader[];
  private readonly dialect: PlainDialect;

  constructor(readers: readonly CellReader[], dialect: PlainDialect, room: number) {
    this.readers = readers;
    this.dialect = dialect;
    this.room = room;
  }

  /** Reads all whole records from `at` on; answers where the first that is not whole begins, or `unclear`. */
  read(bytes: Buffer, at: number, end: number): number {
    // Behind the last line end nothing is read but a quoted cell, which looks for `end` itself.
    const safe = bytes.lastIndexOf(newline, end - 1) + 1;
    let start = at;
    while (start < safe) {
      if (this.rows === this.room) this.grow();
      const next = this.readRecord(bytes, start, safe);
      if (next === cutOff) return start;
      if (next < 0) return unclear;
      this.rows++;
      start = next;
    }
    return start;
  }

  private readRecord(bytes: Buffer, start: number, end: number): number {
    const { readers, rows } = this;
    const { delimiter } = this.dialect;
    const last = readers.length - 1;
    let at = start;
    for (let column = 0; column < last; column++) {
      at = readers[column].read(bytes, at, end, rows);
      if (at < 0) return at;
      if (bytes[at++] !== delimiter) return unclear;
    }
    at = readers[last].read(bytes, at, end, rows);
    return at < 0 ? at : this.lineEnd(bytes, at);
  }

  /** Where the next line begins. */
  private lineEnd(bytes: Buffer, at: number): number {
    const two = bytes[at] === carriageReturn;
    this.twoBytes ??= two;
    if (two !== this.twoBytes || bytes[two ? at + 1 : at] !== newline) return unclear;
    return two ? at + 2 : at + 1;
  }

  /** Past the first line, which holds no quote that would let it go on in the next one. */
  skipHeader(bytes: Buffer, start: number, end: number): number {
    const at = bytes.subarray(0, end).indexOf(newline, start);
    if (at < 0 || bytes[start] === newline || bytes[start] === carriageReturn) return unclear;
    const { quote } = this.dialect;
    let quotes = 0;
    for (let place = start; place < at; place++) if (bytes[place] === quote) quotes++;
    const two = bytes[at - 1] === carriageReturn;
    if (quotes % 2 === 1 || bytes.subarray(start, two ? at - 1 : at).includes(carriageReturn)) return unclear;
    return this.lineEnd(bytes, two ? at - 1 : at);
  }

  /** Ends the last line, which stops at `end`, as the others end; answers in how many bytes. */
  writeLineEnd(bytes: Buffer, end: number): number {
    const first = bytes.subarray(0, end).indexOf(newline);
    const two = this.twoBytes ?? (first > 0 && bytes[first - 1] === carriageReturn);
    return bytes.write(two ? "\r\n" : "\n", end, "latin1");
  }

  private grow(): void {
    this.room = this.room * 2 + 1024;
    for (const reader of this.readers) reader.grow(this.room);
  }
}
