/**
 * The graph of a node's example: the node itself and the nodes that its example names as feeders, each with an example of
 * its own. Previews, the reference and the contract suite are all made from it.
 */
import { fail } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { emptyDocument, type GraphDocument, type NodeRecord, type WireRecord } from "../graph/document.ts";
import type { AnyNode, NodeExample, ParamsOf } from "../node/node.ts";
import { defaultParams } from "../node/params.ts";
import type { Registry } from "../node/registry.ts";

/** The id of the node whose example it is. */
export const exampleNodeId = "it";

export type ExampleOptions = {
  /** The file that a parameter of kind path gets where an example leaves it empty. */
  file?: string;
};

/** Throws `node.unknown-type` when the example names a node that the registry does not have. */
export function exampleGraph(
  registry: Registry,
  node: AnyNode,
  example: NodeExample<ParamsOf>,
  options: ExampleOptions = {},
): GraphDocument {
  const nodes: Record<string, NodeRecord> = {};
  const wires: Record<string, WireRecord> = {};

  function place(id: string, definition: AnyNode, shown: NodeExample<ParamsOf>): void {
    const params = exampleParams(definition, shown, options);
    nodes[id] = { type: definition.id, version: definition.version, params };
    for (const [port, from] of Object.entries(shown.inputs ?? {})) {
      const [source = "", output = ""] = from.split(":");
      const [type = "", which = "1"] = source.split("#");
      const feeder = registry.get(type) ?? fail("node.unknown-type", { type }, { node: definition.id });
      const feederId = source.replace(/\W/g, "_");
      if (!Object.hasOwn(nodes, feederId)) {
        place(feederId, feeder, feeder.examples[Number(which) - 1] ?? { title: "" });
      }
      wires[`w${Object.keys(wires).length + 1}`] = { from: [feederId, output], to: [id, port] };
    }
  }

  place(exampleNodeId, node, example);
  const positions = Object.fromEntries(Object.keys(nodes).map((id, i) => [id, [-240 * i, 0] as const]));
  return { ...emptyDocument(example.title), nodes, wires, view: { positions, frames: {}, notes: {} } };
}

/** Defaults, what the example sets, and the file wherever one is wanted. */
export function exampleParams(
  node: AnyNode,
  example: NodeExample<ParamsOf>,
  { file = "" }: ExampleOptions = {},
): Record<string, Json> {
  const params: Record<string, Json> = { ...defaultParams(node.params) };
  for (const [name, value] of Object.entries(example.params ?? {}))
    if (value !== undefined) params[name] = value;
  for (const [name, spec] of Object.entries(node.params)) {
    if (spec.kind === "path" && params[name] === "") params[name] = file;
  }
  return params;
}
