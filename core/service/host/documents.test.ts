/** Documents and their owner: two pages, the journal, and what a crash leaves. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  data,
  journals,
  murder,
  onDisk,
  page,
  path,
  recoverable,
  rounds,
  setClock,
  start,
  test,
  withFile,
} from "../../../test/support/document-hosts.ts";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { apply } from "../../graph/apply.ts";
import { applyDiff, invertDiff } from "../../graph/diff.ts";
import { sampleDocument } from "../../graph/sample.ts";
import type { JournalDisk } from "./journal-file.ts";

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
    setClock(5);
    await one.do(rounds(61));
    await murder(dead);
    const host = await start();
    const [entry] = await recoverable(host);
    expect((await host.recover({ id: entry.id })).document.nodes.ada.params.rounds).toBe(61);
  });
});
