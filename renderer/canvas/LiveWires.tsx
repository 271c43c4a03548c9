/** Where the wires of cards that are being dragged are drawn, by `live-drag.ts`. */
import { useStore, useStoreApi, ViewportPortal } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { useEditor } from "../store/use-editor.ts";
import { draggedNames, type FlowNode } from "./flow-nodes.ts";
import { beginLiveDrag, type Dragged } from "./live-drag.ts";
import { useLaidOut } from "./use-laid-out.ts";
import type { DragRef } from "./use-live-drag.ts";
import { faultsOf } from "./wire-view.ts";

/**
 * Inside the flow. It begins and ends the drag, since React Flow's own list of nodes says what is in the page: cards
 * and this element change in one commit.
 */
export function LiveWires({ drag }: { drag: DragRef }) {
  const editor = useEditor();
  const flow = useStoreApi();
  const sheet = useRef<SVGSVGElement>(null);
  const graph = useLaidOut();
  const nodes = useStore((state) => state.nodes) as FlowNode[];
  const names = draggedNames(nodes);

  useLayoutEffect(() => {
    const canvas = flow.getState().domNode;
    if (names === "" || !canvas || !sheet.current) return;
    const { check, descriptors } = editor.store.getState();
    const faults = check ? faultsOf(check) : new Map();
    const parts = { canvas, sheet: sheet.current, graph, descriptors, faults };
    drag.current = beginLiveDrag(parts, new Set(names.split(" ")));
    const holder = canvas.closest<HTMLElement>(".canvas");
    if (holder) holder.dataset.dragging = "true";
    return () => {
      if (holder) holder.dataset.dragging = "false";
      drag.current?.end();
      drag.current = undefined;
    };
  }, [editor, flow, graph, names, drag]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drag that has just begun, or anew, has no places yet.
  useLayoutEffect(() => drag.current?.rebase(draggedOf(nodes)), [nodes, graph, names, drag]);

  return (
    <ViewportPortal>
      <svg ref={sheet} className="wire-live" aria-hidden="true" data-testid="wire-live" />
    </ViewportPortal>
  );
}

function draggedOf(nodes: readonly FlowNode[]): Dragged[] {
  return nodes
    .filter(({ dragging }) => dragging)
    .map(({ id, position, width, height, measured }) => ({
      id,
      position,
      width: width ?? measured?.width ?? 0,
      height: height ?? measured?.height ?? 0,
    }));
}
