/** Aligning, distributing and tidying up what is selected. */
import { type Alignment, align, distribute } from "../store/arrange.ts";
import type { EditorState } from "../store/editor-state.ts";
import { tidy } from "../store/tidy.ts";
import type { Action } from "./action.ts";

const group = "group.edit";
const several = (least: number) => (state: EditorState) =>
  state.selection.nodes.size + state.selection.notes.size + state.selection.frames.size >= least;

function aligning(id: string, words: Action["words"], alignment: Alignment, keys: readonly string[]): Action {
  return { id, words, group, keys, run: (editor) => align(editor, alignment), enabled: several(2) };
}

export const arrangeActions: readonly Action[] = [
  {
    id: "tidy",
    words: "action.tidy",
    group,
    keys: ["Shift+A"],
    run: (editor) => void tidy(editor),
    enabled: ({ graph, file }) => Object.keys(graph.nodes).length > 1 && !file.readOnly,
  },
  aligning("alignLeft", "action.alignLeft", "left", ["Alt+A"]),
  aligning("alignRight", "action.alignRight", "right", ["Alt+D"]),
  aligning("alignTop", "action.alignTop", "top", ["Alt+W"]),
  aligning("alignBottom", "action.alignBottom", "bottom", ["Alt+S"]),
  aligning("alignCentre", "action.alignCentre", "centre", ["Alt+H"]),
  aligning("alignMiddle", "action.alignMiddle", "middle", ["Alt+V"]),
  {
    id: "distributeAcross",
    words: "action.distributeAcross",
    group,
    keys: ["Alt+Shift+H"],
    run: (editor) => distribute(editor, "across"),
    enabled: several(3),
  },
  {
    id: "distributeDown",
    words: "action.distributeDown",
    group,
    keys: ["Alt+Shift+V"],
    run: (editor) => distribute(editor, "down"),
    enabled: several(3),
  },
];
