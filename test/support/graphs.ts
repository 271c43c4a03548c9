/** Small graphs for tests, written as text: `graph({ fit: ["evaluate.fit"] }, ["a.table → fit.data"])`. */
import type { Json } from "../../core/base/json.ts";
import { emptyDocument, type GraphDocument, type NodeRecord } from "../../core/graph/document.ts";

export type NodeSketch = readonly [
  type: string,
  params?: Readonly<Record<string, Json>>,
  more?: Partial<Pick<NodeRecord, "state" | "title" | "version">>,
];

/** Ids → `[type, params]`, and wires as `"node.port → node.port"`; the wires are called w1, w2, … */
export function graph(
  nodes: Readonly<Record<string, NodeSketch>>,
  wires: readonly string[] = [],
): GraphDocument {
  return {
    ...emptyDocument("test"),
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, [type, params = {}, more = {}]]) => [
        id,
        { type, version: 1, params, ...more },
      ]),
    ),
    view: {
      positions: Object.fromEntries(Object.keys(nodes).map((id) => [id, [0, 0]])),
      frames: {},
      notes: {},
    },
    wires: Object.fromEntries(wires.map((wire, at) => [`w${at + 1}`, readWire(wire)])),
  };
}

function readWire(text: string): { from: [string, string]; to: [string, string] } {
  const [from = "", to = ""] = text.split(/\s*→\s*/);
  return { from: readPort(from), to: readPort(to) };
}

function readPort(text: string): [string, string] {
  const at = text.indexOf(".");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The same graph with one parameter changed. */
export function withParam(document: GraphDocument, node: string, name: string, value: Json): GraphDocument {
  const record = document.nodes[node];
  return {
    ...document,
    nodes: { ...document.nodes, [node]: { ...record, params: { ...record.params, [name]: value } } },
  };
}
