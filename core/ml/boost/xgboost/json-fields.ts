/** Reading JSON that somebody else wrote: a field is what it should be, or a diagnostic says where it is not. */
import { fail } from "../../../base/diagnostic.ts";

/** A value and where it stands, e.g. `learner.objective`. */
export type Field = { value: unknown; path: string };

/** The own field `name` of an object. Throws `xgboost-model.field`. */
export function member({ value, path }: Field, name: string): Field {
  const inside = path === "" ? name : `${path}.${name}`;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return wrong(inside);
  return { value: (value as Record<string, unknown>)[name], path: inside };
}

/** The same, or `undefined` where there is none. */
export function optionalMember(field: Field, name: string): Field | undefined {
  const { value } = field;
  const there = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return there ? member(field, name) : undefined;
}

/** A text. */
export function text({ value, path }: Field): string {
  return typeof value === "string" ? value : wrong(path);
}

/** The elements of an array. */
export function elements({ value, path }: Field): Field[] {
  if (!Array.isArray(value)) return wrong(path);
  return value.map((one: unknown, at) => ({ value: one, path: `${path}[${at}]` }));
}

/** An array of numbers; truth values count as 0 and 1, as XGBoost has written both. */
export function numbers({ value, path }: Field): number[] {
  if (!Array.isArray(value)) return wrong(path);
  return value.map((one: unknown) => {
    const number = typeof one === "boolean" ? Number(one) : one;
    return typeof number === "number" && Number.isFinite(number) ? number : wrong(path);
  });
}

/** The same for a whole number. */
export function textWhole(field: Field, least: number, most: number): number {
  const number = textNumber(field, least, most);
  return Number.isInteger(number) ? number : wrong(field.path);
}

/** A number that XGBoost has written as text, within bounds. */
export function textNumber(field: Field, least: number, most: number): number {
  const number = Number(text(field));
  return number >= least && number <= most ? number : wrong(field.path);
}

/** Says that the field is not what it should be. */
export function wrong(path: string): never {
  return fail("xgboost-model.field", { path });
}
