/** Numbers as typed: read, checked against the declared range, written back without noise. */
import { type Diagnostic, problem } from "../../core/base/diagnostic.ts";
import type { IntParam, RealParam, SeedParam } from "../../core/node/params.ts";

export type NumberParam = IntParam | RealParam | SeedParam;

const largestSeed = 2 ** 31 - 1;

/** The range of a numeric parameter. */
export function rangeOf(spec: NumberParam): { min: number; max: number; open: boolean } {
  if (spec.kind === "seed") return { min: 0, max: largestSeed, open: false };
  return { min: spec.min, max: spec.max, open: spec.kind === "real" && spec.open === true };
}

/** The number in `text`, or what is wrong with it. The engine checks again; this is for the eye while typing. */
export function readNumber(spec: NumberParam, text: string): { value: number } | { wrong: Diagnostic } {
  const { min, max, open } = rangeOf(spec);
  const value = Number(
    text
      .trim()
      .replaceAll(/[\s,_]/g, "")
      .replace("−", "-"),
  );
  const whole = spec.kind !== "real";
  const inside = open ? value > min && value < max : value >= min && value <= max;
  const isNumber = text.trim() !== "" && Number.isFinite(value);
  if (isNumber && inside && (!whole || Number.isInteger(value))) return { value };
  const code = whole ? "param.not-int-in-range" : open ? "param.not-real-between" : "param.not-real-in-range";
  return { wrong: problem(code, { value: text, min, max }) };
}

/** A value for a text field: shortest text that reads back as the same number. */
export function writeNumber(value: number): string {
  return String(value);
}

/** Whether a slider makes sense: a finite range that a hand can cover. */
export function hasSlider(spec: NumberParam): boolean {
  return (
    spec.kind !== "seed" &&
    Number.isFinite(spec.min) &&
    Number.isFinite(spec.max) &&
    spec.max - spec.min <= 1e6
  );
}

/** Wide ranges move by factors: fine where values are small. */
function byFactors(spec: NumberParam): boolean {
  if (spec.kind === "real") return spec.logarithmic === true && spec.min >= 0;
  return spec.kind === "int" && spec.min >= 0 && spec.max - spec.min > 200;
}

const steps = 1000;

/** Slider position (0 … 1000) of a value. */
export function toSlider(spec: NumberParam, value: number): number {
  const { min, max } = rangeOf(spec);
  if (!byFactors(spec)) return Math.round(((value - min) / (max - min)) * steps);
  const low = Math.max(min, spec.kind === "int" ? 1 : max * 1e-6);
  return Math.round((Math.log(Math.max(value, low) / low) / Math.log(max / low)) * steps);
}

/** The value at a slider position, in steps that read well. */
export function fromSlider(spec: NumberParam, position: number): number {
  const { min, max, open } = rangeOf(spec);
  const low = Math.max(min, spec.kind === "int" ? 1 : max * 1e-6);
  const raw = byFactors(spec)
    ? low * (max / low) ** (position / steps)
    : min + (position / steps) * (max - min);
  if (spec.kind !== "real") return Math.min(max, Math.max(min, tidy(raw, 2, true)));
  const digits = byFactors(spec) ? 2 : 3;
  const value = tidy(raw, digits, false);
  const margin = (max - min) / steps;
  return open ? Math.min(max - margin, Math.max(min + margin, value)) : Math.min(max, Math.max(min, value));
}

function tidy(value: number, digits: number, whole: boolean): number {
  const rounded = Number(value.toPrecision(digits));
  return whole ? Math.round(value < 100 ? value : rounded) : rounded;
}
