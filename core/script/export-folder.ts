/** Writes an exported experiment: the script, its manifest, its data, and the packed library. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DiagnosticError, fail, problem } from "../base/diagnostic.ts";
import { fileDiagnostic } from "../base/file-errors.ts";

export type Export = {
  out: string;
  /** Name of the script, without extension. */
  name: string;
  text: string;
  files: readonly { path: string; from: string }[];
  /** Folder of the built library with its manifest. */
  library: string;
  overwrite: boolean;
};

/** Whether an export may go there: asked before a long run, so that nobody waits for a refusal. Makes nothing. */
export async function checkFolder(out: string, overwrite: boolean): Promise<void> {
  const facts = await stat(out).catch(() => undefined);
  if (facts && !facts.isDirectory()) fail("file.is-in-the-way", { path: out });
  if (facts && !overwrite && (await readdir(out)).length > 0) fail("export.folder-not-empty", { path: out });
}

/** Throws `export.*` and `file.*`. */
export async function exportFolder({ out, name, text, files, library, overwrite }: Export): Promise<void> {
  const script = `${name.replace(/[^\p{L}\p{N}_.-]/gu, "-").replace(/^[.-]+/, "") || "experiment"}.ts`;
  try {
    await checkFolder(out, overwrite);
    await mkdir(out, { recursive: true });
    checkNames(files);
    const packed = await pack(library, out);
    await writeFile(join(out, script), text);
    await writeFile(join(out, "package.json"), manifest(script, packed));
    await writeFile(join(out, "tsconfig.json"), compilerOptions);
    for (const { path, from } of files) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await copyFile(from, join(out, path));
    }
  } catch (thrown) {
    throw new DiagnosticError(fileDiagnostic(thrown, out));
  }
}

/** Two files of one name would become one in the script's folder. */
function checkNames(files: Export["files"]): void {
  const origins = new Map<string, string>();
  for (const { path, from } of files) {
    if ((origins.get(path) ?? from) !== from) fail("export.same-file-name", { path });
    origins.set(path, from);
  }
}

async function pack(library: string, out: string): Promise<string> {
  try {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const args = ["pack", "--silent", "--pack-destination", out];
    const { stdout } = await promisify(execFile)(npm, args, {
      cwd: library,
      shell: process.platform === "win32",
    });
    return stdout.trim().split("\n").pop() ?? "";
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DiagnosticError(problem("export.no-library", { message: message.slice(0, 400) }));
  }
}

function manifest(script: string, packed: string): string {
  const value = {
    name: "espalier-experiment",
    private: true,
    type: "module",
    scripts: { start: `tsx ${JSON.stringify(`./${script}`)}`, check: "tsc -p ." },
    dependencies: { espalier: `file:${packed}`, tsx: "^4.23.0" },
    devDependencies: { "@types/node": "^20.19.0", typescript: "^7.0.0" },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const compilerOptions = `${JSON.stringify(
  {
    compilerOptions: {
      target: "ES2022",
      module: "NodeNext",
      strict: true,
      noEmit: true,
      types: ["node"],
    },
  },
  null,
  2,
)}\n`;
