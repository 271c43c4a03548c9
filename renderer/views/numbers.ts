/**
 * Numbers as results show them: the same number of decimals down a column, tabular, with the locale's separators; the
 * full double stays within reach (title, copy, export).
 */
import type { Language } from "../words/language.ts";
import { localeOf } from "../words/locale.ts";

const formats = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${language}/${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.NumberFormat(localeOf(language), options);
  formats.set(id, known);
  return known;
}

/** How a column of numbers is written: fixed decimals, or as powers of ten when its numbers span too much. */
export type NumberStyle = { readonly decimals: number; readonly scientific: boolean };

const significant = 5;
const mostDecimals = 6;

/**
 * The style in which the largest number keeps five significant digits and no number of the column needs more: whole
 * numbers have no decimals, 0.5 and 0.25 two. Columns beyond 1e9 or wholly below 1e-4 are written as powers of ten.
 */
export function styleOf(values: readonly (number | null)[]): NumberStyle {
  let largest = 0;
  let needed = 0;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    if (needed < mostDecimals) needed = Math.max(needed, decimalsOf(value));
  }
  if (largest >= 1e9 || (largest > 0 && largest < 1e-4))
    return { decimals: significant - 1, scientific: true };
  const whole = largest < 1 ? 0 : Math.floor(Math.log10(largest)) + 1;
  const room = Math.max(largest < 1 ? 4 : 1, significant - whole);
  return { decimals: Math.min(needed, room, mostDecimals), scientific: false };
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals;
  }
  return mostDecimals;
}

/** A number in a column's style. */
export function styled(language: Language, value: number, { decimals, scientific }: NumberStyle): string {
  if (scientific) return value.toExponential(decimals);
  return formatter(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}

/** A number with a fixed count of decimals; `–` where there is none. */
export function fixed(language: Language, value: number | null | undefined, decimals = 4): string {
  return value === null || value === undefined
    ? "–"
    : styled(language, value, { decimals, scientific: false });
}

/** A number by itself: whole, or four significant digits, or a power of ten where those say nothing. */
export function brief(language: Language, value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return formatter(language, {}).format(value);
  const size = Math.abs(value);
  if (size >= 1e9 || size < 1e-4) return value.toExponential(2);
  return formatter(language, { maximumSignificantDigits: 4 }).format(value);
}

/** A share in percent: whole from 10 % on, one decimal below, never a rounded 0 or 100 that is neither. */
export function percent(language: Language, share: number): string {
  const close = (share > 0 && share < 0.1) || (share > 0.99 && share < 1);
  return formatter(language, { style: "percent", maximumFractionDigits: close ? 1 : 0 }).format(share);
}
