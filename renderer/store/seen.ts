/**
 * What the canvas shows: the graph inside the groups that were entered. Every node and wire goes by its path
 * (`prep/scaler`), which is what the engine calls it, so that a selection, a result or a problem means the same at every
 * depth. A group stands among the nodes like one, with a descriptor made from its ports; and inside a group its own
 * ports stand as terminals, joined by wires of their own.
 */
import type {
  Graph,
  GraphDocument,
  GroupRecord,
  NodeRecord,
  PortRef,
  Position,
} from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { graphAt, pathOf, type Scope, splitPath } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import {
  groupDescriptor,
  groupType,
  newPort,
  newPortDescriptor,
  terminalDescriptor,
} from "./group-descriptor.ts";

export type SeenGraph = Pick<Graph, "nodes" | "wires" | "view">;

export type Seen = {
  readonly scope: Scope;
  readonly graph: SeenGraph;
  /** What the engine describes, and the groups and terminals that are seen. */
  readonly descriptors: ReadonlyMap<string, NodeDescriptor>;
};

type Descriptors = ReadonlyMap<string, NodeDescriptor>;

/** How a terminal is called: the id of a node cannot begin with a colon. */
export function terminalId(side: "in" | "out", port: string): string {
  return `:${side}.${port}`;
}

/** The port that a terminal stands for, or `undefined` for anything else. Takes ids and paths. */
export function terminalOf(id: string): { side: "in" | "out"; port: string } | undefined {
  const [, side, port] = /(?:^|\/):(in|out)\.(.*)$/.exec(id) ?? [];
  return side === undefined ? undefined : { side: side as "in" | "out", port };
}

/** The node at a path, wherever it is; a group or terminal where it is seen. */
export function recordAt(
  { document, graph }: { document: GraphDocument; graph: SeenGraph },
  path: string,
): NodeRecord | undefined {
  const here = lookup(graph.nodes, path);
  if (here) return here;
  const { scope, id } = splitPath(path);
  return lookup(graphAt(document, scope)?.nodes ?? {}, id);
}

/** What is seen inside `scope`; where a group of it is no more, the nearest one around it. */
export function seen(document: GraphDocument, wanted: Scope, base: Descriptors, before?: Seen): Seen {
  const scope = existing(document, wanted);
  const graph = graphAt(document, scope) ?? document;
  const groups = Object.entries(graph.groups);
  if (scope.length === 0 && groups.length === 0) return { scope, graph: document, descriptors: base };

  const nodes: Record<string, NodeRecord> = {};
  const positions: Record<string, Position> = {};
  const made = new Map<string, NodeDescriptor>();
  for (const [id, record] of Object.entries(graph.nodes)) nodes[pathOf(scope, id)] = record;
  for (const [id, at] of Object.entries(graph.view.positions)) positions[pathOf(scope, id)] = at;
  for (const [id, group] of groups) {
    const path = pathOf(scope, id);
    const descriptor = groupDescriptor(path, group, base);
    made.set(descriptor.id, descriptor);
    nodes[path] = groupNode(path, group);
  }
  const wires: Record<string, Graph["wires"][string]> = {};
  for (const [id, { from, to }] of Object.entries(graph.wires))
    wires[pathOf(scope, id)] = { from: deep(scope, from), to: deep(scope, to) };
  if (scope.length > 0) addTerminals(graph as GroupRecord, scope, base, { nodes, positions, wires, made });
  return {
    scope,
    graph: { nodes, wires, view: { ...graph.view, positions, ...deepReroutes(scope, graph.view) } },
    descriptors: sameMap(before, base, made) ?? new Map([...base, ...made]),
  };
}

const groupNodes = new WeakMap<GroupRecord, { path: string; node: NodeRecord }>();

/** A group as a record among nodes; the same object for the same group, so that its card is drawn once. */
function groupNode(path: string, group: GroupRecord): NodeRecord {
  const known = groupNodes.get(group);
  if (known?.path === path) return known.node;
  const { title, note, state } = group;
  const node: NodeRecord = {
    type: groupType(path),
    version: 1,
    params: {},
    title,
    ...(note === undefined ? {} : { note }),
    ...(state === undefined ? {} : { state }),
  };
  groupNodes.set(group, { path, node });
  return node;
}

type Parts = {
  nodes: Record<string, NodeRecord>;
  positions: Record<string, Position>;
  wires: Record<string, Graph["wires"][string]>;
  made: Map<string, NodeDescriptor>;
};

const besideX = 200;
const rowY = 56;

function addTerminals(group: GroupRecord, scope: Scope, base: Descriptors, parts: Parts): void {
  const places = Object.values(group.view.positions);
  const left = places.reduce((least, [x]) => Math.min(least, x), places[0]?.[0] ?? 0);
  const right = places.reduce((most, [x]) => Math.max(most, x), places[0]?.[0] ?? 0) + 212;
  const top = places.reduce((least, [, y]) => Math.min(least, y), places[0]?.[1] ?? 0);
  const descriptor = groupDescriptor(pathOf(scope.slice(0, -1), scope[scope.length - 1]), group, base);
  const stand = (side: "in" | "out", port: string, row: number): string => {
    const path = pathOf(scope, terminalId(side, port));
    const made =
      port === newPort ? newPortDescriptor(descriptor, side) : terminalDescriptor(descriptor, side, port);
    parts.made.set(made.id, made);
    parts.nodes[path] = { type: made.id, version: 1, params: {}, ...titled(group, side, port) };
    parts.positions[path] = [side === "in" ? left - besideX : right + besideX - 140, top + row * rowY];
    return path;
  };
  descriptor.inputs.forEach(({ name }, row) => {
    const path = stand("in", name, row);
    group.inputs[name].to.forEach((to, index) => {
      parts.wires[`${path}.${index}`] = { from: [path, name], to: deep(scope, to) };
    });
  });
  descriptor.outputs.forEach(({ name }, row) => {
    const path = stand("out", name, row);
    const { from } = group.outputs[name];
    if (from) parts.wires[`${path}.0`] = { from: deep(scope, from), to: [path, name] };
  });
  stand("in", newPort, descriptor.inputs.length);
  stand("out", newPort, descriptor.outputs.length);
}

function titled(group: GroupRecord, side: "in" | "out", port: string): { title: string } {
  const record = lookup<{ title?: string }>(side === "in" ? group.inputs : group.outputs, port);
  return { title: record?.title ?? port };
}

function deepReroutes(scope: Scope, { reroutes }: Graph["view"]): Pick<Graph["view"], "reroutes"> {
  if (!reroutes) return {};
  const entries = Object.entries(reroutes).map(([wire, points]) => [pathOf(scope, wire), points] as const);
  return { reroutes: Object.fromEntries(entries) };
}

function deep(scope: Scope, [id, port]: PortRef): PortRef {
  return [pathOf(scope, id), port];
}

function existing(document: GraphDocument, scope: Scope): Scope {
  for (let depth = scope.length; depth > 0; depth--)
    if (graphAt(document, scope.slice(0, depth)))
      return depth === scope.length ? scope : scope.slice(0, depth);
  return scope.length === 0 ? scope : [];
}

/** The map of before, if it holds just these: views compare it by identity. */
function sameMap(before: Seen | undefined, base: Descriptors, made: Descriptors): Descriptors | undefined {
  if (!before || before.descriptors.size !== base.size + made.size) return undefined;
  for (const [id, descriptor] of made) if (before.descriptors.get(id) !== descriptor) return undefined;
  for (const id of base.keys()) if (before.descriptors.get(id) !== base.get(id)) return undefined;
  return before.descriptors;
}
