/** Short messages that stand for a moment at the foot of the window and are read out to a screen reader. */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import type { Editor } from "./editor.ts";
import type { Notice } from "./editor-state.ts";
import { wordInTitles } from "./titles.ts";

const shownFor = { info: 3500, error: 9000 };
let counter = 0;

/** Shows a message. */
export function notify(
  editor: Editor,
  tone: Notice["tone"],
  what: string,
  { hint, code }: Pick<Notice, "hint" | "code"> = {},
): void {
  counter += 1;
  const id = counter;
  const notice: Notice = { id, tone, what, ...(hint ? { hint } : {}), ...(code ? { code } : {}) };
  editor.store.setState(({ notices }) => ({
    notices: [...notices.filter((n) => n.what !== what).slice(-2), notice],
  }));
  setTimeout(() => dismiss(editor, id), shownFor[tone]);
}

/** Shows a diagnostic in the reader's words. */
export function notifyDiagnostic(editor: Editor, diagnostic: Diagnostic): void {
  const { what, hint } = wordInTitles(editor.store.getState(), diagnostic);
  notify(editor, diagnostic.severity === "info" ? "info" : "error", what, {
    hint,
    code: diagnostic.code,
  });
}

/** Takes away what was said of something that is no longer so. */
export function dismissCode(editor: Editor, code: string): void {
  editor.store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.code !== code) }));
}

/** Takes a message away. */
export function dismiss(editor: Editor, id: number): void {
  editor.store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
