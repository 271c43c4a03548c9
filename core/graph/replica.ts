/**
 * A page's copy of a document that a host owns: what the host has confirmed, and on top the page's own changes that are
 * still on their way. Changes reach everybody in the host's order; a change that was overtaken is applied again on top
 * of what overtook it. Pure: sending, waiting and showing are for whoever holds it.
 */
import { applyDiff, type Diff, diffDocuments, type EntryPath, isEmptyDiff, mergeDiffs } from "./diff.ts";
import type { GraphDocument } from "./document.ts";
import { type Renames, rebase, renameDiff } from "./rebase.ts";

/** One change as its author numbers it: `seq` grows with every change of a page. */
export type Change = { readonly seq: number; readonly diff: Diff };

/** The same with its place in the host's order. Applied to revision - 1, it gives `revision`. */
export type OrderedChange = Change & { readonly revision: number; readonly page: string };

export type Replica = {
  readonly page: string;
  /** As the host has it at `revision`. */
  readonly base: GraphDocument;
  readonly revision: number;
  /** Own changes that the host has not confirmed, oldest first. */
  readonly pending: readonly Change[];
  /** Changes up to this number are on their way and must stay as they are. */
  readonly sent: number;
  readonly lastSeq: number;
  /** What the page shows: `base` with `pending`. */
  readonly document: GraphDocument;
};

/** What a page notices when others were at work. */
export type Received = {
  readonly replica: Replica;
  /** How the shown document changed; empty when only own changes were confirmed. */
  readonly diff: Diff;
  readonly renamed: Renames;
  /** Entries of own changes that could not be kept. */
  readonly lost: readonly EntryPath[];
};

const nothing = { added: {}, removed: {}, changed: {} };

export function newReplica(page: string, document: GraphDocument, revision: number, lastSeq = 0): Replica {
  return { page, base: document, revision, pending: [], sent: lastSeq, lastSeq, document };
}

/** After an own change was applied; changes that wait together travel as one. */
export function edited(replica: Replica, document: GraphDocument, diff: Diff): Replica {
  const seq = replica.lastSeq + 1;
  const last = replica.pending.at(-1);
  const joins = last !== undefined && last.seq > replica.sent;
  const merged = joins ? mergeDiffs(last.diff, diff) : diff;
  const before = joins ? replica.pending.slice(0, -1) : replica.pending;
  const pending = isEmptyDiff(merged) ? before : [...before, { seq, diff: merged }];
  return { ...replica, document, pending, lastSeq: seq };
}

/** Everything that waits is on its way now. */
export function sending(replica: Replica): Replica {
  return { ...replica, sent: replica.lastSeq };
}

/** Takes what the host has put in order. Revisions that are known are passed over; after a gap nothing is taken. */
export function received(replica: Replica, changes: readonly OrderedChange[]): Received {
  let { base, revision, pending } = replica;
  let foreign = false;
  for (const change of changes) {
    if (change.revision !== revision + 1) continue;
    const own = change.page === replica.page;
    // The own copy of it keeps the records that are already shown.
    const known = own ? pending.find(({ seq }) => seq === change.seq) : undefined;
    base = applyDiff(base, known?.diff ?? change.diff);
    revision = change.revision;
    if (own) pending = pending.filter(({ seq }) => seq > change.seq);
    // A change of ours that is not pending is news to the document all the same.
    if (!known) foreign = true;
  }
  const next = { ...replica, base, revision, pending };
  if (!foreign) {
    // Nothing waits: show the very object that was confirmed.
    return { replica: next, diff: nothing, renamed: new Map(), lost: [] };
  }
  return onBase(replica.document, next);
}

/** Starts from another document of the host, when what lies between is not known. `heard`: own changes that are in it. */
export function resumed(
  replica: Replica,
  host: { document: GraphDocument; revision: number; heard: number },
): Received {
  const pending = replica.pending.filter(({ seq }) => seq > host.heard);
  return onBase(replica.document, { ...replica, base: host.document, revision: host.revision, pending });
}

/** Without the oldest change, which the host would not take. */
export function withoutFirst(replica: Replica): Received {
  return onBase(replica.document, { ...replica, pending: replica.pending.slice(1) });
}

function onBase(shown: GraphDocument, replica: Replica): Received {
  const renamed = new Map<EntryPath, EntryPath>();
  const lost: EntryPath[] = [];
  const pending: Change[] = [];
  let document = replica.base;
  for (const { seq, diff } of replica.pending) {
    const own = renameDiff(diff, renamed);
    const again = rebase(document, own, { clash: "mine", reserved: namedIn(replica.pending) });
    for (const [from, to] of again.renamed) renamed.set(from, to);
    lost.push(...again.lost);
    document = again.document;
    if (!isEmptyDiff(again.diff)) pending.push({ seq, diff: again.diff });
  }
  // What was overtaken is not on its way any more: it will be sent again as it is now.
  const sent = replica.pending[0] === undefined ? replica.sent : replica.pending[0].seq - 1;
  return {
    replica: { ...replica, pending, document, sent },
    diff: diffDocuments(shown, document),
    renamed,
    lost,
  };
}

function namedIn(pending: readonly Change[]): ReadonlySet<EntryPath> {
  return new Set(pending.flatMap(({ diff }) => [...Object.keys(diff.added), ...Object.keys(diff.removed)]));
}
