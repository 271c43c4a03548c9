/**
 * One open document with everything that belongs to it: the order of its changes, the file behind it, its journal, and
 * the lines to the pages that have it open. Keeps two promises: what was acknowledged is in the journal or in the file,
 * and nobody's version of the file is written over unseen.
 */
import { type Diagnostic, fail } from "../../base/diagnostic.ts";
import { type Diff, diffDocuments, diffOfWrites, sameDocument } from "../../graph/diff.ts";
import type { GraphDocument, Viewport } from "../../graph/document.ts";
import type { Change, OrderedChange } from "../../graph/replica.ts";
import { writeDocument } from "../../graph/write.ts";
import type {
  ChangeAnswer,
  Difference,
  DocumentFile,
  FileNews,
  HostEvent,
  HostService,
  OpenedDocument,
  RecoveryEntry,
} from "../host-service.ts";
import type { WatchFile } from "./file-watch.ts";
import type { FolderFiles } from "./folder-files.ts";
import type { JournalChange } from "./journal.ts";
import { type JournalFile, type JournalState, journalOf } from "./journal-file.ts";
import { hostAuthor, type OwnedDocument, type OwnedStart, ownDocument } from "./owned-document.ts";
import { reconcile } from "./reconcile.ts";
import { readTheirs, type Theirs, writeCopy } from "./their-file.ts";

/** Where events go: a page, as the host sees it. */
export type PageLine = { send(event: HostEvent): void };

export type DocumentSetup = {
  id: string;
  start: OwnedStart;
  /** What is on the disk, or how a document without a file began. */
  saved: GraphDocument;
  path?: string;
  stamp?: string;
  real?: string;
  readOnly?: boolean;
  repairs?: readonly Diagnostic[];
};

export type DocumentNeeds = {
  files: FolderFiles;
  /** The document's journal; `tell` hears when it cannot be written, and when it can again. */
  journal(id: string, tell: (problem?: Diagnostic) => void): JournalFile;
  watch: WatchFile;
  /** The present moment in milliseconds: told to the user, decides nothing. */
  now(): number;
};

type SaveRequest = Omit<Parameters<HostService["save"]>[0], "id">;

export class OpenDocument {
  readonly id: string;
  readonly #needs: DocumentNeeds;
  readonly #owned: OwnedDocument;
  readonly #journal: JournalFile;
  readonly #lines = new Set<PageLine>();
  readonly #readOnly: boolean;
  #repairs: readonly Diagnostic[];
  #saved: GraphDocument;
  #path: string | undefined;
  #stamp: string | undefined;
  #real: string | undefined;
  #disk: DocumentFile["disk"];
  #conflict: { theirs: Theirs; differences: readonly Difference[] } | undefined;
  #journalProblem: Diagnostic | undefined;
  #changedAt: number;
  #written: Promise<void> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  #unwatch: () => void = () => undefined;

  constructor(setup: DocumentSetup, needs: DocumentNeeds) {
    this.id = setup.id;
    this.#needs = needs;
    this.#owned = ownDocument(setup.start);
    this.#saved = setup.saved;
    this.#path = setup.path;
    this.#stamp = setup.stamp;
    this.#real = setup.real;
    this.#readOnly = setup.readOnly ?? false;
    this.#repairs = setup.repairs ?? [];
    this.#changedAt = needs.now();
    this.#journal = needs.journal(setup.id, (problem) => {
      this.#journalProblem = problem;
      this.#emit({ kind: "journal", id: this.id, ...(problem ? { problem } : {}) });
    });
    this.#watchFile();
  }

  get path(): string | undefined {
    return this.#path;
  }

  /** By which the file is known however it is called. */
  get real(): string | undefined {
    return this.#real;
  }

  get document(): GraphDocument {
    return this.#owned.document;
  }

  /** What is on the disk, or how a document without a file began. */
  get savedDocument(): GraphDocument {
    return this.#saved;
  }

  /** Whether something would be lost without the journal. */
  get unsaved(): boolean {
    return !sameDocument(this.#saved, this.#owned.document);
  }

  get inUse(): boolean {
    return this.#lines.size > 0;
  }

  join(line: PageLine, page = ""): OpenedDocument {
    this.#lines.add(line);
    return {
      id: this.id,
      revision: this.#owned.revision,
      document: this.#owned.document,
      unsaved: this.#unsavedDiff(),
      file: this.#file(),
      heard: this.#owned.heard[page] ?? 0,
      recovery: [],
      ...(this.#journalProblem ? { journal: this.#journalProblem } : {}),
    };
  }

  leave(line: PageLine): void {
    this.#lines.delete(line);
  }

  /** Takes a page's changes; answers once they are in the journal. */
  async change(page: string, base: number, changes: readonly Change[]): Promise<ChangeAnswer> {
    if (this.#readOnly) fail("document.read-only", { path: this.#path ?? "" });
    const taken = this.#owned.offer(page, base, changes);
    if (taken === "behind") await this.#written;
    else await this.#record(taken);
    const since = this.#owned.since(base);
    return {
      accepted: taken !== "behind",
      revision: this.#owned.revision,
      changes: since ?? [],
      ...(since ? {} : { resume: { document: this.#owned.document, heard: this.#owned.heard[page] ?? 0 } }),
    };
  }

  /** A change by the host itself, e.g. unsaved work of an earlier session. */
  write(author: string, diff: Diff): Promise<void> {
    return this.#record(this.#owned.write(author, diff));
  }

  /** Writes the file; see `HostService.save`. */
  save(request: SaveRequest): Promise<{ path: string }> {
    return this.#inTurn(() => this.#save(request));
  }

  /** Looks whether the file is another one than it was. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#look());
  }

  /** Settles a conflict; see `HostService.resolve`. */
  resolve(choice: "mine" | "theirs" | "copy"): Promise<{ path?: string }> {
    return this.#inTurn(async () => {
      const conflict = this.#conflict;
      if (!conflict) return {};
      const copy =
        choice === "copy"
          ? await writeCopy(this.#needs.files, this.#path ?? "", this.#owned.document)
          : undefined;
      this.#known(conflict.theirs);
      if (choice !== "mine") await this.#become(conflict.theirs.document);
      await this.#journalAnew();
      this.#tellFile("resolved");
      return copy === undefined ? {} : { path: copy };
    });
  }

  /** Puts a recovered document into this server's journal. */
  keep(): Promise<void> {
    return this.#journalAnew();
  }

  recoveryEntry(): RecoveryEntry {
    return {
      id: this.id,
      title: this.#owned.document.title,
      at: this.#changedAt,
      changes: this.#owned.revision,
      ...(this.#path === undefined ? {} : { path: this.#path }),
    };
  }

  /** Forgets unsaved work. */
  async discard(): Promise<void> {
    await this.#journal.remove();
    await this.dispose();
  }

  async dispose(): Promise<void> {
    this.#unwatch();
    this.#lines.clear();
    await this.#journal.dispose();
  }

  async #record(taken: readonly OrderedChange[]): Promise<void> {
    if (taken.length === 0) return this.#written;
    this.#changedAt = this.#needs.now();
    const clean = !this.unsaved;
    for (const change of clean ? [] : taken) {
      const entry: JournalChange = { kind: "change", at: this.#changedAt, ...change };
      this.#written = this.#journal.append(entry, () => this.#journalState());
    }
    if (clean) this.#written = this.#journal.remove();
    await this.#written;
    this.#emit({ kind: "changes", id: this.id, changes: taken });
  }

  #journalState(): JournalState {
    const { revision, heard, document } = this.#owned;
    const file = {
      ...(this.#path === undefined ? {} : { path: this.#path }),
      ...(this.#stamp === undefined ? {} : { stamp: this.#stamp }),
    };
    return journalOf({
      id: this.id,
      at: this.#changedAt,
      revision,
      heard,
      saved: this.#saved,
      document,
      ...file,
    });
  }

  #journalAnew(): Promise<void> {
    this.#written = this.unsaved ? this.#journal.restart(this.#journalState()) : this.#journal.remove();
    return this.#written;
  }

  async #save({ path, overwrite = false, viewport }: SaveRequest): Promise<{ path: string }> {
    const target = path ?? this.#path;
    if (this.#readOnly) fail("document.read-only", { path: this.#path ?? "" });
    if (target === undefined) return fail("file.bad-name", { path: "" });
    if (target === this.#path) {
      await this.#look();
      if (this.#disk === "conflict") fail("file.changed-on-disk", { path: target });
      if (this.#disk === "unreadable" && !overwrite) fail("file.exists", { path: target });
    } else if (!overwrite && (await this.#needs.files.exists(target))) fail("file.exists", { path: target });
    if (viewport) await this.write(hostAuthor, viewportDiff(this.#owned.document, viewport));
    const document = this.#owned.document;
    const { stamp, real } = await this.#needs.files.write(target, writeDocument(document));
    const moved = real !== this.#real;
    this.#path = target;
    this.#known({ document, stamp, real, repairs: [] });
    if (moved) this.#watchFile();
    await this.#journalAnew();
    this.#tellFile("saved");
    return { path: target };
  }

  async #look(): Promise<void> {
    if (this.#path === undefined) return;
    const read = await readTheirs(this.#needs.files, this.#path, this.#readOnly);
    if (read === "missing") {
      if (this.#disk !== read) this.#tellFile(read, { disk: read });
      return;
    }
    if (read.stamp === this.#stamp) {
      if (this.#disk !== undefined) this.#tellFile("resolved", { disk: undefined });
      return;
    }
    if (read.document === undefined) {
      if (this.#disk !== "unreadable") this.#tellFile("unreadable", { disk: "unreadable" });
      return;
    }
    if (read.stamp === this.#conflict?.theirs.stamp) return;
    await this.#meet({ ...read, document: read.document });
  }

  /** The file is another one: follow it, join both, or leave the decision to the user. */
  async #meet(theirs: Theirs): Promise<void> {
    if (!this.unsaved) {
      this.#known(theirs);
      await this.#become(theirs.document);
      this.#tellFile("reloaded");
      return;
    }
    const answer = reconcile(this.#saved, this.#owned.document, theirs.document);
    if (answer.kind === "conflict") {
      this.#conflict = { theirs, differences: answer.differences };
      this.#tellFile("conflict", { disk: "conflict" });
      return;
    }
    this.#known(theirs);
    await this.#become(answer.document);
    await this.#journalAnew();
    this.#tellFile("merged");
  }

  /** From now on this is what is on the disk. */
  #known({ document, stamp, real, repairs }: Theirs): void {
    this.#saved = document;
    this.#stamp = stamp;
    this.#real = real;
    this.#repairs = repairs;
    this.#disk = undefined;
    this.#conflict = undefined;
  }

  #become(document: GraphDocument): Promise<void> {
    return this.write(hostAuthor, diffDocuments(this.#owned.document, document));
  }

  #watchFile(): void {
    this.#unwatch();
    if (this.#real === undefined) return;
    this.#unwatch = this.#needs.watch(this.#real, () => void this.look().catch(() => undefined));
  }

  #unsavedDiff(): Diff {
    return diffDocuments(this.#saved, this.#owned.document);
  }

  #file(): DocumentFile {
    return {
      readOnly: this.#readOnly,
      repairs: this.#repairs,
      ...(this.#path === undefined ? {} : { path: this.#path }),
      ...(this.#disk === undefined ? {} : { disk: this.#disk }),
      ...(this.#conflict ? { differences: this.#conflict.differences } : {}),
    };
  }

  #tellFile(news: FileNews, now?: { disk: DocumentFile["disk"] }): void {
    if (now) this.#disk = now.disk;
    const { revision } = this.#owned;
    this.#emit({
      kind: "file",
      id: this.id,
      news,
      revision,
      unsaved: this.#unsavedDiff(),
      file: this.#file(),
    });
  }

  #emit(event: HostEvent): void {
    for (const line of this.#lines) line.send(event);
  }

  /** What touches the file happens one after the other. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(task);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

function viewportDiff(document: GraphDocument, viewport: Viewport): Diff {
  return diffOfWrites(document, new Map([["view/viewport", viewport]]));
}
