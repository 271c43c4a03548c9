/**
 * `npm run -s bench -- NAME… [--json]`: runs benchmarks, Espalier and its peer by turns in one run, and prints how many
 * times cheaper we are. `--json` ends with one line for machines. Exit 0: every goal reached, 1: one missed, 2: wrong call.
 */
import { adaBoostBench } from "./adaboost.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { canvasBench } from "./canvas.ts";
import { csvBench } from "./csv.ts";
import { engineBench } from "./engine.ts";
import { machine } from "./machine.ts";
import { parallelBench } from "./parallel.ts";
import { pipelineBench } from "./pipeline.ts";
import { treesBench } from "./trees.ts";
import { viewsBench } from "./views.ts";

const benches: readonly Bench[] = [
  adaBoostBench,
  csvBench,
  canvasBench,
  engineBench,
  parallelBench,
  pipelineBench,
  treesBench,
  viewsBench,
];

const names = process.argv.slice(2).filter((word) => word !== "--json");
const json = process.argv.includes("--json");
const known = benches.map((bench) => bench.name);
const unknown = names.filter((name) => !known.includes(name));
if (names.length === 0 || unknown.length > 0) {
  const reason = unknown.length > 0 ? `no benchmark called ${unknown.join(", ")}` : "which benchmark?";
  console.error(`bench: ${reason}\nknown: ${known.join(", ")}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const bench of benches.filter((each) => names.includes(each.name))) {
  console.error(`${bench.name}: ${bench.about}`);
  const measured = await bench.run((line) => console.error(`  ${line}`));
  rows.push(...measured.map(judged));
}
console.log(machine());
console.table(
  rows.map(({ name, ours, peer, peerName, unit, ratio, goal, ok }) => ({
    name,
    ours: `${round(ours)} ${unit}`,
    peer: `${round(peer)} ${unit} (${peerName})`,
    ratio: `${round(ratio)} ×`,
    goal: `${goal} ×`,
    ok,
  })),
);
if (json) console.log(JSON.stringify({ bench: names.join(","), machine: machine(), rows }));
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;

function judged(row: Omit<BenchRow, "ratio" | "ok"> & { agrees: boolean }): BenchRow {
  const { agrees, ...rest } = row;
  const ratio = row.peer / row.ours;
  return { ...rest, ratio, ok: agrees && ratio >= row.goal };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
