/** The files that were opened or saved last, by the name of their folder; kept in this browser. */
const storageKey = "espalier.recent";
const most = 8;

type Store = Pick<Storage, "getItem" | "setItem">;

/** The paths of a folder, the newest first. Some may be gone since. */
export function recentFiles(folder: string, storage: Store | undefined = ownStorage()): readonly string[] {
  const known = read(storage);
  const paths = Object.hasOwn(known, folder) ? known[folder] : [];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [];
}

/** Notes that a file was opened or saved. */
export function rememberRecent(
  folder: string,
  path: string,
  storage: Store | undefined = ownStorage(),
): void {
  const others = recentFiles(folder, storage).filter((other) => other !== path);
  try {
    const next = { ...read(storage), [folder]: [path, ...others].slice(0, most) };
    storage?.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Storage that is full or forbidden: the list of all files is still there.
  }
}

function read(storage: Store | undefined): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(storageKey) ?? "{}");
    return kept !== null && typeof kept === "object" ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function ownStorage(): Storage | undefined {
  return typeof localStorage === "undefined" ? undefined : localStorage;
}
