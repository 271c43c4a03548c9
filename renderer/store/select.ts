/** Changing and asking what is selected. */
import { ancestors, descendants } from "../../core/graph/closure.ts";
import { splitPath } from "../../core/graph/scope.ts";
import type { Editor } from "./editor.ts";
import { type EditorState, noSelection, type Selection } from "./editor-state.ts";

/** Selects exactly this. */
export function select(editor: Editor, part: Partial<Record<keyof Selection, Iterable<string>>>): void {
  const sets = Object.fromEntries(Object.entries(part).map(([key, ids]) => [key, new Set(ids)]));
  editor.store.setState({ selection: { ...noSelection, ...sets } });
}

/** Adds everything that feeds what is selected, or that it feeds. */
export function selectAlong(editor: Editor, way: "up" | "down"): void {
  const { graph, selection } = editor.store.getState();
  const follow = way === "up" ? ancestors : descendants;
  select(editor, { nodes: follow({ ...graph, groups: {} }, selection.nodes) });
}

/** Selects one node, entering the groups that it stands in, and brings it into view. */
export function goToNode(editor: Editor, node: string): void {
  const { scope } = splitPath(node);
  const before = editor.store.getState().scope;
  if (scope.join("/") !== before.join("/")) editor.store.setState({ scope });
  select(editor, { nodes: [node] });
  requestAnimationFrame(() => editor.canvas?.focus(node));
}

/** The one selected node, or `undefined` when none or several are. */
export function soleNode(state: Pick<EditorState, "selection">): string | undefined {
  const { nodes } = state.selection;
  return nodes.size === 1 ? [...nodes][0] : undefined;
}
