/** Files of the granted folder: nothing outside it is read or written, nothing unknown is overwritten. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { tempFolder } from "../../../test/support/temp.ts";
import type { HostService } from "../host-service.ts";
import { folderHost } from "./folder-host.ts";

const examples = tempFolder({
  "index.json": '[{"id":"one","title":{"en":"O","zh":"一"},"summary":{"en":"s","zh":"概"}}]',
  "one.espalier": "{}",
  "two.espalier": "{}",
});
const outside = tempFolder({ "secret.espalier": "secret" });
let folder: string;
let host: HostService;
beforeEach(async () => {
  folder = join(outside, `granted${Math.random()}`);
  host = await folderHost({ folder, examples, version: "1" });
  mkdirSync(join(folder, "sub"));
  writeFileSync(join(folder, "a.espalier"), "one");
  symlinkSync(join(outside, "secret.espalier"), join(folder, "link.espalier"));
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync(join(outside, "not-there.espalier"), join(folder, "dangling.espalier"));
});

describe("opening", () => {
  it.each([
    ["../secret.espalier", "file.outside-granted"],
    ["sub/../../secret.espalier", "file.outside-granted"],
    ["/etc/hosts.espalier", "file.outside-granted"],
    ["link.espalier", "file.outside-granted"],
    ["linked/secret.espalier", "file.outside-granted"],
    ["nothing.espalier", "file.missing"],
    ["no/such/folder.espalier", "file.missing"],
    ["a.csv", "file.bad-name"],
  ])("%s is refused with %s", async (path, code) => {
    expect((await diagnosticFrom(host.open({ path }))).code).toBe(code);
  });

  it("refuses a NUL without a fall", async () => {
    expect((await diagnosticFrom(host.open({ path: "a\0.espalier" }))).code).toMatch(/^file\./);
  });

  it("gives the text and its stamp", async () => {
    const { text, stamp } = await host.open({ path: "a.espalier" });
    expect({ text, stamp }).toEqual({
      text: "one",
      stamp: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    });
  });
});

describe("saving", () => {
  it("writes what is new, and keeps the version before", async () => {
    const { stamp } = await host.save({ path: "sub/b.espalier", text: "b" });
    await host.save({ path: "sub/b.espalier", text: "c", expect: stamp });
    expect(readFileSync(join(folder, "sub", "b.espalier"), "utf8")).toBe("c");
    expect(readFileSync(join(folder, "sub", "b.espalier~"), "utf8")).toBe("b");
  });

  it("does not write over what it was not told of", async () => {
    expect((await diagnosticFrom(host.save({ path: "a.espalier", text: "x" }))).code).toBe("file.exists");
    const stale = "0".repeat(64);
    expect((await diagnosticFrom(host.save({ path: "a.espalier", text: "x", expect: stale }))).code).toBe(
      "file.changed-on-disk",
    );
    expect(readFileSync(join(folder, "a.espalier"), "utf8")).toBe("one");
    await host.save({ path: "a.espalier", text: "x", overwrite: true });
    expect(readFileSync(join(folder, "a.espalier"), "utf8")).toBe("x");
  });

  it("does not write over what it cannot read", async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    writeFileSync(join(folder, "odd.espalier"), bytes);
    expect((await diagnosticFrom(host.save({ path: "odd.espalier", text: "x" }))).code).toBe("file.not-text");
    expect(readFileSync(join(folder, "odd.espalier"))).toEqual(bytes);
  });

  it("writes a file again that was deleted meanwhile", async () => {
    await host.save({ path: "gone.espalier", text: "x", expect: "0".repeat(64) });
    expect(readFileSync(join(folder, "gone.espalier"), "utf8")).toBe("x");
  });

  it.each([
    ["../b.espalier", "file.outside-granted"],
    ["linked/b.espalier", "file.outside-granted"],
    ["link.espalier", "file.outside-granted"],
    ["no-such/b.espalier", "file.missing"],
    ["b.txt", "file.bad-name"],
    [".espalier", "file.bad-name"],
    ["b\n.espalier", "file.bad-name"],
    ["b\0.espalier", "file.bad-name"],
    ["b<.espalier", "file.bad-name"],
    ["a:b.espalier", "file.bad-name"],
    ["a\\b.espalier", "file.bad-name"],
    ["b\u202e.espalier", "file.bad-name"],
  ])("%j is refused with %s", async (path, code) => {
    const said = await diagnosticFrom(host.save({ path, text: "x", overwrite: true }));
    expect(said.code).toBe(code);
    expect(readFileSync(join(outside, "secret.espalier"), "utf8")).toBe("secret");
  });

  it("replaces a dangling link by a file and leaves its target alone", async () => {
    await host.save({ path: "dangling.espalier", text: "x" });
    expect(readFileSync(join(folder, "dangling.espalier"), "utf8")).toBe("x");
    expect(() => readFileSync(join(outside, "not-there.espalier"))).toThrow();
  });
});

describe("listing", () => {
  it("shows graphs and data below the folder, nothing hidden and no links", async () => {
    for (const path of ["b.csv", ".hidden.csv", "sub/c.tsv", "sub/readme.md", "a.espalier~"])
      writeFileSync(join(folder, path), "x");
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules", "d.csv"), "x");
    const { files } = await host.list();
    expect(files.map(({ path, kind }) => [path, kind]).sort()).toEqual([
      ["a.espalier", "graph"],
      ["b.csv", "data"],
      ["sub/c.tsv", "data"],
    ]);
  });
});

describe("examples", () => {
  it("are those of the index only", async () => {
    expect(await host.openExample({ id: "one" })).toEqual({ text: "{}" });
    for (const id of ["two", "../secret", "one.espalier", ""]) {
      expect((await diagnosticFrom(host.openExample({ id }))).code).toBe("example.unknown");
    }
  });
});
