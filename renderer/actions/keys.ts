/** Keys: which press means which action, and how keys are written for the eye. */
import type { Editor } from "../store/editor.ts";
import { select } from "../store/select.ts";
import { nudge } from "./edit-actions.ts";
import { actions, perform } from "./registry.ts";

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whether a press is the keys written as `"Mod+Shift+Z"`. A sign such as `?` brings its own Shift. */
export function matches(keys: string, press: Press): boolean {
  const parts = keys.split(/\+(?=.)/);
  const name = parts.at(-1) ?? "";
  const letter = name.length > 1 || /[a-z]/i.test(name);
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return (
    press.key.toLowerCase() === name.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants("Mod") &&
    press.altKey === wants("Alt") &&
    (!letter || press.shiftKey === wants("Shift"))
  );
}

/** Whether the user is typing here. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["range", "checkbox", "radio", "button"].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Listens to the window's keys; answers how to stop. */
export function listenToKeys(editor: Editor): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || editor.store.getState().dialog) return;
    const field = isField(event.target);
    const arrow = arrows[event.key];
    if (arrow && !field && bareOrShift(event) && onCanvas(event.target)) {
      const far = event.shiftKey ? 1 : 10;
      if (nudge(editor, arrow[0] * far, arrow[1] * far)) event.preventDefault();
      return;
    }
    if ((event.key === "Enter" || event.key === " ") && bare(event) && selectFocused(editor, event.target)) {
      event.preventDefault();
      return;
    }
    for (const action of actions) {
      if (action.native || (field && !action.inFields) || !action.keys.some((keys) => matches(keys, event)))
        continue;
      if (field && event.key.length === 1 && !event.ctrlKey && !event.metaKey) continue;
      // Tab moves the focus everywhere but on the bare canvas; Enter and the space bar belong to a focused button.
      if (event.key === "Tab" && !isBareCanvas(event.target)) continue;
      if (perform(editor, action) || event.ctrlKey || event.metaKey) event.preventDefault();
      return;
    }
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
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

/** Keys for the eye: `Ctrl Shift Z`, or `⌘⇧Z` on a Mac. */
export function shownKeys(keys: string): string {
  const mac = navigator.platform.startsWith("Mac");
  const names: Record<string, string> = mac
    ? { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↵", Escape: "Esc", Delete: "⌦", Backspace: "⌫" }
    : { Mod: "Ctrl", Enter: "↵", Escape: "Esc", Delete: "Del", Backspace: "⌫" };
  return keys
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? part)
    .join(mac ? "" : " ");
}
