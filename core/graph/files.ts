/**
 * Documents on disk: the one file of this folder that touches it. A save either replaces the file whole or leaves it
 * as it was, and the version before stays beside it as `<name>~`. What the system refuses comes out as a diagnostic
 * that names the file.
 */
import { Buffer, constants } from "node:buffer";
import * as disk from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { DiagnosticError, fail } from "../base/diagnostic.ts";
import { fileDiagnostic } from "../base/file-errors.ts";

/** The largest text file that is read, in bytes, unless the caller says otherwise. */
export const maxTextBytes = 200_000_000;

/** The whole text of a UTF-8 file; throws a {@link DiagnosticError} (`file.*`) naming the file. */
export async function readText(path: string, limit = maxTextBytes): Promise<string> {
  return guarded(path, async () => {
    const facts = await disk.stat(path);
    if (facts.isDirectory()) fail("file.is-directory", { path });
    if (!facts.isFile()) fail("file.not-a-file", { path });
    const most = Math.min(limit, constants.MAX_STRING_LENGTH);
    if (facts.size > most) fail("file.too-large", { path, bytes: facts.size, limit: most });
    const bytes = await disk.readFile(path);
    const text = bytes.toString("utf8");
    // Decoding never fails, it writes U+FFFD: whoever got one without its being in the file has lost bytes.
    if (text.includes("\uFFFD") && !Buffer.from(text).equals(bytes)) {
      fail("file.not-text", { path, offset: firstDifference(bytes, Buffer.from(text)) });
    }
    return text;
  });
}

/**
 * Replaces a file's text: writes beside it, flushes to the disk, renames. The text before stays as `<path>~`. A text
 * that is already there is not written again, so that the copy beside stays a different one.
 */
export async function saveAtomically(path: string, text: string): Promise<void> {
  await guarded(path, async () => {
    // Through a link, the file behind it is the one to replace, and its neighbour the one to keep.
    const target = await disk.realpath(path).catch(() => path);
    const before = await disk.readFile(target, "utf8").catch(() => undefined);
    if (before === text) return;
    if (before !== undefined) await keepPrevious(target);
    await writeFileAtomic(target, text, { encoding: "utf8", fsync: true });
    await flushFolder(dirname(target));
  });
}

/** A second name for the old file costs nothing and cannot be torn; some file systems know none, so there a copy. */
async function keepPrevious(path: string): Promise<void> {
  const kept = `${path}~`;
  await disk.rm(kept, { force: true });
  await disk.link(path, kept).catch(() => disk.copyFile(path, kept));
}

/** Makes the rename itself survive a power cut. Windows opens no folders, and needs none. */
async function flushFolder(path: string): Promise<void> {
  const folder = await disk.open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw new DiagnosticError(fileDiagnostic(thrown, path));
  }
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
