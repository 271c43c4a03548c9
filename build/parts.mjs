/**
 * The parts that a checkout needs before it can do anything: installed packages, compiled code, the built page. Each is
 * stamped with the hash of what it was made from, and made again only when that changed. Dependency-free.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Part → what it is made from, where its stamp lies, how it is made. In order of dependence. */
const parts = {
  packages: {
    says: "Installing packages (about a minute the first time)",
    from: ["package-lock.json"],
    stamp: "node_modules/.espalier-stamp",
    make: () => tool(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  },
  node: {
    says: "Compiling",
    from: ["core", "nodes", "cli", "tsconfig.json", "tsconfig.build.json", "package-lock.json"],
    stamp: "dist/node/.stamp",
    make: () => swapIn("dist/node", (out) => compile("tsconfig.build.json", out)),
  },
  library: {
    says: "Building the library package",
    from: [
      "core/base",
      "core/backend",
      "core/kernels",
      "core/ml",
      "build/library.mjs",
      "tsconfig.lib.json",
      "package.json",
    ],
    stamp: "dist/lib/.stamp",
    make: () =>
      swapIn("dist/lib", (out) => {
        compile("tsconfig.lib.json", out);
        tool(process.execPath, [join(root, "build", "library.mjs"), out]);
      }),
  },
  page: {
    says: "Building the editor",
    from: ["renderer", "core", "vite.config.ts", "package-lock.json"],
    stamp: "dist/page/.stamp",
    make: () =>
      swapIn("dist/page", (out) => {
        const vite = join(root, "node_modules", "vite", "bin", "vite.js");
        // A test that starts a server says NODE_ENV=test, with which React would come as for development.
        const env = { ...process.env, NODE_ENV: "production" };
        tool(process.execPath, [vite, "build", "--logLevel", "warn", "--outDir", out, "--emptyOutDir"], env);
      }),
  },
  shell: {
    says: "Building the desktop shell",
    from: [
      "electron",
      "core/base",
      "core/graph",
      "core/service",
      "core/words",
      "cli",
      "build/shell.mjs",
      "build/icons",
      "package-lock.json",
      "package.json",
    ],
    stamp: "dist/electron/.stamp",
    make: () =>
      swapIn("dist/electron", (out) => tool(process.execPath, [join(root, "build", "shell.mjs"), out])),
  },
};

/** Makes whatever of `wanted` is missing or stale. Ends the program with a sentence when it cannot. */
export function ensure(wanted) {
  for (const [name, part] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue;
    const stamp = join(root, part.stamp);
    const now = hashOf(part.from);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) continue;
    console.error(`${part.says} …`);
    try {
      part.make();
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      console.error("Nothing was changed outside this folder. Mend the cause and call the command again.");
      process.exit(1);
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, now);
  }
}

/** Makes a folder beside and puts it in place at the end, so that a program that runs from the old one never sees half. */
function swapIn(folder, make) {
  const place = join(root, folder);
  const beside = `${place}.${process.pid}`;
  try {
    make(beside);
    rmSync(place, { recursive: true, force: true });
    renameSync(beside, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function compile(project, out) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  tool(process.execPath, [tsc, "-p", join(root, project), "--outDir", out]);
}

/** stdout belongs to the command that was asked for, so tools write to stderr. */
function tool(program, args, env = process.env) {
  const shell = process.platform === "win32" && program.endsWith(".cmd");
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ["ignore", 2, 2], shell, env });
  if (status === 0) return;
  throw new Error(`${[program, ...args].join(" ")} failed${error ? `: ${error.message}` : ""}.`);
}

function hashOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
  } else if (!path.endsWith(".test.ts") && !path.endsWith(".md")) {
    hash.update(path).update("\0").update(readFileSync(full));
  }
}
