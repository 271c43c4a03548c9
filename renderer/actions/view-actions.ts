/** Actions that change what is seen, and nothing in the document. */

import { panelsOf } from "../dock/results.ts";
import { popOut } from "../popped/pop-out.ts";
import { switchDockSide } from "../store/dock-side.ts";
import type { Editor } from "../store/editor.ts";
import type { DockTab } from "../store/editor-state.ts";
import { enlargeFirst } from "../store/enlarge.ts";
import { groupOfType } from "../store/group-descriptor.ts";
import { enterGroup, leaveGroup } from "../store/groups.ts";
import { switchLanguage, switchTheme } from "../store/preferences.ts";
import { clearRows } from "../store/row-selection.ts";
import { selectAlong } from "../store/select.ts";
import type { Action } from "./action.ts";

const group = "group.view";

export const viewActions: readonly Action[] = [
  {
    id: "commands",
    words: "action.palette",
    group,
    keys: ["Mod+K"],
    inFields: true,
    run: dialog("commands"),
  },
  { id: "keys", words: "action.keys", group, keys: ["?"], run: dialog("keys") },
  { id: "backends", words: "action.backends", group, keys: [], run: dialog("backends") },
  { id: "fit", words: "action.fit", group, keys: ["Z"], run: (e) => e.canvas?.fit() },
  {
    id: "fitSelection",
    words: "action.fitSelection",
    group,
    keys: ["Shift+Z"],
    run: (e) => e.canvas?.fit([...e.store.getState().selection.nodes]),
    enabled: (state) => state.selection.nodes.size > 0,
  },
  {
    id: "enterGroup",
    words: "action.enterGroup",
    group,
    keys: ["Alt+ArrowDown"],
    run: (e) => enterGroup(e, [...e.store.getState().selection.nodes][0] ?? ""),
    enabled: (state) =>
      state.selection.nodes.size === 1 &&
      groupOfType(state.graph.nodes[[...state.selection.nodes][0]]?.type ?? "") !== undefined,
  },
  {
    id: "leaveGroup",
    words: "action.leaveGroup",
    group,
    keys: ["Alt+ArrowUp"],
    run: leaveGroup,
    enabled: (state) => state.scope.length > 0,
  },
  {
    id: "selectUpstream",
    words: "action.selectUpstream",
    group,
    keys: ["Alt+ArrowLeft"],
    run: (e) => selectAlong(e, "up"),
    enabled: (state) => state.selection.nodes.size > 0,
  },
  {
    id: "selectDownstream",
    words: "action.selectDownstream",
    group,
    keys: ["Alt+ArrowRight"],
    run: (e) => selectAlong(e, "down"),
    enabled: (state) => state.selection.nodes.size > 0,
  },
  { id: "zoomIn", words: "action.zoomIn", group, keys: ["+", "="], run: (e) => e.canvas?.zoomBy(1.2) },
  { id: "zoomOut", words: "action.zoomOut", group, keys: ["-"], run: (e) => e.canvas?.zoomBy(1 / 1.2) },
  { id: "zoomReset", words: "action.zoomReset", group, keys: ["0"], run: (e) => e.canvas?.zoomTo(1) },
  {
    id: "outline",
    words: "action.outline",
    group,
    keys: ["L"],
    run: (editor) => {
      editor.store.setState({ left: "outline" });
      editor.panels?.show("left");
      requestAnimationFrame(() => document.querySelector<HTMLElement>(".outline")?.focus());
    },
  },
  {
    id: "clearRows",
    words: "action.clearRows",
    group,
    keys: [],
    run: clearRows,
    enabled: (state) => state.rows !== undefined,
  },
  { id: "results", words: "action.results", group, keys: ["Alt+1"], run: dock("results") },
  { id: "enlarge", words: "action.enlarge", group, keys: ["E"], run: enlargeFirst },
  {
    id: "popOut",
    words: "action.popOut",
    group,
    keys: ["Shift+E"],
    run: popOutFirst,
    enabled: (state) => panelsOf(state).length > 0,
  },
  { id: "script", words: "action.script", group, keys: ["Alt+2"], run: dock("script") },
  { id: "problems", words: "action.problems", group, keys: ["Alt+3"], run: dock("problems") },
  { id: "runs", words: "action.runs", group, keys: ["Alt+4"], run: dock("runs") },
  {
    id: "pin",
    words: "action.pin",
    group,
    keys: ["P"],
    run: togglePins,
    enabled: (s) => s.selection.nodes.size > 0,
  },
  { id: "leftPanel", words: "action.leftPanel", group, keys: ["["], run: (e) => e.panels?.toggle("left") },
  {
    id: "inspector",
    words: "action.inspector",
    group,
    keys: ["]"],
    run: (e) => e.panels?.toggle("inspector"),
  },
  { id: "dockSide", words: "action.dockSide", group, keys: ["|"], run: switchDockSide },
  { id: "dock", words: "action.dock", group, keys: ["\\"], run: (e) => e.panels?.toggle("dock") },
  { id: "theme", words: "action.theme", group, keys: [], run: switchTheme },
  { id: "language", words: "action.language", group, keys: [], run: switchLanguage },
];

function dialog(kind: "commands" | "keys" | "backends") {
  return (editor: Editor) => editor.store.setState({ dialog: { kind } });
}

function dock(tab: DockTab) {
  return (editor: Editor) => {
    editor.store.setState({ dock: tab });
    editor.panels?.show("dock");
  };
}

/** The result that stands large, else the first of those that the dock shows. */
function popOutFirst(editor: Editor): void {
  const state = editor.store.getState();
  const panels = panelsOf(state);
  const panel = panels.find(({ key }) => key === state.enlarged) ?? panels[0];
  if (panel) popOut(editor, panel.key);
}

function togglePins(editor: Editor): void {
  const { pins, selection } = editor.store.getState();
  const next = new Set(pins);
  for (const id of selection.nodes) if (!next.delete(id)) next.add(id);
  editor.store.setState({ pins: next });
}
