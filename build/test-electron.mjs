/**
 * `npm run test:electron`: the editor's desktop specs in a real window, in whatever Electron there is. A runtime for tests is
 * fetched where none is installed; without one the specs that need none run against the served page, and it is said why.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserEnvironment } from "./browser.mjs";
import { testRuntime } from "./electron-runtime.mjs";
import { bundleForTests } from "./test-shell.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const debian =
  "xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libnotify4 libsecret-1-0 libatspi2.0-0";
const isRoot = process.getuid?.() === 0;

const runtime = await testRuntime();
const why = typeof runtime === "string" ? runtime : whyNotHere(runtime);
const environment = { ...process.env };
let display;
if (why === undefined) {
  console.log(
    `Electron ${runtime.version}${runtime.real ? "" : " (a runtime for tests, older than the product's)"}`,
  );
  if (!runtime.real) await bundleForTests(join(root, "dist", "electron-test"));
  if (process.platform === "linux" && !process.env.ESPALIER_SHOWN) {
    display = startDisplay();
    environment.DISPLAY = await display.name;
  }
  Object.assign(environment, {
    ESPALIER_ELECTRON: runtime.program,
    ESPALIER_ELECTRON_VERSION: runtime.version,
    ESPALIER_ELECTRON_APP: join(root, "dist", runtime.real ? "electron" : "electron-test"),
  });
} else {
  console.log(`No Electron: ${why}. What needs none runs against the served page.`);
  Object.assign(environment, browserEnvironment(), { ESPALIER_NO_ELECTRON: why });
}

const report = join(root, ".cache", "electron-report.json");
mkdirSync(dirname(report), { recursive: true });
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const reporters = ["--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`];
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--project", "electron", ...reporters, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: environment },
);
display?.end();
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
  readFileSync(report, "utf8"),
);
const failed = Math.max(numFailedTests, numFailedTestSuites, status === 0 ? 0 : 1);
console.log(`tests: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;

/** Libraries and display are looked for, and installed where one may. */
function whyNotHere({ program, folder }) {
  if (process.platform !== "linux") return undefined;
  const lacks = () =>
    !existsSync("/usr/bin/Xvfb") ||
    /not found/.test(spawnSync("ldd", [program], { encoding: "utf8" }).stdout);
  if (lacks() && isRoot) {
    console.error("Installing a display and libraries (apt-get) …");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...debian.split(" ")], quiet);
  }
  if (lacks()) return `libraries are missing: apt-get install ${debian}`;
  // As root Chromium's sandbox does not work: the window runs as nobody, who must be able to read it all.
  if (!isRoot) return undefined;
  const nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
  const reads = (file) => spawnSync("setpriv", [...nobody, "test", "-r", file]).status === 0;
  const unread = [join(root, "package.json"), join(folder, "version"), process.execPath].find(
    (file) => !reads(file),
  );
  return unread && `run as root, and nobody else can read ${unread}`;
}

/** A display of its own, at a number that is free. */
function startDisplay() {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-ac"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const name = new Promise((resolve, reject) => {
    child.stdio[3].once("data", (number) => resolve(`:${String(number).trim()}`));
    child.once("exit", () => reject(new Error("Xvfb ended")));
  });
  return { name, end: () => child.kill() };
}
