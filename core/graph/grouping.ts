/**
 * Making a group out of what is selected, and dissolving one. No wire is lost: those over the edge become ports, one for
 * each output that comes in and each output that goes out, and dissolving leads every wire back to where it ended.
 */
import { fail } from "../base/diagnostic.ts";
import { freeId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { checkNewNode, groupAt } from "./checks.ts";
import { byCodeUnit, descendants, hasNode, pathBetween, wiresOf } from "./closure.ts";
import type { Command } from "./commands.ts";
import type { EntryPath } from "./diff.ts";
import {
  emptyGroup,
  type Graph,
  type GroupInput,
  type GroupOutput,
  type GroupRecord,
  type PortRef,
  type Position,
  type WireRecord,
} from "./document.ts";
import { type EntryWrites, entriesOfGroup, entryPath, lookup } from "./entries.ts";
import { redirect, sameRef } from "./group-ports.ts";
import { movedReroutes, pickReroutes } from "./reroutes.ts";

type Of<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;
type Writes = Map<EntryPath, Json | undefined>;
type Positions = Readonly<Record<string, Position>>;

/** The new group stands in the middle of what went into it. Throws `command.group-cycle` if a way leads out and in again. */
export function groupNodes(graph: Graph, command: Of<"group">): EntryWrites {
  const { id, title, frames = [], notes = [] } = command;
  const members = new Set(command.members);
  checkNewNode(graph, id, "group");
  if (members.size === 0) fail("command.empty-group");
  for (const member of members) if (!hasNode(graph, member)) fail("command.unknown-node", { id: member });
  checkClosed(graph, members);

  const { inner, writes } = moveWires(graph, id, members);
  const group: GroupRecord = {
    ...emptyGroup(title),
    ...inner,
    nodes: pick(graph.nodes, members),
    groups: pick(graph.groups, members),
    view: {
      positions: pick(graph.view.positions, members),
      frames: pick(graph.view.frames, new Set(frames)),
      notes: pick(graph.view.notes, new Set(notes)),
      ...pickReroutes(graph.view, inner.wires),
    },
  };
  for (const path of contentPaths(group)) writes.set(path, undefined);
  for (const [path, value] of entriesOfGroup(group, ["groups", id])) writes.set(path, value);
  return writes.set(entryPath("view", "positions", id), middle(group.view.positions));
}

/** What was in the group stands around the place of the group. Ids that are taken outside change. */
export function ungroup(graph: Graph, { group: id }: Of<"ungroup">): EntryWrites {
  const group = groupAt(graph, id);
  const writes: Writes = new Map();
  for (const [path] of entriesOfGroup(group, ["groups", id])) writes.set(path, undefined);
  writes.set(entryPath("view", "positions", id), undefined);

  const names = freeNames(
    [...Object.keys(group.nodes), ...Object.keys(group.groups)],
    (name) => name !== id && hasNode(graph, name),
  );
  const outside = ([node, port]: PortRef): PortRef => [names.get(node) ?? node, port];
  const wires = freeNames(Object.keys(group.wires), (wire) => lookup(graph.wires, wire) !== undefined);
  leadOn(graph, id, outside, new Set([...Object.keys(graph.wires), ...wires.values()]), writes);
  putBack(graph, id, { nodes: names, wires }, writes);
  return writes;
}

function checkClosed(graph: Graph, members: ReadonlySet<string>): void {
  const followers = Object.values(graph.wires)
    .filter(({ from, to }) => members.has(from[0]) && !members.has(to[0]))
    .map(({ to }) => to[0]);
  const back = [...descendants(graph, followers)].find((node) => members.has(node));
  if (back === undefined) return;
  const way = followers.map((start) => pathBetween(graph, start, back)).find((path) => path !== undefined);
  fail("command.group-cycle", { path: way ?? [back] }, { node: back });
}

/** Wires within the members go inside; those over the edge end at ports, and one wire for each port stays outside. */
function moveWires(graph: Graph, id: string, members: ReadonlySet<string>) {
  const writes: Writes = new Map();
  const inputs: Record<string, GroupInput & { to: PortRef[] }> = {};
  const outputs: Record<string, GroupOutput> = {};
  const wires: Record<string, WireRecord> = {};
  const portOf = new Map<string, string>();

  function inputFor(source: string, target: PortRef): { port: string; isNew: boolean } {
    const known = portOf.get(source);
    if (known !== undefined) {
      inputs[known].to.push(target);
      return { port: known, isNew: false };
    }
    const port = freePort(target[1], inputs);
    inputs[port] = { order: Object.keys(inputs).length, to: [target] };
    portOf.set(source, port);
    return { port, isNew: true };
  }
  function outputFor(source: PortRef): string {
    const known = Object.keys(outputs).find((port) => sameRef(outputs[port].from ?? ["", ""], source));
    if (known !== undefined) return known;
    const port = freePort(source[1], outputs);
    outputs[port] = { order: Object.keys(outputs).length, from: source };
    return port;
  }

  for (const { id: wire, ...record } of byHeight(graph)) {
    const { from, to } = record;
    const [leaves, enters] = [members.has(from[0]), members.has(to[0])];
    if (leaves && enters) {
      wires[wire] = record;
      writes.set(entryPath("wires", wire), undefined);
    } else if (enters) {
      const { port, isNew } = inputFor(JSON.stringify(from), to);
      writes.set(entryPath("wires", wire), isNew ? { ...record, to: [id, port] } : undefined);
    } else if (leaves) writes.set(entryPath("wires", wire), { ...record, from: [id, outputFor(from)] });
  }
  // Ports of the graph itself, when it is a group: what led to a member now leads to the new group's port.
  if ("inputs" in graph) {
    const own = graph as GroupRecord;
    for (const [port, record] of Object.entries(own.inputs)) {
      const inside = record.to.filter(([node]) => members.has(node));
      if (inside.length === 0) continue;
      const made = inside.map((target) => inputFor(`port ${port}`, target))[0].port;
      const to = [...record.to.filter(([node]) => !members.has(node)), [id, made] as const];
      writes.set(entryPath("inputs", port), { ...record, to });
    }
    for (const [port, record] of Object.entries(own.outputs)) {
      if (!record.from || !members.has(record.from[0])) continue;
      writes.set(entryPath("outputs", port), { ...record, from: [id, outputFor(record.from)] });
    }
  }
  return { inner: { inputs, outputs, wires }, writes };
}

/** The wires in the order in which their ends stand on the canvas, so that ports come in that order too. */
function byHeight(graph: Graph) {
  const height = (ref: PortRef) => lookup(graph.view.positions, ref[0])?.[1] ?? 0;
  return wiresOf(graph).sort(
    (a, b) => height(a.to) - height(b.to) || height(a.from) - height(b.from) || byCodeUnit(a.id, b.id),
  );
}

/** The wires that ended at the group's ports, each led on to what the port stood for. */
function leadOn(
  graph: Graph,
  id: string,
  outside: (ref: PortRef) => PortRef,
  taken: Set<string>,
  writes: Writes,
): void {
  const group = groupAt(graph, id);
  const source = (ref: PortRef): PortRef | undefined => {
    if (ref[0] !== id) return ref;
    const from = lookup(group.outputs, ref[1])?.from;
    return from && outside(from);
  };
  for (const [path, value] of redirect(graph, "outputs", source)) writes.set(path, value);
  for (const [wire, record] of Object.entries(graph.wires)) {
    if (record.to[0] !== id) continue;
    const targets = (lookup(group.inputs, record.to[1])?.to ?? []).map(outside);
    writes.set(entryPath("wires", wire), undefined);
    targets.forEach((to, index) => {
      const name = index === 0 ? wire : freeId(wire, taken);
      taken.add(name);
      writes.set(entryPath("wires", name), { ...record, to });
    });
  }
  if (!("inputs" in graph)) return;
  for (const [port, record] of Object.entries((graph as GroupRecord).inputs)) {
    if (!record.to.some(([node]) => node === id)) continue;
    const to = record.to.flatMap((ref) =>
      ref[0] === id ? (lookup(group.inputs, ref[1])?.to ?? []).map(outside) : [ref],
    );
    writes.set(entryPath("inputs", port), { ...record, to });
  }
}

/** Nodes, groups, wires, frames and notes of the group as entries of the graph around it. */
function putBack(
  graph: Graph,
  id: string,
  names: { nodes: ReadonlyMap<string, string>; wires: ReadonlyMap<string, string> },
  writes: Writes,
): void {
  const group = groupAt(graph, id);
  const place = lookup(graph.view.positions, id) ?? [0, 0];
  const from = middle(group.view.positions);
  const moved = ([x, y]: Position): Position => [x + place[0] - from[0], y + place[1] - from[1]];
  const name = (old: string) => names.nodes.get(old) ?? old;
  for (const [old, node] of Object.entries(group.nodes)) writes.set(entryPath("nodes", name(old)), node);
  for (const [old, nested] of Object.entries(group.groups))
    for (const [path, value] of entriesOfGroup(nested, ["groups", name(old)])) writes.set(path, value);
  for (const [old, at] of Object.entries(group.view.positions))
    writes.set(entryPath("view", "positions", name(old)), moved(at));

  for (const [old, { from, to, ...rest }] of Object.entries(group.wires)) {
    const wire = { ...rest, from: [name(from[0]), from[1]], to: [name(to[0]), to[1]] };
    writes.set(entryPath("wires", names.wires.get(old) ?? old), wire as Json);
  }
  for (const [wire, points] of movedReroutes(group.view, (old) => names.wires.get(old) ?? old, moved))
    writes.set(entryPath("view", "reroutes", wire), points);
  for (const kind of ["frames", "notes"] as const) {
    const boxes: Readonly<Record<string, { at: Position }>> = group.view[kind];
    const ids = freeNames(Object.keys(boxes), (box) => lookup<object>(graph.view[kind], box) !== undefined);
    for (const [old, box] of Object.entries(boxes))
      writes.set(entryPath("view", kind, ids.get(old) ?? old), { ...box, at: moved(box.at) } as Json);
  }
}

/** New names where the old ones are taken; equal for equal input. */
function freeNames(ids: readonly string[], isTaken: (id: string) => boolean): Map<string, string> {
  const given = new Set(ids.filter((id) => !isTaken(id)));
  const names = new Map<string, string>([...given].map((id) => [id, id]));
  for (const id of ids.filter(isTaken)) {
    const free = freeId(id, { has: (name) => given.has(name) || isTaken(name) });
    given.add(free);
    names.set(id, free);
  }
  return names;
}

/** `base`, or with a number where that port is there already. A slot's dot stays what it is. */
function freePort(base: string, ports: Readonly<Record<string, object>>): string {
  if (!Object.hasOwn(ports, base)) return base;
  for (let n = 2; ; n++) if (!Object.hasOwn(ports, `${base}${n}`)) return `${base}${n}`;
}

function middle(positions: Positions): Position {
  const places = Object.values(positions);
  if (places.length === 0) return [0, 0];
  const centre = (values: readonly number[]) =>
    Math.round((values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2);
  return [centre(places.map(([x]) => x)), centre(places.map(([, y]) => y))];
}

function pick<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}

/** Where a group's content stood in the graph that it came from. */
function contentPaths(group: GroupRecord): EntryPath[] {
  const { nodes, groups, view } = group;
  return [
    ...Object.keys(nodes).map((id) => entryPath("nodes", id)),
    ...Object.entries(groups).flatMap(([id, nested]) =>
      [...entriesOfGroup(nested, ["groups", id])].map(([path]) => path),
    ),
    ...(["positions", "frames", "notes"] as const).flatMap((kind) =>
      Object.keys(view[kind]).map((id) => entryPath("view", kind, id)),
    ),
  ];
}
