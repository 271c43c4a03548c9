/** What a frame takes along when it is dragged by its title: everything that stood inside when the drag began. */
import type { Node, NodeChange } from "@xyflow/react";
import { useCallback, useRef } from "react";
import type { FlowNode } from "./flow-nodes.ts";

type Carried = Readonly<{
  frame: string;
  from: { x: number; y: number };
  items: ReadonlyMap<string, { x: number; y: number }>;
}>;

/** `carry` when a drag begins; `along` adds to each move of the frame the moves of what it carries. */
export function useCarrying(nodes: readonly FlowNode[]) {
  const carried = useRef<Carried>(undefined);
  const latest = useRef(nodes);
  latest.current = nodes;

  const carry = useCallback((frame: Node, alone: boolean) => {
    carried.current =
      frame.type === "frame" && !alone
        ? { frame: frame.id, from: frame.position, items: inside(frame, latest.current) }
        : undefined;
  }, []);
  const along = useCallback((changes: NodeChange<FlowNode>[]): NodeChange<FlowNode>[] => {
    const held = carried.current;
    const moves = new Set(changes.flatMap((change) => (change.type === "position" ? [change.id] : [])));
    if (!held || !moves.has(held.frame)) return changes;
    return changes.flatMap((change): NodeChange<FlowNode>[] => {
      if (change.type !== "position" || change.id !== held.frame || !change.position) return [change];
      const [dx, dy] = [change.position.x - held.from.x, change.position.y - held.from.y];
      const others = [...held.items]
        .filter(([id]) => !moves.has(id))
        .map(([id, { x, y }]) => ({ ...change, id, position: { x: x + dx, y: y + dy } }));
      return [change, ...others];
    });
  }, []);
  return { carry, along };
}

/** Everything whose middle is in the frame. Terminals have their place by what they lead to. */
function inside(frame: Node, nodes: readonly FlowNode[]): Map<string, { x: number; y: number }> {
  const [width, height] = [frame.width ?? 0, frame.height ?? 0];
  const items = new Map<string, { x: number; y: number }>();
  for (const node of nodes) {
    const size = node.measured ?? {};
    const x = node.position.x + (node.width ?? size.width ?? 0) / 2 - frame.position.x;
    const y = node.position.y + (node.height ?? size.height ?? 0) / 2 - frame.position.y;
    if (node.id === frame.id || node.type === "terminal" || x < 0 || y < 0 || x > width || y > height)
      continue;
    items.set(node.id, node.position);
  }
  return items;
}
