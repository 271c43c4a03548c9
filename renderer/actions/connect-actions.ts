/** Adding, replacing and joining nodes without the mouse. */
import { cardGeometry } from "../canvas/card-geometry.ts";
import type { Editor } from "../store/editor.ts";
import type { Point } from "../store/editor-state.ts";
import { middleOf } from "../store/insert.ts";
import { descriptorOf } from "../store/port-types.ts";
import { isReplaceable } from "../store/replace.ts";
import { terminalOf } from "../store/seen.ts";
import { soleNode } from "../store/select.ts";
import type { Action } from "./action.ts";

const group = "group.edit";
const gap = 60;

export const connectActions: readonly Action[] = [
  {
    id: "replace",
    words: "action.replace",
    group,
    keys: ["Shift+R"],
    run: searchReplacement,
    enabled: (state) => {
      const node = soleNode(state);
      return node !== undefined && isReplaceable(state, node) && !state.file.readOnly;
    },
  },
];

/** Search for a node: on the selected wire, beside the selected node, or in the middle of the view. */
export function searchHere(editor: Editor): void {
  const { canvas, store } = editor;
  if (!canvas) return;
  const state = store.getState();
  const [wire] = state.selection.wires;
  const node = soleNode(state);
  const onWire = wire === undefined ? undefined : middleOf(state, wire);
  if (wire !== undefined && onWire && state.selection.nodes.size === 0) {
    store.setState({ dialog: { kind: "search", at: onWire, screen: canvas.toScreen(onWire), wire } });
    return;
  }
  const at = node === undefined || terminalOf(node) ? undefined : placeBeside(editor, node);
  if (node !== undefined && at) {
    store.setState({ dialog: { kind: "search", at, screen: canvas.toScreen(at), beside: node } });
    return;
  }
  store.setState({ dialog: { kind: "search", ...canvas.centre() } });
}

function searchReplacement(editor: Editor): void {
  const { canvas, store } = editor;
  const replace = soleNode(store.getState());
  const [x, y] = store.getState().graph.view.positions[replace ?? ""] ?? [];
  if (!canvas || replace === undefined || x === undefined || y === undefined) return;
  const at = { x, y };
  store.setState({ dialog: { kind: "search", at, screen: canvas.toScreen(at), replace } });
}

function placeBeside(editor: Editor, node: string): Point | undefined {
  const state = editor.store.getState();
  const at = state.graph.view.positions[node];
  return at && { x: at[0] + cardGeometry(descriptorOf(state, node)).width + gap, y: at[1] };
}
