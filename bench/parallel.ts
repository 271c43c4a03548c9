/**
 * Eight equal branches on two worker threads against the same eight on one, in one run by turns. Each branch makes its own
 * rows, splits them, and boosts stumps; fresh engines, so nothing is cached, and warmed threads, as in a session.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { productFolder } from "../cli/engine.ts";
import type { Json } from "../core/base/json.ts";
import { Engine } from "../core/engine/engine.ts";
import {
  emptyDocument,
  type GraphDocument,
  type NodeRecord,
  type WireRecord,
} from "../core/graph/document.ts";
import { defaultParams } from "../core/node/params.ts";
import { createRegistry } from "../core/node/registry.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { type Bench, byTurns } from "./bench.ts";
import { pipelineBench } from "./pipeline.ts";
import { runOnce } from "./run-once.ts";

const branches = 8;
const turns = 9;
const registry = createRegistry(nodes);

export const parallelBench: Bench = {
  name: "parallel",
  about: `${branches} equal branches on two worker threads, against one; then the pipeline`,
  async run(log) {
    const best = await byTurns(
      turns,
      () => timed(2),
      () => timed(1),
      log,
    );
    const row = { name: "parallel", ...best, peerName: "one thread", unit: "s", goal: 1.7, agrees: true };
    // The other half of what a run costs: one heavy node, against the peer that is known for it.
    return [row, ...(await pipelineBench.run(log))];
  },
};

async function timed(threads: number): Promise<number> {
  const compiled = join(productFolder, "dist", "node");
  const engine = new Engine({
    registry,
    nodesModule: pathToFileURL(join(compiled, "nodes", "nodes.generated.js")).href,
    workerProgram: pathToFileURL(join(compiled, "core", "engine", "worker.js")),
    granted: ["."],
    threads,
  });
  try {
    await runOnce(engine, graph(branches, 100, 2));
    return (await runOnce(engine, graph(branches, 8_000, 1_500))) / 1000;
  } finally {
    await engine.dispose();
  }
}

function graph(count: number, rows: number, rounds: number): GraphDocument {
  const records: Record<string, NodeRecord> = { weak: record("learner.stump", {}) };
  const wires: Record<string, WireRecord> = {};
  for (let b = 0; b < count; b++) {
    records[`points${b}`] = record("data.generate", { rows, seed: b });
    records[`parts${b}`] = record("prepare.split", { seed: b });
    records[`boost${b}`] = record("booster.adaboost", { rounds, seed: b });
    records[`fitted${b}`] = record("evaluate.fit", {});
    const links: [string, string, string, string][] = [
      [`points${b}`, "table", `parts${b}`, "table"],
      ["weak", "learner", `boost${b}`, "learner"],
      [`boost${b}`, "learner", `fitted${b}`, "learner"],
      [`parts${b}`, "train", `fitted${b}`, "data"],
    ];
    links.forEach(([from, output, to, input], i) => {
      wires[`w${b}x${i}`] = { from: [from, output], to: [to, input] };
    });
  }
  return { ...emptyDocument("branches"), nodes: records, wires };
}

function record(type: string, params: Readonly<Record<string, Json>>): NodeRecord {
  const definition = registry.get(type);
  if (!definition) throw new Error(`no node ${type}`);
  return { type, version: definition.version, params: { ...defaultParams(definition.params), ...params } };
}
