/**
 * Keeps the check report fresh: after every change that the engine can notice, and after a run, the engine is asked
 * again a moment later. An answer to an older revision is dropped. A document that nobody looks at is not asked about.
 */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Subject } from "../../core/service/engine-service.ts";
import type { Editor } from "./editor.ts";
import { notifyDiagnostic } from "./notices.ts";

const pause = 60;

export type Checker = {
  /** Ask again soon, though the document is the same. */ again(): void;
  dispose(): void;
};

/** Starts watching. As long as `awake` says no, nothing is asked: whoever wakes it calls `again`. */
export function watchChecks(editor: Editor, awake: () => boolean = () => true): Checker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(): Promise<void> {
    asked += 1;
    const question = asked;
    const { revision } = editor.store.getState();
    try {
      const report = await editor.services.engine.check(subjectOf(editor));
      if (question === asked && editor.store.getState().revision === revision)
        editor.store.setState({ check: report });
    } catch (thrown) {
      if (editor.store.getState().connection === "open") notifyDiagnostic(editor, diagnosticOf(thrown));
    }
  }

  function soon(): void {
    clearTimeout(timer);
    if (!awake()) return;
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
export function subjectOf({ store, sync }: Pick<Editor, "store" | "sync">): Subject {
  const { document, revision, file } = store.getState();
  return {
    document,
    revision,
    ...(file.path === undefined ? {} : { place: file.path }),
    ...(sync.id === undefined ? {} : { of: sync.id }),
  };
}
