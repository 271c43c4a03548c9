/** A host of documents over a folder, a clock and a disk of the test's own, its pages, and its sudden death. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { type FolderHost, folderHost } from "../../core/service/host/folder-host.ts";
import type { JournalDisk } from "../../core/service/host/journal-file.ts";
import type { HostEvent, HostService, OpenedDocument } from "../../core/service/host-service.ts";
import { tempFolder } from "./temp.ts";

const root = tempFolder({
  "examples/index.json":
    '[{"id":"one","title":{"en":"O","zh":"一"},"summary":{"en":"s","zh":"概"},"nodes":{"zh":{"ada":"提升"}}}]',
  "examples/one.espalier": writeDocument(sampleDocument()),
  "examples/two.espalier": "{}",
});
export const path = "a.espalier";
export const rounds = (value: number): Command => ({ kind: "setParam", node: "ada", name: "rounds", value });
export const test = (value: number): Command => ({ kind: "setParam", node: "split", name: "test", value });

/** Where the documents are, and where their journals are: other folders for each test, which importers see change. */
export let folder: string;
export let data: string;
/** Tells the host that its file may have changed. */
export let look: () => void = () => undefined;
let hosts: FolderHost[];
let clock: number;

beforeEach(() => {
  folder = join(root, `granted${Math.random()}`);
  data = join(root, `data${Math.random()}`);
  hosts = [];
  clock = 1_000_000;
});
afterEach(() => Promise.all(hosts.map((host) => host.dispose())));

/** From now on the host's clock says `at`. */
export function setClock(at: number): void {
  clock = at;
}

export async function start(journalDisk?: JournalDisk): Promise<FolderHost> {
  const host = await folderHost({
    folder,
    data,
    examples: join(root, "examples"),
    version: "1",
    // Files are looked at when a test says so.
    watch: (_file, changed) => {
      look = changed;
      return () => undefined;
    },
    now: () => clock,
    ...(journalDisk ? { journalDisk } : {}),
  });
  hosts.push(host);
  return host;
}

/** A page without delays: what it shows is what the host has confirmed. */
export async function page(host: FolderHost, name: string) {
  const door = host.enter();
  const events: HostEvent[] = [];
  door.host.subscribe((event) => events.push(event));
  let opened: OpenedDocument;
  let document: GraphDocument;
  let seq = 0;
  const self = {
    ...door,
    events,
    show(next: OpenedDocument) {
      opened = next;
      document = next.document;
      return next;
    },
    get id() {
      return opened.id;
    },
    async do(command: Command) {
      const applied = apply(document, command);
      seq++;
      const answer = await door.host.change({
        id: opened.id,
        page: name,
        base: self.revision(),
        changes: [{ seq, diff: applied.diff }],
      });
      if (answer.accepted) document = applied.document;
      return answer;
    },
    revision: () =>
      Math.max(
        opened.revision,
        ...events.flatMap((event) =>
          event.kind === "changes" ? event.changes.map(({ revision }) => revision) : [],
        ),
      ),
    news: () => events.flatMap((event) => (event.kind === "file" ? [event.news] : [])),
    lastFile: () => events.filter((event) => event.kind === "file").at(-1),
  };
  return self;
}

export async function withFile(host: FolderHost, name = "one") {
  writeFileSync(join(folder, path), writeDocument(sampleDocument()));
  const one = await page(host, name);
  one.show(await one.host.open({ path }));
  return one;
}

export const onDisk = () => parseDocument(readFileSync(join(folder, path), "utf8")).document;
export const write = (command: Command, document = sampleDocument()) =>
  writeFileSync(join(folder, path), writeDocument(apply(document, command).document));
export const journals = () =>
  readdirSync(data, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".journal"));
export const recoverable = async (host: HostService) => (await host.recoverable()).entries;

/** Ends a host as `kill -9` would: its journals stay as they are, its socket does not answer. */
export async function murder(host: FolderHost): Promise<void> {
  await host.dispose();
  hosts = hosts.filter((one) => one !== host);
}
