/**
 * Another node in a node's place: the wires that fit stay, by name where both have a port of it, else by kind; parameters
 * of equal name and kind keep their values.
 */
import type { Json } from "../../core/base/json.ts";
import type { NodeRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Param } from "../../core/node/params.ts";
import { accepts } from "../../core/types/accepts.ts";
import { editTogether } from "./draft.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { newRecord } from "./graph-edits.ts";
import { bare, inputOf, typeOfOutput } from "./port-types.ts";
import { terminalOf } from "./seen.ts";

type Known = Pick<EditorState, "graph" | "descriptors" | "known" | "check">;
type Wire = { readonly from: PortRef; readonly to: PortRef };

/** A type of node that could stand here, and how many of the wires it would keep. */
export type Replacement = { readonly descriptor: NodeDescriptor; readonly kept: number };

/** Whether a node can be replaced: groups and terminals cannot. */
export function isReplaceable(state: Pick<EditorState, "graph">, node: string): boolean {
  const type = lookup(state.graph.nodes, node)?.type;
  return type !== undefined && !type.startsWith("group:") && !terminalOf(node);
}

/** What could stand in a node's place, best first: most wires kept, then of the same category, then as declared. */
export function replacementsOf(state: Known, node: string): Replacement[] {
  const own = lookup(state.graph.nodes, node)?.type;
  const before = state.known.get(own ?? "");
  const wires = wiresAt(state, node);
  return [...state.known.values()]
    .filter(({ id }) => id !== own)
    .map((descriptor) => ({ descriptor, kept: keptWires(state, node, descriptor).length }))
    .filter(({ descriptor, kept }) =>
      wires.length > 0 ? kept > 0 : before === undefined || descriptor.makes === before.makes,
    )
    .sort((a, b) => b.kept - a.kept || near(b.descriptor) - near(a.descriptor));

  function near({ category, makes }: NodeDescriptor): number {
    return (category === before?.category ? 2 : 0) + (makes === before?.makes ? 1 : 0);
  }
}

/** Puts a node of another type in this one's place, in one step. */
export function replaceNode(editor: Editor, node: string, type: string): boolean {
  const state = editor.store.getState();
  const record = lookup(state.graph.nodes, node);
  const descriptor = state.known.get(type);
  if (!record || !descriptor) return false;
  const kept = keptWires(state, node, descriptor);
  return editTogether(editor, "step.replace", (draft) => {
    draft.part(wiresAt(state, node).map(([id]) => id));
    draft.do({ kind: "replaceNode", node, record: recordOf(state, record, descriptor) });
    for (const { from, to } of kept) draft.join(from, to);
  });
}

function recordOf(
  state: Known & Pick<EditorState, "document">,
  before: NodeRecord,
  descriptor: NodeDescriptor,
): NodeRecord {
  const { type: _type, version: _version, params, ...rest } = before;
  const fresh = newRecord(state.document, descriptor);
  const kinds = new Map(state.known.get(before.type)?.params.map(({ name, spec }) => [name, spec.kind]));
  const kept: Record<string, Json> = {};
  for (const { name, spec } of descriptor.params) {
    const value = lookup(params, name);
    if (value !== undefined && kinds.get(name) === spec.kind && isIn(spec, value)) kept[name] = value;
  }
  return { ...rest, ...fresh, params: { ...fresh.params, ...kept } };
}

/** Whether a value is in the range or among the choices of a parameter of its kind. */
function isIn(spec: Param, value: Json): boolean {
  if (spec.kind === "choice") return typeof value === "string" && Object.hasOwn(spec.choices, value);
  if (spec.kind === "int" || spec.kind === "real")
    return typeof value === "number" && value >= spec.min && value <= spec.max;
  return true;
}

function wiresAt(state: Known, node: string): [string, Wire][] {
  return Object.entries(state.graph.wires).filter(([, { from, to }]) => from[0] === node || to[0] === node);
}

/** The wires as they would end at the new node; each input is used once, an output as often as it was. */
function keptWires(state: Known, node: string, descriptor: NodeDescriptor): Wire[] {
  const used = new Set<string>();
  const outputs = new Map<string, string>();
  return wiresAt(state, node).flatMap(([, { from, to }]): Wire[] => {
    if (to[0] === node) {
      const source = typeOfOutput(state, from);
      const fitting = descriptor.inputs.filter(
        (port) => !used.has(port.name) && source && accepts(port.type, source, port.needs).kind !== "no",
      );
      const port = fitting.find(({ name }) => name === to[1]) ?? fitting[0];
      if (!port) return [];
      used.add(port.name);
      return [{ from, to: [node, port.name] }];
    }
    const target = inputOf(state, to);
    const fitting = descriptor.outputs.filter(
      ({ type }) => target && accepts(target.type, bare(type)).kind !== "no",
    );
    const port = fitting.find(({ name }) => name === (outputs.get(from[1]) ?? from[1])) ?? fitting[0];
    if (!port) return [];
    outputs.set(from[1], port.name);
    return [{ from: [node, port.name], to }];
  });
}
