/** Data files dropped on the canvas: each is copied into the folder and gets a `data.file` node where it was let go. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { editTogether } from "../store/draft.ts";
import type { Editor } from "../store/editor.ts";
import { freePlace, newNode } from "../store/graph-edits.ts";
import { notify, notifyDiagnostic } from "../store/notices.ts";
import { select } from "../store/select.ts";
import { say } from "../words/words.ts";
import { sayStart } from "./say.ts";
import { upload } from "./upload.ts";

type Point = { readonly x: number; readonly y: number };

/** From one card to the next where several files come at once. */
const below = 260;

/** One step of history a file. What is no data file is said, and the others go on. */
export async function dropData(editor: Editor, files: readonly File[], at: Point): Promise<void> {
  const { file, language } = editor.store.getState();
  if (file.readOnly) return notify(editor, "info", say(language, "notice.readOnly"));
  let placed = 0;
  for (const one of files) {
    const path = await copied(editor, one);
    if (path !== undefined) place(editor, path, { x: at.x, y: at.y + below * placed++ });
  }
}

/** The path in the folder, or nothing where it did not get there, which is said. */
async function copied(editor: Editor, file: File): Promise<string | undefined> {
  const { language } = editor.store.getState();
  // Given up with the page only: a drop has nowhere to take it back.
  const { signal } = new AbortController();
  const slow = setTimeout(
    () => notify(editor, "info", sayStart(language, "data.uploading", { name: file.name })),
    500,
  );
  try {
    const path = await upload(editor.services.host, file, { progress: () => undefined, signal });
    editor.store.setState(({ folderVersion }) => ({ folderVersion: folderVersion + 1 }));
    return path;
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return undefined;
  } finally {
    clearTimeout(slow);
  }
}

function place(editor: Editor, path: string, at: Point): void {
  const state = editor.store.getState();
  const made = newNode(state, "data.file");
  if (!made) return;
  const node = { ...made.node, params: { ...made.node.params, path } };
  const done = editTogether(editor, "step.addNode", (draft) => {
    draft.do({ kind: "addNode", id: made.id, node, at: freePlace(state.graph, at) });
  });
  if (done) select(editor, { nodes: [made.id] });
}
