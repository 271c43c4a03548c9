/**
 * Small tools of the repairs: telling objects from the rest, showing a found value in a message, and cleaning what
 * JSON can hold but a document must not.
 */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { freeId, isId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";

/** A JSON object that nobody has looked into yet. */
export type Fields = { readonly [key: string]: Json };

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a message can show it: JSON, cut to a few words. */
export function show(value: unknown): string {
  if (value === undefined) return "–";
  const text = JSON.stringify(value) ?? "–";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/**
 * The same fields without `__proto__` keys (which change an object's prototype as soon as somebody copies it key by
 * key) and without infinite numbers (`1e999` is legal JSON, but could not be written back).
 */
export function cleanFields(fields: Fields, diagnostics: Diagnostic[], above = ""): Fields {
  const clean: Record<string, Json> = {};
  for (const [key, value] of Object.entries(fields)) {
    const where = above === "" ? key : `${above}/${key}`;
    if (key === "__proto__") diagnostics.push(warning("document.forbidden-key", { where }));
    else clean[key] = cleanValue(value, diagnostics, where);
  }
  return clean;
}

function cleanValue(value: Json, diagnostics: Diagnostic[], where: string): Json {
  if (typeof value === "number" && !Number.isFinite(value)) {
    diagnostics.push(warning("document.infinite-number", { where }));
    return null;
  }
  if (Array.isArray(value))
    return value.map((item, index) => cleanValue(item, diagnostics, `${where}/${index}`));
  return isFields(value) ? cleanFields(value, diagnostics, where) : value;
}

/** The object at `key`, or an empty one: silently where it is missing, with a warning where it is something else. */
export function sectionOf(fields: Fields, key: string, where: string, diagnostics: Diagnostic[]): Fields {
  const value = fields[key];
  if (isFields(value)) return value;
  if (value !== undefined) diagnostics.push(warning("document.bad-field", { where, found: show(value) }));
  return {};
}

/** New names for the keys that are no ids, or that somebody else has already; the others keep theirs. */
export function goodIds(
  section: Fields,
  what: string,
  diagnostics: Diagnostic[],
  elsewhere: ReadonlySet<string> = new Set(),
): Map<string, string> {
  const good = Object.keys(section).filter((id) => isId(id) && !elsewhere.has(id));
  const taken = new Set([...good, ...elsewhere]);
  const names = new Map<string, string>(good.map((id) => [id, id]));
  for (const id of Object.keys(section)) {
    if (names.has(id)) continue;
    const newId = freeId(id === "" ? what : id, taken);
    taken.add(newId);
    names.set(id, newId);
    diagnostics.push(warning("document.bad-id", { what, id, newId }, what === "node" ? { node: newId } : {}));
  }
  return names;
}
