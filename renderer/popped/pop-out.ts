/** Shows a result in a window of its own: a browser's window, or one of the desktop shell's. */

import { shell } from "../shell/shell.ts";
import type { Editor } from "../store/editor.ts";
import { notify } from "../store/notices.ts";
import { chosenViews } from "../views/frame/choices.ts";
import { say } from "../words/words.ts";
import { queryOf } from "./address.ts";

const size = { width: 960, height: 720 };

/** Opens the window of a panel, or brings the one forward that is there. To be called as a click or key is answered: a browser allows no other. */
export function popOut(editor: Editor, panel: string): void {
  const { place, sync, store } = editor;
  // Only while the line is gone has the host not heard of what has results; a banner says so.
  if (sync.id === undefined) return;
  const port = panel.slice(panel.lastIndexOf("/") + 1);
  const query = queryOf({ ...place, doc: sync.id }, { panel, views: chosenViews(port) });
  if (shell) return void shell.popOut({ query });
  const url = new URL(location.href);
  url.search = query;
  const features = `popup,width=${size.width},height=${size.height}`;
  const opened = window.open(url, `espalier ${sync.id} ${panel}`, features);
  if (opened) return opened.focus();
  const { language } = store.getState();
  notify(editor, "error", say(language, "popped.blocked"), { hint: say(language, "popped.blockedHint") });
}
