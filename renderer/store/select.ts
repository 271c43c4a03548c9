/** Changing and asking what is selected. */
import type { Editor } from "./editor.ts";
import { type EditorState, noSelection, type Selection } from "./editor-state.ts";

/** Selects exactly this. */
export function select(editor: Editor, part: Partial<Record<keyof Selection, Iterable<string>>>): void {
  const sets = Object.fromEntries(Object.entries(part).map(([key, ids]) => [key, new Set(ids)]));
  editor.store.setState({ selection: { ...noSelection, ...sets } });
}

/** Selects one node and brings it into view. */
export function goToNode(editor: Editor, node: string): void {
  select(editor, { nodes: [node] });
  editor.canvas?.focus(node);
}

/** The one selected node, or `undefined` when none or several are. */
export function soleNode(state: Pick<EditorState, "selection">): string | undefined {
  const { nodes } = state.selection;
  return nodes.size === 1 ? [...nodes][0] : undefined;
}
