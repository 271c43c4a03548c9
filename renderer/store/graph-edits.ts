/** Edits that need to know what nodes are: adding, joining, removing, duplicating. Each is one step of history. */
import { freeId } from "../../core/base/ids.ts";
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument, NodeRecord, PortRef, Position } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { Connecting, EditorState, Point } from "./editor-state.ts";
import { rejoinWires } from "./rejoin.ts";
import { select } from "./select.ts";

const grid = 10;
const cardWidth = 212;

/** Adds a node, selects it, and joins it to a wire's end when one is given. Answers its id. */
export function addNode(
  editor: Editor,
  type: string,
  at: Point,
  join?: { end: Connecting; port: string },
): string | undefined {
  const { document, descriptors } = editor.store.getState();
  const descriptor = descriptors.get(type);
  if (!descriptor) return undefined;
  const id = freeId(descriptor.idBase, { has: (name) => Object.hasOwn(document.nodes, name) });
  const commands: Command[] = [
    { kind: "addNode", id, node: newRecord(document, descriptor), at: freePlace(document, at) },
  ];
  if (join) {
    const here: PortRef = [id, join.port];
    const there: PortRef = [join.end.node, join.end.port];
    const ends = join.end.side === "out" ? { from: there, to: here } : { from: here, to: there };
    commands.push({ kind: "addWire", id: freeWireId(document), ...ends });
  }
  if (!edit(editor, { kind: "batch", commands }, { label: "step.addNode" })) return undefined;
  select(editor, { nodes: [id] });
  return id;
}

function newRecord(document: GraphDocument, descriptor: NodeDescriptor): NodeRecord {
  const params: Record<string, Json> = {};
  for (const { name, spec } of descriptor.params)
    params[name] = spec.kind === "seed" ? freshSeed(document) : spec.default;
  return { type: descriptor.id, version: descriptor.version, params };
}

/** The next seed that no node of the document has, counted from the document's own. */
export function freshSeed(document: GraphDocument): number {
  const taken = new Set(Object.values(document.nodes).map((node) => node.params.seed));
  let seed = document.seed + 1;
  while (taken.has(seed)) seed += 1;
  return seed;
}

/** Wire ids are w1, w2, …: short, since nobody reads them but in a diff. */
export function freeWireId(document: GraphDocument): string {
  let n = Object.keys(document.wires).length + 1;
  while (Object.hasOwn(document.wires, `w${n}`)) n += 1;
  return `w${n}`;
}

/** The nearest place, going down and right, where no card starts. */
function freePlace(document: GraphDocument, at: Point): Position {
  let [x, y] = [Math.round(at.x / grid) * grid, Math.round(at.y / grid) * grid];
  const taken = Object.values(document.view.positions);
  while (taken.some(([a, b]) => Math.abs(a - x) < 24 && Math.abs(b - y) < 24)) {
    x += 30;
    y += 30;
  }
  return [x, y];
}

/** Joins two ports; a wire that stands in the input gives way. */
export function connect(editor: Editor, from: PortRef, to: PortRef): boolean {
  const id = freeWireId(editor.store.getState().document);
  return edit(editor, { kind: "addWire", id, from, to }, { label: "step.wire" });
}

/** Removes what is selected. With `rejoin`, what fed the removed nodes feeds what they fed, where types allow. */
export function removeSelection(editor: Editor, rejoin: boolean): void {
  const state = editor.store.getState();
  const { document, selection } = state;
  const ids = [...selection.nodes].filter((id) => Object.hasOwn(document.nodes, id));
  const commands: Command[] = [...selection.notes].map((id) => ({ kind: "removeNote", id }));
  commands.push(...[...selection.frames].map((id): Command => ({ kind: "removeFrame", id })));
  const wires = [...selection.wires].filter((id) => !ids.some((node) => touches(document, id, node)));
  if (wires.length > 0) commands.push({ kind: "removeWires", ids: wires });
  if (ids.length > 0) {
    commands.push({ kind: "removeNodes", ids, ...(rejoin ? { rejoin: rejoinWires(state, ids) } : {}) });
  }
  if (commands.length === 0) return;
  const label =
    ids.length > 0 || commands.length > 1 ? "step.remove" : wires.length > 0 ? "step.unwire" : "step.remove";
  edit(editor, { kind: "batch", commands }, { label });
}

function touches(document: GraphDocument, wire: string, node: string): boolean {
  const record = document.wires[wire];
  return record !== undefined && (record.from[0] === node || record.to[0] === node);
}

/** Copies the selected nodes with the wires among them and into them, a little further down. */
export function duplicateSelection(editor: Editor): void {
  const state = editor.store.getState();
  const { document, selection } = state;
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(document.nodes));
  for (const id of selection.nodes) {
    const copy = freeId(state.descriptors.get(document.nodes[id]?.type ?? "")?.idBase ?? id, taken);
    taken.add(copy);
    names.set(id, copy);
  }
  const commands: Command[] = [];
  for (const [id, copy] of names) {
    const node = document.nodes[id];
    const [x, y] = document.view.positions[id] ?? [0, 0];
    if (node) commands.push({ kind: "addNode", id: copy, node, at: [x + 40, y + 40] });
  }
  const wires = Object.values(document.wires).filter((wire) => names.has(wire.to[0]));
  let grown = document;
  for (const wire of wires) {
    const id = freeWireId(grown);
    const from: PortRef = [names.get(wire.from[0]) ?? wire.from[0], wire.from[1]];
    const to: PortRef = [names.get(wire.to[0]) ?? wire.to[0], wire.to[1]];
    commands.push({ kind: "addWire", id, from, to });
    grown = { ...grown, wires: { ...grown.wires, [id]: { from, to } } };
  }
  if (commands.length === 0) return;
  if (edit(editor, { kind: "batch", commands }, { label: "step.duplicate" }))
    select(editor, { nodes: names.values() });
}

/** Mutes, bypasses, or takes it back where all selected nodes have that state already. */
export function toggleState(editor: Editor, wanted: "muted" | "bypassed"): void {
  const { document, selection } = editor.store.getState();
  const ids = [...selection.nodes];
  const all = ids.every((id) => document.nodes[id]?.state === wanted);
  const commands = ids.map((node): Command => {
    return { kind: "setNode", node, fields: ["state"], ...(all ? {} : { state: wanted }) };
  });
  if (commands.length > 0) edit(editor, { kind: "batch", commands }, { label: "step.state" });
}

/** Gives every selected seeded node a seed that no node has. */
export function newSeeds(editor: Editor): void {
  const { document, selection } = editor.store.getState();
  let grown = document;
  const commands: Command[] = [];
  for (const node of selection.nodes) {
    const record = grown.nodes[node];
    if (record?.params.seed === undefined) continue;
    const value = freshSeed(grown);
    commands.push({ kind: "setParam", node, name: "seed", value });
    grown = {
      ...grown,
      nodes: { ...grown.nodes, [node]: { ...record, params: { ...record.params, seed: value } } },
    };
  }
  if (commands.length > 0) edit(editor, { kind: "batch", commands }, { label: "step.seeds" });
}

/** Puts an empty note at a place and selects it. */
export function addNote(editor: Editor, at: Point): string {
  const { view } = editor.store.getState().document;
  const id = freeId("note", { has: (name) => Object.hasOwn(view.notes, name) });
  const note = {
    text: { en: "" },
    at: [Math.round(at.x), Math.round(at.y)],
    size: [216, 90],
    color: "yellow",
  } as const;
  if (edit(editor, { kind: "setNote", id, note }, { label: "step.note" })) select(editor, { notes: [id] });
  return id;
}

/** Draws a frame around the selected nodes, or an empty one in the middle of the view. */
export function addFrame(editor: Editor, title: string): void {
  const state: EditorState = editor.store.getState();
  const { positions, frames } = state.document.view;
  const places = [...state.selection.nodes].flatMap((id) => (positions[id] ? [positions[id]] : []));
  const centre = editor.canvas?.centre().at ?? { x: 0, y: 0 };
  const xs = places.length > 0 ? places.map(([x]) => x) : [centre.x - 140];
  const ys = places.length > 0 ? places.map(([, y]) => y) : [centre.y - 80];
  const [left, top] = [Math.min(...xs) - 20, Math.min(...ys) - 30];
  const size: Position = [Math.max(...xs) - left + cardWidth + 20, Math.max(...ys) - top + 200];
  const id = freeId("frame", { has: (name) => Object.hasOwn(frames, name) });
  edit(
    editor,
    { kind: "setFrame", id, frame: { title: { en: title }, at: [left, top], size } },
    { label: "step.frame" },
  );
}
