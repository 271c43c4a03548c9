/**
 * HostService over one granted folder, the shipped examples and the product's data folder. Each line enters by a door
 * of its own, so that the host knows which pages have which documents open and when one is gone.
 */
import { join } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import { readText } from "../../graph/files.ts";
import type { Language } from "../../words/catalogue.ts";
import type { ExampleEntry, HostDoor, HostEvent, HostService, OpenedDocument } from "../host-service.ts";
import { Documents } from "./documents.ts";
import { type WatchFile, watchFile } from "./file-watch.ts";
import { folderFiles, graphExtension } from "./folder-files.ts";
import { type JournalDisk, journalFile } from "./journal-file.ts";
import { journalRoom } from "./journal-room.ts";
import { clearCutOff, uploadsInto } from "./uploads.ts";

export type FolderHostOptions = {
  folder: string;
  examples: string;
  version: string;
  /** The product's own folder, for journals; never the user's granted one. */
  data: string;
  watch?: WatchFile;
  now?: () => number;
  journalDisk?: JournalDisk;
};

export type FolderHost = HostService &
  HostDoor & {
    /** Whether the granted folder had to be made. */
    readonly made: boolean;
    /** The granted folder, links resolved. */
    readonly root: string;
    /** Ends the host; unsaved documents stay in their journals. */
    dispose(): Promise<void>;
  };

/** The host of a folder; makes it when it is missing. */
export async function folderHost(options: FolderHostOptions): Promise<FolderHost> {
  const { examples, version, now = Date.now, watch = watchFile, journalDisk } = options;
  const files = await folderFiles(options.folder);
  await clearCutOff(files.root, now());
  const room = await journalRoom(options.data, files.root);
  const documents = new Documents({
    files,
    room,
    watch,
    now,
    journal: (id, tell) => journalFile(room.fileOf(id), tell, journalDisk),
  });

  function enter(): { host: HostService; leave(): void } {
    const listeners = new Set<(event: HostEvent) => void>();
    const joined = new Set<string>();
    const uploads = uploadsInto(files.root);
    const line = {
      send: (event: HostEvent) => {
        for (const listener of listeners) listener(event);
      },
    };
    const join = async (opening: Promise<OpenedDocument> | OpenedDocument) => {
      const opened = await opening;
      joined.add(opened.id);
      return opened;
    };
    const host: HostService = {
      info: async () => ({ folder: basenameOf(files.root), version }),
      list: async () => ({ files: await files.list() }),
      examples: async () => ({ examples: await exampleEntries(examples) }),
      upload: (piece) => uploads.take(piece),
      open: ({ path }) => join(documents.openFile(path, line)),
      openExample: async ({ id, language }) =>
        join(documents.openText(await exampleText(examples, id, language), line)),
      create: async ({ document }) => join(documents.create(document, line)),
      attach: ({ id, page }) => join(documents.attach(id, page, line)),
      change: async ({ id, page, base, changes }) => documents.get(id).change(page, base, changes),
      save: async ({ id, ...request }) => documents.get(id).save(request),
      resolve: async ({ id, choice }) => documents.get(id).resolve(choice),
      async close({ id, discard }) {
        const closed = joined.delete(id);
        await documents.leave(id, line, discard);
        return { closed };
      },
      recoverable: async () => ({ entries: await documents.recoverable() }),
      differences: async ({ id }) => ({ differences: await documents.differences(id) }),
      recover: ({ id }) => join(documents.recover(id, line)),
      discard: async ({ id }) => ({ discarded: await documents.discard(id) }),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const leave = () => {
      listeners.clear();
      void uploads.leave();
      for (const id of joined) void documents.leave(id, line);
    };
    return { host, leave };
  }

  return { ...enter().host, enter, made: files.made, root: files.root, dispose: () => documents.dispose() };
}

function basenameOf(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}

/** What `index.json` says of an example; `nodes` are the titles that its cards have in another language. */
type IndexEntry = ExampleEntry & { nodes?: Partial<Record<Language, Record<string, string>>> };

/** English is what the file says. */
async function exampleText(examples: string, id: string, language: Language = "en"): Promise<string> {
  const index = await readIndex(examples);
  const entry = index.find((example) => example.id === id);
  if (!entry) return fail("example.unknown", { id, known: index.map((example) => example.id) });
  const text = await readText(join(examples, `${id}${graphExtension}`));
  if (language === "en") return text;
  const document = JSON.parse(text) as { nodes: Record<string, { title?: string }> };
  const titles = entry.nodes?.[language] ?? {};
  const nodes = Object.entries(document.nodes).map(([name, node]) =>
    titles[name] === undefined ? [name, node] : [name, { ...node, title: titles[name] }],
  );
  return JSON.stringify({ ...document, title: entry.title[language], nodes: Object.fromEntries(nodes) });
}

async function exampleEntries(examples: string): Promise<readonly ExampleEntry[]> {
  return (await readIndex(examples)).map(({ nodes: _nodes, ...entry }) => entry);
}

async function readIndex(examples: string): Promise<readonly IndexEntry[]> {
  return JSON.parse(await readText(join(examples, "index.json"))) as IndexEntry[];
}
