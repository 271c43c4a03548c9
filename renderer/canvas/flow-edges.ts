/** The document's wires as React Flow wants them; a wire that did not change keeps its identity. */
import type { Edge } from "@xyflow/react";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { WireKind } from "../../core/types/wire-type.ts";
import type { SeenGraph } from "../store/seen.ts";
import { keptList } from "./kept-list.ts";

export type FlowEdge = Edge<{ kind: WireKind }>;

/** The flow's edges. Wires whose ports the nodes do not declare are left out: they have nowhere to be drawn. */
export function flowEdges(
  graph: Pick<SeenGraph, "nodes" | "wires">,
  selected: ReadonlySet<string>,
  descriptors: ReadonlyMap<string, NodeDescriptor>,
  before: readonly FlowEdge[],
): FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const edges: FlowEdge[] = [];
  for (const [id, { from, to }] of Object.entries(graph.wires)) {
    const output = descriptors
      .get(graph.nodes[from[0]]?.type ?? "")
      ?.outputs.find(({ name }) => name === from[1]);
    const input = descriptors.get(graph.nodes[to[0]]?.type ?? "")?.inputs.some(({ name }) => name === to[1]);
    if (!output || !input) continue;
    const edge: FlowEdge = {
      id,
      type: "wire",
      source: from[0],
      sourceHandle: from[1],
      target: to[0],
      targetHandle: to[1],
      selected: selected.has(id),
      data: { kind: output.type },
    };
    const old = known.get(id);
    edges.push(old && sameEdge(old, edge) ? old : edge);
  }
  return keptList(before, edges);
}

function sameEdge(a: FlowEdge, b: FlowEdge): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.sourceHandle === b.sourceHandle &&
    a.targetHandle === b.targetHandle &&
    a.selected === b.selected &&
    a.data?.kind === b.data?.kind
  );
}
