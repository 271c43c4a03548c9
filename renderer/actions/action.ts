/** A named action: what buttons, keys, the command palette and the list of keys share. */
import type { Editor } from "../store/editor.ts";
import type { EditorState } from "../store/editor-state.ts";
import type { WordKey } from "../words/words.ts";

export type Action = {
  readonly id: string;
  readonly words: WordKey;
  readonly group: "group.edit" | "group.run" | "group.view" | "group.file";
  /** Default keys, e.g. `"Mod+Shift+Z"`; Mod is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  /** Its keys work while the user types in a field. */
  readonly inFields?: boolean;
  /** The browser has an event of its own for its keys, which is listened to: the press is left alone. */
  readonly native?: boolean;
  readonly run: (editor: Editor) => void;
  readonly enabled?: (state: EditorState) => boolean;
};

/** Whether it can be done now. */
export function actionIsEnabled(action: Action, state: EditorState): boolean {
  return action.enabled?.(state) ?? true;
}
