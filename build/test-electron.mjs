/**
 * `npm run test:electron`: the editor's desktop specs in a real window, in whatever Electron there is. A runtime for tests is
 * fetched where none is installed; without one the specs that need none run against the served page, and it is said why.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserEnvironment } from "./browser.mjs";
import { startDisplay, whyNoWindowHere } from "./display.mjs";
import { testRuntime } from "./electron-runtime.mjs";
import { bundleForTests } from "./test-shell.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const runtime = await testRuntime();
const why = typeof runtime === "string" ? runtime : whyNoWindowHere(runtime, [join(root, "package.json")]);
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
