/**
 * The files of one granted folder. Every path that a page names is resolved through its symbolic links and must lie
 * inside; writes are atomic. Knows texts and their stamps, no documents.
 */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { DiagnosticError, fail } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";
import { inside } from "../../engine/granted-files.ts";
import { readText, saveAtomically } from "../../graph/files.ts";
import type { FileEntry } from "../host-service.ts";

/** `stamp` is the SHA-256 of the text; `real` the path with every link resolved, by which a document is known. */
export type FileText = { text: string; stamp: string; real: string };

export type FolderFiles = {
  /** The granted folder, links resolved. */
  readonly root: string;
  /** Whether it had to be made. */
  readonly made: boolean;
  list(): Promise<FileEntry[]>;
  read(path: string): Promise<FileText>;
  /** Replaces the text whole, keeping the version before; refuses names that are none. */
  write(path: string, text: string): Promise<FileText>;
  exists(path: string): Promise<boolean>;
  /** The absolute path with links resolved; fails with `file.outside-granted` for anything outside the folder. */
  locate(path: string): Promise<string>;
};

export const graphExtension = ".espalier";
/** Endings of files that can be read as tables. */
export const dataExtensions: ReadonlySet<string> = new Set(
  "csv tsv txt json ndjson jsonl parquet arrow arrows feather ipc".split(" ").map((ending) => `.${ending}`),
);
const deepest = 4;
const mostFiles = 2000;

/** The files of a folder; makes it when it is missing, but not the folder above. */
export async function folderFiles(folder: string): Promise<FolderFiles> {
  const made = await makeFolder(folder);
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

  return {
    root,
    made,
    list: () => listFiles(root),
    locate,
    async read(path) {
      if (extname(path) !== graphExtension) return fail("file.bad-name", { path });
      const real = await locate(path);
      const text = await readText(real).catch((thrown: unknown) => {
        throw new DiagnosticError(named(fileDiagnostic(thrown, path), path));
      });
      return { text, stamp: stampOf(text), real };
    },
    async write(path, text) {
      if (!goodName(path)) return fail("file.bad-name", { path });
      const real = await locate(path);
      // A rename would replace a file that its owner has locked: the lock is the owner's word.
      await access(real, constants.W_OK).catch((thrown: unknown) => {
        const diagnostic = fileDiagnostic(thrown, path);
        if (diagnostic.code !== "file.missing") throw new DiagnosticError(diagnostic);
      });
      await saveAtomically(real, text).catch((thrown: unknown) => {
        throw new DiagnosticError(named(fileDiagnostic(thrown, path), path));
      });
      return { text, stamp: stampOf(text), real };
    },
    async exists(path) {
      if (!goodName(path)) return fail("file.bad-name", { path });
      return stat(await locate(path)).then(
        () => true,
        () => false,
      );
    },
  };
}

/** In the user's words a file is named by its path below the folder. */
function named(diagnostic: ReturnType<typeof fileDiagnostic>, path: string) {
  return { ...diagnostic, values: { ...diagnostic.values, path } };
}

async function makeFolder(folder: string): Promise<boolean> {
  if (await stat(folder).catch(() => undefined)) return false;
  await mkdir(folder).catch((thrown: unknown) => {
    throw new DiagnosticError(fileDiagnostic(thrown, dirname(resolve(folder))));
  });
  return true;
}

/** The stamp of a text. */
export function stampOf(text: string): string {
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
