/**
 * Documents as a flat set of entries, each with a path: what diffs, history and sync address. The one place that
 * knows which path leads where, and the one writer of documents: whatever is not written keeps its identity, so
 * that a view which compares records by `===` redraws only what changed.
 */
import type { Json } from "../base/json.ts";
import type { EntryPath } from "./diff.ts";
import type { GraphDocument } from "./document.ts";

/** New values by path; `undefined` takes the entry away. */
export type EntryWrites = ReadonlyMap<EntryPath, Json | undefined>;

type Fields = { readonly [key: string]: Json };

const topSections: ReadonlySet<string> = new Set(["nodes", "wires", "groups"]);
const viewSections: ReadonlySet<string> = new Set(["positions", "frames", "notes"]);

/** An own entry of a record. Plain indexing would find `toString` in every object. */
export function lookup<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The path of an entry; a slash inside a name (unknown fields may have any) is escaped as in JSON Pointer. */
export function entryPath(...names: readonly string[]): EntryPath {
  return names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

function namesOf(path: EntryPath): string[] {
  return path.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at `path`, or `undefined` where there is none. */
export function readEntry(document: GraphDocument, path: EntryPath): Json | undefined {
  let value: Json | undefined = document as unknown as Fields;
  for (const name of namesOf(path)) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
    value = lookup(value as Fields, name);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Every entry of a document, sections in file order. */
export function* entriesOf(document: GraphDocument): Generator<readonly [EntryPath, Json]> {
  yield* fieldEntries(document as unknown as Fields, [], topSections);
}

function* fieldEntries(
  fields: Fields,
  above: readonly string[],
  sections: ReadonlySet<string>,
): Generator<readonly [EntryPath, Json]> {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (above.length === 0 && name === "view") yield* fieldEntries(value as Fields, ["view"], viewSections);
    else if (sections.has(name)) yield* sectionEntries(value as Fields, [...above, name]);
    else yield [entryPath(...above, name), value];
  }
}

function* sectionEntries(section: Fields, above: readonly string[]): Generator<readonly [EntryPath, Json]> {
  for (const [id, value] of Object.entries(section)) yield [entryPath(...above, id), value];
}

/** The document with these entries written. Each touched section is copied once, whatever the number of writes. */
export function writeEntries(document: GraphDocument, writes: EntryWrites): GraphDocument {
  if (writes.size === 0) return document;
  const copies = new Map<string, Record<string, Json>>();
  const root = copyOf("", document as unknown as Fields);

  function copyOf(path: string, original: Fields): Record<string, Json> {
    const copied = copies.get(path) ?? { ...original };
    copies.set(path, copied);
    return copied;
  }

  for (const [path, value] of writes) {
    const names = namesOf(path);
    const last = names.pop() ?? "";
    let holder = root;
    let above = "";
    for (const name of names) {
      above = `${above}/${name}`;
      const copied = copyOf(above, (lookup(holder, name) ?? {}) as Fields);
      setOwn(holder, name, copied);
      holder = copied;
    }
    if (value === undefined) delete holder[last];
    else setOwn(holder, last, value);
  }
  return root as unknown as GraphDocument;
}

/** Plain assignment to `__proto__` would change the prototype instead of adding a key. */
function setOwn(record: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") return;
  record[key] = value;
}
