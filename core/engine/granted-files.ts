/**
 * Files as nodes may reach them: below granted folders only, symbolic links resolved first. Relative paths refer to the
 * document's folder. A graph from a stranger can thus never read what its user did not grant.
 */
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { DiagnosticError, fail } from "../base/diagnostic.ts";
import { fileDiagnostic } from "../graph/files.ts";
import type { FileAccess } from "../node/node.ts";

/**
 * Access for a document in `base`. Throws `source.not-chosen`, `file.outside-granted`, or the `file.*` of the system.
 */
export function grantedFiles(base: string, granted: readonly string[]): FileAccess {
  return {
    async resolve(path) {
      if (path === "") fail("source.not-chosen");
      const absolute = resolve(base, path);
      // Judged before the disk is asked, so that the answer tells nothing of files outside.
      if (!granted.some((folder) => inside(resolve(folder), absolute)))
        fail("file.outside-granted", { path });
      const real = await realpath(absolute).catch((thrown: unknown) => {
        throw new DiagnosticError({ ...fileDiagnostic(thrown, path) });
      });
      const roots = await Promise.all(granted.map((folder) => realpath(folder).catch(() => resolve(folder))));
      if (!roots.some((folder) => inside(folder, real))) fail("file.outside-granted", { path });
      return real;
    },
  };
}

/** Whether `path` is `folder` or below it; both absolute. */
export function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`));
}
