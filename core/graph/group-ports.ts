/** Edits of a group's ports, and what other edits do to the ports that lead to what they change. */
import { fail } from "../base/diagnostic.ts";
import { isPortName } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { checkEnd, groupAt } from "./checks.ts";
import type { Command } from "./commands.ts";
import type { EntryPath } from "./diff.ts";
import type { Graph, GroupInput, GroupOutput, GroupRecord, PortRef } from "./document.ts";
import { type EntryWrites, entryPath, lookup } from "./entries.ts";

type Of<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;
type Writes = Map<EntryPath, Json | undefined>;
type Side = "inputs" | "outputs";

/** What a reference becomes; `undefined` takes it away. */
type Turn = (ref: PortRef) => PortRef | undefined;

/** Whether two references name the same port. */
export function sameRef(a: PortRef, b: PortRef): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The graph's own ports, if it is a group, with what they lead to turned into something else. */
export function turnPorts(graph: Graph, side: Side, turn: Turn): EntryWrites {
  const writes: Writes = new Map();
  if (!isGroup(graph)) return writes;
  const ports: Readonly<Record<string, Partial<GroupInput & GroupOutput>>> = graph[side];
  for (const [port, { from, to, ...rest }] of Object.entries(ports)) {
    const before = to ?? (from ? [from] : []);
    const after = before.flatMap((ref): readonly PortRef[] => {
      const turned = turn(ref);
      return turned ? [turned] : [];
    });
    if (after.length === before.length && after.every((ref, index) => sameRef(ref, before[index]))) continue;
    const leads: { to?: readonly PortRef[]; from?: PortRef } =
      side === "inputs" ? { to: after } : after.length > 0 ? { from: after[0] } : {};
    writes.set(entryPath(side, port), { ...rest, ...leads });
  }
  return writes;
}

/** A new or changed input. An input inside is fed once: by this port from now on. */
export function setGroupInput(graph: Graph, { group: id, port, record }: Of<"setGroupInput">): EntryWrites {
  const group = groupAt(graph, id);
  checkPortName(port);
  const fed = (ref: PortRef) => record.to.some((other) => sameRef(ref, other));
  record.to.forEach((ref, index) => {
    checkEnd(group, ref, "inputs");
    if (record.to.findIndex((other) => sameRef(ref, other)) < index)
      fail("command.port-twice", { group: id, port, node: ref[0], input: ref[1] });
  });
  const writes: Writes = new Map();
  const under = (path: EntryPath) => `${entryPath("groups", id)}/${path}`;
  for (const [path, value] of turnPorts(group, "inputs", (ref) => (fed(ref) ? undefined : ref)))
    writes.set(under(path), value);
  for (const [wire, { to }] of Object.entries(group.wires))
    if (fed(to)) writes.set(under(entryPath("wires", wire)), undefined);
  return writes.set(under(entryPath("inputs", port)), record);
}

/** A new or changed output. */
export function setGroupOutput(graph: Graph, { group: id, port, record }: Of<"setGroupOutput">): EntryWrites {
  checkPortName(port);
  const group = groupAt(graph, id);
  if (record.from) checkEnd(group, record.from, "outputs");
  return new Map([[entryPath("groups", id, "outputs", port), record]]);
}

/** Another name for a port; whatever led to it leads to it still. */
export function renameGroupPort(
  graph: Graph,
  { group: id, side, port, name }: Of<"renameGroupPort">,
): EntryWrites {
  const record = portAt(graph, id, side, port);
  checkPortName(name);
  if (name === port) return new Map();
  const taken = lookup<object>(groupAt(graph, id)[side], name);
  if (taken) fail("command.duplicate-id", { id: name, what: "port" }, { node: id });
  const writes = redirect(graph, side, (ref) => (sameRef(ref, [id, port]) ? [id, name] : ref));
  writes.set(entryPath("groups", id, side, port), undefined);
  return writes.set(entryPath("groups", id, side, name), record);
}

/** A port goes, with the wires that ended at it outside. */
export function removeGroupPort(graph: Graph, { group: id, side, port }: Of<"removeGroupPort">): EntryWrites {
  portAt(graph, id, side, port);
  const writes = redirect(graph, side, (ref) => (sameRef(ref, [id, port]) ? undefined : ref));
  return writes.set(entryPath("groups", id, side, port), undefined);
}

/** The wires of a graph, and its own ports, with their ends on one side turned into something else. */
export function redirect(graph: Graph, side: Side, turn: Turn): Writes {
  const end = side === "inputs" ? "to" : "from";
  const writes: Writes = new Map(turnPorts(graph, side, turn));
  for (const [id, wire] of Object.entries(graph.wires)) {
    const ref = turn(wire[end]);
    if (!ref) writes.set(entryPath("wires", id), undefined);
    else if (!sameRef(ref, wire[end])) writes.set(entryPath("wires", id), { ...wire, [end]: ref });
  }
  return writes;
}

function portAt(graph: Graph, id: string, side: Side, port: string): Json {
  const ports: Readonly<Record<string, Json>> = groupAt(graph, id)[side];
  const record = lookup(ports, port);
  return record ?? fail("command.no-such-port", { group: id, port, ports: Object.keys(ports) }, { node: id });
}

function isGroup(graph: Graph): graph is GroupRecord {
  return "inputs" in graph;
}

function checkPortName(name: string): void {
  if (!isPortName(name)) fail("command.bad-id", { id: name, what: "port" });
}
