/** A wire dropped on a group's card where no port fits: a new port that leads to the first free place inside. */
import { descendants } from "../../core/graph/closure.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GroupRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { graphAt } from "../../core/graph/scope.ts";
import { accepts } from "../../core/types/accepts.ts";
import { freePortName } from "./draft.ts";
import type { Connecting, EditorState } from "./editor-state.ts";
import { groupOfType } from "./group-descriptor.ts";
import { bare, inputOf, typeOfOutput } from "./port-types.ts";

export type NewGroupPort = { readonly port: string; readonly command: Command };

/** The port that a group would get for a wire from `end`, and how; `undefined` where nothing inside is free and fits. */
export function newGroupPort(state: EditorState, end: Connecting, node: string): NewGroupPort | undefined {
  const path = groupOfType(lookup(state.graph.nodes, node)?.type ?? "");
  const group = path === undefined ? undefined : (graphAt(state.document, path.split("/")) as GroupRecord);
  if (!group || closesCircle(state, end, node)) return undefined;
  const inside = end.side === "out" ? freeInput(state, end, group) : freeOutput(state, end, group);
  if (!inside) return undefined;
  const ports = end.side === "out" ? group.inputs : group.outputs;
  const port = freePortName(inside[1], ports);
  const order = Object.keys(ports).length;
  const command: Command =
    end.side === "out"
      ? { kind: "setGroupInput", group: node, port, record: { order, to: [inside] } }
      : { kind: "setGroupOutput", group: node, port, record: { order, from: inside } };
  return { port, command };
}

/** What the group feeds may not feed it, by whichever port. */
function closesCircle({ graph }: EditorState, end: Connecting, node: string): boolean {
  const [out, into] = end.side === "out" ? [end.node, node] : [node, end.node];
  return descendants({ ...graph, groups: {} }, [into]).has(out);
}

function freeInput(state: EditorState, end: Connecting, group: GroupRecord): PortRef | undefined {
  const source = typeOfOutput(state, [end.node, end.port]);
  const fed = new Set(
    [
      ...Object.values(group.wires).map(({ to }) => to),
      ...Object.values(group.inputs).flatMap(({ to }) => to),
    ].map(String),
  );
  return inOrder(group)
    .flatMap(([id, type]) =>
      (state.known.get(type)?.inputs ?? [])
        .filter((port) => source && accepts(port.type, source, port.needs).kind !== "no")
        .map(({ name }): PortRef => [id, name]),
    )
    .find((ref) => !fed.has(String(ref)));
}

/** What feeds nothing yet goes before what does. */
function freeOutput(state: EditorState, end: Connecting, group: GroupRecord): PortRef | undefined {
  const target = inputOf(state, [end.node, end.port]);
  const feeding = new Set(Object.values(group.wires).map(({ from }) => String(from)));
  const given = new Set(Object.values(group.outputs).map(({ from }) => String(from)));
  const fitting = inOrder(group)
    .flatMap(([id, type]) =>
      (state.known.get(type)?.outputs ?? [])
        .filter((port) => target && accepts(target.type, bare(port.type)).kind !== "no")
        .map(({ name }): PortRef => [id, name]),
    )
    .filter((ref) => !given.has(String(ref)));
  return fitting.find((ref) => !feeding.has(String(ref))) ?? fitting[0];
}

/** The nodes as one reads them: from left to right, then downward. */
function inOrder({ nodes, view }: GroupRecord): [id: string, type: string][] {
  const at = (id: string) => lookup(view.positions, id) ?? [0, 0];
  return Object.entries(nodes)
    .sort(([a], [b]) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1])
    .map(([id, { type }]) => [id, type]);
}
