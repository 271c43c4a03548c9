/**
 * React Flow's nodes and edges, following the store. During a drag positions live in the page only (`live-drag.ts`); the
 * end of the drag is one command, so one drag is one step of history and redraws one card.
 */
import { applyNodeChanges, type EdgeChange, type NodeChange, type OnNodeDrag } from "@xyflow/react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Command } from "../../core/graph/commands.ts";
import { edit } from "../store/edit.ts";
import type { Editor } from "../store/editor.ts";
import type { Selection } from "../store/editor-state.ts";
import { useEditor, useEditorState } from "../store/use-editor.ts";
import { aimNode, dropOnAim, stopAiming } from "./aim.ts";
import { type FlowEdge, flowEdges } from "./flow-edges.ts";
import { type FlowNode, flowNodes, itemOf } from "./flow-nodes.ts";
import { useCarrying } from "./use-carrying.ts";
import { useLaidOut } from "./use-laid-out.ts";
import { useLiveDrag } from "./use-live-drag.ts";

/** What `<ReactFlow>` is given, and the drag under way. */
export function useFlow() {
  const editor = useEditor();
  const graph = useLaidOut();
  const selection = useEditorState((state) => state.selection);
  const descriptors = useEditorState((state) => state.descriptors);
  const [seen, setSeen] = useState<{ graph: unknown; selection: unknown }>({
    graph: undefined,
    selection: undefined,
  });
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  if (seen.graph !== graph || seen.selection !== selection) {
    setSeen({ graph, selection });
    setNodes(flowNodes(graph, selection, descriptors, nodes));
  }
  const previous = useRef<FlowEdge[]>([]);
  // A place changes no wire, and there are thousands of them.
  const { nodes: records, wires } = graph;
  const edges = useMemo(() => {
    previous.current = flowEdges({ nodes: records, wires }, selection.wires, descriptors, previous.current);
    return previous.current;
  }, [records, wires, selection.wires, descriptors]);

  const { carry, along } = useCarrying(nodes);
  const { drag, take } = useLiveDrag();

  const onNodesChange = useCallback(
    (given: NodeChange<FlowNode>[]) => {
      const changes = along(given);
      if (take(changes)) return;
      const own = changes.filter(({ type }) => type !== "select" && type !== "remove");
      if (own.length > 0) setNodes((now) => applyNodeChanges(own, now));
      followSelection(editor, changes);
      followMoves(editor, changes);
    },
    [editor, along, take],
  );
  const onNodeDragStart: OnNodeDrag<FlowNode> = useCallback(
    (event, node) => carry(node, event.altKey),
    [carry],
  );
  const onNodeDrag: OnNodeDrag<FlowNode> = useCallback(
    (_event, node, moved) => {
      if (moved.length === 1 && itemOf(node.id).kind === "nodes") aimNode(editor, node.id, node.position);
    },
    [editor],
  );
  const onNodeDragStop = useCallback(() => stopAiming(editor), [editor]);
  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => followWires(editor, changes),
    [editor],
  );
  return {
    flow: { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStart, onNodeDrag, onNodeDragStop },
    drag,
  };
}

function followSelection(editor: Editor, changes: readonly NodeChange<FlowNode>[]): void {
  const { selection } = editor.store.getState();
  const next = {
    nodes: new Set(selection.nodes),
    notes: new Set(selection.notes),
    frames: new Set(selection.frames),
  };
  let changed = false;
  for (const change of changes) {
    if (change.type !== "select") continue;
    const { kind, id } = itemOf(change.id);
    if (next[kind].has(id) === change.selected) continue;
    if (change.selected) next[kind].add(id);
    else next[kind].delete(id);
    changed = true;
  }
  if (changed) editor.store.setState(({ selection: now }) => ({ selection: { ...now, ...next } }));
}

function followWires(editor: Editor, changes: readonly EdgeChange<FlowEdge>[]): void {
  const before: Selection = editor.store.getState().selection;
  const wires = new Set(before.wires);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) wires.add(change.id);
    else wires.delete(change.id);
  }
  if (wires.size !== before.wires.size || [...wires].some((id) => !before.wires.has(id))) {
    editor.store.setState(({ selection }) => ({ selection: { ...selection, wires } }));
  }
}

/** The end of a drag, or an arrow key: positions and sizes become one command. */
function followMoves(editor: Editor, changes: readonly NodeChange<FlowNode>[]): void {
  const { view, nodes } = editor.store.getState().graph;
  const positions: Record<string, readonly [number, number]> = {};
  const commands: Command[] = [];
  for (const change of changes) {
    const resized = change.type === "dimensions" && change.resizing === false && change.dimensions;
    const moved = change.type === "position" && change.dragging === false && change.position;
    if (!resized && !moved) continue;
    const { kind, id } = itemOf(change.id);
    const at = moved ? ([Math.round(moved.x), Math.round(moved.y)] as const) : undefined;
    const size = resized ? ([Math.round(resized.width), Math.round(resized.height)] as const) : undefined;
    if (kind === "nodes" && at && nodes[id]) positions[id] = at;
    const note = kind === "notes" ? view.notes[id] : undefined;
    if (note)
      commands.push({ kind: "setNote", id, note: { ...note, at: at ?? note.at, size: size ?? note.size } });
    const frame = kind === "frames" ? view.frames[id] : undefined;
    if (frame)
      commands.push({
        kind: "setFrame",
        id,
        frame: { ...frame, at: at ?? frame.at, size: size ?? frame.size },
      });
  }
  const [sole, ...others] = Object.entries(positions);
  if (sole && others.length + commands.length === 0) {
    const [id, [x, y]] = sole;
    if (dropOnAim(editor, id, { x, y })) return;
  }
  if (sole) commands.push({ kind: "move", positions });
  if (commands.length > 0) edit(editor, { kind: "batch", commands }, { label: "step.move" });
}
