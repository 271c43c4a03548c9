/** What can be done with tabs: begin, close, bring back, go along, move. */
import { problem as gone } from "../../core/base/diagnostic.ts";
import { addEditor, bringForward, type Desk, frontOf, showWhereOpen } from "./desk.ts";
import { isDirty } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { leave, showHere } from "./files.ts";
import { notifyDiagnostic } from "./notices.ts";
import { askFor } from "./reopen.ts";
import { cancelRun } from "./run.ts";
import { leaveStart, nothingIsOpen, showStart } from "./start-page.ts";
import { reattach } from "./sync.ts";

const mostClosed = 10;

/** An empty document in a tab of its own. The host hears of it with the first change. */
export function newTab({ desk }: Editor): void {
  if (!desk) return;
  const front = frontOf(desk);
  // Behind the start page an empty canvas waits already.
  if (front.store.getState().start && nothingIsOpen(desk)) return leaveStart(front);
  const editor = desk.spare();
  addEditor(desk, editor);
  bringForward(desk, editor);
}

/** Closes a tab, once the user has decided on what closing would end: unsaved changes, a run under way. Then `next`. */
export function closeTab(editor: Editor, next?: () => void): void {
  const { desk } = editor;
  if (!desk) return;
  const proceed = () => {
    remove(desk, editor);
    next?.();
  };
  if (!endsSomething(editor)) return proceed();
  bringForward(desk, editor);
  editor.store.setState({ dialog: { kind: "guard", proceed } });
}

/** Takes a tab away whose document goes on elsewhere. */
export function dropTab(editor: Editor): void {
  if (editor.desk) remove(editor.desk, editor);
}

/** Closes all tabs but this one: first those that end nothing by it, then the user is asked about each of the rest. */
export function closeOtherTabs(editor: Editor): void {
  const { desk } = editor;
  if (!desk) return;
  const others = desk.store.getState().editors.filter((other) => other !== editor);
  const asked = others.filter(endsSomething);
  for (const other of others) if (!asked.includes(other)) remove(desk, other);
  const goOn = () => {
    const other = asked.shift();
    if (other) closeTab(other, goOn);
    else bringForward(desk, editor);
  };
  goOn();
}

function endsSomething({ store }: Editor): boolean {
  const state = store.getState();
  return isDirty(state) || state.run.active !== undefined;
}

/**
 * The editor stays as it is among the closed ones, history and all, though the host has let the document go: bringing
 * it back opens the file anew and puts what was unsaved on top.
 */
function remove(desk: Desk, editor: Editor): void {
  const { editors, front, closed } = desk.store.getState();
  const at = editors.indexOf(editor);
  if (at < 0) return;
  void cancelRun(editor);
  if (editors.length === 1) addEditor(desk, desk.spare());
  const left = desk.store.getState().editors.filter((other) => other !== editor);
  const worthKeeping = Object.keys(editor.place).length > 0;
  if (front === editor) bringForward(desk, left[Math.min(at, left.length - 1)]);
  leave(editor);
  desk.store.setState({
    editors: left,
    closed: worthKeeping ? [...closed, editor].slice(-mostClosed) : closed,
  });
  desk.onChange(frontOf(desk));
  if (nothingIsOpen(desk)) showStart(frontOf(desk));
}

/** Brings the tab back that was closed last. */
export async function reopenTab({ desk }: Editor): Promise<void> {
  const { closed = [], editors = [] } = desk?.store.getState() ?? {};
  const editor = closed.at(-1);
  if (!desk || !editor) return;
  desk.store.setState({ closed: closed.slice(0, -1) });
  const path = editor.store.getState().file.path ?? editor.place.file;
  const again = editors.find(({ store }) => path !== undefined && store.getState().file.path === path);
  if (again) return bringForward(desk, again);
  if (editor.sync.id === undefined) return openNamed(desk, editor);
  const { run } = editor.store.getState();
  const { active: _ended, ...ended } = run;
  editor.store.setState({ run: ended });
  addEditor(desk, editor);
  bringForward(desk, editor);
  await reattach(editor);
}

/** A tab that was closed before the page was loaded again: its document is asked for now. */
async function openNamed(desk: Desk, editor: Editor): Promise<void> {
  const { place, viewport } = editor;
  const { opened, problem } = await askFor(desk, { place, scope: [] });
  if (!opened) return notifyDiagnostic(frontOf(desk), problem ?? gone("document.not-open"));
  if (showWhereOpen(desk, ({ sync }) => sync.id === opened.id)) return;
  const looked = viewport.current;
  addEditor(desk, editor);
  const { doc: _old, ...names } = place;
  showHere(editor, opened, names);
  if (looked) viewport.current = looked;
  bringForward(desk, editor);
}

/** Shows the tab that stands so many places further, around the ends. */
export function stepTab({ desk }: Editor, by: 1 | -1): void {
  if (!desk) return;
  const { editors, front } = desk.store.getState();
  bringForward(desk, editors[(editors.indexOf(front) + by + editors.length) % editors.length]);
}

/** Moves a tab to a place in the row. */
export function moveTab(editor: Editor, to: number): void {
  const { desk } = editor;
  if (!desk) return;
  const { editors } = desk.store.getState();
  const others = editors.filter((other) => other !== editor);
  const at = Math.max(0, Math.min(others.length, to));
  if (editors.indexOf(editor) === at) return;
  desk.store.setState({ editors: [...others.slice(0, at), editor, ...others.slice(at)] });
  desk.onChange(editor);
}

/** Moves the tab one place along. */
export function shiftTab(editor: Editor, by: 1 | -1): void {
  const editors = editor.desk?.store.getState().editors ?? [];
  moveTab(editor, editors.indexOf(editor) + by);
}

/** Whether there is another tab to go to. */
export function hasOtherTabs({ tabs }: Pick<EditorState, "tabs">): boolean {
  return tabs.open > 1;
}
