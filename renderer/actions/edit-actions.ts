/** Actions that change the document or the selection. */
import { canRedo, canUndo } from "../../core/graph/history.ts";
import { copySelection, cutSelection, duplicateSelection, pasteClipboard } from "../store/clipboard.ts";
import { redoStep, undoStep } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { EditorState } from "../store/editor-state.ts";
import { addFrame, addNote, newSeeds, toggleState } from "../store/graph-edits.ts";
import { groupOfType } from "../store/group-descriptor.ts";
import { groupSelection, ungroupSelection } from "../store/groups.ts";
import { removeSelection } from "../store/remove.ts";
import { terminalOf } from "../store/seen.ts";
import { select } from "../store/select.ts";
import { say } from "../words/words.ts";
import type { Action } from "./action.ts";
import { searchHere } from "./connect-actions.ts";

const group = "group.edit";
const hasNodes = (state: EditorState) => state.selection.nodes.size > 0;
const hasGroup = ({ selection, graph }: EditorState) =>
  [...selection.nodes].some((id) => groupOfType(graph.nodes[id]?.type ?? "") !== undefined);
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
  {
    id: "history",
    words: "action.history",
    group,
    keys: ["H"],
    run: (e) => e.store.setState(({ showHistory }) => ({ showHistory: !showHistory })),
  },
  { id: "addNode", words: "action.addNode", group, keys: ["Tab"], run: searchHere },
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
    run: (e) => duplicateSelection(e),
    enabled: hasAny,
  },
  {
    id: "duplicateOnly",
    words: "action.duplicateOnly",
    group,
    keys: ["Mod+Shift+D"],
    run: (e) => duplicateSelection(e, false),
    enabled: hasAny,
  },
  {
    id: "copy",
    words: "action.copy",
    group,
    keys: ["Mod+C"],
    native: true,
    run: (e) => void copySelection(e),
    enabled: hasAny,
  },
  {
    id: "cut",
    words: "action.cut",
    group,
    keys: ["Mod+X"],
    native: true,
    run: (e) => void cutSelection(e),
    enabled: hasAny,
  },
  {
    id: "paste",
    words: "action.paste",
    group,
    keys: ["Mod+V"],
    native: true,
    run: (e) => void pasteClipboard(e, false),
  },
  {
    id: "pasteJoined",
    words: "action.pasteJoined",
    group,
    keys: ["Mod+Shift+V"],
    run: (e) => void pasteClipboard(e, true),
  },
  {
    id: "group",
    words: "action.group",
    group,
    keys: ["Mod+G"],
    run: groupSelection,
    enabled: hasNodes,
  },
  {
    id: "ungroup",
    words: "action.ungroup",
    group,
    keys: ["Mod+Shift+G"],
    run: ungroupSelection,
    enabled: hasGroup,
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
  {
    id: "filterRows",
    words: "action.filterRows",
    group,
    keys: [],
    run: (editor) => void import("../store/filter-rows.ts").then(({ filterRows }) => filterRows(editor)),
    enabled: (state) => state.rows !== undefined,
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

function selectAll(editor: Editor): void {
  const { nodes, view } = editor.store.getState().graph;
  select(editor, {
    nodes: Object.keys(nodes).filter((id) => !terminalOf(id)),
    notes: Object.keys(view.notes),
    frames: Object.keys(view.frames),
  });
}
