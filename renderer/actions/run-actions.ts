/** Actions that start and stop runs. */
import { cancelBranch, cancelRun, runStale, staleNodes, startRun } from "../store/run.ts";
import type { Action } from "./action.ts";

const group = "group.run";

export const runActions: readonly Action[] = [
  {
    id: "run",
    words: "action.run",
    group,
    keys: ["Mod+Enter"],
    inFields: true,
    run: (editor) => void startRun(editor),
    enabled: (state) =>
      !state.run.active &&
      Object.keys(state.document.nodes).length + Object.keys(state.document.groups).length > 0,
  },
  {
    id: "runSelected",
    words: "action.runSelected",
    group,
    keys: ["Shift+Enter"],
    run: (editor) => void startRun(editor, [...editor.store.getState().selection.nodes]),
    enabled: (state) => !state.run.active && state.selection.nodes.size > 0,
  },
  {
    id: "runStale",
    words: "action.runStale",
    group,
    keys: ["R"],
    run: (editor) => void runStale(editor),
    enabled: (state) => !state.run.active && staleNodes(state).length > 0,
  },
  {
    id: "cancelBranch",
    words: "action.cancelBranch",
    group,
    keys: ["Shift+Escape"],
    run: (editor) => void cancelBranch(editor, [...editor.store.getState().selection.nodes]),
    enabled: (state) => state.run.active !== undefined && state.selection.nodes.size > 0,
  },
  {
    id: "cancel",
    words: "action.cancel",
    group,
    keys: ["Escape"],
    run: (editor) => void cancelRun(editor),
    enabled: (state) => state.run.active !== undefined,
  },
];
