/** Packages of other platforms than this one, which npm does not install here: fetched from the registry and kept. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** The folder of a package of that very version: the installed one, else one that was fetched, else one fetched now. */
export async function packageFolder(name, version) {
  const installed = join(root, "node_modules", name);
  if (versionIn(installed) === version) return installed;
  const kept = join(root, ".cache", "package", "fetched", `${name.replace("/", "-")}-${version}`);
  if (versionIn(kept) === version) return kept;
  mkdirSync(dirname(kept), { recursive: true });
  const beside = mkdtempSync(`${kept}.`);
  try {
    console.error(`Fetching ${name} ${version} from npm …`);
    run(npm, ["pack", `${name}@${version}`, "--loglevel=error", "--pack-destination", beside]);
    const [archive] = readdirSync(beside);
    run("tar", ["-xzf", join(beside, archive), "-C", beside]);
    rmSync(kept, { recursive: true, force: true });
    renameSync(join(beside, "package"), kept);
    return kept;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function versionIn(folder) {
  const manifest = join(folder, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}

function run(program, args) {
  const shell = program.endsWith(".cmd");
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8", shell });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${(error?.message ?? stderr).trim()}`);
}
