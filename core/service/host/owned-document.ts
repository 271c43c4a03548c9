/**
 * One document and the order of its changes: the host's half of `core/graph/replica.ts`. A change is taken if it was
 * made on the newest revision and leaves the document whole; whoever was overtaken is told what came between. Memory
 * only: journal, file and pages are for `documents.ts`.
 */
import { fail } from "../../base/diagnostic.ts";
import { applyDiff, conflictsOf, type Diff, isEmptyDiff } from "../../graph/diff.ts";
import type { GraphDocument } from "../../graph/document.ts";
import type { Change, OrderedChange } from "../../graph/replica.ts";
import { isWhole } from "../../graph/whole.ts";

/** In whose name the host changes a document by itself; no page is called so. */
export const hostAuthor = "host";

export type OwnedDocument = {
  readonly document: GraphDocument;
  readonly revision: number;
  /** Highest number of a change by page. */
  readonly heard: Readonly<Record<string, number>>;
  /** Takes the changes if `base` is the newest revision; those that were taken before are passed over. */
  offer(page: string, base: number, changes: readonly Change[]): readonly OrderedChange[] | "behind";
  /** A change of the host itself (a file that was read again, a viewport that was saved). */
  write(author: string, diff: Diff): readonly OrderedChange[];
  /** What came after a revision; `undefined` when that is too long ago. */
  since(revision: number): readonly OrderedChange[] | undefined;
};

export type OwnedStart = {
  document: GraphDocument;
  revision?: number;
  heard?: Readonly<Record<string, number>>;
};

/** Changes that are remembered for pages that fall behind; older ones are given the whole document. */
const longestLog = 2000;

export function ownDocument({ document: first, revision: start = 0, heard = {} }: OwnedStart): OwnedDocument {
  let document = first;
  let revision = start;
  let log: OrderedChange[] = [];
  const lastSeq = new Map(Object.entries(heard));

  function take(page: string, { seq, diff }: Change): OrderedChange {
    document = applyDiff(document, diff);
    revision++;
    if (seq > 0) lastSeq.set(page, seq);
    const ordered = { revision, page, seq, diff };
    log.push(ordered);
    if (log.length > 2 * longestLog) log = log.slice(-longestLog);
    return ordered;
  }

  return {
    get document() {
      return document;
    },
    get revision() {
      return revision;
    },
    get heard() {
      return Object.fromEntries(lastSeq);
    },
    offer(page, base, changes) {
      const fresh = changes.filter(({ seq }) => seq > (lastSeq.get(page) ?? 0));
      if (fresh.length === 0) return [];
      if (base !== revision) return "behind";
      let tried = document;
      for (const { diff } of fresh) {
        const conflicts = conflictsOf(tried, diff);
        if (conflicts.length > 0) fail("document.change-refused", { where: conflicts[0] ?? "" });
        tried = applyDiff(tried, diff);
        if (!isWhole(tried, diff)) fail("document.change-refused", { where: firstPath(diff) });
      }
      return fresh.map((change) => take(page, change));
    },
    write: (author, diff) => (isEmptyDiff(diff) ? [] : [take(author, { seq: 0, diff })]),
    since(from) {
      if (from > revision || from < revision - log.length) return undefined;
      return from === revision ? [] : log.slice(log.length - (revision - from));
    },
  };
}

function firstPath({ added, changed, removed }: Diff): string {
  return Object.keys({ ...added, ...changed, ...removed })[0] ?? "";
}
