/** The start page: shown where nothing is open, or when asked for; whatever is open waits behind it. */
import { type Desk, frontOf, isUntouched } from "./desk.ts";
import type { Editor } from "./editor.ts";

/** Shows it over whatever is open. */
export function showStart(editor: Editor): void {
  editor.store.setState({ start: true });
}

/** Goes to the canvas of what is in front. */
export function leaveStart(editor: Editor): void {
  editor.store.setState({ start: false });
}

/** Whether there is one tab alone, and in it the empty document that it began with. */
export function nothingIsOpen(desk: Desk): boolean {
  const { editors } = desk.store.getState();
  return editors.length === 1 && isUntouched(frontOf(desk));
}
