/** Putting a node on a wire: what fed the wire's end feeds the node, and the node feeds the end. */
import type { PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { accepts } from "../../core/types/accepts.ts";
import { editTogether } from "./draft.ts";
import type { Editor } from "./editor.ts";
import type { EditorState, Point } from "./editor-state.ts";
import { freePlace, newNode } from "./graph-edits.ts";
import { bare, descriptorOf, inputOf, typeOfOutput } from "./port-types.ts";
import { select } from "./select.ts";
import { isConnected } from "./wire-index.ts";

type Known = Pick<EditorState, "graph" | "descriptors" | "check">;

/** The ports by which a node would stand in a wire. */
export type Insertion = { readonly wire: string; readonly input: string; readonly output: string };

/** How a node of this type fits into a wire; `undefined` where it does not. Ports that must be fed come first. */
export function insertionOf(state: Known, wire: string, descriptor: NodeDescriptor): Insertion | undefined {
  const record = lookup(state.graph.wires, wire);
  const source = record && typeOfOutput(state, record.from);
  const target = record && inputOf(state, record.to);
  if (!source || !target) return undefined;
  const taking = descriptor.inputs.filter((port) => accepts(port.type, source, port.needs).kind !== "no");
  const input = taking.find(({ optional }) => !optional) ?? taking[0];
  const output = descriptor.outputs.find(({ type }) => accepts(target.type, bare(type)).kind !== "no");
  return input && output && { wire, input: input.name, output: output.name };
}

/** The same for a node that is there: one without wires, so that dragging a card over the graph rewires nothing by chance. */
export function insertionOfNode(state: Known, wire: string, node: string): Insertion | undefined {
  const descriptor = descriptorOf(state, node);
  if (!descriptor || descriptor.category === "terminal" || !isLoose(state, node)) return undefined;
  return insertionOf(state, wire, descriptor);
}

/** Whether no wire starts or ends at a node. */
export function isLoose(state: Known, node: string): boolean {
  const { inputs = [], outputs = [] } = descriptorOf(state, node) ?? {};
  const { wires } = state.graph;
  return !(
    inputs.some(({ name }) => isConnected(wires, node, name, "in")) ||
    outputs.some(({ name }) => isConnected(wires, node, name, "out"))
  );
}

/** Adds a node on a wire. Answers its id. */
export function insertNew(editor: Editor, type: string, at: Point, insertion: Insertion): string | undefined {
  const state = editor.store.getState();
  const made = newNode(state, type);
  const wire = lookup(state.graph.wires, insertion.wire);
  if (!made || !wire) return undefined;
  const done = editTogether(editor, "step.insert", (draft) => {
    draft.do({ kind: "addNode", ...made, at: freePlace(state.graph, at) });
    splice(draft.join, wire, made.id, insertion);
  });
  if (done) select(editor, { nodes: [made.id] });
  return done ? made.id : undefined;
}

/** Moves a node and puts it on a wire, in one step. */
export function insertNode(editor: Editor, node: string, at: Point, insertion: Insertion): boolean {
  const wire = lookup(editor.store.getState().graph.wires, insertion.wire);
  if (!wire) return false;
  return editTogether(editor, "step.insert", (draft) => {
    draft.do({ kind: "move", positions: { [node]: [Math.round(at.x), Math.round(at.y)] } });
    splice(draft.join, wire, node, insertion);
  });
}

/** The end is joined last: until then the wire still says where it leads. */
function splice(
  join: (from: PortRef, to: PortRef) => void,
  wire: { from: PortRef; to: PortRef },
  node: string,
  { input, output }: Insertion,
): void {
  join([node, output], wire.to);
  join(wire.from, [node, input]);
}

/** Where a new node stands on a wire: in the middle between the cards that it joins. */
export function middleOf(state: Known, wire: string): Point | undefined {
  const record = lookup(state.graph.wires, wire);
  const { positions } = state.graph.view;
  const [a, b] = record ? [positions[record.from[0]], positions[record.to[0]]] : [];
  return a && b ? { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2 } : undefined;
}
