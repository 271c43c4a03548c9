/**
 * HostService over one granted folder and the shipped examples. Every path that a page names is resolved through its
 * symbolic links and must lie inside; saves are atomic and refuse to overwrite what they do not know.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { diagnosticOf, fail } from "../../base/diagnostic.ts";
import { inside } from "../../engine/granted-files.ts";
import { readText, saveAtomically } from "../../graph/files.ts";
import type { ExampleEntry, FileEntry, HostService, OpenedFile } from "../host-service.ts";

export type FolderHostOptions = { folder: string; examples: string; version: string };

const graphExtension = ".espalier";
const dataExtensions = new Set([".csv", ".tsv", ".txt", ".json", ".parquet", ".arrow"]);
const deepest = 4;
const mostFiles = 2000;

/** The host of a folder; makes it when it is missing. */
export async function folderHost({ folder, examples, version }: FolderHostOptions): Promise<HostService> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);

  async function locate(path: string): Promise<string> {
    const absolute = resolve(root, path);
    if (!inside(root, absolute)) return fail("file.outside-granted", { path });
    const parent = await realpath(dirname(absolute)).catch(() =>
      fail("file.missing", { path: dirname(path) }),
    );
    const real = await realpath(absolute).catch(() => join(parent, basename(absolute)));
    return inside(root, real) ? real : fail("file.outside-granted", { path });
  }

  async function read(path: string): Promise<OpenedFile> {
    const text = await readText(await locate(path));
    return { path, text, stamp: stampOf(text) };
  }

  return {
    info: async () => ({ folder: basename(root), version }),
    list: async () => ({ files: await listFiles(root) }),
    open: async ({ path }) => {
      if (extname(path) !== graphExtension) return fail("file.bad-name", { path });
      return read(path);
    },
    async save({ path, text, expect, overwrite = false }) {
      if (!goodName(path)) fail("file.bad-name", { path });
      const target = await locate(path);
      // Only a file that is not there may be written unasked; one that cannot be read is somebody's all the same.
      const before = overwrite ? undefined : await read(path).catch(missing);
      if (before) {
        if (expect === undefined) fail("file.exists", { path });
        if (before.stamp !== expect) fail("file.changed-on-disk", { path });
      }
      await saveAtomically(target, text);
      return { path, text, stamp: stampOf(text) };
    },
    examples: async () => ({ examples: await readIndex(examples) }),
    async openExample({ id }) {
      const known = (await readIndex(examples)).map((example) => example.id);
      if (!known.includes(id)) fail("example.unknown", { id, known });
      return { text: await readText(join(examples, `${id}${graphExtension}`)) };
    },
  };
}

function missing(thrown: unknown): undefined {
  if (diagnosticOf(thrown).code === "file.missing") return undefined;
  throw thrown;
}

function stampOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function goodName(path: string): boolean {
  const name = basename(path);
  return (
    extname(name) === graphExtension && name.length > graphExtension.length && !/[\p{C}<>:"|?*\\]/u.test(name)
  );
}

async function listFiles(root: string): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  async function visit(folder: string, depth: number): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (files.length >= mostFiles || entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest) await visit(path, depth + 1);
      if (!entry.isFile()) continue;
      const kind = extname(entry.name) === graphExtension ? "graph" : "data";
      if (kind === "data" && !dataExtensions.has(extname(entry.name).toLowerCase())) continue;
      const facts = await stat(path).catch(() => undefined);
      if (!facts) continue;
      const shown = relative(root, path).split(sep).join("/");
      files.push({ path: shown, kind, bytes: facts.size, modified: facts.mtimeMs });
    }
  }
  await visit(root, 0);
  return files.sort((a, b) => b.modified - a.modified);
}

async function readIndex(examples: string): Promise<readonly ExampleEntry[]> {
  return JSON.parse(await readText(join(examples, "index.json"))) as ExampleEntry[];
}
