/** Actions on files. */

import { save } from "../store/files.ts";
import { choosePicture } from "../store/picture-files.ts";
import { leaveStart, showStart } from "../store/start-page.ts";
import {
  closeOtherTabs,
  closeTab,
  hasOtherTabs,
  newTab,
  reopenTab,
  shiftTab,
  stepTab,
} from "../store/tabs.ts";
import type { Action } from "./action.ts";

const group = "group.file";

export const fileActions: readonly Action[] = [
  { id: "new", words: "action.new", group, keys: ["Alt+N"], run: newTab },
  { id: "start", words: "action.start", group, keys: ["Alt+Shift+Home"], run: showStart },
  { id: "blank", words: "action.blank", group, keys: [], run: leaveStart, enabled: ({ start }) => start },
  {
    id: "fromData",
    words: "action.fromData",
    group,
    keys: ["Alt+Shift+D"],
    run: (e) => e.store.setState({ dialog: { kind: "fromData" } }),
  },
  {
    id: "open",
    words: "action.open",
    group,
    keys: ["Mod+O"],
    inFields: true,
    run: (e) => e.store.setState({ dialog: { kind: "open" } }),
  },
  { id: "openPicture", words: "action.openPicture", group, keys: [], run: choosePicture },
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
  // A browser keeps Ctrl with W, T, Tab and the page keys to itself.
  { id: "closeTab", words: "action.closeTab", group, keys: ["Alt+X"], run: (e) => closeTab(e) },
  {
    id: "closeOtherTabs",
    words: "action.closeOtherTabs",
    group,
    keys: [],
    run: closeOtherTabs,
    enabled: hasOtherTabs,
  },
  {
    id: "reopenTab",
    words: "action.reopenTab",
    group,
    keys: ["Alt+Shift+X"],
    run: (e) => void reopenTab(e),
    enabled: (state) => state.tabs.closed > 0,
  },
  {
    id: "nextTab",
    words: "action.nextTab",
    group,
    keys: ["Alt+PageDown"],
    inFields: true,
    run: (e) => stepTab(e, 1),
    enabled: hasOtherTabs,
  },
  {
    id: "previousTab",
    words: "action.previousTab",
    group,
    keys: ["Alt+PageUp"],
    inFields: true,
    run: (e) => stepTab(e, -1),
    enabled: hasOtherTabs,
  },
  {
    id: "tabRight",
    words: "action.tabRight",
    group,
    keys: ["Alt+Shift+PageDown"],
    inFields: true,
    run: (e) => shiftTab(e, 1),
    enabled: hasOtherTabs,
  },
  {
    id: "tabLeft",
    words: "action.tabLeft",
    group,
    keys: ["Alt+Shift+PageUp"],
    inFields: true,
    run: (e) => shiftTab(e, -1),
    enabled: hasOtherTabs,
  },
];
