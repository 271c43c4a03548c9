/** Documents and their owner: two pages, the file behind them, the journal, and what a crash leaves. */
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { tempFolder } from "../../../test/support/temp.ts";
import { apply } from "../../graph/apply.ts";
import type { Command } from "../../graph/commands.ts";
import { applyDiff, invertDiff } from "../../graph/diff.ts";
import type { GraphDocument } from "../../graph/document.ts";
import { parseDocument } from "../../graph/parse.ts";
import { sampleDocument } from "../../graph/sample.ts";
import { writeDocument } from "../../graph/write.ts";
import type { HostEvent, HostService, OpenedDocument } from "../host-service.ts";
import { type FolderHost, folderHost } from "./folder-host.ts";
import type { JournalDisk } from "./journal-file.ts";

const root = tempFolder({
  "examples/index.json":
    '[{"id":"one","title":{"en":"O","zh":"一"},"summary":{"en":"s","zh":"概"},"nodes":{"zh":{"ada":"提升"}}}]',
  "examples/one.espalier": writeDocument(sampleDocument()),
  "examples/two.espalier": "{}",
});
const path = "a.espalier";
const rounds = (value: number): Command => ({ kind: "setParam", node: "ada", name: "rounds", value });
const test = (value: number): Command => ({ kind: "setParam", node: "split", name: "test", value });

let folder: string;
let data: string;
let hosts: FolderHost[];
let clock: number;

beforeEach(() => {
  folder = join(root, `granted${Math.random()}`);
  data = join(root, `data${Math.random()}`);
  hosts = [];
  clock = 1_000_000;
});
afterEach(() => Promise.all(hosts.map((host) => host.dispose())));

async function start(journalDisk?: JournalDisk): Promise<FolderHost> {
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
let look: () => void = () => undefined;

/** A page without delays: what it shows is what the host has confirmed. */
async function page(host: FolderHost, name: string) {
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

async function withFile(host: FolderHost, name = "one") {
  writeFileSync(join(folder, path), writeDocument(sampleDocument()));
  const one = await page(host, name);
  one.show(await one.host.open({ path }));
  return one;
}

const onDisk = () => parseDocument(readFileSync(join(folder, path), "utf8")).document;
const write = (command: Command, document = sampleDocument()) =>
  writeFileSync(join(folder, path), writeDocument(apply(document, command).document));
const journals = () =>
  readdirSync(data, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".journal"));
const recoverable = async (host: HostService) => (await host.recoverable()).entries;

describe("two pages on one file", () => {
  it("have one document, see each other, and are told when they were overtaken", async () => {
    const host = await start();
    const one = await withFile(host);
    const two = await page(host, "two");
    expect(two.show(await two.host.open({ path: "./a.espalier" })).id).toBe(one.id);
    await one.do(rounds(60));
    expect(two.events).toMatchObject([{ kind: "changes", changes: [{ revision: 1, page: "one" }] }]);
    two.events.length = 0;
    const answer = await two.do(test(0.5));
    expect(answer).toMatchObject({ accepted: false, revision: 1, changes: [{ revision: 1 }] });
  });

  it("are not disturbed by a change that is sent twice, and one that fits nothing is refused", async () => {
    const host = await start();
    const one = await withFile(host);
    const { diff } = apply(sampleDocument(), rounds(60));
    const call = { id: one.id, page: "p", base: 0, changes: [{ seq: 1, diff }] };
    await one.host.change(call);
    expect(await one.host.change(call)).toMatchObject({ accepted: true, revision: 1 });
    const stranger = { ...call, base: 1, changes: [{ seq: 2, diff }] };
    expect((await diagnosticFrom(one.host.change(stranger))).code).toBe("document.change-refused");
    const dangling = {
      added: { "wires/w99": { from: ["x", "y"], to: ["z", "y"] } },
      removed: {},
      changed: {},
    };
    const broken = { ...call, base: 1, changes: [{ seq: 3, diff: dangling }] };
    expect((await diagnosticFrom(one.host.change(broken))).code).toBe("document.change-refused");
  });
});

describe("the journal", () => {
  it("is there from the first change to the save, and an undone change leaves none", async () => {
    const host = await start();
    const one = await withFile(host);
    expect(journals()).toEqual([]);
    await one.do(rounds(60));
    expect(journals()).toHaveLength(1);
    expect(await one.host.save({ id: one.id })).toEqual({ path });
    expect(journals()).toEqual([]);
    expect(onDisk()?.nodes.ada.params.rounds).toBe(60);
    await one.do(rounds(70));
    await one.do(rounds(60));
    expect(journals()).toEqual([]);
  });

  it("brings work back after a death without a farewell, to the page that had it and to a new one", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    await one.do(test(0.5));
    await murder(dead);
    const host = await start();
    const two = await page(host, "two");
    const [entry] = await recoverable(two.host);
    expect(entry).toMatchObject({ path, changes: 2, at: 1_000_000 });
    expect((await two.host.open({ path })).recovery).toEqual([entry]);
    expect((await two.host.differences({ id: entry.id })).differences.map((one) => one.path)).toEqual([
      "nodes/ada",
      "nodes/split",
    ]);
    await two.host.close({ id: (await two.host.open({ path })).id, discard: false });
    const back = await two.host.recover({ id: entry.id });
    expect(back.document.nodes.ada.params.rounds).toBe(60);
    expect(applyDiff(back.document, invertDiff(back.unsaved))).toEqual(sampleDocument());
    expect(await recoverable(two.host)).toEqual([]);
  });

  it("is taken up without a question by the page that still has the document", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    await murder(dead);
    const host = await start();
    const two = await page(host, "one");
    const back = await two.host.attach({ id: one.id, page: "one" });
    expect(back).toMatchObject({ revision: 1, heard: 1 });
    expect(back.document.nodes.ada.params.rounds).toBe(60);
  });

  it("of a living server is left alone", async () => {
    const living = await start();
    const one = await withFile(living);
    await one.do(rounds(60));
    const other = await start();
    expect(await recoverable(other)).toEqual([]);
  });

  it("that is torn at its end gives everything before", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    await one.do(rounds(70));
    await murder(dead);
    const file = join(data, journals()[0]);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, -20));
    const host = await start();
    const [entry] = await recoverable(host);
    expect((await host.recover({ id: entry.id })).document.nodes.ada.params.rounds).toBe(60);
  });

  it("can be thrown away, and then is gone", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    await murder(dead);
    const host = await start();
    const [entry] = await recoverable(host);
    expect(await host.discard({ id: entry.id })).toEqual({ discarded: true });
    expect(await recoverable(host)).toEqual([]);
    expect(journals()).toEqual([]);
  });

  it("holds unsaved work whose last page has gone, and a page that leaves on purpose takes it along", async () => {
    const host = await start();
    const one = await withFile(host);
    await one.do(rounds(60));
    one.leave();
    await expect.poll(() => recoverable(host)).toMatchObject([{ path }]);
    const two = await page(host, "two");
    two.show(await two.host.open({ path }));
    expect(await recoverable(host)).toEqual([]);
    await two.host.close({ id: two.id, discard: true });
    expect(await recoverable(host)).toEqual([]);
    expect(journals()).toEqual([]);
  });

  it("keeps examples and untitled documents too", async () => {
    const dead = await start();
    const one = await page(dead, "one");
    one.show(await one.host.openExample({ id: "one" }));
    await one.do(rounds(60));
    await murder(dead);
    const host = await start();
    const [entry] = await recoverable(host);
    expect(entry.path).toBeUndefined();
    expect((await host.recover({ id: entry.id })).document.nodes.ada.params.rounds).toBe(60);
  });

  it("that cannot be written is said once; work goes on, and is in the journal again when it can", async () => {
    let full = false;
    const texts = new Map<string, string>();
    const refuse = () => {
      if (full) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    };
    const disk: JournalDisk = {
      append: async (file, text) => {
        // A full disk takes the first half.
        texts.set(file, (texts.get(file) ?? "") + (full ? text.slice(0, text.length / 2) : text));
        refuse();
      },
      replace: async (file, text) => {
        refuse();
        texts.set(file, text);
      },
      flush: async () => undefined,
      remove: async (file) => void texts.delete(file),
    };
    const host = await start(disk);
    const one = await withFile(host);
    await one.do(rounds(60));
    full = true;
    expect(await one.do(rounds(61))).toMatchObject({ accepted: true });
    expect(await one.do(rounds(62))).toMatchObject({ accepted: true });
    const told = () => one.events.filter((event) => event.kind === "journal");
    expect(told()).toMatchObject([
      { problem: { code: "journal.not-written", values: { reason: "file.disk-full" } } },
    ]);
    full = false;
    await one.do(rounds(63));
    expect(told()).toHaveLength(2);
    expect(told()[1]).not.toHaveProperty("problem");
    const { readJournal } = await import("./journal.ts");
    const [text = ""] = texts.values();
    expect(readJournal(text)).toMatchObject({ lostCharacters: 0 });
    expect(readJournal(text)?.document.nodes.ada.params.rounds).toBe(63);
  });

  it("does not mind a clock that is set back", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    clock = 5;
    await one.do(rounds(61));
    await murder(dead);
    const host = await start();
    const [entry] = await recoverable(host);
    expect((await host.recover({ id: entry.id })).document.nodes.ada.params.rounds).toBe(61);
  });
});

describe("the file, changed by another program", () => {
  it("is followed where nothing is unsaved", async () => {
    const one = await withFile(await start());
    write(rounds(99));
    look();
    await expect.poll(one.news).toEqual(["reloaded"]);
    expect(one.lastFile()).toMatchObject({ unsaved: { changed: {} } });
    expect(one.events[0]).toMatchObject({ kind: "changes", changes: [{ page: "host" }] });
  });

  it("is joined with unsaved changes of other entries", async () => {
    const one = await withFile(await start());
    await one.do(rounds(60));
    write(test(0.5));
    look();
    await expect.poll(one.news).toEqual(["merged"]);
    await one.host.save({ id: one.id });
    expect(onDisk()?.nodes).toMatchObject({
      ada: { params: { rounds: 60 } },
      split: { params: { test: 0.5 } },
    });
  });

  it.each([
    ["mine", 60],
    ["theirs", 99],
    ["copy", 99],
  ] as const)("leaves the same entry to the user: %s", async (choice, expected) => {
    const one = await withFile(await start());
    await one.do(rounds(60));
    write(rounds(99));
    expect((await diagnosticFrom(one.host.save({ id: one.id }))).code).toBe("file.changed-on-disk");
    expect(one.lastFile()).toMatchObject({
      news: "conflict",
      file: {
        disk: "conflict",
        differences: [
          { path: "nodes/ada", mine: { params: { rounds: 60 } }, theirs: { params: { rounds: 99 } } },
        ],
      },
    });
    const { path: copy } = await one.host.resolve({ id: one.id, choice });
    if (choice === "mine") await one.host.save({ id: one.id });
    expect(onDisk()?.nodes.ada.params.rounds).toBe(expected);
    const now = await one.host.attach({ id: one.id, page: "one" });
    expect(now.document.nodes.ada.params.rounds).toBe(expected);
    expect(now.file.disk).toBeUndefined();
    expect(copy).toBe(choice === "copy" ? "a-2.espalier" : undefined);
    if (copy) {
      const { document } = parseDocument(readFileSync(join(folder, copy), "utf8"));
      expect(document?.nodes.ada.params.rounds).toBe(60);
    }
  });

  it("is found again after an editor has replaced it by rename", async () => {
    const one = await withFile(await start());
    const beside = join(folder, "a.tmp");
    writeFileSync(beside, writeDocument(apply(sampleDocument(), rounds(98)).document));
    renameSync(beside, join(folder, path));
    look();
    await expect.poll(one.news).toEqual(["reloaded"]);
  });

  it("that was deleted is said, and saving writes it again", async () => {
    const one = await withFile(await start());
    rmSync(join(folder, path));
    look();
    await expect.poll(one.news).toEqual(["missing"]);
    await one.host.save({ id: one.id });
    expect(onDisk()).toEqual(sampleDocument());
  });

  it("that is no experiment any more is left alone", async () => {
    const one = await withFile(await start());
    writeFileSync(join(folder, path), "rubbish");
    look();
    await expect.poll(one.news).toEqual(["unreadable"]);
    expect((await diagnosticFrom(one.host.save({ id: one.id }))).code).toBe("file.exists");
    expect(readFileSync(join(folder, path), "utf8")).toBe("rubbish");
  });

  it("is met by a recovered document as by any other", async () => {
    const dead = await start();
    const one = await withFile(dead);
    await one.do(rounds(60));
    await murder(dead);
    write(test(0.25));
    const host = await start();
    const [entry] = await recoverable(host);
    const back = await host.recover({ id: entry.id });
    expect(back.document.nodes).toMatchObject({
      ada: { params: { rounds: 60 } },
      split: { params: { test: 0.25 } },
    });
  });
});

describe("saving", () => {
  it("asks before another file is replaced, and moves the document to the new one", async () => {
    const one = await withFile(await start());
    writeFileSync(join(folder, "b.espalier"), "somebody's");
    const request = { id: one.id, path: "b.espalier" };
    expect((await diagnosticFrom(one.host.save(request))).code).toBe("file.exists");
    expect(readFileSync(join(folder, "b.espalier"), "utf8")).toBe("somebody's");
    await one.host.save({ ...request, overwrite: true });
    await one.do(rounds(77));
    await one.host.save({ id: one.id });
    expect(readFileSync(join(folder, "b.espalier"), "utf8")).toContain('"rounds": 77');
    expect(onDisk()).toEqual(sampleDocument());
  });

  // The superuser may write everywhere, so there the system has nothing to refuse.
  it.skipIf(process.getuid?.() === 0)("does not replace a file that its owner has locked", async () => {
    const one = await withFile(await start());
    await one.do(rounds(60));
    chmodSync(join(folder, path), 0o444);
    expect((await diagnosticFrom(one.host.save({ id: one.id }))).code).toBe("file.no-permission");
    expect(existsSync(join(folder, `${path}~`))).toBe(false);
    expect(journals()).toHaveLength(1);
  });

  it("opens an example under its titles in the language that is asked for", async () => {
    const host = await start();
    const titles = async (language: "en" | "zh") => {
      const { document } = await host.openExample({ id: "one", language });
      return [document.title, document.nodes.ada.title, document.nodes.split.title];
    };
    expect(await titles("en")).toEqual([sampleDocument().title, undefined, undefined]);
    expect(await titles("zh")).toEqual(["一", "提升", undefined]);
    expect((await host.examples()).examples).toEqual([
      { id: "one", title: { en: "O", zh: "一" }, summary: { en: "s", zh: "概" } },
    ]);
  });

  it("knows only the examples of the index", async () => {
    const host = await start();
    for (const id of ["two", "../secret", "one.espalier"]) {
      expect((await diagnosticFrom(host.openExample({ id }))).code).toBe("example.unknown");
    }
  });
});

/** Ends a host as `kill -9` would: its journals stay as they are, its socket does not answer. */
async function murder(host: FolderHost): Promise<void> {
  await host.dispose();
  hosts = hosts.filter((one) => one !== host);
}
