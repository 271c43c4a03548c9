/** Actions that change the document or the selection. */
import { canRedo, canUndo } from "../../core/graph/history.ts";
import { edit, redoStep, undoStep } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { EditorState } from "../store/editor-state.ts";
import {
  addFrame,
  addNote,
  duplicateSelection,
  newSeeds,
  removeSelection,
  toggleState,
} from "../store/graph-edits.ts";
import { select } from "../store/select.ts";
import { say } from "../words/words.ts";
import type { Action } from "./action.ts";

const group = "group.edit";
const hasNodes = (state: EditorState) => state.selection.nodes.size > 0;
const hasAny = ({ selection }: EditorState) =>
  Object.values(selection).some((ids: ReadonlySet<string>) => ids.size > 0);

export const editActions: readonly Action[] = [
  {
    id: "undo",
    words: "action.undo",
    group,
    keys: ["Mod+Z"],
    run: undoStep,
    enabled: (s) => canUndo(s.history),
  },
  {
    id: "redo",
    words: "action.redo",
    group,
    keys: ["Mod+Shift+Z", "Mod+Y"],
    run: redoStep,
    enabled: (s) => canRedo(s.history),
  },
  { id: "addNode", words: "action.addNode", group, keys: ["Tab"], run: openSearch },
  {
    id: "delete",
    words: "action.delete",
    group,
    keys: ["Delete", "Backspace"],
    run: (e) => removeSelection(e, true),
    enabled: hasAny,
  },
  {
    id: "deleteOnly",
    words: "action.deleteOnly",
    group,
    keys: ["Shift+Delete", "Shift+Backspace"],
    run: (e) => removeSelection(e, false),
    enabled: hasAny,
  },
  {
    id: "duplicate",
    words: "action.duplicate",
    group,
    keys: ["Mod+D"],
    run: duplicateSelection,
    enabled: hasNodes,
  },
  { id: "selectAll", words: "action.selectAll", group, keys: ["Mod+A"], run: selectAll },
  {
    id: "mute",
    words: "action.mute",
    group,
    keys: ["M"],
    run: (e) => toggleState(e, "muted"),
    enabled: hasNodes,
  },
  {
    id: "bypass",
    words: "action.bypass",
    group,
    keys: ["B"],
    run: (e) => toggleState(e, "bypassed"),
    enabled: hasNodes,
  },
  { id: "newSeeds", words: "action.newSeeds", group, keys: [], run: newSeeds, enabled: hasNodes },
  {
    id: "note",
    words: "action.note",
    group,
    keys: ["N"],
    run: (e) => void addNote(e, e.canvas?.centre().at ?? { x: 0, y: 0 }),
  },
  {
    id: "frame",
    words: "action.frame",
    group,
    keys: ["F"],
    run: (e) => addFrame(e, say(e.store.getState().language, "canvas.frameNew")),
    enabled: hasNodes,
  },
];

function openSearch(editor: Editor): void {
  const centre = editor.canvas?.centre();
  if (centre) editor.store.setState({ dialog: { kind: "search", ...centre } });
}

function selectAll(editor: Editor): void {
  const { nodes, view } = editor.store.getState().document;
  select(editor, {
    nodes: Object.keys(nodes),
    notes: Object.keys(view.notes),
    frames: Object.keys(view.frames),
  });
}

/** Moves the selected nodes; repeated presses are one step of history. */
export function nudge(editor: Editor, dx: number, dy: number): boolean {
  const { document, selection } = editor.store.getState();
  const entries = [...selection.nodes].flatMap((id) => {
    const at = document.view.positions[id];
    return at ? [[id, [at[0] + dx, at[1] + dy]] as const] : [];
  });
  if (entries.length === 0) return false;
  const squash = `nudge/${[...selection.nodes].join()}`;
  return edit(
    editor,
    { kind: "move", positions: Object.fromEntries(entries) },
    { label: "step.move", squash },
  );
}
