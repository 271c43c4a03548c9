/** A closed tab of a page that has been loaded again: what it takes to bring it back. */
import { parseDocument } from "../../core/graph/parse.ts";
import { newReplica } from "../../core/graph/replica.ts";
import type { Desk } from "./desk.ts";
import type { Editor } from "./editor.ts";
import type { KeptClosed } from "./tab-memory.ts";

/** An editor as closing it would have left it; one that is only a name until it is opened, unless its text was kept. */
export function closedEditor(desk: Desk, { place, viewport, scope, texts }: KeptClosed): Editor {
  const editor = desk.spare();
  editor.place = place;
  editor.viewport.current = viewport;
  const shown = texts && parseDocument(texts.shown).document;
  const saved = texts && parseDocument(texts.saved).document;
  if (!shown || !saved) return editor;
  const path = place.file === undefined ? {} : { path: place.file };
  editor.store.setState({ document: shown, scope, file: { readOnly: false, repairs: [], saved, ...path } });
  editor.sync.id = place.doc;
  editor.sync.replica = newReplica(editor.sync.page, shown, 0);
  return editor;
}
