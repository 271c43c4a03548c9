/**
 * The nodes that are seen, notes and frames as React Flow wants them. What did not change keeps its identity, sizes that
 * React Flow measured included, so that one moved card redraws one card. Cards get nothing but their id: each reads
 * the rest from the store itself.
 */
import type { Node } from "@xyflow/react";
import type { Position } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Selection } from "../store/editor-state.ts";
import { newPort } from "../store/group-descriptor.ts";
import { type SeenGraph, terminalOf } from "../store/seen.ts";
import { cardGeometry } from "./card-geometry.ts";
import { keptList } from "./kept-list.ts";

export type FlowNode = Node<Record<string, never>>;

const noData: Record<string, never> = {};
/** A frame is taken by its title; the canvas inside it stays free. */
const throughFrame = { pointerEvents: "none" } as const;

/** The flow's nodes for this graph; `before` is what React Flow holds now. */
export function flowNodes(
  graph: SeenGraph,
  selection: Selection,
  descriptors: ReadonlyMap<string, NodeDescriptor>,
  before: readonly FlowNode[],
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const { positions, notes, frames } = graph.view;
  const item = (type: string, id: string, at: Position, selected: boolean, extra: Partial<FlowNode> = {}) =>
    kept(known.get(id), {
      id,
      type,
      data: noData,
      position: { x: at[0], y: at[1] },
      selected,
      ...extra,
      ...sizeOf(extra),
    });
  return keptList(before, [
    ...Object.entries(frames).map(([id, { at, size }]) =>
      item("frame", frameId(id), at, selection.frames.has(id), {
        width: size[0],
        height: size[1],
        zIndex: -2,
        style: throughFrame,
      }),
    ),
    ...Object.entries(notes).map(([id, { at, size }]) =>
      item("note", noteId(id), at, selection.notes.has(id), {
        width: size[0],
        initialHeight: size[1],
        // Its bar must not lie under a card.
        zIndex: selection.notes.has(id) ? 1000 : -1,
      }),
    ),
    ...Object.entries(graph.nodes).map(([id, { type }]) => {
      const descriptor = descriptors.get(type);
      const { width, height, handles } = cardGeometry(descriptor);
      const drawn = drawnAs(descriptor);
      const fixed =
        drawn === "terminal" ? { draggable: false, selectable: terminalOf(id)?.port !== newPort } : {};
      const extra = { width, height, handles, ...fixed };
      return item(drawn, id, positions[id] ?? [0, 0], selection.nodes.has(id), extra);
    }),
  ]);
}

function drawnAs(descriptor: NodeDescriptor | undefined): "card" | "nest" | "terminal" {
  const { category } = descriptor ?? {};
  return category === "group" ? "nest" : category === "terminal" ? category : "card";
}

/**
 * The declared size counts as measured: React Flow fits the view to nothing before it has measured all, and what is out of
 * sight is never drawn.
 */
function sizeOf({ width, height, initialHeight }: Partial<FlowNode>): Pick<FlowNode, "measured"> {
  const tall = height ?? initialHeight;
  return width === undefined || tall === undefined ? {} : { measured: { width, height: tall } };
}

function kept(before: FlowNode | undefined, next: FlowNode): FlowNode {
  if (!before || before.type !== next.type) return next;
  const sameSize = before.width === next.width && before.height === next.height;
  const same =
    sameSize &&
    before.position.x === next.position.x &&
    before.position.y === next.position.y &&
    before.selected === next.selected &&
    before.handles === next.handles;
  if (same) return before;
  const measured = (sameSize && before.measured) || next.measured;
  return { ...before, ...next, ...(measured ? { measured } : {}) };
}

/** Notes and frames share React Flow's id space with nodes; a colon cannot stand in an id of ours. */
export function noteId(id: string): string {
  return `note:${id}`;
}
export function frameId(id: string): string {
  return `frame:${id}`;
}

/** Which nodes are being dragged, as a text, so that it can be compared. */
export function draggedNames(nodes: readonly FlowNode[]): string {
  return nodes.flatMap(({ id, dragging }) => (dragging ? [id] : [])).join(" ");
}

/** What a React Flow id stands for. */
export function itemOf(flowId: string): { kind: "nodes" | "notes" | "frames"; id: string } {
  if (flowId.startsWith("note:")) return { kind: "notes", id: flowId.slice(5) };
  if (flowId.startsWith("frame:")) return { kind: "frames", id: flowId.slice(6) };
  return { kind: "nodes", id: flowId };
}
