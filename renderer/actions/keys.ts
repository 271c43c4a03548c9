/** Listening to keys: which press means which action. */
import type { Editor } from "../store/editor.ts";
import { clearRows } from "../store/row-selection.ts";
import { select } from "../store/select.ts";
import { leaveStart } from "../store/start-page.ts";
import type { Action } from "./action.ts";
import { keysOf } from "./key-map.ts";
import { matches, type Press } from "./press.ts";
import { actions, perform, worksOnStartPage } from "./registry.ts";

/** Whether the user is typing here. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["range", "checkbox", "radio", "button"].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Listens to the window's keys, for the actions that mean something in it; answers how to stop. */
export function listenToKeys(editor: Editor, works: (action: Action) => boolean = () => true): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || editor.store.getState().dialog) return;
    const field = isField(event.target);
    if (editor.store.getState().start) return onStartPage(editor, event, field);
    if ((event.key === "Enter" || event.key === " ") && bare(event) && selectFocused(editor, event.target)) {
      event.preventDefault();
      return;
    }
    const { keys: map, rows, run } = editor.store.getState();
    // Escape belongs to a run while there is one.
    if (event.key === "Escape" && bare(event) && !field && rows && !run.active) return clearRows(editor);
    for (const action of actions) {
      if (!works(action) || (field && !action.inFields)) continue;
      const pressed = keysOf(map, action).find((keys) => matches(keys, event));
      if (pressed === undefined || (action.native && action.keys.includes(pressed))) continue;
      if (field && event.key.length === 1 && !event.ctrlKey && !event.metaKey) continue;
      // Tab moves the focus everywhere but on the bare canvas; Enter and the space bar belong to a focused button.
      if (event.key === "Tab" && !isBareCanvas(event.target)) continue;
      // Beside the canvas, arrows belong to what has the focus: lists, charts, tabs.
      if (event.key.startsWith("Arrow") && bareOrShift(event) && !onCanvas(event.target)) continue;
      if (perform(editor, action) || event.ctrlKey || event.metaKey) event.preventDefault();
      return;
    }
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

/** What can be done where no canvas is seen: files, and what belongs to the window. Escape goes to the canvas. */
function onStartPage(editor: Editor, event: KeyboardEvent, field: boolean): void {
  if (event.key === "Escape" && bare(event)) return leaveStart(editor);
  const map = editor.store.getState().keys;
  const action = actions.find(
    (one) =>
      worksOnStartPage(one) &&
      (!field || one.inFields) &&
      keysOf(map, one).some((keys) => matches(keys, event)),
  );
  if (action && (perform(editor, action) || event.ctrlKey || event.metaKey)) event.preventDefault();
}

function bareOrShift(press: Press): boolean {
  return !press.ctrlKey && !press.metaKey && !press.altKey;
}

function bare(press: Press): boolean {
  return !press.ctrlKey && !press.metaKey && !press.shiftKey && !press.altKey;
}

const cards = ["react-flow__node-card", "react-flow__node-nest", "react-flow__node-terminal"];

/** Selects the card or wire that has the keyboard's focus. */
function selectFocused(editor: Editor, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const id = target.getAttribute("data-id");
  if (id === null) return false;
  if (target.classList.contains("react-flow__edge")) select(editor, { wires: [id] });
  else if (cards.some((name) => target.classList.contains(name))) select(editor, { nodes: [id] });
  else return false;
  return true;
}

function onCanvas(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest(".canvas") !== null);
}

function isBareCanvas(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains("canvas");
}
