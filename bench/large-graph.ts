/** A graph of many cards: pipelines of real nodes side by side, wires as a user would have drawn them. */
import {
  emptyDocument,
  type GraphDocument,
  type NodeRecord,
  type Position,
  type WireRecord,
} from "../core/graph/document.ts";
import { defaultParams } from "../core/node/params.ts";
import { createRegistry } from "../core/node/registry.ts";
import { nodes } from "../nodes/nodes.generated.ts";

const registry = createRegistry(nodes);

const learners = ["learner.stump", "learner.tree", "learner.logistic", "learner.knn"] as const;

/**
 * `count` cards and about two wires for each. One in twenty is a table, one in twenty a learner; the others fit, predict and
 * cross-validate with what stands near them, and a few join four tables.
 */
export function largeGraph(count: number): GraphDocument {
  const records: Record<string, NodeRecord> = {};
  const positions: Record<string, Position> = {};
  const wires: Record<string, WireRecord> = {};
  const columns = Math.ceil(Math.sqrt(count / 2));
  const near = { data: "", learner: "", model: "" };
  const tables: string[] = [];

  function add(type: string, feeds: Readonly<Record<string, readonly [string, string]>>): string {
    const definition = registry.get(type);
    if (!definition) throw new Error(`no node ${type}`);
    const index = Object.keys(records).length;
    const id = `n${index}`;
    records[id] = { type, version: definition.version, params: defaultParams(definition.params) };
    positions[id] = [(index % columns) * 280, Math.floor(index / columns) * 300];
    for (const [port, from] of Object.entries(feeds))
      wires[`w${Object.keys(wires).length + 1}`] = { from, to: [id, port] };
    return id;
  }

  for (let i = 0; i < count; i++) {
    const learning = { learner: [near.learner, "learner"], data: [near.data, "table"] } as const;
    if (i % 20 === 0) {
      near.data = add("data.generate", {});
      tables.push(near.data);
    } else if (i % 20 === 1) near.learner = add(learners[((i / 20) % learners.length) | 0], {});
    else if (i % 20 === 2) near.model = add("evaluate.fit", learning);
    else if (i % 20 < 8)
      add("evaluate.predict", { model: [near.model, "model"], data: [near.data, "table"] });
    else if (i % 20 < 12 && tables.length >= 4) {
      const [a, b, c, d] = tables.slice(-4).map((id) => [id, "table"] as const);
      add("data.sql", { a, b, c, d });
    } else add(i % 2 === 0 ? "evaluate.fit" : "evaluate.cross-validate", learning);
  }
  return {
    ...emptyDocument("Large"),
    nodes: records,
    wires,
    view: { positions, frames: {}, notes: {}, viewport: { x: 40, y: 60, zoom: 0.5 } },
  };
}
