/** From a choice to a graph in a tab, under way. It is one step of history: one undo takes all of it back. */

import { editorFor } from "../store/desk.ts";
import { editTogether } from "../store/draft.ts";
import type { Editor } from "../store/editor.ts";
import { startRun } from "../store/run.ts";
import { type BaselineChoice, baselineDocument, commandsFor } from "./baseline.ts";

/** Puts the graph over an empty document that nobody touched, or into a new tab, and runs it. */
export async function buildFromData(editor: Editor, choice: BaselineChoice): Promise<void> {
  const made = baselineDocument(choice, editor.store.getState().known);
  const target = editorFor(editor);
  const done = editTogether(target, "step.build", (draft) => {
    for (const command of commandsFor(made)) draft.do(command);
  });
  if (!done) return;
  // Counted as another document: the canvas brings all of it into view.
  target.viewport.current = undefined;
  target.store.setState(({ opened }) => ({ opened: opened + 1, start: false }));
  await startRun(target);
}
