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

const names = given.includes("--project") ? [] : long ? ["long", "long-alone"] : ["unit", "cross", "browser"];
const projects = names.flatMap((name) => ["--project", name]);

const first = runTests(rest);
const runs = first.failed === 0 && first.lost.length > 0 ? [first, again(first.lost)] : [first];
const sum = (count) => runs.reduce((total, run) => total + count(run), 0);
const passed = sum((run) => run.passed);
// A file that does not even load has no failed test in it, and a lost one that was not run again ends none: failures both.
const last = runs[runs.length - 1];
const failed = Math.max(
  sum((run) => run.failed),
  last.whole ? 0 : 1,
);
console.log(`tests: ${passed} passed, ${failed} failed, ${sum((run) => run.skipped)} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/**
 * Very rarely a test process dies in native code (docs/platform-notes.md, DuckDB). The product survives that, because its engine is
 * a process that is started again; the tests of that process get a second try too, and what happened is said.
 */
function again(lost) {
  console.log(
    `\nA test process died in the middle of these files, which run once more:\n${lost.join("\n")}\n`,
  );
  return runTests(lost);
}

/** What vitest counted, but for the tests of files that were left in the middle: `lost`. `whole`: nothing is wrong with this run. */
function runTests(args) {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      ...projects,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ESPALIER_BACKENDS: join(root, ".cache", "test-backends.json"),
        ...process.env,
        ...browserEnvironment(),
      },
    },
  );
  const { numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const isLost = (file) => file.assertionResults.some((test) => test.status === "pending");
  const tests = testResults.filter((file) => !isLost(file)).flatMap((file) => file.assertionResults);
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    skipped: tests.filter((test) => test.status === "skipped").length,
    failed: Math.max(numFailedTests, numFailedTestSuites),
    lost: testResults.filter(isLost).map((file) => file.name),
    whole: status === 0,
  };
}
