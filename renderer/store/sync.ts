/**
 * This page's copy of the open document, and its traffic with the host that owns it. Own changes are shown at once and
 * sent one call at a time; what others did comes as events in the host's order, and what of ours is still on its way
 * is put on top again (`core/graph/replica.ts`). Without a line, changes wait here.
 */
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import { applyDiff, type Diff, diffDocuments, invertDiff, isEmptyDiff } from "../../core/graph/diff.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { closeStep, renameInHistory } from "../../core/graph/history.ts";
import {
  edited,
  newReplica,
  type Received,
  type Replica,
  received,
  resumed,
  sending,
  withoutFirst,
} from "../../core/graph/replica.ts";
import type { HostEvent, OpenedDocument } from "../../core/service/host-service.ts";
import { say } from "../words/words.ts";
import { setPlace } from "./address.ts";
import { concernsEngine, prune } from "./edit-effects.ts";
import type { Editor } from "./editor.ts";
import { fileNews } from "./file-news.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import type { Unconfirmed } from "./tab-memory.ts";

export type Sync = {
  /** Names this page to the host; another one after each reload. */
  readonly page: string;
  /** The document's id at the host; none as long as the host has not heard of it. */
  id: string | undefined;
  replica: Replica;
  /** The call that is under way. */
  under: Promise<void> | undefined;
  /** Events of documents that are not open here, perhaps since their opening is still being answered. */
  early: HostEvent[];
};

const mostEarly = 200;

/** A copy that no host knows yet. */
export function newSync(document: GraphDocument): Sync {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  const page = Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
  return { page, id: undefined, replica: newReplica(page, document, 0), under: undefined, early: [] };
}

/** Follows another document from now on; without `opened`, one that the host is yet to be told of. */
export function follow(editor: Editor, document: GraphDocument, opened?: OpenedDocument): void {
  const { sync } = editor;
  sync.id = opened?.id;
  // Numbers go on from document to document, so that a late answer is never taken for another.
  sync.replica = newReplica(sync.page, document, opened?.revision ?? 0, sync.replica.lastSeq);
  const early = sync.early.filter(({ id }) => id === opened?.id);
  sync.early = [];
  for (const event of early) hearHost(editor, event);
}

/** An own change that the page shows already. */
export function changedHere(editor: Editor, document: GraphDocument, diff: Diff): void {
  editor.sync.replica = edited(editor.sync.replica, document, diff);
  void sendPending(editor);
}

/** Whether there are changes that the host has not confirmed. */
export function hasUnsent(editor: Editor): boolean {
  return editor.sync.replica.pending.length > 0;
}

/** Sends what waits; resolves once everything is confirmed or the line is lost. */
export function sendPending(editor: Editor): Promise<void> {
  const { sync } = editor;
  sync.under ??= pump(editor);
  return sync.under;
}

async function pump(editor: Editor): Promise<void> {
  const { sync } = editor;
  // Several changes of one moment travel together.
  await Promise.resolve();
  try {
    while (sync.replica.pending.length > 0) if (!(await sendOnce(editor))) return;
  } finally {
    // At once with the last look at what waits: a change in the next moment must start a call of its own.
    sync.under = undefined;
  }
}

/** One call; answers whether to go on. */
async function sendOnce(editor: Editor): Promise<boolean> {
  const { sync } = editor;
  try {
    if (sync.id === undefined && !(await introduce(editor))) return false;
    const { id, page, replica } = sync;
    if (id === undefined) return false;
    sync.replica = sending(replica);
    const answer = await editor.services.host.change({
      id,
      page,
      base: replica.revision,
      changes: replica.pending,
    });
    if (sync.id !== id) return true;
    const { resume, revision } = answer;
    if (resume) take(editor, resumed(sync.replica, { ...resume, revision }));
    else take(editor, received(sync.replica, answer.changes));
    return sync.replica.revision >= revision || reattach(editor);
  } catch (thrown) {
    return recoverFrom(editor, diagnosticOf(thrown));
  }
}

/** Answers whether it is worth trying again. */
async function recoverFrom(editor: Editor, diagnostic: Diagnostic): Promise<boolean> {
  switch (diagnostic.code) {
    case "service.connection-lost":
      return false;
    case "document.not-open":
      return reattach(editor);
    default:
      // The host has refused it for good: keeping it would hold up everything that follows.
      notifyDiagnostic(editor, diagnostic);
      take(editor, withoutFirst(editor.sync.replica));
      return reattach(editor);
  }
}

/** Tells the host of a document that was begun here. */
async function introduce(editor: Editor): Promise<boolean> {
  const { sync } = editor;
  const before = sync.replica;
  const opened = await editor.services.host.create({ document: before.base });
  if (sync.id !== undefined || sync.replica.base !== before.base) return false;
  sync.id = opened.id;
  sync.replica = { ...sync.replica, revision: opened.revision };
  setPlace(editor, { ...editor.place, doc: opened.id });
  return true;
}

/** Joins the document again after the line was lost or the host has started anew. Answers whether that worked. */
export async function reattach(editor: Editor): Promise<boolean> {
  const { sync, services } = editor;
  const { id, page } = sync;
  if (id === undefined) return true;
  try {
    const opened = await services.host.attach({ id, page });
    if (sync.id === id) resume(editor, opened);
    return true;
  } catch (thrown) {
    const diagnostic = diagnosticOf(thrown);
    if (sync.id !== id || diagnostic.code !== "document.not-open") return false;
    return reopen(editor);
  }
}

/** The host knows nothing of the document any more: what is unsaved is here, and is put on what the host has. */
async function reopen(editor: Editor): Promise<boolean> {
  const { sync, services } = editor;
  const { file } = editor.store.getState();
  const { path, saved } = file;
  const { popped } = editor.store.getState();
  if (popped && path === undefined) {
    // Without a file there is nothing by which this window would find the document that its editor goes on with.
    editor.store.setState({ popped: { ...popped, left: true } });
    return false;
  }
  try {
    const again = path === undefined ? undefined : await services.host.open({ path }).catch(() => undefined);
    const opened = again ?? (await services.host.create({ document: saved }));
    sync.id = opened.id;
    const { document, lastSeq } = sync.replica;
    const seq = lastSeq + 1;
    const diff = diffDocuments(saved, document);
    const pending = isEmptyDiff(diff) ? [] : [{ seq, diff }];
    sync.replica = { ...sync.replica, base: saved, pending, lastSeq: seq, sent: lastSeq };
    take(editor, resumed(sync.replica, { ...opened, heard: 0 }));
    fileNews(editor, opened.file, savedOf(opened));
    setPlace(editor, { ...editor.place, doc: opened.id });
    return true;
  } catch {
    return false;
  }
}

function resume(editor: Editor, opened: OpenedDocument): void {
  const { sync } = editor;
  if (opened.revision < sync.replica.revision) {
    // The host has lost what it had confirmed (a power cut): what is shown here is newer.
    const seq = sync.replica.lastSeq + 1;
    const diff = diffDocuments(opened.document, sync.replica.document);
    const pending = isEmptyDiff(diff) ? [] : [{ seq, diff }];
    sync.replica = { ...sync.replica, pending, lastSeq: seq };
  }
  take(editor, resumed(sync.replica, opened));
  fileNews(editor, opened.file, savedOf(opened));
  setJournal(editor, opened.journal);
}

/**
 * Goes on with the changes of a page that has gone before they were confirmed. `heard`: the number of the last of them
 * that the host has.
 */
export function takeUp(editor: Editor, { pending, lastSeq }: Unconfirmed, heard: number): void {
  const { sync } = editor;
  const { base, revision } = sync.replica;
  try {
    take(editor, resumed({ ...sync.replica, pending, lastSeq }, { document: base, revision, heard }));
  } catch (thrown) {
    // Kept text that was not what it seemed: the document is shown as the host has it.
    notifyDiagnostic(editor, diagnosticOf(thrown));
  }
  void sendPending(editor);
}

/** What the file holds, from what the host says of the difference. */
export function savedOf({ document, unsaved }: Pick<OpenedDocument, "document" | "unsaved">): GraphDocument {
  return isEmptyDiff(unsaved) ? document : applyDiff(document, invertDiff(unsaved));
}

/** An event of the host. */
export function hearHost(editor: Editor, event: HostEvent): void {
  const { sync } = editor;
  if (event.id !== sync.id) {
    sync.early = [...sync.early.slice(-mostEarly), event];
    return;
  }
  switch (event.kind) {
    case "changes":
      take(editor, received(sync.replica, event.changes));
      // Something between was not heard.
      if ((event.changes.at(-1)?.revision ?? 0) > sync.replica.revision) void reattach(editor);
      return;
    case "file":
      if (event.revision !== sync.replica.revision) return void reattach(editor);
      return fileNews(
        editor,
        event.file,
        savedOf({ document: sync.replica.base, unsaved: event.unsaved }),
        event.news,
      );
    case "journal":
      return setJournal(editor, event.problem);
  }
}

function setJournal(editor: Editor, problem: Diagnostic | undefined): void {
  const { journalProblem: _old, ...rest } = editor.store.getState();
  editor.store.setState(problem ? { ...rest, journalProblem: problem } : rest, true);
}

/** Shows what others did. */
function take(editor: Editor, { replica, diff, renamed, lost }: Received): void {
  editor.sync.replica = replica;
  if (isEmptyDiff(diff)) return;
  const { history, revision, language } = editor.store.getState();
  editor.store.setState({
    document: replica.document,
    history: renameInHistory(closeStep(history), renamed),
    revision: concernsEngine(diff) ? revision + 1 : revision,
  });
  editor.store.setState(({ selection, graph }) => ({ selection: prune(selection, graph) }));
  if (lost.length > 0) notify(editor, "info", say(language, "notice.overtaken"));
}
