/**
 * How a CSV file is written: delimiter, header, names. Guessed from its beginning, here and not by DuckDB, whose
 * guess takes a file with a few ragged rows for a table of one column and says nothing about names it changed.
 */
import { type Diagnostic, fail, warning } from "../../base/diagnostic.ts";
import { splitRecords } from "./csv-records.ts";

/** What the caller knows better. */
export type DialectOptions = {
  /** One character; found out unless given: comma, semicolon, tab or bar. */
  delimiter?: string;
  /** One character around cells that hold a delimiter. Default `"`. */
  quote?: string;
  /** Whether the first record names the columns; found out unless given. */
  header?: boolean;
  /** The sign before a number's fraction; found out unless given, a point where the comma parts the cells. */
  decimal?: "." | ",";
};

export type Dialect = {
  delimiter: string;
  quote: string;
  header: boolean;
  decimal: "." | ",";
  /** One a column, unique and not empty. */
  names: readonly string[];
  diagnostics: readonly Diagnostic[];
};

const delimiters = [",", ";", "\t", "|"];
const sampledRecords = 500;

/**
 * The dialect of a file that begins with `text` (`whole` when that is all of it). Throws `table.empty-file`,
 * `table.header-too-long`, and `table.single-column` when the header has one name but the records have more cells.
 */
export function findDialect(path: string, text: string, whole: boolean, options: DialectOptions): Dialect {
  const quote = options.quote ?? '"';
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const cut = whole ? clean : clean.slice(0, Math.max(clean.lastIndexOf("\n"), clean.lastIndexOf("\r")) + 1);
  if (clean.trim() === "" && whole) fail("table.empty-file", { path });
  if (cut === "") fail("table.header-too-long", { path, limit: text.length });

  const tried = (options.delimiter === undefined ? delimiters : [options.delimiter]).map((delimiter) =>
    tryDelimiter(cut, delimiter, quote),
  );
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  if (options.delimiter === undefined && best.width === 1) refuseHiddenColumns(path, tried);
  const [first, ...rest] = best.records;
  if (first === undefined) fail("table.empty-file", { path });
  const header = options.header ?? looksLikeHeader(first, rest);
  const { names, diagnostics } = header
    ? nameColumns(first)
    : { names: first.map(columnName), diagnostics: [] };
  const decimal = options.decimal ?? decimalOf(header ? rest : best.records, best.delimiter);
  return { delimiter: best.delimiter, quote, header, decimal, names, diagnostics };
}

/** A comma, if more cells are numbers with one than with a point; never where the comma parts the cells. */
function decimalOf(records: readonly (readonly string[])[], delimiter: string): "." | "," {
  if (delimiter === ",") return ".";
  const cells = records.flat();
  const count = (number: RegExp) => cells.filter((cell) => number.test(cell.trim())).length;
  return count(/^[-+]?\d+,\d+$/) > count(/^[-+]?\d+\.\d+$/) ? "," : ".";
}

type Trial = { delimiter: string; records: string[][]; width: number; score: number };

/** Scored by the share of records that are as wide as the first; between equals, by width. */
function tryDelimiter(text: string, delimiter: string, quote: string): Trial {
  const records = splitRecords(text, { delimiter, quote, most: sampledRecords });
  const width = records[0]?.length ?? 0;
  const share = records.filter((record) => record.length === width).length / Math.max(1, records.length);
  return { delimiter, records, width, score: width > 1 ? share + 1 - 1 / (width + 1) : 0 };
}

function refuseHiddenColumns(path: string, trials: readonly Trial[]): void {
  for (const { delimiter, records } of trials) {
    const wide = records.filter((record) => record.length > 1).length;
    if (wide > 1 && wide > (records.length - 1) / 2) {
      const shown = delimiter === "\t" ? "Tab" : delimiter;
      fail("table.single-column", { path, delimiter: shown, header: records[0].join("").slice(0, 60) });
    }
  }
}

/**
 * A header, unless every column of numbers begins with a number already. Without such columns it is taken for one.
 * (A header of years over numbers looks like data to this rule; the caller says `header: true`.)
 */
function looksLikeHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  if (rest.length === 0) return !first.some(isNumber);
  const numeric = first.map((_, column) => {
    const cells = rest.map((record) => record[column] ?? "").filter((cell) => cell.trim() !== "");
    return cells.length > 0 && cells.filter(isNumber).length > cells.length / 2;
  });
  if (!numeric.includes(true)) return true;
  return numeric.some((is, column) => is && !isNumber(first[column]));
}

function isNumber(cell: string): boolean {
  return cell.trim() !== "" && Number.isFinite(Number(cell.trim().replace(",", ".")));
}

function columnName(_: string, index: number): string {
  return `column${index + 1}`;
}

/** Names for columns: trimmed, none empty, none twice; what had to be changed is a warning. */
export function nameColumns(header: readonly string[]): { names: string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set(header.map((name) => name.trim()));
  const given = new Set<string>();
  const names = header.map((raw, index) => {
    const name = raw.trim();
    if (name !== "" && !given.has(name)) {
      given.add(name);
      return name;
    }
    const renamed = freeName(name === "" ? columnName(raw, index) : name, name === "" ? 1 : 2, taken);
    taken.add(renamed);
    const values = { column: index + 1, renamed, ...(name !== "" && { name }) };
    diagnostics.push(warning(name === "" ? "table.empty-header" : "table.duplicate-header", values));
    return renamed;
  });
  return { names, diagnostics };
}

/** `base` itself from 1 on, else `base_2`, `base_3`, … */
function freeName(base: string, from: number, taken: ReadonlySet<string>): string {
  for (let n = from; ; n++) {
    const candidate = n === 1 ? base : `${base}_${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
