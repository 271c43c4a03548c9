/** TypeScript's lexical grain: literals, identifiers, members. Total functions: any string gives valid code. */
import type { Json } from "../base/json.ts";

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Words that cannot name a variable in a module, and the globals that a script uses. */
const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield console NaN Infinity"
  ).split(" "),
);

/** A JSON value as TypeScript. Objects are written with spaces as the formatter would, keys sorted: equal values, equal text. */
export function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = sorted.map(([key, item]) => `${propertyKey(key)}: ${literal(item)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A property's name in an object literal. `__proto__` is written computed, since the plain form sets the prototype. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return identifier.test(key) ? key : literal(key);
}

/** `.name`, or `["any text"]`. A dotted path is not taken apart. */
export function member(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${literal(name)}]`;
}

/** Node id → variable: the id itself, or with underscores after it when a word or a function has that name. */
export function variableNames(ids: readonly string[], functions: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(ids);
  for (const id of ids) {
    let name = id;
    if (!identifier.test(id) || reserved.has(id) || functions.has(id)) {
      name = `${id.replace(/[^A-Za-z0-9_$]/g, "_").replace(/^(?=[0-9])/, "_")}_`;
      while (taken.has(name) || reserved.has(name) || functions.has(name)) name += "_";
      taken.add(name);
    }
    names.set(id, name);
  }
  return names;
}
