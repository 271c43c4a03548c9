import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Diagnostic, DiagnosticError } from "../base/diagnostic.ts";
import { fileDiagnostic } from "../base/file-errors.ts";
import { fileDiagnostics } from "../words/files.ts";
import { readText, saveAtomically } from "./files.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "espalier-files-"));
  path = join(folder, "a.espalier");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function refusal(work: Promise<unknown>): Promise<Diagnostic> {
  const thrown: unknown = await work.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(thrown instanceof DiagnosticError)) throw new Error(`expected a diagnostic, got ${String(thrown)}`);
  expect(Object.keys(fileDiagnostics)).toContain(thrown.diagnostic.code);
  return thrown.diagnostic;
}

test("a save replaces the file whole and keeps the one before beside it", async () => {
  await saveAtomically(path, "one");
  expect(readdirSync(folder)).toEqual(["a.espalier"]);
  await saveAtomically(path, "two");
  await saveAtomically(path, "three 树");
  expect(await readText(path)).toBe("three 树");
  expect(await readText(`${path}~`)).toBe("two");
  expect(readdirSync(folder)).toEqual(["a.espalier", "a.espalier~"]);
});

test("saving the same text again does not lose the version before", async () => {
  for (const text of ["one", "two", "two"]) await saveAtomically(path, text);
  expect(readFileSync(`${path}~`, "utf8")).toBe("one");
});

test("saves at the same time do not mix", async () => {
  const texts = Array.from({ length: 20 }, (_, n) => `${n}`.repeat(10_000));
  await Promise.allSettled(texts.map((text) => saveAtomically(path, text)));
  expect(texts).toContain(readFileSync(path, "utf8"));
  expect(readdirSync(folder).filter((name) => !name.startsWith("a.espalier"))).toEqual([]);
});

test("a link stays a link; the file behind it is the one that is saved", async () => {
  const real = join(folder, "real.espalier");
  writeFileSync(real, "one");
  symlinkSync(real, path);
  await saveAtomically(path, "two");
  expect(readFileSync(real, "utf8")).toBe("two");
  expect(readFileSync(`${real}~`, "utf8")).toBe("one");
});

test("what cannot be read is named", async () => {
  expect(await refusal(readText(path))).toMatchObject({ code: "file.missing", values: { path } });
  expect(await refusal(readText(folder))).toMatchObject({ code: "file.is-directory" });
  expect(await refusal(readText("/dev/null"))).toMatchObject({ code: "file.not-a-file" });
  writeFileSync(path, "12345678");
  expect(await refusal(readText(path, 4))).toMatchObject({
    code: "file.too-large",
    values: { bytes: 8, limit: 4 },
  });
  writeFileSync(path, Buffer.from([0x61, 0x62, 0xff, 0x63]));
  expect(await refusal(readText(path))).toMatchObject({ code: "file.not-text", values: { offset: 2 } });
  writeFileSync(path, "a real \uFFFD stays");
  expect(await readText(path)).toBe("a real \uFFFD stays");
});

test("what cannot be written is named, and nothing is left behind", async () => {
  expect(await refusal(saveAtomically(join(folder, "none", "a"), "x"))).toMatchObject({
    code: "file.missing",
  });
  mkdirSync(path);
  expect((await refusal(saveAtomically(path, "x"))).code).toBe("file.is-directory");
  expect(readdirSync(folder)).toEqual(["a.espalier"]);
});

test.skipIf(process.getuid?.() === 0)(
  "a folder that must not be written to (root may write anywhere: skipped there)",
  async () => {
    writeFileSync(path, "one");
    chmodSync(folder, 0o500);
    try {
      expect(await refusal(saveAtomically(path, "two"))).toMatchObject({ code: "file.no-permission" });
      expect(readFileSync(path, "utf8")).toBe("one");
    } finally {
      chmodSync(folder, 0o700);
    }
  },
);

test.each([
  ["ENOENT", "file.missing"],
  ["EACCES", "file.no-permission"],
  ["EPERM", "file.no-permission"],
  ["EROFS", "file.read-only-disk"],
  ["ENOSPC", "file.disk-full"],
  ["EDQUOT", "file.disk-full"],
  ["EISDIR", "file.is-directory"],
  ["ENAMETOOLONG", "file.name-too-long"],
  ["EIO", "file.failed"],
])("%s is %s", (code, expected) => {
  const diagnostic = fileDiagnostic(Object.assign(new Error("the system's words"), { code }), "/x");
  expect(diagnostic).toMatchObject({ code: expected, values: { path: "/x" } });
  expect(Object.keys(fileDiagnostics)).toContain(expected);
});
