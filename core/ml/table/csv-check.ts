/**
 * A look at a file's bytes before anybody takes them for a table: hash, size, and whether they are UTF-8 text at all.
 * DuckDB would take a picture for a table of one column; here the byte that cannot be is named. One pass, in blocks.
 */
import { Buffer, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import { Cancelled, DiagnosticError, fail } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";

/** What the bytes alone say. */
export type ByteFacts = {
  /** `sha256-<64 hexadecimal digits>` of the whole file: the name of the source. */
  hash: string;
  bytes: number;
  endsWithNewline: boolean;
};

const blockSize = 4 * 1024 * 1024;

/** Opens a file, works, and closes it whatever happens; what the system refuses is a diagnostic that names the file. */
export async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  try {
    // Asked before opening: to open a pipe that nobody writes to is to wait for ever.
    const facts = await stat(path);
    if (facts.isDirectory()) fail("file.is-directory", { path });
    if (!facts.isFile()) fail("file.not-a-file", { path });
    file = await open(path, "r");
    return await work(file);
  } catch (thrown) {
    throw thrown instanceof Cancelled ? thrown : new DiagnosticError(fileDiagnostic(thrown, path));
  } finally {
    await file?.close();
  }
}

/** The file's blocks in order. The buffer is reused: what is needed later must be copied. */
export async function* blocksOf(file: FileHandle): AsyncGenerator<{ block: Buffer; offset: number }> {
  const buffer = Buffer.allocUnsafe(blockSize);
  for (let offset = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, blockSize, offset);
    if (bytesRead === 0) return;
    yield { block: buffer.subarray(0, bytesRead), offset };
    offset += bytesRead;
  }
}

/** The first `length` bytes of a file; throws where it is a folder, a device or empty (`table.empty-file`). */
export async function readHead(path: string, length: number): Promise<{ head: Buffer; whole: boolean }> {
  return withFile(path, async (file) => {
    const facts = await file.stat();
    if (facts.size === 0) fail("table.empty-file", { path });
    const head = Buffer.alloc(Math.min(length, facts.size));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), whole: bytesRead >= facts.size };
  });
}

/**
 * Hashes a file and makes sure that it is UTF-8 text. About 1 GB a second where the processor knows SHA-256.
 * Throws `table.utf16`, `table.binary` and `table.not-utf8`, the last two with byte offset (from 0) and line (from 1), and
 * `table.line-too-long` for a line of more than about `longestLine` bytes.
 */
export async function checkBytes(path: string, longestLine = Number.POSITIVE_INFINITY): Promise<ByteFacts> {
  return withFile(path, async (file) => {
    const hash = createHash("sha256");
    let bytes = 0;
    let last = 0;
    let sinceLine = 0;
    let carried = Buffer.alloc(0);
    for await (const { block, offset } of blocksOf(file)) {
      if (offset === 0) refuseUtf16(path, block);
      hash.update(block);
      const zero = block.indexOf(0);
      if (zero >= 0)
        fail("table.binary", { path, offset: offset + zero, line: await lineAt(file, offset + zero) });
      const lineEnd = Math.max(block.lastIndexOf(10), block.lastIndexOf(13));
      sinceLine = lineEnd < 0 ? sinceLine + block.length : block.length - 1 - lineEnd;
      if (sinceLine > longestLine) {
        const line = await lineAt(file, offset + block.length - sinceLine);
        fail("table.line-too-long", { path, line, megabytes: Math.floor(longestLine / 2 ** 20) });
      }
      const joined = carried.length > 0 ? Buffer.concat([carried, block]) : block;
      const whole = joined.length - cutOffBytes(joined);
      if (!isUtf8(joined.subarray(0, whole))) {
        const at = offset - carried.length + firstBadByte(joined.subarray(0, whole));
        fail("table.not-utf8", { path, offset: at, line: await lineAt(file, at) });
      }
      carried = Buffer.from(joined.subarray(whole));
      bytes = offset + block.length;
      last = block[block.length - 1];
    }
    if (carried.length > 0) {
      const at = bytes - carried.length;
      fail("table.not-utf8", { path, offset: at, line: await lineAt(file, at) });
    }
    return { hash: `sha256-${hash.digest("hex")}`, bytes, endsWithNewline: last === 10 || last === 13 };
  });
}

/** By its mark, or by a zero in every second byte of what would be plain letters. */
function refuseUtf16(path: string, block: Buffer): void {
  const marked = (block[0] === 0xff && block[1] === 0xfe) || (block[0] === 0xfe && block[1] === 0xff);
  const start = block.subarray(0, 1024);
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at & 1]++;
  const half = start.length / 2;
  const striped = Math.max(zeros[0], zeros[1]) > half * 0.6 && Math.min(zeros[0], zeros[1]) < half * 0.05;
  if (marked || (start.length >= 8 && striped)) fail("table.utf16", { path });
}

/** How many bytes at the end begin a character that the next block finishes: 0 to 3. */
function cutOffBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Halves the bytes until the first character that is none is found. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, middle - cutOffBytes(prefix)))) good = middle;
    else bad = middle;
  }
  return good - cutOffBytes(bytes.subarray(0, good));
}

async function lineAt(file: FileHandle, end: number): Promise<number> {
  let line = 1;
  for await (const { block, offset } of blocksOf(file)) {
    const part = block.subarray(0, Math.max(0, end - offset));
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) line++;
    if (offset + block.length >= end) break;
  }
  return line;
}
