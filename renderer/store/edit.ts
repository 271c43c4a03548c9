/** Every change that this page makes goes through here: apply, remember for undo, count the revision, tell the host. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import { type Diff, isEmptyDiff, sameDocument } from "../../core/graph/diff.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { pushStep, redo, type Travel, travelTo, undo } from "../../core/graph/history.ts";
import type { WordKey } from "../words/words.ts";
import { say } from "../words/words.ts";
import { concernsEngine, prune } from "./edit-effects.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { localCommand } from "./local-command.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import { changedHere } from "./sync.ts";

export type EditOptions = {
  label: WordKey;
  /** Consecutive edits of one key become one step of history. */
  squash?: string;
  /** The command speaks of the whole document, not of what is seen. */
  whole?: boolean;
};

/** Does a command as one step of history. A refused command changes nothing and says why; answers whether it was done. */
export function edit(editor: Editor, command: Command, { label, squash, whole }: EditOptions): boolean {
  const { document, scope, file, history, language } = editor.store.getState();
  if (file.readOnly) {
    notify(editor, "info", say(language, "notice.readOnly"));
    return false;
  }
  try {
    const applied = apply(document, whole ? command : localCommand(document, scope, command));
    if (isEmptyDiff(applied.diff)) return true;
    const options = { label, now: editor.now(), ...(squash === undefined ? {} : { squash }) };
    settle(editor, applied.document, applied.diff, { history: pushStep(history, applied.diff, options) });
    return true;
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}

/** Takes the newest step back. */
export function undoStep(editor: Editor): void {
  travel(editor, undo(editor.store.getState().history, editor.store.getState().document));
}

/** Does again the step that was undone last. */
export function redoStep(editor: Editor): void {
  travel(editor, redo(editor.store.getState().history, editor.store.getState().document));
}

/** Goes to the point at which this many steps are done, in one change. */
export function travelToStep(editor: Editor, position: number): void {
  const { history, document } = editor.store.getState();
  travel(editor, travelTo(history, document, position));
}

function travel(editor: Editor, step: Travel | undefined): void {
  if (step) settle(editor, step.document, step.diff, { history: step.history });
}

function settle(editor: Editor, document: GraphDocument, diff: Diff, rest: Partial<EditorState>): void {
  if (isEmptyDiff(diff)) return editor.store.setState(rest);
  const { revision } = editor.store.getState();
  editor.store.setState({
    ...rest,
    document,
    revision: concernsEngine(diff) ? revision + 1 : revision,
  });
  editor.store.setState(({ selection, graph }) => ({ selection: prune(selection, graph) }));
  changedHere(editor, document, diff);
}

const answers = new WeakMap<GraphDocument, { saved: GraphDocument; dirty: boolean }>();

/** Whether the document differs from what is on disk, however that came about. Asked often, looked at once. */
export function isDirty({ document, file }: Pick<EditorState, "document" | "file">): boolean {
  if (file.disk === "missing") return true;
  const known = answers.get(document);
  if (known?.saved === file.saved) return known.dirty;
  const dirty = !sameDocument(file.saved, document);
  answers.set(document, { saved: file.saved, dirty });
  return dirty;
}
