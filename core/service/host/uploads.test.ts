/** What a page hands over lands whole, under a safe and free name, or not at all. */
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../../test/support/follow.ts";
import { tempFolder } from "../../../test/support/temp.ts";
import { clearCutOff, largestUpload, safeName, type Uploads, uploadsInto } from "./uploads.ts";

let folder: string;
let uploads: Uploads;
beforeEach(() => {
  folder = tempFolder();
  uploads = uploadsInto(folder);
});

const base64 = (text: string) => Buffer.from(text).toString("base64");
const whole = (name: string, text: string) =>
  uploads.take({ name, total: Buffer.byteLength(text), at: 0, bytes: base64(text) });
const files = () => readdirSync(folder).sort();

describe("an upload", () => {
  it("arrives in pieces, and has its name only when it is whole", async () => {
    const first = await uploads.take({ name: "a.csv", total: 8, at: 0, bytes: base64("x,y\n") });
    expect(first.path).toBeUndefined();
    expect(files()).not.toContain("a.csv");
    const last = await uploads.take({ id: first.id, name: "a.csv", total: 8, at: 4, bytes: base64("1,2\n") });
    expect(last.path).toBe("a.csv");
    expect(files()).toEqual(["a.csv"]);
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("x,y\n1,2\n");
  });

  it("takes no other file's place, nor a link's", async () => {
    writeFileSync(join(folder, "a.csv"), "mine");
    symlinkSync("/nowhere/at/all", join(folder, "a-2.csv"));
    expect((await whole("a.csv", "x\n1\n")).path).toBe("a-3.csv");
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("mine");
  });

  it.each([
    ["../../etc/passwd.csv", "passwd.csv"],
    ["C:\\data\\my file.CSV", "my file.CSV"],
    ["..csv", "data.csv"],
    [".hidden.csv", "hidden.csv"],
    ["a<b>|?*\u0000\u202e.tsv", "ab.tsv"],
    ["数据 1.parquet", "数据 1.parquet"],
    [`${"x".repeat(500)}.csv`, `${"x".repeat(100)}.csv`],
  ])("called %j is %j", async (name, expected) => {
    expect(safeName(name)).toBe(expected);
    expect((await whole(name, "x\n1\n")).path).toBe(expected);
  });

  it.each([["graph.espalier"], ["run.sh"], ["csv"], ["a.csv\u0000.exe"]])(
    "of %j is refused",
    async (name) => {
      expect((await diagnosticFrom(whole(name, "x"))).code).toBe("file.not-data");
      expect(files()).toEqual([]);
    },
  );

  it("that is too large is refused before a byte is written", async () => {
    const asked = uploads.take({ name: "a.csv", total: largestUpload + 1, at: 0, bytes: "" });
    expect((await diagnosticFrom(asked)).code).toBe("file.too-large");
    expect(files()).toEqual([]);
  });

  it("with a gap, with too much, or of nobody is refused and leaves nothing", async () => {
    const begin = () => uploads.take({ name: "a.csv", total: 8, at: 0, bytes: base64("x,y\n") });
    for (const [at, text] of [
      [5, "1,2\n"],
      [4, "far too much"],
    ] as const) {
      const { id } = await begin();
      const next = uploads.take({ id, name: "a.csv", total: 8, at, bytes: base64(text) });
      expect((await diagnosticFrom(next)).code).toBe("service.bad-message");
    }
    const nobody = uploads.take({ id: "nobody", name: "a.csv", total: 8, at: 4, bytes: "" });
    expect((await diagnosticFrom(nobody)).code).toBe("service.bad-message");
    expect(files()).toEqual([]);
  });

  it("that a crash cut off is removed once it is a day old, and nothing else is", async () => {
    await uploads.take({ name: "a.csv", total: 8, at: 0, bytes: base64("x,y\n") });
    const [part] = files();
    const others = [".espalier-notes.part", ".abcdefghijkl.part", "espalier-abcdefghijkl.part", "a.csv"];
    for (const name of others) writeFileSync(join(folder, name), "mine");
    const written = statSync(join(folder, part)).mtimeMs;
    const hour = 3_600_000;
    await clearCutOff(folder, written + 23 * hour);
    expect(files()).toEqual([...others, part].sort());
    await clearCutOff(folder, written + 25 * hour);
    expect(files()).toEqual([...others].sort());
  });

  it("that its page leaves half done is forgotten", async () => {
    await uploads.take({ name: "a.csv", total: 8, at: 0, bytes: base64("x,y\n") });
    await uploads.leave();
    expect(files()).toEqual([]);
  });
});
