/**
 * Files as nodes may reach them: below granted folders only, symbolic links resolved first. Relative paths refer to the
 * document's folder. A graph from a stranger can thus never read what its user did not grant.
 */
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { DiagnosticError, fail } from "../base/diagnostic.ts";
import { fileDiagnostic } from "../base/file-errors.ts";
import type { FileAccess } from "../node/node.ts";

/**
 * Access for a document in `base`. A relative path is looked for beside the document first, then in each granted folder,
 * so that a graph which moves to a subfolder still finds its data. Throws `source.not-chosen`, `file.outside-granted`,
 * or the `file.*` of the system.
 */
export function grantedFiles(base: string, granted: readonly string[]): FileAccess {
  return {
    async resolve(path) {
      if (path === "") fail("source.not-chosen");
      const candidates = [...new Set([base, ...granted].map((folder) => resolve(folder, path)))];
      // Judged before the disk is asked, so that the answer tells nothing of files outside.
      const allowed = candidates.filter((file) => granted.some((folder) => inside(resolve(folder), file)));
      if (allowed.length === 0) fail("file.outside-granted", { path });
      const real = await firstReal(allowed, path);
      const roots = await Promise.all(granted.map((folder) => realpath(folder).catch(() => resolve(folder))));
      if (!roots.some((folder) => inside(folder, real))) fail("file.outside-granted", { path });
      return real;
    },
  };
}

/** The first of the files that exists; when none does, what the system said about the first. */
async function firstReal(files: readonly string[], path: string): Promise<string> {
  let reason: unknown;
  for (const file of files) {
    try {
      return await realpath(file);
    } catch (thrown) {
      reason ??= thrown;
    }
  }
  throw new DiagnosticError(fileDiagnostic(reason, path));
}

/** Whether `path` is `folder` or below it; both absolute. */
export function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}
