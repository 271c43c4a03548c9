/** The keys of an action as components show them. */
import { useEditorState } from "../store/use-editor.ts";
import { keysOf } from "./key-map.ts";
import { shownKeys } from "./press.ts";
import { actionOf } from "./registry.ts";

/** The first keys of the action for the eye; empty where it has none. */
export function useKeys(id: string): string {
  const keys = useEditorState((state) => keysOf(state.keys, actionOf(id))[0]);
  return keys === undefined ? "" : shownKeys(keys);
}
