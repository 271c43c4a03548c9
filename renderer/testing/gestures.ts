/** What a user does to the graph, by the functions that the canvas, the keys and the inspector call; where and with what, dice decide. */
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { Position } from "../../core/graph/document.ts";
import type { ParamDescriptor } from "../../core/node/descriptor.ts";
import { align, distribute } from "../store/arrange.ts";
import { copiedText, duplicateSelection, pasteText } from "../store/clipboard.ts";
import { edit, redoStep, travelToStep, undoStep } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { Connecting, EditorState, Selection } from "../store/editor-state.ts";
import {
  addFrame,
  addNode,
  addNote,
  connect,
  connectToCard,
  newSeeds,
  toggleState,
} from "../store/graph-edits.ts";
import { enterGroup, goToScope, groupSelection, leaveGroup, ungroupSelection } from "../store/groups.ts";
import { insertionOfNode, insertNode } from "../store/insert.ts";
import { targetsOf } from "../store/join-by-keys.ts";
import { offersOf } from "../store/offers.ts";
import { removeSelection } from "../store/remove.ts";
import { isReplaceable } from "../store/replace.ts";
import { terminalOf } from "../store/seen.ts";
import { goToNode, select, selectAlong } from "../store/select.ts";
import { type Dice, oneOf, someOf } from "./dice.ts";

export type Clipboard = { text: string | undefined };
type Gesture = (editor: Editor, roll: Dice, clipboard: Clipboard) => void;

const stateOf = (editor: Editor): EditorState => editor.store.getState();
const nodesOf = (editor: Editor) => Object.keys(stateOf(editor).graph.nodes);
const ownNodes = (editor: Editor) => nodesOf(editor).filter((id) => !terminalOf(id));
const groupsOf = (editor: Editor) =>
  nodesOf(editor).filter((id) => stateOf(editor).graph.nodes[id].type.startsWith("group:"));
const place = (roll: Dice) => ({ x: roll(2000) - 500, y: roll(1200) - 300 });
const at = (roll: Dice): Position => [roll(2000) - 500, roll(1200) - 300];
const screen = { x: 0, y: 0 };

/** A port that is seen: an end from which a wire could be dragged. */
function anyEnd(editor: Editor, roll: Dice): Connecting | undefined {
  const { graph, descriptors } = stateOf(editor);
  const node = oneOf(roll, nodesOf(editor));
  const descriptor = node === undefined ? undefined : descriptors.get(graph.nodes[node].type);
  if (node === undefined || !descriptor) return undefined;
  const side = roll(3) === 0 ? "in" : "out";
  const port = oneOf(roll, side === "in" ? descriptor.inputs : descriptor.outputs);
  return port && { node, port: port.name, side };
}

/** Chooses one of what the search offers. */
function choose(
  editor: Editor,
  roll: Dice,
  search: Omit<Parameters<typeof offersOf>[1], "kind" | "at" | "screen">,
): void {
  const offers = offersOf(stateOf(editor), { kind: "search", at: place(roll), screen, ...search });
  oneOf(roll, offers)?.choose(editor);
}

function valueFor(roll: Dice, { spec }: ParamDescriptor): Json {
  switch (spec.kind) {
    case "int":
      return spec.min + roll(Math.min(20, spec.max - spec.min + 1));
    case "flag":
      return roll(2) === 0;
    case "choice":
      return oneOf(roll, Object.keys(spec.choices)) ?? spec.default;
    case "text":
      return oneOf(roll, ["", "a", "日本", 'a"b\\', "__proto__"]) ?? "";
    default:
      return spec.default;
  }
}

function setParams(editor: Editor, roll: Dice): void {
  const { graph, known, selection } = stateOf(editor);
  const node = oneOf(roll, selection.nodes.size > 0 ? [...selection.nodes] : ownNodes(editor));
  const param = node && oneOf(roll, known.get(graph.nodes[node].type)?.params ?? []);
  if (!node || !param) return;
  const same = [...selection.nodes].filter((id) => graph.nodes[id].type === graph.nodes[node].type);
  const nodes = roll(3) === 0 && same.length > 0 ? same : [node];
  const commands = nodes.map(
    (id): Command => ({ kind: "setParam", node: id, name: param.name, value: valueFor(roll, param) }),
  );
  edit(
    editor,
    { kind: "batch", commands },
    { label: "step.param", squash: `param/${nodes.join("\n")}.${param.name}` },
  );
}

function drag(editor: Editor, roll: Dice): void {
  const { selection, graph } = stateOf(editor);
  const moved = selection.nodes.size > 0 ? [...selection.nodes] : someOf(roll, ownNodes(editor), 3);
  const cards = moved.filter((id) => !terminalOf(id) && graph.view.positions[id]);
  if (cards.length === 0) return;
  const positions = Object.fromEntries(cards.map((id) => [id, at(roll)]));
  edit(editor, { kind: "batch", commands: [{ kind: "move", positions }] }, { label: "step.move" });
}

function dropOnWire(editor: Editor, roll: Dice): void {
  const state = stateOf(editor);
  const wire = oneOf(roll, Object.keys(state.graph.wires));
  const node = oneOf(roll, ownNodes(editor));
  const insertion = wire && node && insertionOfNode(state, wire, node);
  if (insertion) insertNode(editor, node, place(roll), insertion);
}

function reroute(editor: Editor, roll: Dice): void {
  const { wires, view } = stateOf(editor).graph;
  const wire = oneOf(roll, Object.keys(wires));
  if (!wire || terminalOf(wires[wire].from[0]) || terminalOf(wires[wire].to[0])) return;
  const points = roll(3) === 0 ? [] : [...(view.reroutes?.[wire] ?? []), at(roll)].slice(-3);
  edit(editor, { kind: "setReroutes", wire, points }, { label: "step.reroute", squash: `reroute/${wire}` });
}

function rename(editor: Editor, roll: Dice): void {
  const node = oneOf(roll, ownNodes(editor));
  const title = oneOf(roll, ["One", "二", undefined]);
  const isGroup = node !== undefined && groupsOf(editor).includes(node);
  if (!node || (isGroup && title === undefined)) return;
  const named = title === undefined ? {} : { title };
  edit(editor, { kind: "setNode", node, fields: ["title"], ...named }, { label: "step.node" });
}

function writeNote(editor: Editor, roll: Dice): void {
  const { notes, frames } = stateOf(editor).graph.view;
  const note = oneOf(roll, Object.keys(notes));
  const frame = oneOf(roll, Object.keys(frames));
  if (note && roll(2) === 0) {
    const words = { ...notes[note], text: { en: `note ${roll(9)}` } };
    edit(editor, { kind: "setNote", id: note, note: words }, { label: "step.note" });
  } else if (frame) {
    const moved = { ...frames[frame], at: at(roll) };
    edit(editor, { kind: "setFrame", id: frame, frame: moved }, { label: "step.move" });
  }
}

function editPorts(editor: Editor, roll: Dice): void {
  const group = oneOf(roll, groupsOf(editor));
  const descriptor = group && stateOf(editor).descriptors.get(stateOf(editor).graph.nodes[group].type);
  if (!group || !descriptor) return;
  const side = roll(2) === 0 ? "inputs" : "outputs";
  const port = oneOf(roll, descriptor[side])?.name;
  if (port === undefined) return;
  const name = `p${roll(4)}`;
  const command: Command =
    roll(3) === 0
      ? { kind: "removeGroupPort", group, side, port }
      : { kind: "renameGroupPort", group, side, port, name };
  edit(editor, command, { label: "step.ports" });
}

function selectSome(editor: Editor, roll: Dice): void {
  const { graph } = stateOf(editor);
  const part: Partial<Record<keyof Selection, string[]>> = { nodes: someOf(roll, nodesOf(editor), 5) };
  if (roll(3) === 0) part.wires = someOf(roll, Object.keys(graph.wires), 2);
  if (roll(3) === 0) part.notes = someOf(roll, Object.keys(graph.view.notes), 2);
  if (roll(3) === 0) part.frames = someOf(roll, Object.keys(graph.view.frames), 2);
  select(editor, part);
}

function joinPorts(editor: Editor, roll: Dice): void {
  const end = anyEnd(editor, roll);
  const other = end && oneOf(roll, targetsOf(stateOf(editor), end));
  if (!end || !other) return;
  const [from, to] = end.side === "out" ? [end, other] : [other, end];
  connect(editor, [from.node, from.port], [to.node, to.port]);
}

function paste(editor: Editor, roll: Dice, { text }: Clipboard): void {
  if (text !== undefined) pasteText(editor, text, roll(2) === 0, at(roll));
}

/** Name → how often, and what. */
export const gestures: Readonly<Record<string, readonly [weight: number, act: Gesture]>> = {
  select: [14, selectSome],
  selectAlong: [2, (editor, roll) => selectAlong(editor, roll(2) === 0 ? "up" : "down")],
  add: [
    5,
    (editor, roll) => {
      const type = oneOf(roll, [...stateOf(editor).known.keys()]);
      if (type) addNode(editor, type, place(roll));
    },
  ],
  addAtEnd: [
    6,
    (editor, roll) => {
      const from = anyEnd(editor, roll);
      if (from) choose(editor, roll, { from });
    },
  ],
  addOnWire: [
    4,
    (editor, roll) => {
      const wire = oneOf(roll, Object.keys(stateOf(editor).graph.wires));
      if (wire) choose(editor, roll, { wire });
    },
  ],
  replace: [
    4,
    (editor, roll) => {
      const node = oneOf(roll, nodesOf(editor));
      if (node && isReplaceable(stateOf(editor), node)) choose(editor, roll, { replace: node });
    },
  ],
  join: [12, joinPorts],
  joinCard: [
    5,
    (editor, roll) => {
      const end = anyEnd(editor, roll);
      const card = oneOf(roll, ownNodes(editor));
      if (end && card && card !== end.node) connectToCard(editor, end, card);
    },
  ],
  dropOnWire: [4, dropOnWire],
  param: [10, setParams],
  drag: [6, drag],
  reroute: [3, reroute],
  rename: [3, rename],
  state: [3, (editor, roll) => toggleState(editor, roll(2) === 0 ? "muted" : "bypassed")],
  seeds: [1, newSeeds],
  note: [2, (editor, roll) => void addNote(editor, place(roll))],
  frame: [2, (editor) => addFrame(editor, "Frame")],
  writeNote: [3, writeNote],
  align: [2, (editor, roll) => align(editor, oneOf(roll, ["left", "top", "centre"] as const) ?? "left")],
  distribute: [1, (editor, roll) => distribute(editor, roll(2) === 0 ? "across" : "down")],
  title: [
    1,
    (editor, roll) =>
      void edit(editor, { kind: "setDocument", title: `t${roll(5)}` }, { label: "step.title" }),
  ],
  group: [
    5,
    (editor) => {
      if (stateOf(editor).selection.nodes.size > 0) groupSelection(editor);
    },
  ],
  ungroup: [3, ungroupSelection],
  enter: [
    9,
    (editor, roll) => {
      const group = oneOf(roll, groupsOf(editor));
      if (group) enterGroup(editor, group);
    },
  ],
  leave: [3, leaveGroup],
  crumb: [1, (editor, roll) => goToScope(editor, stateOf(editor).scope.slice(0, roll(3)))],
  goTo: [
    1,
    (editor, roll) => {
      const node = oneOf(roll, ownNodes(editor));
      if (node) goToNode(editor, node);
    },
  ],
  ports: [4, editPorts],
  copy: [
    4,
    (editor, _roll, clipboard) => {
      clipboard.text = copiedText(editor) ?? clipboard.text;
    },
  ],
  cut: [
    2,
    (editor, _roll, clipboard) => {
      clipboard.text = copiedText(editor) ?? clipboard.text;
      removeSelection(editor, true);
    },
  ],
  paste: [3, paste],
  duplicate: [3, (editor, roll) => duplicateSelection(editor, roll(2) === 0)],
  remove: [9, (editor, roll) => removeSelection(editor, roll(3) > 0)],
  undo: [7, undoStep],
  redo: [4, redoStep],
  travel: [
    1,
    (editor, roll) => {
      const { done, undone } = stateOf(editor).history;
      const position = done.length + roll(12) - 8;
      travelToStep(editor, Math.max(0, Math.min(done.length + undone.length, position)));
    },
  ],
};

const drawn = Object.entries(gestures).flatMap(([name, [weight]]) => Array<string>(weight).fill(name));

/** One gesture; answers its name. */
export function gesture(editor: Editor, roll: Dice, clipboard: Clipboard): string {
  const name = oneOf(roll, drawn) ?? "undo";
  gestures[name][1](editor, roll, clipboard);
  return name;
}
