/** One result in the whole window. */
import type { Editor } from "./editor.ts";

/** Stands for the first panel, whichever it is. */
export const firstPanel = "";

/** Shows the first of the results that the dock shows. */
export function enlargeFirst(editor: Editor): void {
  editor.store.setState({ dock: "results" });
  enlarge(editor, firstPanel);
}

/** Shows the panel of this key large; `undefined` gives the window back. */
export function enlarge({ store }: Editor, key: string | undefined): void {
  store.setState(
    ({ enlarged: _before, ...rest }) => (key === undefined ? rest : { ...rest, enlarged: key }),
    true,
  );
}
