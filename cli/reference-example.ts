/**
 * The smallest use of a node that runs: the graph of its first example, and for a recipe alone a fit after it on the first
 * data that this fit accepts. Made from declarations, so that a new node has one without a line here.
 */

import { analyse } from "../core/engine/analysis.ts";
import { exampleGraph, exampleNodeId } from "../core/engine/example-graph.ts";
import { topologicalOrder } from "../core/graph/closure.ts";
import { emptyDocument, type GraphDocument, type PortRef } from "../core/graph/document.ts";
import type { AnyNode, FileAccess, NodeExample, ParamsOf } from "../core/node/node.ts";
import type { Registry } from "../core/node/registry.ts";
import type { ScriptNode } from "../core/script/script-node.ts";
import { writeScript } from "../core/script/write-script.ts";

/** The file that an example reads where its data is the user's own. */
export const exampleFile = "table.csv";

export type ReferenceExample = {
  /** The node's own id in the graph. */
  node: string;
  graph: Pick<GraphDocument, "nodes" | "wires">;
  script: string;
};

/** No file is read but what ships: what an example's own file holds is not known, and not asked. */
const noFiles: FileAccess = { resolve: async () => "" };

/** `undefined` only for a node that declares no example. */
export async function referenceExample(
  registry: Registry,
  node: AnyNode,
): Promise<ReferenceExample | undefined> {
  const [example] = node.examples;
  if (!example) return undefined;
  const own = exampleGraph(registry, node, example, { file: exampleFile });
  const whole = isRecipe(node) ? await fitted(registry, node) : undefined;
  const { document, names } = named(registry, whole ?? own);
  return {
    node: names.get(whole ? feederId(node) : exampleNodeId) ?? exampleNodeId,
    graph: { nodes: document.nodes, wires: document.wires },
    script: scriptOf(registry, document),
  };
}

/** A learner computes nothing by itself. */
function isRecipe({ outputs }: AnyNode): boolean {
  return Object.values(outputs).every(({ type }) => type === "learner");
}

function feederId({ id }: AnyNode): string {
  return id.replace(/\W/g, "_");
}

/** The node in front of the first node that fits; its data is the first on which nothing is wrong. */
async function fitted(registry: Registry, node: AnyNode): Promise<GraphDocument | undefined> {
  const fitter = registry.all().find(({ traits }) => traits.fit);
  const [shown] = fitter?.examples ?? [];
  const [output] = Object.keys(node.outputs);
  if (!fitter?.traits.fit || !shown || output === undefined) return undefined;
  const { learner, data } = fitter.traits.fit;
  const [source = "", port = ""] = shown.inputs?.[data]?.split(":") ?? [];
  const choices = registry.get(source)?.examples ?? [];
  // One beyond the examples of the source: what it gives by its defaults.
  for (let which = 1; which <= choices.length + 1; which++) {
    const inputs = { [learner]: `${node.id}:${output}`, [data]: `${source}#${which}:${port}` };
    const example: NodeExample<ParamsOf> = { ...shown, inputs };
    const document = exampleGraph(registry, fitter, example, { file: exampleFile });
    const look = (one: AnyNode, params: GraphDocument["nodes"][string]["params"]) =>
      one.probe?.(params, noFiles) ?? Promise.resolve({ columns: [], hash: "" });
    if ((await analyse(document, registry, look)).diagnostics.length === 0) return document;
  }
  return undefined;
}

/** The same graph under the ids that the canvas would give. */
function named(
  registry: Registry,
  document: GraphDocument,
): { document: GraphDocument; names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  for (const id of topologicalOrder(document)) {
    const base = registry.get(document.nodes[id].type)?.idBase ?? id;
    const taken = new Set(names.values());
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base}${count}`;
    names.set(id, name);
  }
  const name = ([id, port]: PortRef): PortRef => [names.get(id) ?? id, port];
  const wires = Object.entries(document.wires).map(
    ([id, { from, to }]) => [id, { from: name(from), to: name(to) }] as const,
  );
  return {
    names,
    document: {
      ...emptyDocument(document.title),
      nodes: Object.fromEntries([...names].map(([id, own]) => [own, document.nodes[id]])),
      wires: Object.fromEntries(wires),
    },
  };
}

/** The exporter's own statements, without its first line, its proof and its closing comment. */
function scriptOf(registry: Registry, document: GraphDocument): string {
  const nodes = topologicalOrder(document).flatMap((id): ScriptNode[] => {
    const definition = registry.get(document.nodes[id].type);
    const wires = Object.values(document.wires).filter((wire) => wire.to[0] === id);
    const inputs = Object.fromEntries(wires.map((wire) => [wire.to[1], wire.from]));
    return definition ? [{ id, definition, params: document.nodes[id].params, inputs }] : [];
  });
  const { text } = writeScript(document, nodes);
  const [head = ""] = text.split("\nawait verify(");
  return head
    .split("\n")
    .slice(1)
    .join("\n")
    .replace(/, verify(?=,| \} from)|\n {2}verify,(?=\n)/, "")
    .trim();
}
