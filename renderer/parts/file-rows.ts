/** Files of a folder as lines of a tree: in every folder its folders first, then its files, in natural order. Pure. */

export type FileRow<F> =
  | { kind: "folder"; path: string; name: string; depth: number; files: number; open: boolean }
  | { kind: "file"; file: F; name: string; depth: number };

type Folder<F> = { folders: Map<string, Folder<F>>; files: { name: string; file: F }[]; count: number };

/** `a2` before `a10`, capitals beside small letters; what this holds equal goes by its letters. */
const natural = new Intl.Collator(["en", "zh"], { numeric: true, sensitivity: "base" });
const byName = (a: string, b: string) => natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

/** The lines to show; those in a folder whose path is among `closed` are left out. */
export function fileRows<F extends { path: string }>(
  files: readonly F[],
  closed: ReadonlySet<string>,
): FileRow<F>[] {
  const rows: FileRow<F>[] = [];
  const visit = (folder: Folder<F>, prefix: string, depth: number) => {
    for (const name of [...folder.folders.keys()].sort(byName)) {
      const inner = folder.folders.get(name);
      if (!inner) continue;
      const path = prefix + name;
      const open = !closed.has(path);
      rows.push({ kind: "folder", path, name, depth, files: inner.count, open });
      if (open) visit(inner, `${path}/`, depth + 1);
    }
    for (const { name, file } of folder.files.sort((a, b) => byName(a.name, b.name)))
      rows.push({ kind: "file", file, name, depth });
  };
  visit(treeOf(files), "", 0);
  return rows;
}

function treeOf<F extends { path: string }>(files: readonly F[]): Folder<F> {
  const root = newFolder<F>();
  for (const file of files) {
    const parts = file.path.split("/");
    const name = parts.pop() ?? "";
    let at = root;
    at.count += 1;
    for (const part of parts) {
      const inner = at.folders.get(part) ?? newFolder<F>();
      at.folders.set(part, inner);
      at = inner;
      at.count += 1;
    }
    at.files.push({ name, file });
  }
  return root;
}

function newFolder<F>(): Folder<F> {
  return { folders: new Map(), files: [], count: 0 };
}
