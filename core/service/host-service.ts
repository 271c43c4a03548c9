/**
 * HostService: documents and files of one granted folder, examples, and what the host knows of itself. Paths are
 * relative to the granted folder with forward slashes; nothing outside it can be named. The host hands out text: the
 * page parses it with `core/graph`, so that it sees the repairs itself.
 */
export type HostInfo = {
  /** Name of the granted folder, for the eye. */
  folder: string;
  version: string;
};

export type FileEntry = { path: string; kind: "graph" | "data"; bytes: number; modified: number };

/** `stamp` is the SHA-256 of the text as read or written: a save that names an older one is refused. */
export type OpenedFile = { path: string; text: string; stamp: string };

export type ExampleEntry = {
  id: string;
  title: { en: string; zh: string };
  summary: { en: string; zh: string };
  /** Topic number in the order of the twelve, when it is one. */
  topic?: number;
};

export interface HostService {
  info(): Promise<HostInfo>;
  /** Graphs and data files of the granted folder, newest first. */
  list(): Promise<{ files: readonly FileEntry[] }>;
  /** Fails with `file.*` diagnostics. */
  open(request: { path: string }): Promise<OpenedFile>;
  /** Writes atomically and keeps the previous version. With `expect`, fails with `file.changed-on-disk` if the file is another one; without, with `file.exists` unless `overwrite`. */
  save(request: { path: string; text: string; expect?: string; overwrite?: boolean }): Promise<OpenedFile>;
  examples(): Promise<{ examples: readonly ExampleEntry[] }>;
  /** The text of an example; it opens as an unsaved copy. */
  openExample(request: { id: string }): Promise<{ text: string }>;
}
