/**
 * What the contract suite feeds to a node, found from the node's own declaration: the graph of an example, and the
 * values that travel in it. Knows parameter and wire kinds, never a node.
 */

import {
  exampleGraph as graphOfExample,
  exampleParams as paramsOfExample,
} from "../../core/engine/example-graph.ts";
import { runNode } from "../../core/engine/run-node.ts";
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import type { AnyNode, FileAccess, NodeExample, ParamsOf } from "../../core/node/node.ts";
import { createRegistry } from "../../core/node/registry.ts";
import { nodes } from "../../nodes/nodes.generated.ts";

const registry = createRegistry(nodes);
export const byType: ReadonlyMap<string, AnyNode> = new Map(nodes.map((node) => [node.id, node]));

/** The file that a parameter of kind path gets when an example leaves it empty. */
export const fixture = { name: "fixture.csv", text: "x,y,kind\n1,2,a\n2,,b\n3.5,-1e3,a\n" };

/** The parameters of an example: defaults, what it sets, and the fixture wherever a file is wanted. */
export function exampleParams(node: AnyNode, example: NodeExample<ParamsOf>) {
  return paramsOfExample(node, example, { file: fixture.name });
}

/** The graph of an example: `it` is the node itself, each type that feeds it stands in the graph once. */
export function exampleGraph(node: AnyNode, example: NodeExample<ParamsOf>): GraphDocument {
  return graphOfExample(registry, node, example, { file: fixture.name });
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
