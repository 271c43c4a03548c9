/**
 * New, open, save. Text is parsed here by the same `core/graph` that wrote it, so that the page sees the repairs; a
 * save names the version it is based on, so that nobody's work is overwritten unseen.
 */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { apply } from "../../core/graph/apply.ts";
import { emptyDocument, type GraphDocument } from "../../core/graph/document.ts";
import { newHistory } from "../../core/graph/history.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";
import type { OpenedFile } from "../../core/service/host-service.ts";
import { say } from "../words/words.ts";
import { rememberPlace } from "./address.ts";
import { edit, isDirty } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { type FileState, noRun, noSelection } from "./editor-state.ts";
import { notify, notifyDiagnostic } from "./notices.ts";

/** Goes on at once, or after the user has decided what becomes of unsaved changes. */
export function whenSafe(editor: Editor, proceed: () => void): void {
  if (isDirty(editor.store.getState())) editor.store.setState({ dialog: { kind: "guard", proceed } });
  else proceed();
}

/** An empty document. */
export function newDocument(editor: Editor): void {
  const { language } = editor.store.getState();
  show(editor, emptyDocument(say(language, "start.untitled")), { readOnly: false, repairs: [] });
  rememberPlace({});
}

/** Opens a file of the granted folder. Answers whether it could be shown; otherwise nothing changes and it is said why. */
export async function openFile(editor: Editor, path: string): Promise<boolean> {
  try {
    const opened = await editor.services.host.open({ path });
    return showText(editor, opened.text, { path: opened.path, stamp: opened.stamp });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}

/** Opens an example as an unsaved copy. */
export async function openExample(editor: Editor, id: string): Promise<boolean> {
  try {
    const { text } = await editor.services.host.openExample({ id });
    const shown = showText(editor, text, {});
    if (shown) rememberPlace({ example: id });
    return shown;
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}

function showText(
  editor: Editor,
  text: string,
  from: Pick<OpenedFile, "path" | "stamp"> | Record<string, never>,
): boolean {
  const { document, diagnostics, readOnly } = parseDocument(text);
  if (document === null) {
    for (const diagnostic of diagnostics.slice(0, 3)) notifyDiagnostic(editor, diagnostic);
    return false;
  }
  show(editor, document, { ...from, readOnly, repairs: diagnostics });
  if (from.path !== undefined) rememberPlace({ file: from.path });
  return true;
}

function show(editor: Editor, document: GraphDocument, file: FileState): void {
  const { opened, revision } = editor.store.getState();
  const { check: _check, connecting: _connecting, dialog: _dialog, ...rest } = editor.store.getState();
  editor.viewport.current = document.view.viewport;
  editor.store.setState(
    {
      ...rest,
      document,
      opened: opened + 1,
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
  const { file } = editor.store.getState();
  if (file.readOnly) return notify(editor, "info", say(editor.store.getState().language, "notice.readOnly"));
  const options = after === undefined ? {} : { after };
  if (file.path === undefined) return editor.store.setState({ dialog: { kind: "save", ...options } });
  const { path, stamp } = file;
  await write(editor, { path, ...(stamp === undefined ? { overwrite: true } : { expect: stamp }) }, after);
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

type Target = { path: string; expect?: string; overwrite?: boolean };

async function write(
  editor: Editor,
  target: Target,
  after?: () => void,
): Promise<"done" | "exists" | "failed"> {
  const { document, history, language } = editor.store.getState();
  const text = writeDocument(withViewport(editor, document));
  try {
    const saved = await editor.services.host.save({ ...target, text });
    const step = history.done.at(-1);
    editor.store.setState(({ folderVersion, history: now }) => ({
      file: {
        readOnly: false,
        path: saved.path,
        stamp: saved.stamp,
        repairs: [],
        ...(step ? { savedStep: step } : {}),
      },
      history: { ...now, open: false },
      folderVersion: folderVersion + 1,
    }));
    rememberPlace({ file: saved.path });
    notify(editor, "info", say(language, "notice.saved", { path: saved.path }));
    after?.();
    return "done";
  } catch (thrown) {
    const diagnostic = diagnosticOf(thrown);
    if (diagnostic.code === "file.exists") return "exists";
    if (diagnostic.code === "file.changed-on-disk") {
      editor.store.setState({
        dialog: { kind: "conflict", text, ...(after === undefined ? {} : { after }) },
      });
    } else notifyDiagnostic(editor, diagnostic);
    return "failed";
  }
}

/** Where the canvas looks is written with the file, but is no edit. */
function withViewport(editor: Editor, document: GraphDocument): GraphDocument {
  const viewport = editor.viewport.current;
  if (!viewport) return document;
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const { x, y, zoom } = viewport;
  return apply(document, {
    kind: "setViewport",
    viewport: { x: round(x, 0), y: round(y, 0), zoom: round(zoom, 3) },
  }).document;
}
