/**
 * From what is seen to the document: commands that name nodes and wires by their paths become commands for the graph
 * inside the groups that were entered. What a gesture does to a group's card or to a terminal becomes what it means.
 */
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument, GroupRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { sameRef } from "../../core/graph/group-ports.ts";
import { graphAt, pathOf, type Scope } from "../../core/graph/scope.ts";
import { terminalId, terminalOf } from "./seen.ts";

/** The command as the document understands it. */
export function localCommand(document: GraphDocument, scope: Scope, command: Command): Command {
  const graph = graphAt(document, scope);
  if (!graph) return command;
  const turned = turn(command);
  return scope.length === 0 || turned.kind === "setDocument"
    ? turned
    : { kind: "within", groups: scope, command: turned };

  function local(path: string): string {
    const prefix = scope.length === 0 ? "" : `${scope.join("/")}/`;
    return path.startsWith(prefix) ? path.slice(prefix.length) : path;
  }
  function localRef([node, port]: PortRef): PortRef {
    return [local(node), port];
  }

  function turn(one: Command): Command {
    switch (one.kind) {
      case "batch":
        return { kind: "batch", commands: one.commands.map(turn) };
      case "addNode":
      case "addGroup":
        return { ...one, id: local(one.id) };
      case "removeNodes": {
        const rejoin = one.rejoin?.map(({ id, from, to }) => ({
          id: local(id),
          from: localRef(from),
          to: localRef(to),
        }));
        return { ...one, ids: one.ids.map(local), ...(rejoin ? { rejoin } : {}) };
      }
      case "setParam":
      case "replaceNode":
        return { ...one, node: local(one.node) };
      case "setNode":
        return setNode({ ...one, node: local(one.node) });
      case "addWire":
        return { ...one, id: local(one.id), from: localRef(one.from), to: localRef(one.to) };
      case "removeWires":
        return { ...one, ids: one.ids.map(local) };
      case "setReroutes":
        return { ...one, wire: local(one.wire) };
      case "move":
        return {
          ...one,
          positions: Object.fromEntries(Object.entries(one.positions).map(([id, at]) => [local(id), at])),
        };
      case "group":
        return { ...one, id: local(one.id), members: one.members.map(local) };
      case "ungroup":
      case "setGroup":
      case "setGroupInput":
      case "setGroupOutput":
      case "renameGroupPort":
      case "removeGroupPort":
        return { ...one, group: local(one.group) };
      default:
        return one;
    }
  }

  function setNode(one: Extract<Command, { kind: "setNode" }>): Command {
    if (lookup(graph?.groups ?? {}, one.node) === undefined) return one;
    const { node, kind: _, title, ...rest } = one;
    return { kind: "setGroup", group: node, ...rest, ...(title === undefined ? {} : { title }) };
  }
}

/**
 * What joining a terminal means: the group's port leads to one more input, or to this output. Undefined where neither end
 * is a terminal.
 */
export function joinTerminal(
  document: GraphDocument,
  scope: Scope,
  from: PortRef,
  to: PortRef,
): Command | undefined {
  const into = terminalOf(from[0]);
  const out = terminalOf(to[0]);
  const around = scope.slice(0, -1);
  const group = graphAt(document, scope) as GroupRecord | undefined;
  if (!group || (!into && !out)) return undefined;
  const inner = ([path, port]: PortRef): PortRef => [path.slice(scope.join("/").length + 1), port];
  const id = pathOf([], scope[scope.length - 1]);
  if (into) {
    const record = lookup(group.inputs, into.port);
    if (!record) return undefined;
    const target = inner(to);
    const others = record.to.filter((ref) => !sameRef(ref, target));
    const command: Command = {
      kind: "setGroupInput",
      group: id,
      port: into.port,
      record: { ...record, to: [...others, target] },
    };
    return { kind: "within", groups: around, command };
  }
  const port = out?.port ?? "";
  const record = lookup(group.outputs, port);
  if (!record) return undefined;
  const command: Command = {
    kind: "setGroupOutput",
    group: id,
    port,
    record: { ...record, from: inner(from) },
  };
  return { kind: "within", groups: around, command };
}

/** The commands that take away wires of terminals; `ids` are paths of wires, of which others are left alone. */
export function unjoinTerminals(document: GraphDocument, scope: Scope, ids: readonly string[]): Command[] {
  const group = graphAt(document, scope) as GroupRecord | undefined;
  if (!group || scope.length === 0) return [];
  const around = scope.slice(0, -1);
  const id = scope[scope.length - 1];
  const gone = new Set(ids);
  const commands: Command[] = [];
  for (const [port, record] of Object.entries(group.inputs)) {
    const name = pathOf(scope, terminalId("in", port));
    const to = record.to.filter((_, index) => !gone.has(`${name}.${index}`));
    if (to.length < record.to.length)
      commands.push({ kind: "setGroupInput", group: id, port, record: { ...record, to } });
  }
  for (const [port, { from, ...rest }] of Object.entries(group.outputs)) {
    if (from && gone.has(`${pathOf(scope, terminalId("out", port))}.0`))
      commands.push({ kind: "setGroupOutput", group: id, port, record: rest });
  }
  return commands.map((command) => ({ kind: "within", groups: around, command }));
}
