/** Numbers, times and sizes in the reader's language: short, sensible digits, units by Intl. */
import type { Language } from "./language.ts";
import { localeOf } from "./locale.ts";

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, options: Intl.NumberFormatOptions, value: number): string {
  const id = `${language}/${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.NumberFormat(localeOf(language), options);
  formats.set(id, known);
  return known.format(value);
}

/** A number with at most four significant decimals. */
export function number(language: Language, value: number): string {
  if (Number.isInteger(value)) return format(language, {}, value);
  return format(language, { maximumSignificantDigits: 5 }, value);
}

/** A duration, from milliseconds. */
export function duration(language: Language, ms: number): string {
  const unit = (name: string, value: number, digits: number) =>
    format(
      language,
      { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits },
      value,
    );
  if (ms < 995) return unit("millisecond", ms < 10 ? ms : Math.round(ms), ms < 10 ? 1 : 0);
  if (ms < 60_000) return unit("second", ms / 1000, ms < 10_000 ? 1 : 0);
  return unit("minute", ms / 60_000, 1);
}

/** A size, from bytes, in decimal units. The unit signs are the same in both languages. */
export function size(language: Language, bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const digits = value < 10 && step > 0 ? 1 : 0;
  return `${format(language, { maximumFractionDigits: digits }, value)} ${["B", "kB", "MB", "GB"][step]}`;
}
