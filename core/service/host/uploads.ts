/**
 * Data files that a page hands over, piece by piece, because a browser gives no path. What arrives lies under a hidden
 * name until it is whole; then it gets the name it came with, made safe, and never takes another file's place.
 */
import { randomBytes } from "node:crypto";
import { appendFile, link, lstat, readdir, rename, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { DiagnosticError, fail } from "../../base/diagnostic.ts";
import { fileDiagnostic } from "../../base/file-errors.ts";
import { dataExtensions } from "./folder-files.ts";

/** The largest file that is taken, in bytes. Larger ones are put into the folder by the system's own means. */
export const largestUpload = 2 ** 30;

export type UploadPiece = {
  /** Left out with the first piece; answered with it. */
  id?: string;
  name: string;
  /** Bytes of the whole file. */
  total: number;
  /** Where this piece begins. */
  at: number;
  /** Base64. */
  bytes: string;
};

/** `path` once the file is whole: its name in the granted folder. */
export type UploadAnswer = { id: string; path?: string };

export type Uploads = {
  take(piece: UploadPiece): Promise<UploadAnswer>;
  /** Forgets what is not whole. */
  leave(): Promise<void>;
};

/** Uploads of one page into the root of a granted folder. */
export function uploadsInto(root: string): Uploads {
  const under = new Map<string, { file: string; name: string; total: number; have: number }>();

  async function begin({ name, total }: UploadPiece) {
    if (total > largestUpload) fail("file.too-large", { path: name, bytes: total, limit: largestUpload });
    const safe = safeName(name);
    if (!dataExtensions.has(extname(safe).toLowerCase()))
      fail("file.not-data", { path: name, known: [...dataExtensions].join(", ") });
    const id = randomBytes(9).toString("base64url");
    const upload = { file: join(root, `.espalier-${id}.part`), name: safe, total, have: 0 };
    await guarded(name, writeFile(upload.file, "", { flag: "wx" }));
    under.set(id, upload);
    return { id, upload };
  }

  async function drop(id: string): Promise<void> {
    const upload = under.get(id);
    under.delete(id);
    if (upload) await rm(upload.file, { force: true });
  }

  return {
    async take(piece) {
      const known = piece.id === undefined ? undefined : under.get(piece.id);
      const { id, upload } =
        piece.id === undefined
          ? await begin(piece)
          : { id: piece.id, upload: known ?? fail("service.bad-message", { message: "no such upload" }) };
      const bytes = Buffer.from(piece.bytes, "base64");
      if (piece.at !== upload.have || upload.have + bytes.length > upload.total) {
        await drop(id);
        return fail("service.bad-message", { message: `upload: byte ${piece.at} after ${upload.have}` });
      }
      try {
        await guarded(upload.name, appendFile(upload.file, bytes));
        upload.have += bytes.length;
        if (upload.have < upload.total) return { id };
        const path = await guarded(upload.name, settle(root, upload.file, upload.name));
        under.delete(id);
        return { id, path };
      } catch (thrown) {
        await drop(id);
        throw thrown;
      }
    },
    async leave() {
      await Promise.all([...under.keys()].map(drop));
    },
  };
}

const unfinished = /^\.espalier-[\w-]{12}\.part$/;
const day = 24 * 60 * 60 * 1000;

/** Removes what uploads left behind that a crash cut off: not touched for a day at `now`, so that no other host is at it. */
export async function clearCutOff(root: string, now: number): Promise<void> {
  const names = (await readdir(root)).filter((name) => unfinished.test(name));
  // What cannot be removed now is tried again at the next start; it keeps nobody from working.
  await Promise.allSettled(
    names.map(async (name) => {
      const file = join(root, name);
      const facts = await lstat(file);
      if (facts.isFile() && now - facts.mtimeMs > day) await rm(file, { force: true });
    }),
  );
}

async function guarded<T>(path: string, work: Promise<T>): Promise<T> {
  return work.catch((thrown: unknown) => {
    const diagnostic = fileDiagnostic(thrown, path);
    throw new DiagnosticError({ ...diagnostic, values: { ...diagnostic.values, path } });
  });
}

/** The last part of a name without what any system forbids or hides, at most 120 characters. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? "";
  const ending = extname(last);
  const clean = last
    .slice(0, last.length - ending.length)
    .replace(/[\p{C}<>:"|?*]/gu, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return `${[...clean].slice(0, 100).join("") || "data"}${ending.replace(/[^.\w]/g, "").slice(0, 20)}`;
}

/** Gives the file its name, or the first free one with a number. A link fails where something stands; a rename would not. */
async function settle(root: string, file: string, name: string): Promise<string> {
  const ending = extname(name);
  const base = name.slice(0, name.length - ending.length);
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${base}-${n}${ending}`;
    try {
      await link(file, join(root, free));
      await rm(file, { force: true });
      return free;
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === "EEXIST" && n < 10_000) continue;
      if (code !== "EPERM" && code !== "ENOTSUP") throw thrown;
      // A disk without links: the name is new with all likelihood.
      const other = `${base}-${randomBytes(4).toString("hex")}${ending}`;
      await rename(file, join(root, other));
      return other;
    }
  }
}
