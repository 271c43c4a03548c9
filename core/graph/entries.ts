/**
 * Documents as a flat set of entries, each with a path: what diffs, history and sync address. The one place that
 * knows which path leads where, and the one writer of documents: whatever is not written keeps its identity, so
 * that a view which compares records by `===` redraws only what changed.
 */
import type { Json } from "../base/json.ts";
import type { EntryPath } from "./diff.ts";
import { emptyGroup, type Graph } from "./document.ts";

/** New values by path; `undefined` takes the entry away. */
export type EntryWrites = ReadonlyMap<EntryPath, Json | undefined>;

type Fields = { readonly [key: string]: Json };

const topSections: ReadonlySet<string> = new Set(["nodes", "wires"]);
const groupSections: ReadonlySet<string> = new Set(["nodes", "wires", "inputs", "outputs"]);
const viewSections: ReadonlySet<string> = new Set(["positions", "frames", "notes", "reroutes"]);
/** A section that is not there when it is empty, so that a graph without any reads and writes as it always did. */
const optionalSection = "reroutes";

/** An own entry of a record. Plain indexing would find `toString` in every object. */
export function lookup<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The path of an entry; a slash inside a name (unknown fields may have any) is escaped as in JSON Pointer. */
export function entryPath(...names: readonly string[]): EntryPath {
  return names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
}

/** The names that a path is made of. */
export function namesOf(path: EntryPath): string[] {
  return path.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at `path`, or `undefined` where there is none. */
export function readEntry(document: Graph, path: EntryPath): Json | undefined {
  let value: Json | undefined = document as unknown as Fields;
  for (const name of namesOf(path)) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
    value = lookup(value as Fields, name);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Every entry of a document, sections in file order; those of a group have the group's path before theirs. */
export function* entriesOf(document: Graph): Generator<readonly [EntryPath, Json]> {
  yield* graphEntries(document as unknown as Fields, [], topSections);
}

/** Every entry of a group that stands under `above`, such as `["groups", "prep"]`. */
export function* entriesOfGroup(
  group: Graph,
  above: readonly string[],
): Generator<readonly [EntryPath, Json]> {
  yield* graphEntries(group as unknown as Fields, above, groupSections);
}

function* graphEntries(
  fields: Fields,
  above: readonly string[],
  sections: ReadonlySet<string>,
): Generator<readonly [EntryPath, Json]> {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const here = [...above, name];
    if (name === "view") yield* viewEntries(value as Fields, here);
    else if (name === "groups") {
      for (const [id, group] of Object.entries(value as Fields))
        yield* graphEntries(group as Fields, [...here, id], groupSections);
    } else if (sections.has(name)) yield* sectionEntries(value as Fields, here);
    else yield [entryPath(...here), value];
  }
}

function* viewEntries(view: Fields, above: readonly string[]): Generator<readonly [EntryPath, Json]> {
  for (const [name, value] of Object.entries(view)) {
    if (value === undefined) continue;
    if (viewSections.has(name)) yield* sectionEntries(value as Fields, [...above, name]);
    else yield [entryPath(...above, name), value];
  }
}

function* sectionEntries(section: Fields, above: readonly string[]): Generator<readonly [EntryPath, Json]> {
  for (const [id, value] of Object.entries(section)) yield [entryPath(...above, id), value];
}

/**
 * The document with these entries written. Each touched section is copied once, whatever the number of writes. A group
 * is there as long as it has a title: writing one makes it, taking it away takes the group.
 */
export function writeEntries<G extends Graph>(document: G, writes: EntryWrites): G {
  if (writes.size === 0) return document;
  const copies = new Map<string, Record<string, Json>>();
  const optional = new Set<string>();
  const groups: { holder: Record<string, Json>; id: string }[] = [];
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
    names.forEach((name, depth) => {
      above = `${above}/${name}`;
      const isGroup = isGroupName(names, depth);
      if (isGroup && !copies.has(above)) groups.push({ holder, id: name });
      const copied = copyOf(above, (lookup(holder, name) ?? (isGroup ? untitledGroup() : {})) as Fields);
      setOwn(holder, name, copied);
      holder = copied;
    });
    if (value === undefined) delete holder[last];
    else setOwn(holder, last, value);
    if (names.at(-1) === optionalSection && names.at(-2) === "view")
      optional.add(above.slice(0, above.lastIndexOf("/")));
  }
  for (const above of optional) {
    const view = copies.get(above);
    if (view && Object.keys(view[optionalSection] as Fields).length === 0) delete view[optionalSection];
  }
  for (const { holder, id } of groups.reverse()) {
    if ((holder[id] as Fields | undefined)?.title === undefined) delete holder[id];
  }
  return root as unknown as G;
}

/** Whether the name at this depth is a group's id: `groups/<id>`, any number of times from the start. */
function isGroupName(names: readonly string[], depth: number): boolean {
  return depth % 2 === 1 && names.slice(0, depth + 1).every((name, at) => at % 2 === 1 || name === "groups");
}

function untitledGroup(): Fields {
  const { title: _, ...rest } = emptyGroup("");
  return rest as unknown as Fields;
}

/** Plain assignment to `__proto__` would change the prototype instead of adding a key. */
function setOwn(record: Record<string, Json>, key: string, value: Json): void {
  if (key === "__proto__") return;
  record[key] = value;
}
