/** Joining by drag: port to port, port to card (its best port), port to nothing (a search for what fits). */
import type { Connection, FinalConnectionState, OnConnectStartParams } from "@xyflow/react";
import { useCallback } from "react";
import type { Editor } from "../store/editor.ts";
import type { Connecting } from "../store/editor-state.ts";
import { connect, connectToCard } from "../store/graph-edits.ts";
import { fits } from "../store/port-types.ts";
import { useEditor } from "../store/use-editor.ts";

/** React Flow's handlers for connections. */
export function useConnecting() {
  const editor = useEditor();
  const onConnectStart = useCallback(
    (_event: unknown, { nodeId, handleId, handleType }: OnConnectStartParams) => {
      if (nodeId === null || handleId === null) return;
      editor.store.setState({
        connecting: { node: nodeId, port: handleId, side: handleType === "target" ? "in" : "out" },
      });
    },
    [editor],
  );
  const onConnect = useCallback(
    ({ source, sourceHandle, target, targetHandle }: Connection) => {
      if (sourceHandle && targetHandle) connect(editor, [source, sourceHandle], [target, targetHandle]);
    },
    [editor],
  );
  const isValidConnection = useCallback(
    ({
      source,
      sourceHandle,
      target,
      targetHandle,
    }: {
      source: string;
      target: string;
      sourceHandle?: string | null;
      targetHandle?: string | null;
    }) => {
      if (!sourceHandle || !targetHandle) return false;
      const from: Connecting = { node: source, port: sourceHandle, side: "out" };
      return (
        fits(editor.store.getState(), from, { node: target, port: targetHandle, side: "in" }).kind !== "no"
      );
    },
    [editor],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { connecting: end } = editor.store.getState();
      const { connecting: _over, ...rest } = editor.store.getState();
      editor.store.setState(rest, true);
      if (end && !state.isValid && !state.toHandle) dropped(editor, end, pointOf(event));
    },
    [editor],
  );
  return { onConnectStart, onConnect, onConnectEnd, isValidConnection };
}

function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function dropped(editor: Editor, end: Connecting, screen: { x: number; y: number }): void {
  const under = document.elementFromPoint(screen.x, screen.y);
  const card = under?.closest<HTMLElement>("[data-card]")?.dataset.card;
  if (card !== undefined && card !== end.node) {
    connectToCard(editor, end, card);
    return;
  }
  if (!under?.closest(".react-flow__pane") || !editor.canvas) return;
  editor.store.setState({
    dialog: { kind: "search", at: editor.canvas.toCanvas(screen), screen, from: end },
  });
}
