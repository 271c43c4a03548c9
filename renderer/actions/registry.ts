/** The one list of actions. A duplicate id throws when the page starts. */
import type { Editor } from "../store/editor.ts";
import type { Action } from "./action.ts";
import { arrangeActions } from "./arrange-actions.ts";
import { connectActions } from "./connect-actions.ts";
import { editActions } from "./edit-actions.ts";
import { fileActions } from "./file-actions.ts";
import { nudgeActions } from "./nudge-actions.ts";
import { runActions } from "./run-actions.ts";
import { viewActions } from "./view-actions.ts";

export const actions: readonly Action[] = [
  ...fileActions,
  ...runActions,
  ...editActions,
  ...connectActions,
  ...arrangeActions,
  ...nudgeActions,
  ...viewActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));
if (byId.size !== actions.length) throw new Error("two actions share an id");

/** The action of this id; throws on a misspelt one, which only a programmer can cause. */
export function actionOf(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

const ofTheWindow = new Set(["commands", "keys", "backends", "language", "theme"]);

/** Whether an action means something where no canvas is seen. */
export function worksOnStartPage({ id, group }: Action): boolean {
  return (group === "group.file" && id !== "save" && id !== "saveAs") || ofTheWindow.has(id);
}

/** Does an action if it is enabled; answers whether it was. */
export function perform(editor: Editor, action: Action): boolean {
  if (action.enabled && !action.enabled(editor.store.getState())) return false;
  action.run(editor);
  return true;
}
