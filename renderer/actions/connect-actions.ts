/** Adding, replacing and joining nodes without the mouse. */
import { cardGeometry } from "../canvas/card-geometry.ts";
import { frameId, noteId } from "../canvas/flow-nodes.ts";
import type { Editor } from "../store/editor.ts";
import type { Point, Selection } from "../store/editor-state.ts";
import { middleOf } from "../store/insert.ts";
import { startJoining } from "../store/join-by-keys.ts";
import { type Direction, neighbourOf } from "../store/neighbour.ts";
import { descriptorOf } from "../store/port-types.ts";
import { isReplaceable } from "../store/replace.ts";
import { terminalOf } from "../store/seen.ts";
import { select, soleNode } from "../store/select.ts";
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
  {
    id: "connect",
    words: "action.connect",
    group,
    keys: ["C"],
    run: (editor) => startJoining(editor, soleNode(editor.store.getState()) ?? ""),
    enabled: (state) => soleNode(state) !== undefined && !state.file.readOnly,
  },
  {
    id: "write",
    words: "action.write",
    group,
    keys: ["F2"],
    run: (editor) => editor.store.setState(({ selection }) => ({ writing: soleText(selection) })),
    enabled: ({ selection, file }) => soleText(selection) !== undefined && !file.readOnly,
  },
  going("goLeft", "action.goLeft", "left", "Mod+ArrowLeft"),
  going("goRight", "action.goRight", "right", "Mod+ArrowRight"),
  going("goUp", "action.goUp", "up", "Mod+ArrowUp"),
  going("goDown", "action.goDown", "down", "Mod+ArrowDown"),
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map(opening),
];

/** The one note or frame that is selected. */
function soleText({ notes, frames }: Selection): string | undefined {
  const [note, ...others] = [...[...notes].map(noteId), ...[...frames].map(frameId)];
  return others.length === 0 ? note : undefined;
}

/** Goes to the next card in a direction; the keyboard's focus follows. */
function going(id: string, words: Action["words"], direction: Direction, key: string): Action {
  return {
    id,
    words,
    group: "group.view",
    keys: [key],
    run(editor) {
      const state = editor.store.getState();
      const middle = editor.canvas?.centre().at ?? { x: 0, y: 0 };
      const found = neighbourOf(state, soleNode(state), direction, middle);
      if (found === undefined) return;
      select(editor, { nodes: [found] });
      editor.canvas?.reveal(found);
      editor.canvas?.takeKeys(found);
    },
  };
}

/** Brings the n-th result of the selected node into sight. */
function opening(n: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): Action {
  return {
    id: `output${n}`,
    words: `action.output${n}`,
    group: "group.view",
    keys: [String(n)],
    run: (editor) => openOutput(editor, n),
    enabled: (state) => (descriptorOf(state, soleNode(state) ?? "")?.outputs.length ?? 0) >= n,
  };
}

function openOutput(editor: Editor, n: number): void {
  const node = soleNode(editor.store.getState());
  if (node === undefined) return;
  editor.store.setState({ dock: "results" });
  editor.panels?.show("dock");
  requestAnimationFrame(() => {
    const panels = document.querySelectorAll<HTMLElement>(`[data-testid^="result-${CSS.escape(node)}-"]`);
    const panel = panels[n - 1];
    if (!panel) return;
    panel.tabIndex = -1;
    panel.scrollIntoView({ block: "nearest", inline: "start" });
    panel.focus({ preventScroll: true });
  });
}

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
