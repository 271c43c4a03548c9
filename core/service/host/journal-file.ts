/**
 * A journal on the disk. Lines are appended in the order in which they were made, several at once when the disk is
 * slow, and are in the operating system's hands when `append` answers: a killed process loses nothing. They are flushed
 * to the disk within a second: a power cut loses at most that. After a failed write the file is written anew, whole and
 * beside, since its end may be torn; until that works, changes live in memory and the failure is told.
 */
import { constants } from "node:fs";
import * as disk from "node:fs/promises";
import { type Diagnostic, problem } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";
import { diffDocuments } from "../../graph/diff.ts";
import type { GraphDocument } from "../../graph/document.ts";
import { type JournalChange, type JournalHeader, journalLine } from "./journal.ts";
import { hostAuthor } from "./owned-document.ts";

/** What a journal needs of a disk; tests put a full one in its place. */
export type JournalDisk = {
  append(file: string, text: string): Promise<void>;
  /** Writes a whole file so that it is there whole or not at all. */
  replace(file: string, text: string): Promise<void>;
  flush(file: string): Promise<void>;
  remove(file: string): Promise<void>;
};

export type JournalState = { header: JournalHeader; changes: readonly JournalChange[] };

export type JournalFile = {
  /** Adds a change. `whole` gives the journal as it should be, for when it has to be written anew. */
  append(change: JournalChange, whole: () => JournalState): Promise<void>;
  /** Begins again with this state. */
  restart(state: JournalState): Promise<void>;
  remove(): Promise<void>;
  /** The journal is to be found there from now on. */
  dispose(): Promise<void>;
};

/** The journal of a document as it would begin now: what is saved, and everything since as one change. */
export function journalOf({
  document,
  revision,
  ...known
}: Omit<JournalHeader, "kind" | "format"> & { document: GraphDocument }): JournalState {
  const header = { ...known, kind: "document", format: 1, revision: Math.max(0, revision - 1) } as const;
  const diff = diffDocuments(known.saved, document);
  const turn = { revision: header.revision + 1, page: hostAuthor, seq: 0 };
  return { header, changes: [{ kind: "change", at: known.at, ...turn, diff }] };
}

const flushAfterMs = 1000;
/** A journal of more characters than its header and this is written anew as one change. */
const longestTail = 4_000_000;

/** The journal in `file`. `tell` hears of a failure once, and of the recovery from it (without a problem). */
export function journalFile(
  file: string,
  tell: (problem?: Diagnostic) => void,
  on: JournalDisk = realDisk,
): JournalFile {
  let exists = false;
  let broken = false;
  let tail = 0;
  let queue: { lines: string[]; whole: () => JournalState; done: Promise<void> } | undefined;
  let work: Promise<void> = Promise.resolve();
  let flushing: NodeJS.Timeout | undefined;

  function inTurn(task: () => Promise<void>): Promise<void> {
    const next = work.then(task);
    work = next.catch(() => undefined);
    return next;
  }

  async function guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
      if (broken) tell();
      broken = false;
    } catch (thrown) {
      const { code, values } = fileDiagnostic(thrown, file);
      if (!broken) tell(problem("journal.not-written", { file, reason: code, ...values }));
      broken = true;
    }
  }

  async function writeAll({ header, changes }: JournalState): Promise<void> {
    await on.replace(file, [header, ...changes].map(journalLine).join(""));
    exists = true;
    tail = 0;
  }

  function flushSoon(): void {
    flushing ??= setTimeout(() => {
      flushing = undefined;
      void inTurn(() => guarded(async () => (exists ? on.flush(file) : undefined)));
    }, flushAfterMs);
    flushing.unref();
  }

  return {
    append(change, whole) {
      const line = journalLine(change);
      if (queue) {
        queue.lines.push(line);
        queue.whole = whole;
        return queue.done;
      }
      const batch = { lines: [line], whole, done: Promise.resolve() };
      queue = batch;
      batch.done = inTurn(async () => {
        queue = undefined;
        await guarded(async () => {
          const text = batch.lines.join("");
          if (!exists || broken || tail + text.length > longestTail) return writeAll(batch.whole());
          await on.append(file, text);
          tail += text.length;
        });
        flushSoon();
      });
      return batch.done;
    },
    restart: (state) => inTurn(() => guarded(() => writeAll(state))),
    remove: () =>
      inTurn(() =>
        guarded(async () => {
          if (exists || broken) await on.remove(file);
          exists = false;
        }),
      ),
    dispose: () => {
      clearTimeout(flushing);
      return inTurn(() => guarded(async () => (exists ? on.flush(file) : undefined)));
    },
  };
}

const realDisk: JournalDisk = {
  async append(file, text) {
    const handle = await disk.open(file, constants.O_WRONLY | constants.O_APPEND);
    try {
      await handle.appendFile(text, "utf8");
    } finally {
      await handle.close();
    }
  },
  async replace(file, text) {
    const beside = `${file}.new`;
    try {
      await disk.writeFile(beside, text, { encoding: "utf8", mode: 0o600, flush: true });
      await disk.rename(beside, file);
    } catch (thrown) {
      await disk.rm(beside, { force: true });
      throw thrown;
    }
  },
  async flush(file) {
    const handle = await disk.open(file, "r+");
    await handle.datasync().finally(() => handle.close());
  },
  remove: (file) => disk.rm(file, { force: true }),
};
