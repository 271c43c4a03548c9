/**
 * Results on disk, one folder a signature under `<root>/results/`: `result.json`, `data.bin`, and an Arrow file a table.
 * Written whole or not at all (beside, flushed, renamed), checked by hash when read, oldest unused and unpinned first out
 * once a byte budget is passed. Several processes may share one root: a result has one content, so the first writer wins.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import type { Result } from "./result.ts";
import { decodeValue, encodeValue } from "./value-codec.ts";

const version = 1;
const signaturePattern = /^[0-9a-f]{64}$/;

type Manifest = {
  format: "espalier/result";
  version: number;
  ms: number;
  bytes: number;
  peakBytes?: number;
  warnings: Json;
  outputs: Json;
  /** SHA-256 of each file beside this one. */
  files: Readonly<Record<string, string>>;
};

export type Found = { kind: "result"; result: Result } | { kind: "damaged" } | { kind: "none" };

export type DiskStore = {
  /** Whether a result lies here, without reading it. */
  has(signature: string): boolean;
  /** Reads and checks a result; a damaged one is removed and said to be so. */
  read(signature: string): Promise<Found>;
  /** Writes a result in the background; failures go to `onProblem`, never to the run. */
  write(signature: string, result: Result): void;
  /** A pinned result stays, whatever the budget, also for later programs. Answers whether there is such a result. */
  pin(signature: string, pinned: boolean): Promise<boolean>;
  isPinned(signature: string): boolean;
  /** Waits for everything that is being written. */
  flush(): Promise<void>;
};

export type DiskStoreOptions = {
  root: string;
  budgetBytes: number;
  /** Told what kept a result from being written (full disk, no permission). */
  onProblem: (thrown: unknown, path: string) => void;
  /** Milliseconds; handed in so that tests own the clock. */
  now?: () => number;
};

type Entry = { bytes: number; used: number; pinned: boolean };

/** An empty file of this name in a result's folder pins it. */
const pinName = "pinned";

/** Opens the store, making its folder when it is missing. Throws what the system says when it cannot. */
export async function openDiskStore({
  root,
  budgetBytes,
  onProblem,
  now = Date.now,
}: DiskStoreOptions): Promise<DiskStore> {
  const folder = join(root, "results");
  await mkdir(folder, { recursive: true });
  const entries = await scan(folder);
  let writing: Promise<void> = Promise.resolve();
  let latest = [...entries.values()].reduce((most, { used }) => Math.max(most, used), 0);

  /** Never goes back, also where the clock does: what was used last must not look oldest. */
  function moment(): number {
    latest = Math.max(now(), latest + 1);
    return latest;
  }

  async function remove(signature: string): Promise<void> {
    entries.delete(signature);
    await rm(join(folder, signature), { recursive: true, force: true });
  }

  async function evict(keep: string): Promise<void> {
    const byAge = [...entries].sort(([, a], [, b]) => a.used - b.used);
    let total = byAge.reduce((sum, [, entry]) => sum + entry.bytes, 0);
    for (const [signature, entry] of byAge) {
      if (total <= budgetBytes) return;
      if (signature === keep || entry.pinned) continue;
      total -= entry.bytes;
      await remove(signature);
    }
  }

  return {
    has: (signature) => entries.has(signature),
    async read(signature) {
      if (!signaturePattern.test(signature) || !entries.has(signature)) return { kind: "none" };
      const place = join(folder, signature);
      try {
        const result = await readResult(place);
        const entry = entries.get(signature);
        const used = moment();
        if (entry) entries.set(signature, { ...entry, used });
        const date = new Date(used);
        await utimes(place, date, date).catch(() => undefined);
        return { kind: "result", result };
      } catch (thrown) {
        await remove(signature).catch(() => undefined);
        // Another process may have evicted it meanwhile: that is no damage.
        return isMissing(thrown) ? { kind: "none" } : { kind: "damaged" };
      }
    },
    write(signature, result) {
      if (entries.has(signature)) return;
      writing = writing
        .then(async () => {
          const bytes = await writeResult(folder, signature, result);
          entries.set(signature, { bytes, used: moment(), pinned: false });
          await evict(signature);
        })
        .catch((thrown: unknown) => onProblem(thrown, folder));
    },
    async pin(signature, pinned) {
      // A result that was just computed may still be on its way to the disk.
      await writing;
      const entry = entries.get(signature);
      if (!entry) return false;
      const mark = join(folder, signature, pinName);
      try {
        if (pinned) await writeFile(mark, "");
        else await rm(mark, { force: true });
      } catch (thrown) {
        onProblem(thrown, mark);
      }
      entries.set(signature, { ...entry, pinned });
      return true;
    },
    isPinned: (signature) => entries.get(signature)?.pinned ?? false,
    flush: () => writing,
  };
}

async function scan(folder: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const name of await readdir(folder)) {
    const place = join(folder, name);
    if (!signaturePattern.test(name)) {
      // What a crash left half written; what a living program is writing is its own.
      if (!writerLives(name)) await rm(place, { recursive: true, force: true }).catch(() => undefined);
      continue;
    }
    const entry = await entryAt(place).catch(() => undefined);
    // Another program may have evicted it between the two looks.
    if (entry) entries.set(name, entry);
  }
  return entries;
}

async function entryAt(place: string): Promise<Entry> {
  const files = await readdir(place);
  const sizes = await Promise.all(files.map((file) => stat(join(place, file)).then((facts) => facts.size)));
  const { mtimeMs } = await stat(place);
  return {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    used: mtimeMs,
    pinned: files.includes(pinName),
  };
}

/** Half-written results are called `new-<process id>-<random>`. */
function writerLives(name: string): boolean {
  const id = Number(/^new-(\d+)-/.exec(name)?.[1]);
  if (!(id > 0)) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    // Somebody else's process lives as well, even if we may not signal it.
    return codeOf(thrown) === "EPERM";
  }
}

async function writeResult(folder: string, signature: string, result: Result): Promise<number> {
  const { json, data, tables } = encodeValue(result.outputs);
  const blocks: Record<string, Uint8Array> = { ...tables, ...(data.length > 0 ? { "data.bin": data } : {}) };
  const manifest: Manifest = {
    format: "espalier/result",
    version,
    ms: result.ms,
    bytes: result.bytes,
    ...(result.peakBytes === undefined ? {} : { peakBytes: result.peakBytes }),
    warnings: result.warnings as unknown as Json,
    outputs: json,
    files: Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, hashOf(block)])),
  };
  // Not canonical: the order in which scores and columns are named is part of what the user sees.
  const text = JSON.stringify(manifest);
  const beside = join(folder, `new-${process.pid}-${randomUUID()}`);
  await mkdir(beside);
  try {
    for (const [name, block] of Object.entries(blocks)) await writeFlushed(join(beside, name), block);
    await writeFlushed(join(beside, "result.json"), Buffer.from(`${hashOf(Buffer.from(text))}\n${text}\n`));
    await rename(beside, join(folder, signature));
  } catch (thrown) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    // Another process was first with the same content.
    if (!isTaken(thrown)) throw thrown;
  }
  return text.length + Object.values(blocks).reduce((sum, block) => sum + block.length, 0);
}

async function readResult(place: string): Promise<Result> {
  const whole = await readFile(join(place, "result.json"), "utf8");
  const cut = whole.indexOf("\n");
  const text = whole.slice(cut + 1, -1);
  if (hashOf(Buffer.from(text)) !== whole.slice(0, cut))
    throw new Error("result.json does not match its hash");
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== "espalier/result" || manifest.version !== version)
    throw new Error("another format");
  const blocks: Record<string, Uint8Array> = {};
  for (const [name, hash] of Object.entries(manifest.files)) {
    const block = await readFile(join(place, name));
    if (hashOf(block) !== hash) throw new Error(`${name} does not match its hash`);
    blocks[name] = block;
  }
  const { "data.bin": data = new Uint8Array(0), ...tables } = blocks;
  const outputs = decodeValue({ json: manifest.outputs, data, tables }) as Result["outputs"];
  return {
    outputs,
    ms: manifest.ms,
    bytes: manifest.bytes,
    ...(manifest.peakBytes === undefined ? {} : { peakBytes: manifest.peakBytes }),
    warnings: manifest.warnings as unknown as Diagnostic[],
  };
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}

function isMissing(thrown: unknown): boolean {
  return codeOf(thrown) === "ENOENT";
}

function isTaken(thrown: unknown): boolean {
  return ["EEXIST", "ENOTEMPTY"].includes(codeOf(thrown));
}
