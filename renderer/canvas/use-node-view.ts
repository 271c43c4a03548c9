/** A card's subscription: to what it shows of its own node, and to nothing else. */
import { useShallow } from "zustand/react/shallow";
import { type NodeView, nodeView } from "../store/node-view.ts";
import { useEditorState } from "../store/use-editor.ts";

/** The view of node `id`; the same object until something in it changed. */
export function useNodeView(id: string): NodeView {
  return useEditorState(useShallow((state) => nodeView(state, id)));
}
