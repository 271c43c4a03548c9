/**
 * What happens to results when programs die, disks fill and folders cannot be written: a warning and a computation at
 * worst, never a wrong number. Kills come at moments drawn from a fixed seed, so that a failure can be seen again.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { randomStream } from "../../core/base/random.ts";
import { espalier } from "../support/cli.ts";
import { root } from "../support/imports.ts";
import { tempFolder } from "../support/temp.ts";

const file = "examples/adaboost-breast-cancer.espalier";
const kills = 50;

type Outcome = { nodes: Record<string, { state: string }>; scores: Record<string, number> };

const args = (rounds: number, store: string) => [
  "run",
  file,
  "--json",
  "--set",
  `boost.rounds=${rounds}`,
  "--store",
  store,
];

async function run(
  rounds: number,
  store: string,
): Promise<Outcome & { codes: string[]; code: number | null }> {
  const { code, lines } = await espalier(args(rounds, store));
  const codes = lines.flatMap((line) =>
    line.event === "diagnostic" ? [(line.diagnostic as { code: string }).code] : [],
  );
  return { ...(lines.at(-1) as unknown as Outcome), codes, code };
}

/** Starts a run and kills it after so many milliseconds; answers whether it was still alive then. */
function killAfter(ms: number, rounds: number, store: string): Promise<boolean> {
  const main = JSON.stringify(pathToFileURL(join(root, "dist/node/cli/main.js")).href);
  const program = `const { main } = await import(${main}); process.exitCode = await main(process.argv.slice(1));`;
  const words = ["--input-type=module", "-e", program, "--", ...args(rounds, store)];
  const child = spawn(process.execPath, words, { cwd: root, stdio: "ignore" });
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    child.once("exit", (_, signal) => {
      clearTimeout(timer);
      done(signal === "SIGKILL");
    });
  });
}

describe("an engine killed in the middle of runs", () => {
  it(`gives the right numbers afterwards, ${kills} times`, async () => {
    const store = tempFolder();
    const random = randomStream(20261123, "kills");
    // The quicker of two: the first run of a program also loads it from the disk.
    let usual = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 2; turn++) {
      const started = performance.now();
      await run(250, tempFolder());
      usual = Math.min(usual, performance.now() - started);
    }
    let alive = 0;
    for (let kill = 0; kill < kills; kill++) {
      const rounds = 200 + Math.floor(random.uniform() * 100);
      if (await killAfter(usual * (0.2 + 0.75 * random.uniform()), rounds, store)) alive++;
      if (kill % 5 !== 4) continue;
      const after = await run(rounds, store);
      expect(after.code).toBe(0);
      expect(after.codes).toEqual([]);
      expect(after.scores).toEqual((await run(rounds, tempFolder())).scores);
    }
    // Otherwise the kills came too late to mean anything.
    expect(alive).toBeGreaterThan(kills / 5);
    const left = readdirSync(join(store, "results")).filter((name) => name.startsWith("new-"));
    expect(left).toEqual([]);
  }, 1_200_000);
});

describe("two engines on one store", () => {
  it("both end with the same numbers, and leave whole results", async () => {
    const store = tempFolder();
    const both = await Promise.all([run(40, store), run(40, store)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0].scores).toEqual(both[1].scores);
    const third = await run(40, store);
    expect(third.codes).toEqual([]);
    expect(new Set(Object.values(third.nodes).map(({ state }) => state))).toEqual(new Set(["cached"]));
  }, 120_000);
});

const place = join(tempFolder(), "disk");
let mounted = false;

/** A disk of its own; only Linux with the right to mount has one. */
function mount(options: string): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  mkdirSync(place, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place], { stdio: "ignore" });
    mounted = true;
  } catch {
    return false;
  }
  return true;
}

afterEach(() => {
  if (mounted) execFileSync("umount", ["-l", place]);
  mounted = false;
});

describe("a disk", () => {
  it("that is full costs a warning, not a number", async (context) => {
    if (!mount("size=128k")) context.skip("no right to mount a small disk here");
    const onFull = await run(30, place);
    expect(onFull.code).toBe(0);
    expect(onFull.codes).toEqual(["result.not-stored"]);
    expect(onFull.scores).toEqual((await run(30, tempFolder())).scores);
    const again = await run(30, place);
    expect(again.scores).toEqual(onFull.scores);
    expect(again.codes).not.toContain("result.damaged");
  }, 120_000);

  it("that cannot be written costs a warning, not a number, and what is on it is used", async (context) => {
    if (!mount("size=64m")) context.skip("no right to mount a small disk here");
    const before = await run(30, place);
    execFileSync("mount", ["-o", "remount,ro", place]);
    const known = await run(30, place);
    expect(new Set(Object.values(known.nodes).map(({ state }) => state))).toEqual(new Set(["cached"]));
    const other = await run(31, place);
    expect(other.code).toBe(0);
    expect(other.codes).toEqual(["result.not-stored"]);
    expect(known.scores).toEqual(before.scores);
    expect(other.scores).toEqual((await run(31, tempFolder())).scores);
  }, 120_000);
});
