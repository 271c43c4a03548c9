/** The page in the desktop's window: says what menus are to show, does what they ask, answers before the window closes. */
import type { ShellEvent, ShellState, ShellVerbs } from "../../core/service/shell.ts";
import { actionIsEnabled } from "../actions/action.ts";
import { keysOf } from "../actions/key-map.ts";
import { isField } from "../actions/keys.ts";
import { actionOf, actions, perform, worksOnStartPage } from "../actions/registry.ts";
import { worksPopped } from "../popped/actions.ts";
import { type Desk, frontOf } from "../store/desk.ts";
import { isDirty } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { EditorState } from "../store/editor-state.ts";
import { openFile, save } from "../store/files.ts";
import { cancelRun } from "../store/run.ts";
import { sendPending } from "../store/sync.ts";
import { chosenTheme } from "../theme/theme.ts";
import { say } from "../words/words.ts";
import { takeGraphDrops } from "./graph-drop.ts";
import { shell } from "./shell.ts";

const calmMs = 150;

/** Follows the shell, where there is one. */
export function followShell(desk: Desk, verbs: ShellVerbs | undefined = shell): void {
  if (!verbs) return;
  let told = "";
  let due = false;
  const tell = () => {
    due = false;
    const state = stateFor(desk);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    void verbs.show(state);
  };
  const soon = () => {
    if (!due) setTimeout(tell, calmMs);
    due = true;
  };
  const watched = new WeakSet<Editor>();
  const watch = () => {
    for (const editor of desk.store.getState().editors) {
      if (watched.has(editor)) continue;
      watched.add(editor);
      editor.store.subscribe(soon);
    }
    soon();
  };
  desk.store.subscribe(watch);
  takeGraphDrops(verbs);
  verbs.on((event) => void hear(desk, verbs, event));
  watch();
  tell();
}

/** What the menus and the window are to show now. */
export function stateFor(desk: Desk): ShellState {
  const state = frontOf(desk).store.getState();
  const { language, keys } = state;
  return {
    language,
    theme: chosenTheme() ?? "system",
    edited: !state.popped && desk.store.getState().editors.some(({ store }) => isDirty(store.getState())),
    items: actions.map((action) => {
      const [first] = keysOf(keys, action);
      return {
        id: action.id,
        label: say(language, action.words),
        group: action.group,
        enabled: canDo(action.id, state),
        ...(first === undefined ? {} : { keys: first }),
      };
    }),
  };
}

/** As by the keyboard: nothing under a dialog, and on the start page what means something there. */
function canDo(id: string, state: EditorState): boolean {
  const action = actionOf(id);
  if (state.dialog || (state.start && !worksOnStartPage(action))) return false;
  if (state.popped && !worksPopped(action)) return false;
  return actionIsEnabled(action, state);
}

async function hear(desk: Desk, verbs: ShellVerbs, event: ShellEvent): Promise<void> {
  const front = frontOf(desk);
  // A window with one result decides on nothing, and opens nothing.
  const { popped } = front.store.getState();
  if (popped && event.kind === "close") await verbs.closing({ unsaved: [], running: false });
  else if (popped && event.kind === "open") return;
  else if (event.kind === "open") await openFile(front, event.path);
  else if (event.kind === "close") await answerClosing(desk, verbs);
  else if (canDo(event.id, front.store.getState()) && !fieldTakes(event.id))
    perform(front, actionOf(event.id));
}

const inField: Readonly<Record<string, string>> = { undo: "undo", redo: "redo", selectAll: "selectAll" };

/** In a field these mean its text. */
function fieldTakes(id: string): boolean {
  if (!Object.hasOwn(inField, id) || !isField(document.activeElement)) return false;
  return document.execCommand(inField[id]);
}

async function answerClosing(desk: Desk, verbs: ShellVerbs): Promise<void> {
  const { editors } = desk.store.getState();
  // What the host has not heard of yet would not even be in its journal.
  await Promise.allSettled(editors.map(sendPending));
  const dirty = editors.filter(({ store }) => isDirty(store.getState()));
  const running = editors.filter(({ store }) => store.getState().run.active !== undefined);
  const unsaved = dirty.map(({ store }) => store.getState().document.title.slice(0, 200));
  const choice = await verbs.closing({ unsaved, running: running.length > 0 });
  if (choice === "stay" || (dirty.length === 0 && running.length === 0)) return;
  const leave = () => void verbs.closing({ unsaved: [], running: false });
  if (choice === "save") return saveAll(dirty, leave);
  await Promise.allSettled(running.map((editor) => cancelRun(editor)));
  const { host } = desk.services;
  const ids = dirty.flatMap(({ sync }) => (sync.id === undefined ? [] : [sync.id]));
  for (const id of ids) desk.onLeave(id);
  await Promise.allSettled(ids.map((id) => host.close({ id, discard: true })));
  leave();
}

/** One after the other, since each may have to ask where; who is not saved keeps the window open. */
function saveAll(dirty: readonly Editor[], leave: () => void): void {
  const [first, ...rest] = dirty;
  if (first) void save(first, () => saveAll(rest, leave));
  else leave();
}
