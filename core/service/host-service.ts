/**
 * HostService: the open documents, the files of one granted folder, examples, and what was saved from a crash. The host
 * owns every document; a page holds a copy, sends its changes, and hears everybody's in the host's order. Paths are
 * relative to the granted folder with forward slashes; nothing outside it can be named.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import type { Diff, EntryPath } from "../graph/diff.ts";
import type { GraphDocument, Viewport } from "../graph/document.ts";
import type { Change, OrderedChange } from "../graph/replica.ts";
import type { Language } from "../words/catalogue.ts";

export type HostInfo = {
  /** Name of the granted folder, for the eye. */
  folder: string;
  version: string;
};

export type FileEntry = { path: string; kind: "graph" | "data"; bytes: number; modified: number };

export type ExampleEntry = {
  id: string;
  title: { en: string; zh: string };
  summary: { en: string; zh: string };
  /** Topic number in the order of the twelve, when it is one. */
  topic?: number;
};

/** One entry that two versions of a document have differently; a version without it lacks the value. */
export type Difference = { path: EntryPath; mine?: Json; theirs?: Json };

/** What is known of the file behind a document. */
export type DocumentFile = {
  /** Path below the granted folder; without one the document was never saved. */
  path?: string;
  /** Comes from a newer version: looked at, never changed or written. */
  readOnly: boolean;
  /** Mends that reading needed, not yet on disk. */
  repairs: readonly Diagnostic[];
  /** What happened to the file behind the document's back and is not settled. */
  disk?: "missing" | "unreadable" | "conflict";
  /** With `conflict`: what the document and the file each made of the same entries. */
  differences?: readonly Difference[];
};

/** Unsaved work that nobody has open: after a crash, or after the last page on it was closed. */
export type RecoveryEntry = {
  id: string;
  path?: string;
  title: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  changes: number;
};

export type OpenedDocument = {
  id: string;
  revision: number;
  document: GraphDocument;
  /** From what is saved (or, without a file, from how it began) to `document`. */
  unsaved: Diff;
  file: DocumentFile;
  /** The highest number of a change of the asking page that is in `document`. */
  heard: number;
  /** Unsaved work on the same file from an earlier session. */
  recovery: readonly RecoveryEntry[];
  /** Why the journal cannot be written, when it cannot. */
  journal?: Diagnostic;
};

export type ChangeAnswer = {
  /** Whether the changes were taken. If not, somebody else was first: rebase on `changes` and send again. */
  accepted: boolean;
  revision: number;
  /** Everything after the revision that the change was based on, in order. */
  changes: readonly OrderedChange[];
  /** In place of `changes`, when the host does not remember that far back. */
  resume?: { document: GraphDocument; heard: number };
};

/** Why the host speaks of a document's file. */
export type FileNews = "saved" | "reloaded" | "merged" | "missing" | "unreadable" | "conflict" | "resolved";

export type HostEvent =
  | { kind: "changes"; id: string; changes: readonly OrderedChange[] }
  | { kind: "file"; id: string; news: FileNews; revision: number; unsaved: Diff; file: DocumentFile }
  /** The journal cannot be written, or (without a problem) can be again. */
  | { kind: "journal"; id: string; problem?: Diagnostic };

export interface HostService {
  info(): Promise<HostInfo>;
  /** Graphs and data files of the granted folder, newest first. */
  list(): Promise<{ files: readonly FileEntry[] }>;
  examples(): Promise<{ examples: readonly ExampleEntry[] }>;
  /** Takes a piece of a data file; the last one is answered with the path under which it lies. Fails with `file.*`. */
  upload(piece: {
    id?: string;
    name: string;
    total: number;
    at: number;
    bytes: string;
  }): Promise<{ id: string; path?: string }>;
  /** Opens a file, or joins those who have it open. Fails with `file.*` and `document.*` diagnostics. */
  open(request: { path: string }): Promise<OpenedDocument>;
  /** An example opens as a document without a file, under its title in the reader's language. */
  openExample(request: { id: string; language?: Language }): Promise<OpenedDocument>;
  /** A document without a file. */
  create(request: { document: GraphDocument }): Promise<OpenedDocument>;
  /** Joins an open document by its id: after a reload or a lost line. Fails with `document.not-open`. */
  attach(request: { id: string; page: string }): Promise<OpenedDocument>;
  /** Offers changes that were made at revision `base`; answers once they are in the journal. */
  change(request: {
    id: string;
    page: string;
    base: number;
    changes: readonly Change[];
  }): Promise<ChangeAnswer>;
  /** Writes atomically and keeps the previous version; without `path`, where it came from. Fails with `file.exists` unless `overwrite`, and with `file.changed-on-disk` while a conflict is open. */
  save(request: {
    id: string;
    path?: string;
    overwrite?: boolean;
    viewport?: Viewport;
  }): Promise<{ path: string }>;
  /** Settles a conflict with the file. `copy` writes the document beside it under another name and takes theirs. */
  resolve(request: { id: string; choice: "mine" | "theirs" | "copy" }): Promise<{ path?: string }>;
  /** This page leaves the document; `discard` gives unsaved changes up, unless another page has it open. */
  close(request: { id: string; discard: boolean }): Promise<{ closed: boolean }>;
  recoverable(): Promise<{ entries: readonly RecoveryEntry[] }>;
  /** What a recovery would bring, against the file as it is now (against the beginning, without a file). */
  differences(request: { id: string }): Promise<{ differences: readonly Difference[] }>;
  recover(request: { id: string }): Promise<OpenedDocument>;
  discard(request: { id: string }): Promise<{ discarded: boolean }>;
  /** What happens to the documents that this line has open; returns the unsubscriber. */
  subscribe(listener: (event: HostEvent) => void): () => void;
}

/** A host that knows its pages apart: each line gets a service of its own, which is told when the line is gone. */
export type HostDoor = { enter(): { host: HostService; leave(): void } };
