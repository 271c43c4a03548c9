/** A host in memory for tests of the store: files by path, one page, every change taken. */
import { fail } from "../../core/base/diagnostic.ts";
import { applyDiff, diffDocuments } from "../../core/graph/diff.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import type { OrderedChange } from "../../core/graph/replica.ts";
import { writeDocument } from "../../core/graph/write.ts";
import type {
  DocumentFile,
  HostEvent,
  HostService,
  OpenedDocument,
} from "../../core/service/host-service.ts";

type Held = {
  id: string;
  document: GraphDocument;
  saved: GraphDocument;
  log: OrderedChange[];
  file: DocumentFile;
};

export type FakeHost = {
  host: HostService;
  /** Text of each file, by path. */
  files: Map<string, string>;
  /** A change by another page. */
  other(id: string, document: GraphDocument): void;
  emit(event: HostEvent): void;
};

export function fakeHost(): FakeHost {
  const files = new Map<string, string>();
  const held = new Map<string, Held>();
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  const at = (id: string) => held.get(id) ?? fail("document.not-open", { id });

  function add(document: GraphDocument, file: DocumentFile): OpenedDocument {
    const made = { id: `d${held.size + 1}`, document, saved: document, log: [], file };
    held.set(made.id, made);
    return opened(made);
  }
  function opened({ id, document, saved, log, file }: Held): OpenedDocument {
    const unsaved = diffDocuments(saved, document);
    return { id, document, revision: log.length, unsaved, file, heard: 0, recovery: [] };
  }
  function record(one: Held, page: string, seq: number, diff: OrderedChange["diff"]): void {
    one.document = applyDiff(one.document, diff);
    one.log.push({ revision: one.log.length + 1, page, seq, diff });
    emit({ kind: "changes", id: one.id, changes: one.log.slice(-1) });
  }

  const host: HostService = {
    info: async () => ({ folder: "test", version: "0" }),
    list: async () => ({ files: [] }),
    examples: async () => ({ examples: [] }),
    upload: async ({ name }) => ({ id: "u1", path: name }),
    async open({ path }) {
      const { document, diagnostics, readOnly } = parseDocument(files.get(path) ?? "");
      if (document === null) return fail("document.not-json", { line: 1, column: 1 });
      return add(document, { path, readOnly, repairs: diagnostics });
    },
    openExample: async () => fail("example.unknown", { id: "", known: [] }),
    create: async ({ document }) => add(document, { readOnly: false, repairs: [] }),
    attach: async ({ id }) => opened(at(id)),
    async change({ id, page, base, changes }) {
      const one = at(id);
      const accepted = base === one.log.length;
      if (accepted) for (const { seq, diff } of changes) record(one, page, seq, diff);
      return { accepted, revision: one.log.length, changes: one.log.slice(base) };
    },
    async save({ id, path }) {
      const one = at(id);
      const target = path ?? one.file.path ?? fail("file.bad-name", { path: "" });
      files.set(target, writeDocument(one.document));
      one.saved = one.document;
      one.file = { path: target, readOnly: false, repairs: [] };
      const unsaved = diffDocuments(one.saved, one.document);
      emit({ kind: "file", id, news: "saved", revision: one.log.length, unsaved, file: one.file });
      return { path: target };
    },
    resolve: async () => ({}),
    close: async () => ({ closed: true }),
    recoverable: async () => ({ entries: [] }),
    differences: async () => ({ differences: [] }),
    recover: async ({ id }) => opened(at(id)),
    discard: async () => ({ discarded: true }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    host,
    files,
    emit,
    other: (id, document) => record(at(id), "other", 1, diffDocuments(at(id).document, document)),
  };
}
