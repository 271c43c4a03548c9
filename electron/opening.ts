/** What a call of the program, a double-click or a drop asks to be opened. */
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from "node:path";

const graphExtension = ".espalier";

/** A folder to be granted, and in it the file to be shown, if one was named. */
export type Opening = { folder: string; path?: string };

/**
 * The paths that a command line names: what is no switch and stands after the program and, unpacked, the app. Chromium puts switches
 * of its own before the app when a second start hands its call over, so places are not counted.
 */
export function pathsOfCall(argv: readonly string[], packed: boolean, standing: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== "" && !argument.startsWith("-"))
    .slice(packed ? 0 : 1)
    .map((argument) => resolve(standing, argument));
}

/** What a path means: a graph in the folder that has it open already, else in its own; a folder is granted itself. */
export async function openingOf(path: string, granted: readonly string[]): Promise<Opening | undefined> {
  const real = await realpath(path).catch(() => undefined);
  const facts = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real === undefined || !facts) return undefined;
  if (facts.isDirectory()) return { folder: real };
  if (!facts.isFile() || extname(real) !== graphExtension) return undefined;
  const folder = granted.filter((root) => inside(root, real)).sort((a, b) => b.length - a.length)[0];
  return folder === undefined
    ? { folder: dirname(real), path: basename(real) }
    : { folder, path: below(folder, real) };
}

/** A path below a folder, as the host names it. */
export function below(folder: string, path: string): string {
  return path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "");
}

/** Whether a path lies in a folder; both with their links resolved. */
export function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep}`);
}
