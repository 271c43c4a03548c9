/**
 * A CSV file of 100 MB to typed columns with validity, dictionary codes, row numbers and the content's hash, against DuckDB that
 * streams the same file into Node and does nothing with it. Each reading has a process of its own; peaks of memory are the system's word.
 */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomStream } from "../core/base/random.ts";
import { type Bench, byTurns } from "./bench.ts";
import type { CsvRun } from "./csv-run.ts";

const cache = fileURLToPath(new URL("../.cache/", import.meta.url));
const program = fileURLToPath(new URL("csv-run.ts", import.meta.url));
const megabytes = 100;
const turns = 7;

export const csvBench: Bench = {
  name: "csv",
  about: `${megabytes} MB of CSV (numbers, a flag, moments, three columns of text) to a table, against DuckDB's read of it`,
  async run(log) {
    const file = join(cache, `bench-${megabytes}mb.csv`);
    if (!existsSync(file)) writeFile(file);
    const runs: Record<"ours" | "duckdb", CsvRun[]> = { ours: [], duckdb: [] };
    const once = (side: "ours" | "duckdb") => {
      const run = runIn(side, file);
      runs[side].push(run);
      return run.ms;
    };
    const { ours, peer } = await byTurns(
      turns,
      () => once("ours"),
      async () => once("duckdb"),
      log,
    );
    const rows = new Set([...runs.ours, ...runs.duckdb].map((run) => run.rows));
    const empty = runIn("nothing", file);
    const [first] = runs.ours;
    const peak = Math.min(...runs.ours.map((run) => run.peakBytes)) - empty.peakBytes;
    const agrees = rows.size === 1;
    return [
      { name: "csv", ours, peer, peerName: "DuckDB", unit: "ms", goal: 0.75, agrees },
      {
        name: "csv memory",
        ours: peak / first.tableBytes,
        peer: 3,
        peerName: "budget",
        unit: "× the table",
        goal: 1,
        agrees,
      },
    ];
  },
};

function runIn(side: "ours" | "duckdb" | "nothing", file: string): CsvRun {
  const child = spawnSync(process.execPath, ["--import", "tsx", program, side, file], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** Written to the side and renamed, so that a file that is there is whole. */
function writeFile(path: string): void {
  const random = randomStream(1, "bench/csv");
  const pick = <T>(items: readonly T[]): T => items[random.below(items.length)];
  const cities = Array.from({ length: 500 }, (_, i) => `city ${i}`);
  const kinds = ["alpha", "beta", "gamma", "delta"];
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  let bytes = writeSync(file, "id,x,y,z,count,flag,when,city,kind,name\n");
  for (let row = 0; bytes < megabytes * 1e6; ) {
    const lines: string[] = [];
    for (let i = 0; i < 10_000; i++, row++) {
      const x = (100 * random.uniform()).toFixed(4);
      const y = random.uniform() < 0.05 ? "" : (random.uniform() - 0.5).toFixed(6);
      const z = (1e6 * random.uniform()).toFixed(2);
      const when = new Date(1.5e12 + row * 60_000).toISOString().slice(0, 19).replace("T", " ");
      const kind = random.uniform() < 0.02 ? "NA" : pick(kinds);
      const flag = random.uniform() < 0.5;
      lines.push(
        `${row},${x},${y},${z},${random.below(1000)},${flag},${when},${pick(cities)},${kind},user ${random.below(20_000)}\n`,
      );
    }
    bytes += writeSync(file, lines.join(""));
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
}
