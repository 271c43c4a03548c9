/**
 * A document and its file, after both went on from the same state: either one document that has both sides' changes,
 * or the entries that both have written differently, which only the user can decide. Pure.
 */
import { changesOf, diffDocuments, type EntryPath, sameEntry } from "../../graph/diff.ts";
import type { GraphDocument } from "../../graph/document.ts";
import { rebase } from "../../graph/rebase.ts";
import type { Difference } from "../host-service.ts";

export type Reconciled =
  | { kind: "merged"; document: GraphDocument }
  | { kind: "conflict"; differences: readonly Difference[] };

/** Where the canvas looks is nobody's work. */
const trifles: ReadonlySet<EntryPath> = new Set(["view/viewport"]);

/** Joins `mine` and `theirs`, which both come from `base`. */
export function reconcile(base: GraphDocument, mine: GraphDocument, theirs: GraphDocument): Reconciled {
  const myDiff = diffDocuments(base, mine);
  const myChanges = changesOf(myDiff);
  const theirChanges = changesOf(diffDocuments(base, theirs));
  const both = [...myChanges].filter(([path, { after }]) => {
    const other = theirChanges.get(path);
    return other !== undefined && !trifles.has(path) && !sameEntry(after, other.after);
  });
  if (both.length > 0) {
    return {
      kind: "conflict",
      differences: both.map(([path]) => differenceAt(path, myChanges, theirChanges)),
    };
  }
  const { document, lost } = rebase(theirs, myDiff, { clash: "mine" });
  const missed = lost.filter((path) => !trifles.has(path));
  // Different entries can still be at odds: a wire to a node that the other side took away.
  if (missed.length > 0) return { kind: "conflict", differences: differencesOf(mine, theirs) };
  return { kind: "merged", document };
}

/** Every entry that two documents have differently. */
export function differencesOf(mine: GraphDocument, theirs: GraphDocument): readonly Difference[] {
  return [...changesOf(diffDocuments(theirs, mine))]
    .filter(([path]) => !trifles.has(path))
    .map(([path, { before, after }]) => ({
      path,
      ...(after === undefined ? {} : { mine: after }),
      ...(before === undefined ? {} : { theirs: before }),
    }));
}

type Changes = ReturnType<typeof changesOf>;

function differenceAt(path: EntryPath, mine: Changes, theirs: Changes): Difference {
  const [ours, others] = [mine.get(path)?.after, theirs.get(path)?.after];
  return {
    path,
    ...(ours === undefined ? {} : { mine: ours }),
    ...(others === undefined ? {} : { theirs: others }),
  };
}
