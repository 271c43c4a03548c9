/** Cells of plain CSV files that become numbers: numbers, truth, moments (`csv-plain-cells.ts` says what a reader owes). */
import type { Buffer } from "node:buffer";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import {
  type CellReader,
  carriageReturn,
  endOfCell,
  newline,
  type PlainDialect,
  unclear,
} from "./csv-plain-cells.ts";
import { cutTo, type Gathered, larger } from "./gather.ts";

const zero = 48;
const minus = 45;
const colon = 58;
const comma = 44;

/** Powers of ten that float64 holds exactly: a whole number below 2^53 divided by one is rounded once, as the text itself would be. */
const powers = Float64Array.from({ length: 23 }, (_, k) => 10 ** k);
const mostDigits = 15;
const digitsOf32Bits = 9;
const usualNumber = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A column of float64, NaN where a cell is missing. */
abstract class ValueCells implements CellReader {
  protected values: Float64Array;
  protected readonly dialect: PlainDialect;

  constructor(dialect: PlainDialect, guess: number) {
    this.dialect = dialect;
    this.values = sharedFloat64(guess);
  }

  abstract read(bytes: Buffer, start: number, end: number, row: number): number;

  grow(rows: number): void {
    this.values = larger(this.values, sharedFloat64(rows));
  }

  finish(rows: number): Gathered {
    return { form: "numbers", values: cutTo(this.values, rows, sharedFloat64) };
  }
}

/** Digits with at most one decimal sign; what is longer, or has an exponent, is read from its text. */
export class NumberCells extends ValueCells {
  read(bytes: Buffer, start: number, end: number, row: number): number {
    const { delimiter, decimal } = this.dialect;
    const negative = bytes[start] === minus;
    const first = negative ? start + 1 : start;
    let at = first;
    let digit = bytes[at] - zero;
    let whole = 0;
    // Whole numbers of 32 bits as long as they do: half the time of float64.
    for (; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) whole = (Math.imul(whole, 10) + digit) | 0;
    let digits = at - first;
    let fraction = 0;
    if (digits > 0 && digit === decimal - zero) {
      const point = ++at;
      digit = bytes[at] - zero;
      for (; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) whole = (Math.imul(whole, 10) + digit) | 0;
      fraction = at - point;
      digits = fraction === 0 ? 0 : digits + fraction;
    }
    const after = digit + zero;
    const ends = after === delimiter || after === newline || after === carriageReturn;
    if (!ends || digits === 0 || digits > mostDigits) return this.readText(bytes, start, end, row);
    const size = digits <= digitsOf32Bits ? whole : longWhole(bytes, first, at);
    this.values[row] = (negative ? -size : size) / powers[fraction];
    return at;
  }

  private readText(bytes: Buffer, start: number, end: number, row: number): number {
    const { decimal, missing } = this.dialect;
    const at = endOfCell(bytes, start, end, this.dialect);
    if (at < 0) return at;
    const text = bytes.toString("utf8", start, at);
    if (missing.has(text)) {
      this.values[row] = Number.NaN;
      return at;
    }
    const written = decimal === comma ? text.replace(",", ".") : text;
    if (!usualNumber.test(written) || (decimal === comma && text.includes("."))) return unclear;
    const value = Number(written);
    const size = Math.abs(value);
    // Rounded whole numbers are counted, and what is too large or too small is judged, where the whole file is read by the book.
    if (size > Number.MAX_SAFE_INTEGER || (size < 1e-300 && /[1-9]/.test(written))) return unclear;
    this.values[row] = value;
    return at;
  }
}

/** The digits from `start` to `end` as one whole number, a decimal sign among them left out. */
function longWhole(bytes: Buffer, start: number, end: number): number {
  let whole = 0;
  for (let at = start; at < end; at++) if (bytes[at] >= zero) whole = whole * 10 + bytes[at] - zero;
  return whole;
}

const truth = new Map([
  ["true", 1],
  ["false", 0],
]);

/** `true` and `false`, in small or capital letters. */
export class BooleanCells implements CellReader {
  private codes: Int32Array;
  private readonly dialect: PlainDialect;

  constructor(dialect: PlainDialect, guess: number) {
    this.dialect = dialect;
    this.codes = sharedInt32(guess);
  }

  read(bytes: Buffer, start: number, end: number, row: number): number {
    const at = endOfCell(bytes, start, end, this.dialect);
    if (at < 0) return at;
    const code = codeOfTruth(bytes, start, at) ?? this.codeOfText(bytes.toString("utf8", start, at));
    if (code === undefined) return unclear;
    this.codes[row] = code;
    return at;
  }

  private codeOfText(text: string): number | undefined {
    return this.dialect.missing.has(text) ? -1 : truth.get(text.toLowerCase());
  }

  grow(rows: number): void {
    this.codes = larger(this.codes, sharedInt32(rows));
  }

  finish(rows: number): Gathered {
    return { form: "codes", codes: cutTo(this.codes, rows, sharedInt32) };
  }
}

/** By the bytes, without a string for every cell. */
function codeOfTruth(bytes: Buffer, start: number, end: number): number | undefined {
  if (bytes[start] === 0x74 && end - start === 4)
    return bytes[start + 1] === 0x72 && bytes[start + 2] === 0x75 && bytes[start + 3] === 0x65
      ? 1
      : undefined;
  if (bytes[start] !== 0x66 || end - start !== 5) return undefined;
  return bytes[start + 1] === 0x61 &&
    bytes[start + 2] === 0x6c &&
    bytes[start + 3] === 0x73 &&
    bytes[start + 4] === 0x65
    ? 0
    : undefined;
}

const microsecondsADay = 86_400_000_000;

/** `2024-05-31`, `2024-05-31 12:00:00`, the same with `T`, up to six digits of a second and `Z`. */
export class MomentCells extends ValueCells {
  /** The date that was read last, and its days since 1970: files are often in the order of time. */
  private date = -1;
  private days = 0;

  read(bytes: Buffer, start: number, end: number, row: number): number {
    if (!this.readDate(bytes, start)) return this.readMissing(bytes, start, end, row);
    let at = start + 10;
    let micros = 0;
    if (bytes[at] === 0x20 || bytes[at] === 0x54) {
      const hours = twoDigits(bytes, at + 1);
      const minutes = twoDigits(bytes, at + 4);
      const seconds = twoDigits(bytes, at + 7);
      // A part that is none is −1, and then so is the sum of signs.
      if ((hours | minutes | seconds) < 0 || hours > 23 || minutes > 59 || seconds > 59) return unclear;
      if (bytes[at + 3] !== colon || bytes[at + 6] !== colon) return unclear;
      micros = ((hours * 60 + minutes) * 60 + seconds) * 1e6;
      at += 9;
      if (bytes[at] === 46) {
        const point = ++at;
        let scale = 1e5;
        for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) {
          micros += digit * scale;
          scale /= 10;
        }
        if (at === point || at - point > 6) return unclear;
      }
      if (bytes[at] === 0x5a) at++;
    }
    const after = bytes[at];
    if (after !== this.dialect.delimiter && after !== newline && after !== carriageReturn) return unclear;
    this.values[row] = (this.days * microsecondsADay + micros) / 1000;
    return at;
  }

  private readDate(bytes: Buffer, start: number): boolean {
    const century = twoDigits(bytes, start);
    const inCentury = twoDigits(bytes, start + 2);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    if ((century | inCentury | month | day) < 0) return false;
    if (bytes[start + 4] !== minus || bytes[start + 7] !== minus) return false;
    const year = century * 100 + inCentury;
    const date = (year * 100 + month) * 100 + day;
    if (date === this.date) return true;
    const midnight = Date.UTC(2000, month - 1, day);
    const whole = new Date(midnight).setUTCFullYear(year, month - 1, day);
    const back = new Date(whole);
    if (year < 1 || month < 1 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return false;
    this.date = date;
    this.days = whole / 86_400_000;
    return true;
  }

  private readMissing(bytes: Buffer, start: number, end: number, row: number): number {
    const at = endOfCell(bytes, start, end, this.dialect);
    if (at < 0) return at;
    if (!this.dialect.missing.has(bytes.toString("utf8", start, at))) return unclear;
    this.values[row] = Number.NaN;
    return at;
  }
}

/** −1 where they are none. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = bytes[at] - zero;
  const ones = bytes[at + 1] - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
