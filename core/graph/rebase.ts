/**
 * A diff on another document than the one it was made on: what two pages, an undo and a file that changed on disk have
 * in common. Entries that the other side left alone take the diff's value; where both wrote one record, the fields are
 * merged, and a field that both wrote goes to the side that `clash` names. Keeps the document's promises: wire ends
 * exist, an input holds one wire, no cycle, no position without a node. Pure and deterministic.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { freeId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import {
  applyDiff,
  changesOf,
  conflictsOf,
  type Diff,
  diffDocuments,
  diffOfWrites,
  type EntryPath,
  sameEntry,
} from "./diff.ts";
import type { GraphDocument } from "./document.ts";
import { entryPath, lookup, namesOf, readEntry, writeEntries } from "./entries.ts";
import { mergeEntry } from "./merge-entry.ts";
import { repairDocument } from "./repair.ts";
import type { Fields } from "./repair-fields.ts";
import { settleWires } from "./settle-wires.ts";
import { isWhole } from "./whole.ts";

/** Old path → new path of an entry whose name the other side had taken. */
export type Renames = ReadonlyMap<EntryPath, EntryPath>;

export type Rebased = {
  readonly document: GraphDocument;
  /** What was done to the document in truth. */
  readonly diff: Diff;
  /** Entries of the diff that are called otherwise now; later diffs of the same author must follow (`renameDiff`). */
  readonly renamed: Renames;
  /** Paths at which the diff could not have its way. */
  readonly lost: readonly EntryPath[];
};

export type RebaseOptions = {
  /** Who has the last word on a field that both sides wrote: an edit says `"mine"`, an undo `"theirs"`. */
  clash: "mine" | "theirs";
  /** Paths that the author has other plans for: not given to renamed entries. */
  reserved?: ReadonlySet<EntryPath>;
};

const noRenames: Renames = new Map();

/** Applies `diff` to `document`, whatever happened to the document since the diff was made. */
export function rebase(document: GraphDocument, diff: Diff, options: RebaseOptions): Rebased {
  if (conflictsOf(document, diff).length === 0) {
    // Nobody was at these entries. What then leaves the document whole is just applied.
    const applied = applyDiff(document, diff);
    if (staysWhole(document, applied, diff)) return { document: applied, diff, renamed: noRenames, lost: [] };
  }
  const renamed = renamesFor(document, diff, options.reserved ?? new Set());
  const mine = renameDiff(diff, renamed);
  const lost: EntryPath[] = [];
  const writes = new Map<EntryPath, Json | undefined>();
  const kept = options.clash === "theirs" ? nodesInUse(document, mine) : new Set<string>();
  for (const [path, { before, after }] of changesOf(mine)) {
    const current = readEntry(document, path);
    if (sameEntry(current, after)) continue;
    const removesKept = after === undefined && kept.has(nodeOf(path) ?? "");
    const value = removesKept ? current : mergeEntry(path, { before, after, current }, options.clash);
    if (sameEntry(value, current)) lost.push(path);
    else writes.set(path, value);
  }
  const written = writeEntries(document, writes);
  const settled = settleWires(document, written, writes, options.clash);
  const touched = new Map([...writes, ...settled.writes]);
  lost.push(...settled.lost);
  const effect = inGroups(touched)
    ? diffDocuments(document, mended(writeEntries(document, touched)))
    : diffOfWrites(document, touched);
  return { document: applyDiff(document, effect), diff: effect, renamed, lost };
}

/** As `isWhole`, for a diff of our own: its records are good, so that only wires and places need a look. */
function staysWhole(document: GraphDocument, applied: GraphDocument, diff: Diff): boolean {
  const writes = new Map([...changesOf(diff)].map(([path, { after }]) => [path, after]));
  if (inGroups(writes)) return isWhole(applied, diff);
  return settleWires(document, applied, writes, "mine").writes.size === 0;
}

function inGroups(writes: ReadonlyMap<EntryPath, unknown>): boolean {
  for (const path of writes.keys()) if (path.startsWith("groups/")) return true;
  return false;
}

/** Inside groups, what no longer fits together is mended as in a file: the same way by everybody. */
function mended(document: GraphDocument): GraphDocument {
  const found: Diagnostic[] = [];
  const whole = repairDocument(document as unknown as Fields, found);
  return found.length === 0 ? document : whole;
}

/** The same diff with other names: paths, the places of renamed nodes, and the ends of wires. */
export function renameDiff(diff: Diff, renames: Renames): Diff {
  if (renames.size === 0) return diff;
  const at = (path: EntryPath) => renamePath(path, renames);
  const value = (path: EntryPath, record: Json) =>
    /^wires\//.test(path) ? renameEnds(record, renames) : record;
  const each = (part: Readonly<Record<EntryPath, Json>>) =>
    Object.fromEntries(Object.entries(part).map(([path, record]) => [at(path), value(path, record)]));
  return {
    added: each(diff.added),
    removed: each(diff.removed),
    changed: Object.fromEntries(
      Object.entries(diff.changed).map(([path, [before, after]]) => [
        at(path),
        [value(path, before), value(path, after)] as const,
      ]),
    ),
  };
}

/** The renames name a node or a group by `nodes/<id>`: the two share one space of ids. */
function renamePath(path: EntryPath, renames: Renames): EntryPath {
  const names = namesOf(path);
  const at = names[0] === "groups" || names[0] === "nodes" ? 1 : isPlace(names) ? 2 : -1;
  if (at < 0) return renames.get(path) ?? path;
  const next = renames.get(entryPath("nodes", names[at] ?? ""));
  if (next === undefined) return path;
  names[at] = idIn(next);
  return entryPath(...names);
}

function isPlace([first, second]: readonly string[]): boolean {
  return first === "view" && second === "positions";
}

function idIn(path: EntryPath): string {
  return namesOf(path).at(-1) ?? "";
}

/** The node that an entry is or places. */
function nodeOf(path: EntryPath): string | undefined {
  const names = namesOf(path);
  if (names[0] === "nodes") return names[1];
  return isPlace(names) ? names[2] : undefined;
}

function renameEnds(record: Json, renames: Renames): Json {
  const ends = record as { readonly from: readonly [string, string]; readonly to: readonly [string, string] };
  const end = ([node, port]: readonly [string, string]): Json => {
    const next = renames.get(entryPath("nodes", node));
    return [next === undefined ? node : idIn(next), port];
  };
  return { ...ends, from: end(ends.from), to: end(ends.to) };
}

/** Two authors that add different things under one name each mean their own: the later one is renamed. */
function renamesFor(document: GraphDocument, diff: Diff, reserved: ReadonlySet<EntryPath>): Renames {
  const renames = new Map<EntryPath, EntryPath>();
  const mine = new Set([...Object.keys(diff.added), ...reserved].map(thingAt));
  for (const [path, after] of Object.entries(diff.added)) {
    const thing = thingAt(path);
    if (thing === undefined || renames.has(thing) || !isTaken(document, thing)) continue;
    if (sameEntry(readEntry(document, path), after)) continue;
    const names = namesOf(thing);
    const id = names.pop() ?? "";
    const stem = id.replace(/\d+$/, "");
    const taken = (name: string) => {
      const candidate = entryPath(...names, name);
      // A family that is numbered from its first member (w1, w2) stays so.
      if (stem !== id && name === stem) return true;
      return isTaken(document, candidate) || mine.has(candidate) || [...renames.values()].includes(candidate);
    };
    renames.set(thing, entryPath(...names, freeId(stem, { has: taken })));
  }
  return renames.size === 0 ? noRenames : renames;
}

/** What an added entry brings into the document under a name of its own; a group comes with its title. */
function thingAt(path: EntryPath): EntryPath | undefined {
  const group = /^groups\/([^/]+)\/title$/.exec(path)?.[1];
  if (group !== undefined) return `nodes/${group}`;
  return /^(nodes|wires|view\/notes|view\/frames)\/[^/]+$/.test(path) ? path : undefined;
}

function isTaken(document: GraphDocument, thing: EntryPath): boolean {
  if (readEntry(document, thing) !== undefined) return true;
  return thing.startsWith("nodes/") && lookup(document.groups, idIn(thing)) !== undefined;
}

/** Nodes that the diff would take away although somebody else has changed or wired them: an undo leaves them. */
function nodesInUse(document: GraphDocument, diff: Diff): Set<string> {
  const leaving = new Set(
    Object.keys(diff.removed).flatMap((path) => (path.startsWith("nodes/") ? [nodeOf(path) ?? ""] : [])),
  );
  const used = new Set<string>();
  if (leaving.size === 0) return used;
  for (const id of leaving) {
    if (!sameEntry(lookup(document.nodes, id), diff.removed[entryPath("nodes", id)])) used.add(id);
  }
  for (const [id, { from, to }] of Object.entries(document.wires)) {
    if (sameEntry(document.wires[id], lookup(diff.removed, entryPath("wires", id)))) continue;
    for (const [node] of [from, to]) if (leaving.has(node)) used.add(node);
  }
  return used;
}
