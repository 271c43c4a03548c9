/**
 * What the contract suite feeds to a node, found from the node's own declaration: the graph of an example, and the
 * values that travel in it. Knows parameter and wire kinds, never a node.
 */

import type { Json } from "../../core/base/json.ts";
import { runNode } from "../../core/engine/run-node.ts";
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import type { AnyNode, FileAccess, NodeExample, ParamsOf } from "../../core/node/node.ts";
import { defaultParams } from "../../core/node/params.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { graph, type NodeSketch } from "./graphs.ts";

export const byType: ReadonlyMap<string, AnyNode> = new Map(nodes.map((node) => [node.id, node]));

/** The file that a parameter of kind path gets when an example leaves it empty. */
export const fixture = { name: "fixture.csv", text: "x,y,kind\n1,2,a\n2,,b\n3.5,-1e3,a\n" };

/** The parameters of an example: defaults, what it sets, and the fixture wherever a file is wanted. */
export function exampleParams(node: AnyNode, example: NodeExample<ParamsOf>) {
  const params: Record<string, Json> = { ...defaultParams(node.params) };
  for (const [name, value] of Object.entries(example.params ?? {}))
    if (value !== undefined) params[name] = value;
  for (const [name, spec] of Object.entries(node.params)) {
    if (spec.kind === "path" && params[name] === "") params[name] = fixture.name;
  }
  return params;
}

/** The graph of an example: `it` is the node itself, each type that feeds it stands in the graph once. */
export function exampleGraph(node: AnyNode, example: NodeExample<ParamsOf>): GraphDocument {
  const sketches: Record<string, NodeSketch> = {};
  const wires: string[] = [];
  const place = (id: string, definition: AnyNode, shown: NodeExample<ParamsOf>) => {
    sketches[id] = [definition.id, exampleParams(definition, shown), { version: definition.version }];
    for (const [port, from] of Object.entries(shown.inputs ?? {})) {
      const [source = "", output = ""] = from.split(":");
      const [type = "", which = "1"] = source.split("#");
      const feeder = byType.get(type);
      if (!feeder) throw new Error(`${node.id}: the example names the node ${type}, which there is not`);
      const feederId = source.replace(/\W/g, "_");
      const feederExample = feeder.examples[Number(which) - 1] ?? { title: "" };
      if (!Object.hasOwn(sketches, feederId)) place(feederId, feeder, feederExample);
      wires.push(`${feederId}.${output} → ${id}.${port}`);
    }
  };
  place("it", node, example);
  return graph(sketches, wires);
}

export type Outputs = Readonly<Record<string, unknown>>;

/** Runs every node of a graph in this thread, without an engine: the values themselves, by node. */
export async function valuesOf(document: GraphDocument, files: FileAccess): Promise<Map<string, Outputs>> {
  const values = new Map<string, Outputs>();
  for (const id of topologicalOrder(document)) {
    const record = document.nodes[id];
    const definition = byType.get(record.type);
    if (!definition) throw new Error(`no node ${record.type}`);
    values.set(id, await runHere(definition, inputsOf(document, id, values), record.params, files));
  }
  return values;
}

/** What the wires bring to a node. */
export function inputsOf(document: GraphDocument, id: string, values: ReadonlyMap<string, Outputs>): Outputs {
  const wires = Object.values(document.wires).filter((wire) => wire.to[0] === id);
  return Object.fromEntries(wires.map(({ from, to }) => [to[1], values.get(from[0])?.[from[1]]]));
}

/** One node in this thread. */
export function runHere(
  node: AnyNode,
  inputs: Outputs,
  params: GraphDocument["nodes"][string]["params"],
  files: FileAccess,
): Promise<Outputs> {
  const quiet = {
    progress: () => undefined,
    warn: () => undefined,
    log: () => undefined,
    preview: () => undefined,
  };
  return runNode(node, inputs, params, { flag: new Int32Array(1), files, listener: quiet });
}
