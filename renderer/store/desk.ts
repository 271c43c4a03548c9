/**
 * The desk: the editors of this page, one for each open document, in the order of their tabs, and the one in front. What
 * belongs to the window and not to a document (language, keys, the line) is the same in all of them: whoever sets it in
 * one has set it in every one, so that components need no second place to ask.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Services } from "../../core/service/client/services.ts";
import { isDirty } from "./edit.ts";
import { createEditor, type Editor, type EditorSetup } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";

export type DeskState = {
  /** Never empty, in the order of their tabs. */
  readonly editors: readonly Editor[];
  readonly front: Editor;
  /** What was closed and can be brought back, the newest last. */
  readonly closed: readonly Editor[];
};

export type Desk = {
  readonly store: StoreApi<DeskState>;
  readonly services: Services;
  /** Makes an editor that is not on the desk yet. */
  readonly spare: () => Editor;
  /** Told when an editor has come to the front, or stands for another document. */
  onChange: (editor: Editor) => void;
  /** Told when a document is left by the user's decision, by its id at the host. */
  onLeave: (doc: string) => void;
};

/** State of the window, the same in every editor. */
const shared = [
  "connection",
  "dock",
  "engine",
  "folderVersion",
  "host",
  "keys",
  "language",
  "left",
  "start",
  "tabs",
  "theme",
] as const satisfies readonly (keyof EditorState)[];

/** A desk with one empty document on it. */
export function createDesk(setup: EditorSetup): Desk {
  const first = createEditor(setup);
  const store = createStore<DeskState>(() => ({ editors: [first], front: first, closed: [] }));
  const desk: Desk = {
    store,
    services: setup.services,
    spare() {
      const { language, theme, keys } = frontOf(desk).store.getState();
      return own(createEditor({ ...setup, looks: first.looks, language, theme, keys }));
    },
    onChange: () => undefined,
    onLeave: () => undefined,
  };
  function own(editor: Editor): Editor {
    editor.desk = desk;
    editor.onPlace = () => desk.onChange(editor);
    shareWindow(desk, editor);
    return editor;
  }
  own(first);
  store.subscribe(({ editors, front, closed }) =>
    front.store.setState({ tabs: { open: editors.length, closed: closed.length } }),
  );
  return desk;
}

/** The editor in front. */
export function frontOf(desk: Desk): Editor {
  return desk.store.getState().front;
}

/** Puts an editor on the desk, behind the one in front or at a place in the row. */
export function addEditor(desk: Desk, editor: Editor, place?: number): void {
  const { editors, front } = desk.store.getState();
  editor.store.setState(windowOf(front.store.getState()));
  const at = place ?? editors.indexOf(front) + 1;
  desk.store.setState({ editors: [...editors.slice(0, at), editor, ...editors.slice(at)] });
}

/** Shows an editor that is on the desk. */
export function bringForward(desk: Desk, editor: Editor): void {
  frontOf(desk).store.setState({ start: false });
  if (frontOf(desk) === editor) return;
  finishTyping();
  const { news: _seen, ...rest } = editor.store.getState();
  editor.store.setState(rest, true);
  desk.store.setState({ front: editor });
  desk.onChange(editor);
  keepKeys(editor);
}

/** What is being typed is meant for the document that is left. */
function finishTyping(): void {
  if (typeof document === "undefined") return;
  const field = document.activeElement?.closest<HTMLElement>("input, textarea, [contenteditable]");
  field?.blur();
}

/** Where the keyboard was in what has gone, the canvas takes it. */
function keepKeys(editor: Editor): void {
  if (typeof requestAnimationFrame === "undefined") return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) editor.canvas?.takeKeys();
  });
}

/** Brings the editor forward that `is` one, if there is one; answers whether. */
export function showWhereOpen(desk: Desk | undefined, is: (editor: Editor) => boolean): boolean {
  const open = desk?.store.getState().editors.find(is);
  if (!desk || !open) return false;
  bringForward(desk, open);
  return true;
}

/** Where another document is to be shown: in front, over an empty one that nobody touched, else in a new tab. */
export function editorFor(editor: Editor): Editor {
  const { desk } = editor;
  if (!desk) return editor;
  const front = frontOf(desk);
  if (isUntouched(front)) return front;
  const spare = desk.spare();
  addEditor(desk, spare);
  bringForward(desk, spare);
  return spare;
}

/** Whether this is an empty document as it was begun. */
export function isUntouched({ place, store }: Editor): boolean {
  return Object.keys(place).length === 0 && !isDirty(store.getState());
}

function shareWindow(desk: Desk, editor: Editor): void {
  editor.store.subscribe((now, before) => {
    if (shared.every((key) => now[key] === before[key])) return;
    const { editors } = desk.store.getState();
    if (!editors.includes(editor)) return;
    for (const other of editors) {
      const state = other.store.getState();
      if (shared.some((key) => state[key] !== now[key])) other.store.setState(windowOf(now));
    }
  });
}

function windowOf(state: EditorState): Partial<EditorState> {
  return Object.fromEntries(shared.map((key) => [key, state[key]]));
}
