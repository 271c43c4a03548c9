/**
 * Questions about the wires: what feeds a node, what follows from it, in which order nodes can run. Answers are
 * stable: nodes in the order of their ids, so that equal documents give equal plans, scripts and tests.
 */
import type { Graph, PortRef, WireRecord } from "./document.ts";
import { lookup } from "./entries.ts";

/** As much of a graph as these questions need. A group counts as one node, whatever is in it. */
export type Wiring = Pick<Graph, "nodes" | "wires" | "groups">;

/** Whether an id names a node or a group. */
export function hasNode(graph: Wiring, id: string): boolean {
  return lookup(graph.nodes, id) !== undefined || lookup(graph.groups, id) !== undefined;
}

/** A wire with its id. */
export type NamedWire = WireRecord & { readonly id: string };

/** Order by UTF-16 code unit, the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All wires, sorted by id. */
export function wiresOf(document: Wiring): NamedWire[] {
  return Object.keys(document.wires)
    .sort(byCodeUnit)
    .map((id) => ({ ...document.wires[id], id }));
}

/** The wires that end at a node, sorted by id. */
export function incomingWires(document: Wiring, node: string): NamedWire[] {
  return wiresOf(document).filter((wire) => wire.to[0] === node);
}

/** The same for all nodes at once: node → the wires that end at it. For whoever asks about every node. */
export function wiresByTarget(document: Wiring): ReadonlyMap<string, readonly NamedWire[]> {
  const byTarget = new Map<string, NamedWire[]>();
  for (const wire of wiresOf(document)) {
    const known = byTarget.get(wire.to[0]);
    if (known) known.push(wire);
    else byTarget.set(wire.to[0], [wire]);
  }
  return byTarget;
}

/** The wires that start at a node, sorted by id. */
export function outgoingWires(document: Wiring, node: string): NamedWire[] {
  return wiresOf(document).filter((wire) => wire.from[0] === node);
}

/** The wires that end at one port: none or one in a valid document. A slot of a many-port has its own name. */
export function wiresInto(document: Wiring, node: string, port: string): NamedWire[] {
  return incomingWires(document, node).filter((wire) => wire.to[1] === port);
}

/** The given nodes and everything that feeds them. Ids that are not nodes are left out. */
export function ancestors(document: Wiring, ids: Iterable<string>): Set<string> {
  return reach(document, ids, edges(document, "to", "from"));
}

/** The given nodes and everything that depends on them. Ids that are not nodes are left out. */
export function descendants(document: Wiring, ids: Iterable<string>): Set<string> {
  return reach(document, ids, edges(document, "from", "to"));
}

/**
 * Every node after the ones that feed it; of those that are ready, the smallest id first. Nodes on a cycle and after
 * it are left out (a parsed document has none).
 */
export function topologicalOrder(document: Wiring): string[] {
  const followers = edges(document, "from", "to");
  const all = [...Object.keys(document.nodes), ...Object.keys(document.groups)];
  const waitingFor = new Map<string, number>(all.map((id) => [id, 0]));
  for (const targets of followers.values()) {
    for (const target of targets) waitingFor.set(target, (waitingFor.get(target) ?? 0) + 1);
  }
  const ready = [...waitingFor].filter(([, count]) => count === 0).map(([id]) => id);
  ready.sort((a, b) => byCodeUnit(b, a));
  const order: string[] = [];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    for (const target of followers.get(id) ?? []) {
      const left = (waitingFor.get(target) ?? 0) - 1;
      waitingFor.set(target, left);
      if (left === 0) insertDescending(ready, target);
    }
  }
  return order;
}

/** A shortest way along the wires from one node to another, both included; `undefined` if there is none. */
export function pathBetween(document: Wiring, from: string, to: string): string[] | undefined {
  // New nodes are wired often and have no wires yet: they need no map of all the others.
  const wires = Object.values(document.wires);
  const leads = wires.some((wire) => wire.from[0] === from) && wires.some((wire) => wire.to[0] === to);
  if (!leads) return from === to && hasNode(document, from) ? [from] : undefined;
  const followers = edges(document, "from", "to");
  const cameFrom = new Map<string, string>([[from, from]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) return walkBack(cameFrom, to);
    for (const next of followers.get(id) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

function walkBack(cameFrom: ReadonlyMap<string, string>, end: string): string[] {
  const path = [end];
  for (let id = end; cameFrom.get(id) !== id; ) {
    id = cameFrom.get(id) ?? id;
    path.push(id);
  }
  return path.reverse();
}

/** Neighbours by node, each once however many wires join the two. Wires with a missing end count for nothing. */
function edges(document: Wiring, start: "from" | "to", end: "from" | "to"): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const wire of Object.values(document.wires)) {
    const ends: Record<"from" | "to", PortRef> = wire;
    const a = ends[start][0];
    const b = ends[end][0];
    if (!hasNode(document, a) || !hasNode(document, b)) continue;
    const known = neighbours.get(a);
    if (known) known.add(b);
    else neighbours.set(a, new Set([b]));
  }
  return neighbours;
}

function reach(
  document: Wiring,
  ids: Iterable<string>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const reached = new Set<string>();
  for (const id of ids) if (hasNode(document, id)) reached.add(id);
  // A Set iterates over what is added while it is walked, which makes it its own queue.
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return reached;
}

function insertDescending(sorted: string[], id: string): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byCodeUnit(sorted[middle], id) > 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, id);
}
