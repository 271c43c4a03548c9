/** Cells of plain CSV files that stay texts, as dictionary codes (`csv-plain-cells.ts` says what a reader owes). */
import { Buffer } from "node:buffer";
import { sharedInt32 } from "./columns.ts";
import {
  type CellReader,
  carriageReturn,
  cutOff,
  newline,
  type PlainDialect,
  stopsOf,
  unclear,
} from "./csv-plain-cells.ts";
import { cutTo, type Gathered, larger } from "./gather.ts";
import { sortedLevels } from "./sorted-levels.ts";

/** More neighbours than this under one hash are no accident; DuckDB's own dictionary is made for that. */
const longestProbe = 512;
const mostWords = 2 ** 28;

/** Words before those of a text: its hash, its length in bytes, its code (−1: it means missing). */
const hashPlace = 0;
const lengthPlace = 1;
const codePlace = 2;
const textPlace = 3;

/**
 * Texts as codes in the order in which they come. A cell's bytes are packed into words behind the texts that have been seen, hashed by
 * the word, and compared by the word; a new text is then already in its place. All that is known of a text stands together, for what
 * costs time is to fetch it. Strings are made at the end, one a level.
 */
export class TextCells implements CellReader {
  private codes: Int32Array;
  private readonly dialect: PlainDialect;
  private readonly stops: Uint8Array;
  /** Where in `words` the texts of a hash begin; tried one after the other, and never more than half full. */
  private slots = new Int32Array(64).fill(-1);
  private words = new Int32Array(64);
  /** The first word that belongs to no text. */
  private free = 0;
  private seen = 0;
  private levels = 0;

  constructor(dialect: PlainDialect, guess: number) {
    this.dialect = dialect;
    this.codes = sharedInt32(guess);
    this.stops = stopsOf(dialect);
  }

  read(bytes: Buffer, start: number, end: number, row: number): number {
    const { stops } = this;
    let at = start;
    let { words } = this;
    let place = this.free + textPlace;
    let hash = 0;
    let word = 0;
    let shift = 0;
    for (let byte = bytes[at]; stops[byte] === 0; byte = bytes[++at]) {
      word |= byte << shift;
      shift += 8;
      if (shift < 32) continue;
      if (place + 2 > words.length) words = this.growWords();
      words[place++] = word;
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, prime);
      word = 0;
      shift = 0;
    }
    if (bytes[at] === this.dialect.quote)
      return at === start ? this.readQuoted(bytes, start, end, row) : unclear;
    return this.take(place, word, hash, at - start, row) ? at : unclear;
  }

  /** The loop of `read` with another end. One loop for both, with its findings in fields, took a tenth more of the whole reading. */
  private readQuoted(bytes: Buffer, start: number, end: number, row: number): number {
    const { quote, delimiter } = this.dialect;
    let place = this.free + textPlace;
    let hash = 0;
    let word = 0;
    let at = start + 1;
    for (let shift = 0; at < end && bytes[at] !== quote; at++) {
      word |= bytes[at] << shift;
      shift += 8;
      if (shift < 32) continue;
      if (place + 2 > this.words.length) this.growWords();
      this.words[place++] = word;
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, prime);
      word = 0;
      shift = 0;
    }
    if (at + 1 >= end) return cutOff;
    const after = bytes[at + 1];
    if (after !== delimiter && after !== newline && after !== carriageReturn) return unclear;
    return this.take(place, word, hash, at - start - 1, row) ? at + 1 : unclear;
  }

  /** Finds the text that was packed among those seen, or adds it. `word` is its last, which is there even where no byte is in it. */
  private take(last: number, word: number, hashed: number, length: number, row: number): boolean {
    const { slots, words, free } = this;
    words[last] = word;
    const hash = spread(Math.imul(((hashed << 5) | (hashed >>> 27)) ^ word, prime) ^ length);
    const size = last + 1 - free;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let tries = 0; slots[slot] >= 0; slot = (slot + 1) & mask) {
      const text = slots[slot];
      if (words[text + hashPlace] === hash && words[text + lengthPlace] === length) {
        let same = textPlace;
        while (same < size && words[text + same] === words[free + same]) same++;
        if (same === size) {
          this.codes[row] = words[text + codePlace];
          return true;
        }
      }
      if (++tries > longestProbe) return false;
    }
    return this.add(slot, hash, length, row);
  }

  private add(slot: number, hash: number, length: number, row: number): boolean {
    const { words, free } = this;
    if (free > mostWords) return false;
    const code = this.dialect.missing.has(this.textAt(free, length)) ? -1 : this.levels++;
    words[free + hashPlace] = hash;
    words[free + lengthPlace] = length;
    words[free + codePlace] = code;
    this.codes[row] = code;
    this.slots[slot] = free;
    this.free = free + sizeOf(length);
    this.seen++;
    if (this.free + textPlace + 1 >= words.length) this.growWords();
    if (this.seen * 2 > this.slots.length) this.rehash();
    return true;
  }

  /** The bytes of a word stand in the order in which they came: every machine that this runs on is little-endian. */
  private textAt(place: number, length: number): string {
    return Buffer.from(this.words.buffer, (place + textPlace) * 4, length).toString("utf8");
  }

  private growWords(): Int32Array<ArrayBuffer> {
    const space = new Int32Array(this.words.length * 2);
    space.set(this.words);
    this.words = space;
    return space;
  }

  private rehash(): void {
    const { words, free } = this;
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let text = 0; text < free; text += sizeOf(words[text + lengthPlace])) {
      let slot = words[text + hashPlace] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = text;
    }
    this.slots = slots;
  }

  grow(rows: number): void {
    this.codes = larger(this.codes, sharedInt32(rows));
  }

  finish(rows: number): Gathered {
    const { words, free } = this;
    const found: string[] = [];
    for (let text = 0; text < free; text += sizeOf(words[text + lengthPlace]))
      if (words[text + codePlace] >= 0) found.push(this.textAt(text, words[text + lengthPlace]));
    const codes = cutTo(this.codes, rows, sharedInt32);
    return { form: "texts", codes, levels: sortedLevels(codes, found) };
  }
}

/** Words that a text of so many bytes takes with all that is known of it; its last word is there even where no byte is in it. */
function sizeOf(length: number): number {
  return textPlace + (length >> 2) + 1;
}

/** Every bit has its say in every other (Murmur3's finish): slots are taken from the low ones, and texts differ in any. */
function spread(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Odd, with its bits well spread (the golden ratio's). */
const prime = 0x9e3779b1 | 0;
