/** Actions on files. */
import { newDocument, save, whenSafe } from "../store/files.ts";
import type { Action } from "./action.ts";

const group = "group.file";

export const fileActions: readonly Action[] = [
  { id: "new", words: "action.new", group, keys: ["Alt+N"], run: (e) => whenSafe(e, () => newDocument(e)) },
  {
    id: "open",
    words: "action.open",
    group,
    keys: ["Mod+O"],
    inFields: true,
    run: (e) => e.store.setState({ dialog: { kind: "open" } }),
  },
  { id: "save", words: "action.save", group, keys: ["Mod+S"], inFields: true, run: (e) => void save(e) },
  {
    id: "saveAs",
    words: "action.saveAs",
    group,
    keys: ["Mod+Shift+S"],
    inFields: true,
    run: (e) => e.store.setState({ dialog: { kind: "save" } }),
    enabled: (state) => !state.file.readOnly,
  },
];
