/** Files of the granted folder: nothing outside it is read or written, nothing unknown is overwritten. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { tempFolder } from "../../../test/support/temp.ts";
import { type FolderFiles, folderFiles } from "./folder-files.ts";

const outside = tempFolder({ "secret.espalier": "secret" });
let folder: string;
let files: FolderFiles;
beforeEach(async () => {
  folder = join(outside, `granted${Math.random()}`);
  files = await folderFiles(folder);
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
    expect((await diagnosticFrom(files.read(path))).code).toBe(code);
  });

  it("refuses a NUL without a fall", async () => {
    expect((await diagnosticFrom(files.read("a\0.espalier"))).code).toMatch(/^file\./);
  });

  it("gives the text and its stamp", async () => {
    const { text, stamp } = await files.read("a.espalier");
    expect({ text, stamp }).toEqual({
      text: "one",
      stamp: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    });
  });
});

describe("writing", () => {
  it("replaces the text, and keeps the version before", async () => {
    await files.write("sub/b.espalier", "b");
    await files.write("sub/b.espalier", "c");
    expect(readFileSync(join(folder, "sub", "b.espalier"), "utf8")).toBe("c");
    expect(readFileSync(join(folder, "sub", "b.espalier~"), "utf8")).toBe("b");
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
    const said = await diagnosticFrom(files.write(path, "x"));
    expect(said.code).toBe(code);
    expect(readFileSync(join(outside, "secret.espalier"), "utf8")).toBe("secret");
  });

  it("replaces a dangling link by a file and leaves its target alone", async () => {
    expect(await files.exists("dangling.espalier")).toBe(false);
    await files.write("dangling.espalier", "x");
    expect(readFileSync(join(folder, "dangling.espalier"), "utf8")).toBe("x");
    expect(() => readFileSync(join(outside, "not-there.espalier"))).toThrow();
  });
});

describe("the granted folder", () => {
  it("is made when it is missing, and that is said; a missing folder above is not", async () => {
    expect(files.made).toBe(true);
    expect((await folderFiles(folder)).made).toBe(false);
    const said = await diagnosticFrom(folderFiles(join(outside, "nope", "deeper")));
    expect(said).toMatchObject({ code: "file.missing", values: { path: join(outside, "nope") } });
  });
});

describe("listing", () => {
  it("shows graphs and data below the folder, nothing hidden and no links", async () => {
    for (const path of ["b.csv", ".hidden.csv", "sub/c.tsv", "sub/readme.md", "a.espalier~"])
      writeFileSync(join(folder, path), "x");
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules", "d.csv"), "x");
    expect((await files.list()).map(({ path, kind }) => [path, kind]).sort()).toEqual([
      ["a.espalier", "graph"],
      ["b.csv", "data"],
      ["sub/c.tsv", "data"],
    ]);
  });
});
