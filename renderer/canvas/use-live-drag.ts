/** Keeps a drag away from React until it ends: see `live-drag.ts`. */
import { type NodeChange, useStoreApi } from "@xyflow/react";
import { type RefObject, useCallback, useRef } from "react";
import type { Point } from "../store/editor-state.ts";
import type { FlowNode } from "./flow-nodes.ts";
import type { LiveDrag, Seen } from "./live-drag.ts";

/** The drag under way, which `LiveWires` begins and ends. */
export type DragRef = RefObject<LiveDrag | undefined>;

/** `take` shows a step of a drag by itself and answers `true`, or leaves it to React Flow: the first step, the last, and some between. */
export function useLiveDrag() {
  const flow = useStoreApi();
  const drag: DragRef = useRef<LiveDrag>(undefined);
  const take = useCallback(
    (changes: readonly NodeChange<FlowNode>[]): boolean => {
      const places = new Map<string, Point>();
      for (const change of changes) {
        if (change.type !== "position" || !change.dragging || !change.position) return false;
        places.set(change.id, change.position);
      }
      const { transform, width, height } = flow.getState();
      const [x, y, zoom] = transform;
      const seen: Seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      return places.size > 0 && (drag.current?.move(places, seen) ?? false);
    },
    [flow],
  );
  return { drag, take };
}
