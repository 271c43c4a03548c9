import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../test/support/follow.ts";
import { tempFolder } from "../../test/support/temp.ts";
import { grantedFiles, inside } from "./granted-files.ts";

const secret = tempFolder({ "secret.csv": "a\n1\n" });
const folder = tempFolder({ "data/a.csv": "a\n1\n", "graphs/g.espalier": "{}", "..odd.csv": "a\n1\n" });
symlinkSync(join(secret, "secret.csv"), join(folder, "link.csv"));
symlinkSync(secret, join(folder, "linked"));
symlinkSync(join(folder, "data", "a.csv"), join(folder, "kind.csv"));
mkdirSync(`${folder}-neighbour`, { recursive: true });
const files = grantedFiles(join(folder, "graphs"), [folder]);

describe("files of a graph", () => {
  it.each([
    ["../data/a.csv", "data/a.csv"],
    [join(folder, "data", "a.csv"), "data/a.csv"],
    ["../kind.csv", "data/a.csv"],
    ["../..odd.csv", "..odd.csv"],
  ])("finds %s", async (path, found) => {
    expect((await files.resolve(path)).endsWith(found)).toBe(true);
  });

  it.each([
    ["", "source.not-chosen"],
    ["../missing.csv", "file.missing"],
    ["../../etc/passwd", "file.outside-granted"],
    ["/etc/passwd", "file.outside-granted"],
    [`${folder}-neighbour/x.csv`, "file.outside-granted"],
    ["../link.csv", "file.outside-granted"],
    ["../linked/secret.csv", "file.outside-granted"],
    ["../data/a.csv/b", "file.missing"],
  ])("refuses %j with %s", async (path, code) => {
    expect((await diagnosticFrom(files.resolve(path))).code).toBe(code);
  });

  it("tells nothing of whether a file outside is there", async () => {
    const there = await diagnosticFrom(files.resolve(join(secret, "secret.csv")));
    const not = await diagnosticFrom(files.resolve(join(secret, "nothing.csv")));
    expect(there.code).toBe(not.code);
  });

  it("knows inside from outside", () => {
    expect([
      inside("/a", "/a"),
      inside("/a", "/a/b"),
      inside("/a", "/a/..b"),
      inside("/a", "/ab"),
      inside("/a", "/"),
    ]).toEqual([true, true, true, false, false]);
  });
});
