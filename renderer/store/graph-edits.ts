/** Edits that need to know what nodes are: adding, joining, muting, noting. Each is one step of history. */
import { freeId } from "../../core/base/ids.ts";
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument, NodeRecord, PortRef, Position } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import { pathOf } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { editTogether } from "./draft.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { Connecting, EditorState, Point } from "./editor-state.ts";
import { newGroupPort } from "./group-join.ts";
import { rememberJoin } from "./habits.ts";
import { bestFreePort, bestPort } from "./port-types.ts";
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
  const made = newNode(state, type);
  if (!made) return undefined;
  const done = editTogether(editor, "step.addNode", (draft) => {
    draft.do({ kind: "addNode", ...made, at: freePlace(state.graph, at) });
    if (!join) return;
    const here: PortRef = [made.id, join.port];
    const there: PortRef = [join.end.node, join.end.port];
    if (join.end.side === "out") draft.join(there, here);
    else draft.join(here, there);
  });
  if (!done) return undefined;
  if (join) {
    const other = state.graph.nodes[join.end.node]?.type ?? "";
    const [here, there] = [`${type}.${join.port}`, `${other}.${join.end.port}`];
    if (join.end.side === "out") rememberJoin(there, here);
    else rememberJoin(here, there);
  }
  select(editor, { nodes: [made.id] });
  return made.id;
}

/** A node of this type with a free id; `undefined` for a type that nobody knows. */
export function newNode(
  state: Pick<EditorState, "document" | "graph" | "scope" | "known">,
  type: string,
): { id: string; node: NodeRecord } | undefined {
  const descriptor = state.known.get(type);
  if (!descriptor) return undefined;
  return { id: freeNodeId(state, descriptor.idBase), node: newRecord(state.document, descriptor) };
}

/** A path in the graph that is seen which nothing has yet. */
export function freeNodeId({ graph, scope }: Pick<EditorState, "graph" | "scope">, base: string): string {
  return pathOf(scope, freeId(base, { has: (name) => Object.hasOwn(graph.nodes, pathOf(scope, name)) }));
}

/** A node of this type with every parameter at its default, and a seed of its own. */
export function newRecord(document: GraphDocument, descriptor: NodeDescriptor): NodeRecord {
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

/** The nearest place, going down and right, where no card starts. */
export function freePlace(graph: SeenGraph, at: Point): Position {
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
  const { nodes } = editor.store.getState().graph;
  const done = editTogether(editor, "step.wire", (draft) => draft.join(from, to));
  const [giver, taker] = [nodes[from[0]]?.type ?? "", nodes[to[0]]?.type ?? ""];
  // What groups and terminals are called says nothing about another graph.
  if (done && !giver.includes(":") && !taker.includes(":"))
    rememberJoin(`${giver}.${from[1]}`, `${taker}.${to[1]}`);
  return done;
}

/** Joins a wire's end to a card: its best free port, else a new port of a group, else the best port that is taken. */
export function connectToCard(editor: Editor, end: Connecting, node: string): boolean {
  const state = editor.store.getState();
  const free = bestFreePort(state, end, node);
  const made = free === undefined ? newGroupPort(state, end, node) : undefined;
  const port = free ?? made?.port ?? bestPort(state, end, node);
  if (port === undefined) return false;
  const [here, there]: [PortRef, PortRef] = [
    [end.node, end.port],
    [node, port],
  ];
  const [from, to] = end.side === "out" ? [here, there] : [there, here];
  if (!made) return connect(editor, from, to);
  return editTogether(editor, "step.wire", (draft) => {
    draft.do(made.command);
    draft.join(from, to);
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
