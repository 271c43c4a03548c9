/**
 * Open, save, recover. The host owns the documents; this page asks for one, shows it and follows it: in a tab of its
 * own where there are tabs (`desk.ts`). Whatever is left unsaved stays with the host until somebody decides on it.
 */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { GraphDocument, Viewport } from "../../core/graph/document.ts";
import { newHistory } from "../../core/graph/history.ts";
import type { OpenedDocument, RecoveryEntry } from "../../core/service/host-service.ts";
import { say } from "../words/words.ts";
import { type Place, setPlace } from "./address.ts";
import { editorFor, frontOf, showWhereOpen } from "./desk.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { type FileState, noRun, noSelection } from "./editor-state.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import { rememberRecent } from "./recent.ts";
import { follow, hasUnsent, savedOf, sendPending } from "./sync.ts";

/** Opens a file of the granted folder. Answers whether it could be shown; otherwise nothing changes and it is said why. */
export async function openFile(editor: Editor, path: string): Promise<boolean> {
  if (showWhereOpen(editor.desk, ({ store }) => store.getState().file.path === path)) return true;
  return showOpened(editor, () => editor.services.host.open({ path }), { file: path });
}

/** Opens an example as a document without a file. */
export function openExample(editor: Editor, id: string): Promise<boolean> {
  const { language } = editor.store.getState();
  return showOpened(editor, () => editor.services.host.openExample({ id, language }), { example: id });
}

/** Shows a graph that came from elsewhere, as a document without a file. */
export function openDocument(editor: Editor, document: GraphDocument): Promise<boolean> {
  return showOpened(editor, () => editor.services.host.create({ document }), {});
}

/** Takes unsaved work of an earlier session up again. */
export function recover(editor: Editor, { id, path }: RecoveryEntry): Promise<boolean> {
  const { host } = editor.services;
  return showOpened(editor, () => host.recover({ id }), path === undefined ? {} : { file: path });
}

/** Offers unsaved work of earlier sessions, in the tab in front and unless it asks something already. */
export function offer(editor: Editor, entries: readonly RecoveryEntry[]): void {
  const { store } = editor.desk ? frontOf(editor.desk) : editor;
  if (entries.length > 0 && !store.getState().dialog)
    store.setState({ dialog: { kind: "recovery", entries } });
}

async function showOpened(
  editor: Editor,
  ask: () => Promise<OpenedDocument>,
  place: Place,
): Promise<boolean> {
  try {
    const opened = await ask();
    if (!showWhereOpen(editor.desk, ({ sync }) => sync.id === opened.id))
      showHere(editorFor(editor), opened, place);
    return true;
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}

/** Shows what the host has opened, in this editor. */
export function showHere(editor: Editor, opened: OpenedDocument, place: Place): void {
  const { id, document, file, recovery, journal } = opened;
  // Opened again: its unsaved changes stay.
  if (id !== editor.sync.id) leave(editor);
  show(editor, document, { ...file, saved: savedOf(opened) });
  follow(editor, document, opened);
  noteRecent(editor, file.path);
  setPlace(editor, { ...(file.path === undefined ? place : { file: file.path }), doc: id });
  if (journal) editor.store.setState({ journalProblem: journal });
  if (file.disk === "conflict") editor.store.setState({ dialog: { kind: "conflict" } });
  else if (recovery.length > 0) editor.store.setState({ dialog: { kind: "recovery", entries: recovery } });
}

/** Leaves the document; what is left unsaved now was decided on before. */
export function leave(editor: Editor): void {
  const { id } = editor.sync;
  if (id === undefined) return;
  editor.desk?.onLeave(id);
  // Without a line the host keeps the document until the next start asks about it.
  editor.services.host.close({ id, discard: true }).catch(() => undefined);
}

function show(editor: Editor, document: GraphDocument, file: FileState): void {
  const { opened, revision } = editor.store.getState();
  const {
    check: _check,
    connecting: _connecting,
    dialog: _dialog,
    journalProblem: _journal,
    ...rest
  } = editor.store.getState();
  editor.viewport.current = document.view.viewport;
  editor.store.setState(
    {
      ...rest,
      document,
      opened: opened + 1,
      start: false,
      history: newHistory(),
      revision: revision + 1,
      file,
      selection: noSelection,
      notices: [],
      run: { ...noRun, ...(rest.run.active ? { active: rest.run.active } : {}), log: rest.run.log },
      pins: new Set(),
    },
    true,
  );
}

/** Saves where the document came from, or asks where. `after` runs once it is on disk. */
export async function save(editor: Editor, after?: () => void): Promise<void> {
  const { file, language } = editor.store.getState();
  if (file.readOnly) return notify(editor, "info", say(language, "notice.readOnly"));
  const options = after === undefined ? {} : { after };
  const asked = () => editor.store.setState({ dialog: { kind: "save", ...options } });
  if (file.path === undefined) return asked();
  if ((await write(editor, {}, after)) === "exists") asked();
}

/** Saves under a name. Answers `"exists"` when another file stands there and `overwrite` was not said. */
export async function saveAs(
  editor: Editor,
  path: string,
  overwrite: boolean,
  after?: () => void,
): Promise<"done" | "exists" | "failed"> {
  nameAfter(editor, path);
  return write(editor, { path, overwrite }, after);
}

/** A document that was never given a title takes its file's name. */
function nameAfter(editor: Editor, path: string): void {
  const { document, language } = editor.store.getState();
  if (document.title !== say(language, "start.untitled")) return;
  const title = path.replace(/^.*\//, "").replace(/\.espalier$/, "");
  edit(editor, { kind: "setDocument", title }, { label: "step.title" });
}

async function write(
  editor: Editor,
  target: { path?: string; overwrite?: boolean },
  after?: () => void,
): Promise<"done" | "exists" | "failed"> {
  const { language } = editor.store.getState();
  try {
    const id = await confirmed(editor);
    const viewport = viewportOf(editor);
    const saved = await editor.services.host.save({ id, ...target, ...(viewport ? { viewport } : {}) });
    setPlace(editor, { file: saved.path, doc: id });
    noteRecent(editor, saved.path);
    notify(editor, "info", say(language, "notice.saved", { path: saved.path }));
    after?.();
    return "done";
  } catch (thrown) {
    const diagnostic = diagnosticOf(thrown);
    if (diagnostic.code === "file.exists") return "exists";
    if (diagnostic.code === "file.changed-on-disk") {
      editor.store.setState({ dialog: { kind: "conflict", ...(after === undefined ? {} : { after }) } });
    } else notifyDiagnostic(editor, diagnostic);
    return "failed";
  }
}

/** The document's id, once the host has everything that is shown here. */
async function confirmed(editor: Editor): Promise<string> {
  const { host } = editor.services;
  if (editor.sync.id === undefined && !hasUnsent(editor)) {
    const { id } = await host.create({ document: editor.sync.replica.base });
    editor.sync.id = id;
  }
  await sendPending(editor);
  // Asks the host, and so says what is wrong with the line if something is.
  if (hasUnsent(editor)) await host.info();
  return editor.sync.id ?? "";
}

/** Settles what the document and its file have differently. */
export async function resolveConflict(
  editor: Editor,
  choice: "mine" | "theirs" | "copy",
  after?: () => void,
): Promise<void> {
  const { id } = editor.sync;
  if (id === undefined) return;
  try {
    await sendPending(editor);
    const { path } = await editor.services.host.resolve({ id, choice });
    const { language } = editor.store.getState();
    if (path !== undefined) notify(editor, "info", say(language, "notice.copied", { path }));
    if (choice === "mine") await save(editor, after);
    else after?.();
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
  }
}

function noteRecent(editor: Editor, path: string | undefined): void {
  const { host } = editor.store.getState();
  if (host && path !== undefined) rememberRecent(host.folder, path);
}

/** Where the canvas looks is written with the file, but is no edit. */
function viewportOf(editor: Editor): Viewport | undefined {
  const viewport = editor.viewport.current;
  if (!viewport) return undefined;
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const { x, y, zoom } = viewport;
  return { x: round(x, 0), y: round(y, 0), zoom: round(zoom, 3) };
}
