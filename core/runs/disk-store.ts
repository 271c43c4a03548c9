/**
 * Results on disk, one folder a signature under `<root>/results/`: `result.json`, `data.bin`, and an Arrow file a table.
 * Written whole or not at all (beside, flushed, renamed), checked by hash when read, oldest unused first out once a
 * byte budget is passed. Several processes may share one root: a result has one content, so the first writer wins.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
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
  /** Waits for everything that is being written. */
  flush(): Promise<void>;
};

export type DiskStoreOptions = {
  root: string;
  budgetBytes: number;
  /** Told what kept a result from being written (full disk, no permission). */
  onProblem: (thrown: unknown, path: string) => void;
};

type Entry = { bytes: number; used: number };

/** Opens the store, making its folder when it is missing. Throws what the system says when it cannot. */
export async function openDiskStore({ root, budgetBytes, onProblem }: DiskStoreOptions): Promise<DiskStore> {
  const folder = join(root, "results");
  await mkdir(folder, { recursive: true });
  const entries = await scan(folder);
  let writing: Promise<void> = Promise.resolve();

  async function remove(signature: string): Promise<void> {
    entries.delete(signature);
    await rm(join(folder, signature), { recursive: true, force: true });
  }

  async function evict(keep: string): Promise<void> {
    const byAge = [...entries].sort(([, a], [, b]) => a.used - b.used);
    let total = byAge.reduce((sum, [, entry]) => sum + entry.bytes, 0);
    for (const [signature, entry] of byAge) {
      if (total <= budgetBytes) return;
      if (signature === keep) continue;
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
        const now = new Date();
        entries.set(signature, { bytes: entries.get(signature)?.bytes ?? 0, used: now.getTime() });
        await utimes(place, now, now).catch(() => undefined);
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
          entries.set(signature, { bytes, used: Date.now() });
          await evict(signature);
        })
        .catch((thrown: unknown) => onProblem(thrown, folder));
    },
    flush: () => writing,
  };
}

async function scan(folder: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const name of await readdir(folder)) {
    const place = join(folder, name);
    if (!signaturePattern.test(name)) {
      // What a crash left half written.
      await rm(place, { recursive: true, force: true }).catch(() => undefined);
      continue;
    }
    const files = await readdir(place).catch(() => []);
    const sizes = await Promise.all(files.map((file) => stat(join(place, file)).then((facts) => facts.size)));
    const { mtimeMs } = await stat(place);
    entries.set(name, { bytes: sizes.reduce((sum, size) => sum + size, 0), used: mtimeMs });
  }
  return entries;
}

async function writeResult(folder: string, signature: string, result: Result): Promise<number> {
  const { json, data, tables } = encodeValue(result.outputs);
  const blocks: Record<string, Uint8Array> = { ...tables, ...(data.length > 0 ? { "data.bin": data } : {}) };
  const manifest: Manifest = {
    format: "espalier/result",
    version,
    ms: result.ms,
    bytes: result.bytes,
    warnings: result.warnings as unknown as Json,
    outputs: json,
    files: Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, hashOf(block)])),
  };
  // Not canonical: the order in which scores and columns are named is part of what the user sees.
  const text = JSON.stringify(manifest);
  const beside = join(folder, `new-${randomUUID()}`);
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
