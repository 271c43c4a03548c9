/**
 * Keeps the check report fresh: after every change that the engine can notice, and after a run, the engine is asked
 * again a moment later. An answer to an older revision is dropped.
 */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { notifyDiagnostic } from "./notices.ts";

const pause = 60;

export type Checker = {
  /** Ask again soon, though the document is the same. */ again(): void;
  dispose(): void;
};

/** Starts watching. */
export function watchChecks(editor: Editor): Checker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(): Promise<void> {
    asked += 1;
    const question = asked;
    const { revision } = editor.store.getState();
    try {
      const report = await editor.services.engine.check(subjectOf(editor.store.getState()));
      if (question === asked && editor.store.getState().revision === revision)
        editor.store.setState({ check: report });
    } catch (thrown) {
      if (editor.store.getState().connection === "open") notifyDiagnostic(editor, diagnosticOf(thrown));
    }
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  }

  const unsubscribe = editor.store.subscribe((now, before) => {
    if (now.revision !== before.revision || now.opened !== before.opened) soon();
  });
  return {
    again: soon,
    dispose() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** The document as the engine takes it. */
export function subjectOf(state: Pick<EditorState, "document" | "revision" | "file">) {
  const { document, revision, file } = state;
  return { document, revision, ...(file.path === undefined ? {} : { place: file.path }) };
}
