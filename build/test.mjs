/**
 * Runs the tests and ends with one line, `tests: N passed, N failed, N skipped`, by itself. `--long` runs the long ones
 * instead; other arguments go to vitest (a file, `-t name`).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserEnvironment } from "./browser.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const given = process.argv.slice(2);
const long = given.includes("--long");
const rest = given.filter((argument) => argument !== "--long");
const report = join(root, ".cache", "test-report.json");
mkdirSync(dirname(report), { recursive: true });

rmSync(join(root, ".cache", "test-stores"), { recursive: true, force: true });

const projects = given.includes("--project") ? [] : long ? ["long"] : ["unit", "cross", "browser"];
const { status } = spawnSync(
  process.execPath,
  [
    join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    ...projects.flatMap((name) => ["--project", name]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...rest,
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, ...(long ? {} : browserEnvironment()) } },
);

const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
  readFileSync(report, "utf8"),
);
// A file that does not even load has no failed test in it, but it is a failure.
const failed = Math.max(numFailedTests, status === 0 ? 0 : Math.max(1, numFailedTestSuites));
console.log(`tests: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
