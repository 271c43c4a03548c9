/** Moving what is selected by keys: in steps of the ground's grid, or by single pixels. */
import { edit } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { Action } from "./action.ts";

const [near, far] = [1, 10];

export const nudgeActions: readonly Action[] = [
  nudging("nudgeLeft", "action.nudgeLeft", "ArrowLeft", [-far, 0]),
  nudging("nudgeRight", "action.nudgeRight", "ArrowRight", [far, 0]),
  nudging("nudgeUp", "action.nudgeUp", "ArrowUp", [0, -far]),
  nudging("nudgeDown", "action.nudgeDown", "ArrowDown", [0, far]),
  nudging("nudgeLeftFine", "action.nudgeLeftFine", "Shift+ArrowLeft", [-near, 0]),
  nudging("nudgeRightFine", "action.nudgeRightFine", "Shift+ArrowRight", [near, 0]),
  nudging("nudgeUpFine", "action.nudgeUpFine", "Shift+ArrowUp", [0, -near]),
  nudging("nudgeDownFine", "action.nudgeDownFine", "Shift+ArrowDown", [0, near]),
];

function nudging(id: string, words: Action["words"], keys: string, by: readonly [number, number]): Action {
  return {
    id,
    words,
    group: "group.edit",
    keys: [keys],
    run: (editor) => nudge(editor, by),
    enabled: ({ selection }) => selection.nodes.size > 0,
  };
}

/** Repeated presses are one step of history. */
function nudge(editor: Editor, [dx, dy]: readonly [number, number]): void {
  const { graph, selection } = editor.store.getState();
  const entries = [...selection.nodes].flatMap((id) => {
    const at = graph.view.positions[id];
    return at ? [[id, [at[0] + dx, at[1] + dy]] as const] : [];
  });
  if (entries.length === 0) return;
  const squash = `nudge/${[...selection.nodes].join()}`;
  edit(editor, { kind: "move", positions: Object.fromEntries(entries) }, { label: "step.move", squash });
}
