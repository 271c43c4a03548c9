/** Edits that need to know what nodes are: adding, joining, removing. Each is one step of history. */
import { freeId } from "../../core/base/ids.ts";
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument, NodeRecord, PortRef, Position } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import { pathOf, type Scope } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { Connecting, EditorState, Point } from "./editor-state.ts";
import { joinTerminal, localCommand, unjoinTerminals } from "./local-command.ts";
import { rejoinWires } from "./rejoin.ts";
import { type SeenGraph, terminalOf } from "./seen.ts";
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
  const state = editor.store.getState();
  const descriptor = state.known.get(type);
  if (!descriptor) return undefined;
  const id = freeNodeId(state, descriptor.idBase);
  const commands: Command[] = [
    { kind: "addNode", id, node: newRecord(state.document, descriptor), at: freePlace(state.graph, at) },
  ];
  if (join) {
    const here: PortRef = [id, join.port];
    const there: PortRef = [join.end.node, join.end.port];
    const ends = join.end.side === "out" ? { from: there, to: here } : { from: here, to: there };
    commands.push({ kind: "addWire", id: freeWireId(state), ...ends });
  }
  if (!edit(editor, { kind: "batch", commands }, { label: "step.addNode" })) return undefined;
  select(editor, { nodes: [id] });
  return id;
}

/** A path in the graph that is seen which nothing has yet. */
export function freeNodeId({ graph, scope }: Pick<EditorState, "graph" | "scope">, base: string): string {
  return pathOf(scope, freeId(base, { has: (name) => Object.hasOwn(graph.nodes, pathOf(scope, name)) }));
}

function newRecord(document: GraphDocument, descriptor: NodeDescriptor): NodeRecord {
  const params: Record<string, Json> = {};
  for (const { name, spec } of descriptor.params)
    params[name] = spec.kind === "seed" ? freshSeed(document) : spec.default;
  return { type: descriptor.id, version: descriptor.version, params };
}

/** The next seed that no node of the document has, counted from the document's own. */
export function freshSeed(document: GraphDocument): number {
  const { nodes } = flattenGroups(document);
  const taken = new Set(Object.values(nodes).map((node) => node.params.seed));
  let seed = document.seed + 1;
  while (taken.has(seed)) seed += 1;
  return seed;
}

/** Wire ids are w1, w2, …: short, since nobody reads them but in a diff. */
export function freeWireId({ graph, scope }: Pick<EditorState, "graph" | "scope">): string {
  let n = Object.keys(graph.wires).length + 1;
  while (Object.hasOwn(graph.wires, pathOf(scope, `w${n}`))) n += 1;
  return pathOf(scope, `w${n}`);
}

/** The nearest place, going down and right, where no card starts. */
function freePlace(graph: SeenGraph, at: Point): Position {
  let [x, y] = [Math.round(at.x / grid) * grid, Math.round(at.y / grid) * grid];
  const taken = Object.values(graph.view.positions);
  while (taken.some(([a, b]) => Math.abs(a - x) < 24 && Math.abs(b - y) < 24)) {
    x += 30;
    y += 30;
  }
  return [x, y];
}

/** Joins two ports; a wire that stands in the input gives way. */
export function connect(editor: Editor, from: PortRef, to: PortRef): boolean {
  const state = editor.store.getState();
  const joined = joinTerminal(state.document, state.scope, from, to);
  if (joined) return edit(editor, joined, { label: "step.wire", whole: true });
  const id = freeWireId(state);
  return edit(editor, { kind: "addWire", id, from, to }, { label: "step.wire" });
}

/** Removes what is selected. With `rejoin`, what fed the removed nodes feeds what they fed, where types allow. */
export function removeSelection(editor: Editor, rejoin: boolean): void {
  const state = editor.store.getState();
  const { document, scope, graph, selection } = state;
  const ids = [...selection.nodes].filter((id) => Object.hasOwn(graph.nodes, id) && !terminalOf(id));
  const commands: Command[] = [...selection.notes].map((id) => ({ kind: "removeNote", id }));
  commands.push(...[...selection.frames].map((id): Command => ({ kind: "removeFrame", id })));
  const loose = [...selection.wires].filter((id) => !ids.some((node) => touches(graph, id, node)));
  const wires = loose.filter((id) => !terminalWire(graph, id));
  if (wires.length > 0) commands.push({ kind: "removeWires", ids: wires });
  if (ids.length > 0) {
    commands.push({ kind: "removeNodes", ids, ...(rejoin ? { rejoin: rejoinWires(state, ids) } : {}) });
  }
  const all = [
    ...commands.map((command) => localCommand(document, scope, command)),
    ...unjoinTerminals(document, scope, loose),
    ...removePorts(scope, selection.nodes),
  ];
  if (all.length === 0) return;
  const label = ids.length === 0 && loose.length === all.length ? "step.unwire" : "step.remove";
  edit(editor, { kind: "batch", commands: all }, { label, whole: true });
}

function touches(graph: SeenGraph, wire: string, node: string): boolean {
  const record = graph.wires[wire];
  return record !== undefined && (record.from[0] === node || record.to[0] === node);
}

function terminalWire(graph: SeenGraph, wire: string): boolean {
  const record = graph.wires[wire];
  return record !== undefined && [record.from, record.to].some(([id]) => terminalOf(id) !== undefined);
}

/** A terminal is a port of the group around: taking it away takes the port, and the wires that end at it outside. */
function removePorts(scope: Scope, nodes: ReadonlySet<string>): Command[] {
  const group = scope[scope.length - 1] ?? "";
  return [...nodes].flatMap((id) => {
    const terminal = terminalOf(id);
    if (!terminal) return [];
    const side = terminal.side === "in" ? "inputs" : "outputs";
    const command: Command = { kind: "removeGroupPort", group, side, port: terminal.port };
    return [{ kind: "within", groups: scope.slice(0, -1), command }];
  });
}

/** Mutes, bypasses, or takes it back where all selected nodes have that state already. */
export function toggleState(editor: Editor, wanted: "muted" | "bypassed"): void {
  const { graph, selection } = editor.store.getState();
  const ids = [...selection.nodes].filter((id) => !terminalOf(id));
  const all = ids.every((id) => graph.nodes[id]?.state === wanted);
  const commands = ids.map((node): Command => {
    return { kind: "setNode", node, fields: ["state"], ...(all ? {} : { state: wanted }) };
  });
  if (commands.length > 0) edit(editor, { kind: "batch", commands }, { label: "step.state" });
}

/** Gives every selected seeded node a seed that no node has. */
export function newSeeds(editor: Editor): void {
  const { document, graph, selection } = editor.store.getState();
  const nodes = [...selection.nodes].filter((id) => graph.nodes[id]?.params.seed !== undefined);
  const first = freshSeed(document);
  const taken = new Set(Object.values(flattenGroups(document).nodes).map((node) => node.params.seed));
  let seed = first;
  const commands = nodes.map((node): Command => {
    while (taken.has(seed)) seed += 1;
    return { kind: "setParam", node, name: "seed", value: seed++ };
  });
  if (commands.length > 0) edit(editor, { kind: "batch", commands }, { label: "step.seeds" });
}

/** Puts an empty note at a place and selects it. */
export function addNote(editor: Editor, at: Point): string {
  const { view } = editor.store.getState().graph;
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
  const { positions, frames } = state.graph.view;
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
