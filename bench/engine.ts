/**
 * What the engine itself costs: a thousand nodes that do nothing, in a chain, planned, signed and run; then once more
 * with every result known. The peer is a budget in milliseconds, not a program: nobody else runs this graph.
 */
import { Engine } from "../core/engine/engine.ts";
import { emptyDocument, type GraphDocument } from "../core/graph/document.ts";
import { defineNode, type Port } from "../core/node/node.ts";
import { createRegistry } from "../core/node/registry.ts";
import type { Bench, Measured } from "./bench.ts";
import { runOnce } from "./run-once.ts";

const count = 1000;
const turns = 9;
const budgetsMs = { first: 150, cached: 50 };

const number: Port<{ kind: "number"; value: number }> = {
  type: "number",
  title: "Number",
  help: "Any number.",
};

const nothing = defineNode({
  id: "bench.nothing",
  version: 1,
  title: "Nothing",
  category: "bench",
  summary: "Passes a number on.",
  idBase: "nothing",
  inputs: { number: { ...number, optional: true } },
  params: {},
  outputs: { number },
  traits: { cost: "light" },
  zh: { title: "空", summary: "原样传递一个数。" },
  infer: () => ({ number: { kind: "number" } }),
  run: (_ctx, { number: before }) => ({ number: before ?? { kind: "number", value: 1 } }),
  script: () => ({
    fn: "nothing",
    args: [],
    options: {},
    defaults: {},
    awaits: false,
    outputs: { number: "" },
  }),
  examples: [],
  sources: [],
});

export const engineBench: Bench = {
  name: "engine",
  about: `${count} nodes that do nothing, planned, signed and run; then all of them cached`,
  async run(log) {
    const document = chain();
    const best = { first: Number.POSITIVE_INFINITY, cached: Number.POSITIVE_INFINITY };
    for (let turn = 1; turn <= turns; turn++) {
      const engine = new Engine({
        registry: createRegistry([nothing]),
        nodesModule: "",
        workerProgram: new URL("file:///no-worker-is-needed"),
        granted: ["."],
      });
      const first = await runOnce(engine, document);
      const cached = await runOnce(engine, document);
      log(`turn ${turn} of ${turns}: first ${first.toFixed(1)} ms, cached ${cached.toFixed(1)} ms`);
      best.first = Math.min(best.first, first);
      best.cached = Math.min(best.cached, cached);
      await engine.dispose();
    }
    return (["first", "cached"] as const).map((name): Measured => {
      const costs = { ours: best[name], peer: budgetsMs[name], peerName: "budget", unit: "ms" };
      return { name: `engine ${name}`, ...costs, goal: 1, agrees: true };
    });
  },
};

function chain(): GraphDocument {
  const ids = Array.from({ length: count }, (_, i) => `n${i}`);
  return {
    ...emptyDocument("a thousand nodes"),
    nodes: Object.fromEntries(ids.map((id) => [id, { type: nothing.id, version: 1, params: {} }])),
    wires: Object.fromEntries(
      ids.slice(1).map((id, i) => [`w${i}`, { from: [`n${i}`, "number"], to: [id, "number"] }]),
    ),
  };
}
