/**
 * Groups dissolved: the same experiment as one flat graph, whose nodes are named by their paths (`"prep/scaler"`). The
 * engine and the script know nothing else, so a group can change no number. Wires keep their own path as id; one that
 * enters a port which feeds several inputs is there several times (`w3`, `w3~2`, …), see {@link wirePath}.
 */
import type { Graph, GraphDocument, NodeRecord, PortRef, Position, WireRecord } from "./document.ts";
import { lookup } from "./entries.ts";
import { pathOf, type Scope } from "./scope.ts";

type State = NodeRecord["state"];
type Flat = {
  nodes: Record<string, NodeRecord>;
  wires: Record<string, WireRecord>;
  positions: Record<string, Position>;
};

/** The document without groups. One that has none is given back as it is. */
export function flattenGroups(document: GraphDocument): GraphDocument {
  if (Object.keys(document.groups).length === 0) return document;
  const flat: Flat = { nodes: {}, wires: {}, positions: {} };
  flattenInto(flat, document, [], undefined);
  const { nodes, wires, positions } = flat;
  return { ...document, nodes, wires, groups: {}, view: { ...document.view, positions } };
}

/** The path of the wire that a flattened wire comes from. */
export function wirePath(flatId: string): string {
  return flatId.replace(/~\d+$/, "");
}

/** The output of a node that a reference within `graph` stands for, by path; `undefined` for a port that nothing feeds. */
export function sourceOf(graph: Graph, scope: Scope, [id, port]: PortRef): PortRef | undefined {
  const group = lookup(graph.groups, id);
  if (!group) return [pathOf(scope, id), port];
  const inner = lookup(group.outputs, port)?.from;
  return inner && sourceOf(group, [...scope, id], inner);
}

/** The inputs of nodes that a reference within `graph` stands for, by path. */
export function targetsOf(graph: Graph, scope: Scope, [id, port]: PortRef): PortRef[] {
  const group = lookup(graph.groups, id);
  if (!group) return [[pathOf(scope, id), port]];
  const inner = lookup(group.inputs, port)?.to ?? [];
  return inner.flatMap((ref) => targetsOf(group, [...scope, id], ref));
}

function flattenInto(flat: Flat, graph: Graph, scope: Scope, state: State): void {
  for (const [id, node] of Object.entries(graph.nodes)) {
    flat.nodes[pathOf(scope, id)] =
      state === undefined ? node : { ...node, state: stronger(state, node.state) };
  }
  for (const [id, at] of Object.entries(graph.view.positions)) flat.positions[pathOf(scope, id)] = at;
  for (const [id, wire] of Object.entries(graph.wires)) {
    const from = sourceOf(graph, scope, wire.from);
    if (!from) continue;
    targetsOf(graph, scope, wire.to).forEach((to, index) => {
      flat.wires[`${pathOf(scope, id)}${index === 0 ? "" : `~${index + 1}`}`] = { ...wire, from, to };
    });
  }
  for (const [id, group] of Object.entries(graph.groups)) {
    flattenInto(flat, group, [...scope, id], stronger(group.state, state));
  }
}

/** Muted says more than bypassed: a muted node in a bypassed group gives nothing. */
function stronger(a: State, b: State): State {
  return a === "muted" || b === "muted" ? "muted" : (a ?? b);
}
