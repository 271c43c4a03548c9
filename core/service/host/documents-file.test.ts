/** Documents and the files behind them: changed by another program, saved, and read from the examples. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  folder,
  journals,
  look,
  murder,
  onDisk,
  path,
  recoverable,
  rounds,
  start,
  test,
  withFile,
  write,
} from "../../../test/support/document-hosts.ts";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { apply } from "../../graph/apply.ts";
import { parseDocument } from "../../graph/parse.ts";
import { sampleDocument } from "../../graph/sample.ts";
import { writeDocument } from "../../graph/write.ts";

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
