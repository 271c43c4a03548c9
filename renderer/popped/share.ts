/**
 * What all windows of this browser (or of the desktop's program) on one document have in common beside the document itself: the selected
 * rows, the chosen round of a result, and that the document was closed. They tell each other; who comes later asks.
 */
import type { Desk } from "../store/desk.ts";
import type { Editor } from "../store/editor.ts";
import { type RowSelection, takeRows } from "../store/row-selection.ts";
import { allRounds, onRounds, takeRounds } from "../views/frame/choices.ts";

type Said =
  | { readonly kind: "ask"; readonly doc: string }
  | { readonly kind: "rows"; readonly doc: string; readonly rows: RowSelection | undefined }
  | { readonly kind: "rounds"; readonly rounds: Readonly<Record<string, number>> }
  | { readonly kind: "left"; readonly doc: string };

type Channel = Pick<BroadcastChannel, "postMessage" | "onmessage">;

const name = "espalier.windows";

/** Begins to tell and to hear, for as long as the page lives. */
export function shareWithWindows(desk: Desk, channel: Channel = new BroadcastChannel(name)): void {
  const tell = (said: Said) => channel.postMessage(said);
  /** What each editor was last heard or told to have selected: nothing is told back to who said it. */
  const known = new WeakMap<Editor, RowSelection | undefined>();
  const watched = new WeakSet<Editor>();

  const watch = (editor: Editor) => {
    watched.add(editor);
    known.set(editor, editor.store.getState().rows);
    editor.store.subscribe(({ rows }) => {
      if (known.get(editor) === rows) return;
      known.set(editor, rows);
      if (editor.sync.id !== undefined) tell({ kind: "rows", doc: editor.sync.id, rows });
    });
    if (editor.sync.id !== undefined) tell({ kind: "ask", doc: editor.sync.id });
  };
  const watchAll = () => {
    for (const editor of desk.store.getState().editors) if (!watched.has(editor)) watch(editor);
  };

  const hear = (said: Said) => {
    if (said.kind === "rounds") return takeRounds(said.rounds);
    const here = desk.store.getState().editors.filter(({ sync }) => sync.id === said.doc);
    for (const editor of here) {
      if (said.kind === "left") leaveWith(editor, said.doc);
      else if (said.kind === "rows") {
        known.set(editor, said.rows);
        takeRows(editor, said.rows);
      } else {
        const { rows } = editor.store.getState();
        if (rows) tell({ kind: "rows", doc: said.doc, rows });
        if (Object.keys(allRounds()).length > 0) tell({ kind: "rounds", rounds: allRounds() });
      }
    }
  };

  channel.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
  desk.onLeave = (doc) => tell({ kind: "left", doc });
  onRounds((rounds) => tell({ kind: "rounds", rounds }));
  desk.store.subscribe(watchAll);
  watchAll();
}

/** A window with one result goes with its document, so that what was given up there is not kept here; its picture stays. */
function leaveWith({ store, services }: Editor, doc: string): void {
  const { popped } = store.getState();
  if (!popped) return;
  store.setState({ popped: { ...popped, left: true } });
  // Without a line the host keeps the document until the next start asks about it.
  services.host.close({ id: doc, discard: true }).catch(() => undefined);
}
