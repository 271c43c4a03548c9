/**
 * Diffs between documents: the one currency of undo, autosave, the renderer's updates and the wire. An entry is one
 * record of the document (a node, a wire, a position, a title), addressed by its path; a diff can be inverted,
 * applied and merged with the one that follows it.
 */
import { equalJson, type Json } from "../base/json.ts";
import type { Graph } from "./document.ts";
import { type EntryWrites, entriesOf, readEntry, writeEntries } from "./entries.ts";

/**
 * The path of one entry: `"title"`, `"seed"`, `"nodes/stump"`, `"wires/w3"`, `"view/positions/stump"`, `"view/frames/f1"`,
 * `"view/notes/n1"`, `"view/viewport"`, and within a group `"groups/prep/nodes/scaler"`, `"groups/prep/inputs/table"`. Unknown top-level fields have their own name as path.
 */
export type EntryPath = string;

export type Diff = {
  readonly added: Readonly<Record<EntryPath, Json>>;
  readonly removed: Readonly<Record<EntryPath, Json>>;
  /** `[before, after]` */
  readonly changed: Readonly<Record<EntryPath, readonly [before: Json, after: Json]>>;
};

/** The diff that changes nothing. */
export const emptyDiff: Diff = { added: {}, removed: {}, changed: {} };

/** Whether a diff changes nothing. */
export function isEmptyDiff(diff: Diff): boolean {
  for (const part of [diff.added, diff.removed, diff.changed]) for (const _ in part) return false;
  return true;
}

/** The diff that takes `diff` back: `applyDiff(applyDiff(d, diff), invertDiff(diff))` equals `d`. */
export function invertDiff(diff: Diff): Diff {
  const changed: Record<EntryPath, readonly [Json, Json]> = {};
  for (const [path, [before, after]] of Object.entries(diff.changed)) changed[path] = [after, before];
  return { added: diff.removed, removed: diff.added, changed };
}

/** The same diff, its entries standing under a path. */
export function diffUnder(above: EntryPath, { added, removed, changed }: Diff): Diff {
  const under = <T>(part: Readonly<Record<EntryPath, T>>): Record<EntryPath, T> =>
    Object.fromEntries(Object.entries(part).map(([path, value]) => [`${above}/${path}`, value]));
  return { added: under(added), removed: under(removed), changed: under(changed) };
}

/**
 * Writes the diff's outcome into a document, whatever stood there before. Whoever applies a diff to another revision
 * than the one it was made on uses `rebase` (rebase.ts).
 */
export function applyDiff<G extends Graph>(document: G, diff: Diff): G {
  const writes = new Map<EntryPath, Json | undefined>();
  for (const path of Object.keys(diff.removed)) writes.set(path, undefined);
  for (const [path, value] of Object.entries(diff.added)) writes.set(path, value);
  for (const [path, [, after]] of Object.entries(diff.changed)) writes.set(path, after);
  return writeEntries(document, writes);
}

/** The paths at which the document does not hold what the diff was made on. */
export function conflictsOf(document: Graph, diff: Diff): EntryPath[] {
  const conflicts: EntryPath[] = [];
  for (const [path, { before }] of changesOf(diff)) {
    if (!sameEntry(readEntry(document, path), before)) conflicts.push(path);
  }
  return conflicts;
}

/** Two consecutive diffs as one; what the second takes back vanishes. */
export function mergeDiffs(first: Diff, second: Diff): Diff {
  const changes = changesOf(first);
  for (const [path, { before, after }] of changesOf(second)) {
    const earlier = changes.get(path);
    changes.set(path, { before: earlier ? earlier.before : before, after });
  }
  return diffOfChanges(changes);
}

/** What turns `before` into `after`. Entries that are identical objects cost nothing. */
export function diffDocuments(before: Graph, after: Graph): Diff {
  const changes = new Map<EntryPath, Change>();
  if (before === after) return emptyDiff;
  for (const [path, value] of entriesOf(before)) changes.set(path, { before: value, after: undefined });
  for (const [path, value] of entriesOf(after)) {
    const change = changes.get(path);
    if (change?.before === value) changes.delete(path);
    else changes.set(path, { before: change?.before, after: value });
  }
  return diffOfChanges(changes);
}

/** Whether two documents hold the same entries. Those that are identical objects cost a comparison each. */
export function sameDocument(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  const left = entriesOf(a);
  let count = 0;
  for (const [path, value] of left) {
    count++;
    if (!sameEntry(value, readEntry(b, path))) return false;
  }
  for (const _ of entriesOf(b)) count--;
  return count === 0;
}

/** What these writes do to a document, as a diff. */
export function diffOfWrites(document: Graph, writes: EntryWrites): Diff {
  const changes = new Map<EntryPath, Change>();
  for (const [path, after] of writes) changes.set(path, { before: readEntry(document, path), after });
  return diffOfChanges(changes);
}

/** What becomes of one entry; `undefined` where there is none. */
export type Change = { before: Json | undefined; after: Json | undefined };

/** The diff as one list of entries. */
export function changesOf(diff: Diff): Map<EntryPath, Change> {
  const changes = new Map<EntryPath, Change>();
  for (const [path, before] of Object.entries(diff.removed)) changes.set(path, { before, after: undefined });
  for (const [path, after] of Object.entries(diff.added)) changes.set(path, { before: undefined, after });
  for (const [path, [before, after]] of Object.entries(diff.changed)) changes.set(path, { before, after });
  return changes;
}

function diffOfChanges(changes: ReadonlyMap<EntryPath, Change>): Diff {
  const added: Record<EntryPath, Json> = {};
  const removed: Record<EntryPath, Json> = {};
  const changed: Record<EntryPath, readonly [Json, Json]> = {};
  for (const [path, { before, after }] of changes) {
    if (sameEntry(before, after)) continue;
    if (before === undefined) added[path] = after as Json;
    else if (after === undefined) removed[path] = before;
    else changed[path] = [before, after];
  }
  return { added, removed, changed };
}

/** Whether two versions of an entry are equal; absent equals absent. */
export function sameEntry(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return equalJson(a, b);
}
