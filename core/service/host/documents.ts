/**
 * All open documents of one host: at most one for each file, however it is called and by whom it is opened. A document
 * lives as long as a page has it open or it has unsaved work; what servers left behind that died is offered from here.
 */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { type Diagnostic, DiagnosticError, fail, problem } from "../../base/diagnostic.ts";
import { diffDocuments } from "../../graph/diff.ts";
import type { GraphDocument } from "../../graph/document.ts";
import { parseDocument } from "../../graph/parse.ts";
import { rebase } from "../../graph/rebase.ts";
import type { Difference, OpenedDocument, RecoveryEntry } from "../host-service.ts";
import type { JournalRoom, Orphan } from "./journal-room.ts";
import { type DocumentNeeds, type DocumentSetup, OpenDocument, type PageLine } from "./open-document.ts";
import { hostAuthor } from "./owned-document.ts";
import { differencesOf } from "./reconcile.ts";

export type DocumentsNeeds = DocumentNeeds & { room: JournalRoom };

export class Documents {
  readonly #needs: DocumentsNeeds;
  readonly #open = new Map<string, OpenDocument>();
  /** Files being opened: two pages that ask at once are given one document. */
  readonly #opening = new Map<string, Promise<OpenDocument>>();

  constructor(needs: DocumentsNeeds) {
    this.#needs = needs;
  }

  async openFile(path: string, line: PageLine): Promise<OpenedDocument> {
    const known = [...this.#open.values()].find((document) => document.path === path);
    const document = known ?? (await this.#openOnce(path));
    const opened = document.join(line);
    const recovery = (await this.recoverable()).filter((entry) => entry.path === document.path);
    return { ...opened, recovery };
  }

  /** A document without a file, from the text of an example. */
  openText(text: string, line: PageLine): OpenedDocument {
    const { document, diagnostics, readOnly } = parseDocument(text);
    if (document === null) throw new DiagnosticError(firstOf(diagnostics));
    return this.#add({
      id: newId(),
      start: { document },
      saved: document,
      readOnly,
      repairs: diagnostics,
    }).join(line);
  }

  create(document: GraphDocument, line: PageLine): OpenedDocument {
    return this.#add({ id: newId(), start: { document }, saved: document }).join(line);
  }

  /** For a page that has the document already: a journal left by a dead server is taken up without a question. */
  async attach(id: string, page: string, line: PageLine): Promise<OpenedDocument> {
    const known = this.#open.get(id) ?? (await this.#restore(id));
    return known.join(line, page);
  }

  /** The document; fails where it is not open. */
  get(id: string): OpenDocument {
    return this.#open.get(id) ?? fail("document.not-open", { id });
  }

  /** A page leaves; the last one takes a document without unsaved work along. */
  async leave(id: string, line: PageLine, discard = false): Promise<void> {
    const document = this.#open.get(id);
    if (!document) return;
    document.leave(line);
    if (document.inUse || (document.unsaved && !discard)) return;
    this.#open.delete(id);
    await document.discard();
  }

  async recoverable(): Promise<RecoveryEntry[]> {
    const held = [...this.#open.values()].filter((document) => !document.inUse && document.unsaved);
    const orphans = await this.#needs.room.orphans();
    const left = orphans.filter(({ journal }) => !this.#open.has(journal.header.id));
    return [...held.map((document) => document.recoveryEntry()), ...left.map(entryOf)];
  }

  async differences(id: string): Promise<readonly Difference[]> {
    const held = this.#open.get(id);
    if (held) return differencesOf(held.document, held.savedDocument);
    const { journal } = await this.#orphan(id);
    const { path, saved } = journal.header;
    return differencesOf(journal.document, (path && (await this.#onDisk(path))) || saved);
  }

  async recover(id: string, line: PageLine): Promise<OpenedDocument> {
    const document = this.#open.get(id) ?? (await this.#restore(id));
    return document.join(line);
  }

  async discard(id: string): Promise<boolean> {
    const held = this.#open.get(id);
    if (held) {
      if (held.inUse) return false;
      this.#open.delete(id);
      await held.discard();
      return true;
    }
    const orphan = await this.#orphan(id);
    if (!(await this.#needs.room.take(orphan))) return false;
    await rm(this.#needs.room.fileOf(id), { force: true });
    return true;
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#open.values()].map((document) => document.dispose()));
    await this.#needs.room.dispose();
  }

  #add(setup: DocumentSetup): OpenDocument {
    const document = new OpenDocument(setup, this.#needs);
    this.#open.set(setup.id, document);
    return document;
  }

  #openOnce(path: string): Promise<OpenDocument> {
    const under = this.#opening.get(path) ?? this.#openRead(path).finally(() => this.#opening.delete(path));
    this.#opening.set(path, under);
    return under;
  }

  async #openRead(path: string): Promise<OpenDocument> {
    const { text, stamp, real } = await this.#needs.files.read(path);
    const known = [...this.#open.values()].find((document) => document.real === real);
    if (known) return known;
    const { document, diagnostics, readOnly } = parseDocument(text);
    if (document === null) throw new DiagnosticError(firstOf(diagnostics));
    return this.#add({
      id: newId(),
      start: { document },
      saved: document,
      path,
      stamp,
      real,
      readOnly,
      repairs: diagnostics,
    });
  }

  /** Takes up what a dead server left of a document. */
  async #restore(id: string): Promise<OpenDocument> {
    const orphan = await this.#orphan(id);
    if (!(await this.#needs.room.take(orphan))) fail("document.not-open", { id });
    const { header, document, revision, heard } = orphan.journal;
    const { path, stamp, saved } = header;
    const onFile = [...this.#open.values()].find((known) => path !== undefined && known.path === path);
    if (onFile) {
      const mine = diffDocuments(saved, document);
      await onFile.write(hostAuthor, rebase(onFile.document, mine, { clash: "mine" }).diff);
      await rm(this.#needs.room.fileOf(id), { force: true });
      return onFile;
    }
    const real = path === undefined ? undefined : await this.#needs.files.locate(path).catch(() => undefined);
    const restored = this.#add({
      id,
      start: { document, revision, heard },
      saved,
      ...(path === undefined ? {} : { path }),
      ...(stamp === undefined ? {} : { stamp }),
      ...(real === undefined ? {} : { real }),
    });
    await restored.keep();
    await restored.look();
    return restored;
  }

  async #orphan(id: string): Promise<Orphan> {
    const orphans = await this.#needs.room.orphans();
    return orphans.find(({ journal }) => journal.header.id === id) ?? fail("document.not-open", { id });
  }

  async #onDisk(path: string): Promise<GraphDocument | undefined> {
    const text = await this.#needs.files.read(path).then(
      (read) => read.text,
      () => undefined,
    );
    return text === undefined ? undefined : (parseDocument(text).document ?? undefined);
  }
}

function newId(): string {
  return randomBytes(9).toString("base64url");
}

function entryOf({ journal }: Orphan): RecoveryEntry {
  const { id, path } = journal.header;
  return {
    id,
    title: journal.document.title,
    at: journal.at,
    changes: journal.changes.length,
    ...(path === undefined ? {} : { path }),
  };
}

function firstOf(diagnostics: readonly Diagnostic[]): Diagnostic {
  return diagnostics.find(({ severity }) => severity === "error") ?? problem("document.empty");
}
