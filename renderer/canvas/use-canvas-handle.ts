/** What the rest of the page may ask of the canvas, and the canvas's own view of itself: zoom, centre, level of detail. */
import { type ReactFlowInstance, useReactFlow, type Viewport } from "@xyflow/react";
import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Editor } from "../store/editor.ts";
import { descriptorOf } from "../store/port-types.ts";
import { select } from "../store/select.ts";
import { useEditor, useEditorState } from "../store/use-editor.ts";
import { cardGeometry } from "./card-geometry.ts";
import { fitPadding } from "./fit-padding.ts";
import { type Detail, levelOfDetail } from "./level-of-detail.ts";
import { openingView } from "./opening-view.ts";
import { useLongPress } from "./use-long-press.ts";

const moves = ["mousemove", "pointermove"] as const;

/** Hands the canvas to the editor while it is mounted. */
export function useCanvasHandle() {
  const editor = useEditor();
  const flow = useReactFlow();
  const holder = useRef<HTMLElement>(null);
  const [detail, setDetail] = useState<Detail>("full");
  const opened = useEditorState((state) => state.opened);

  useEffect(() => {
    const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160;
    const centre = () => {
      const box = holder.current?.getBoundingClientRect() ?? new DOMRect();
      const screen = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      return { at: flow.screenToFlowPosition(screen), screen };
    };
    editor.canvas = {
      fit: (nodes) => {
        const only = nodes?.length ? { nodes: nodes.map((id) => ({ id })) } : {};
        void flow.fitView({ ...all, ...only, padding, maxZoom: 1, duration });
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration }),
      centre,
      toCanvas: (screen) => flow.screenToFlowPosition(screen),
      toScreen: (at) => flow.flowToScreenPosition(at),
      focus: (id) =>
        void flow.fitView({
          ...all,
          nodes: [{ id }],
          maxZoom: Math.max(0.75, Math.min(1, flow.getZoom())),
          padding: 0.6,
          duration,
        }),
      reveal: (id) => {
        const box = holder.current?.getBoundingClientRect();
        if (box) reveal(editor, flow, id, box);
      },
      takeKeys: (id) =>
        // A card that comes into view is drawn in the next frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const card =
              id === undefined
                ? null
                : holder.current?.querySelector<HTMLElement>(
                    `.react-flow__node[data-id="${CSS.escape(id)}"]`,
                  );
            (card ?? holder.current)?.focus({ preventScroll: true });
          }),
        ),
    };
    return () => {
      editor.canvas = undefined;
    };
  }, [editor, flow]);

  // While it moves, the canvas is a layer of its own: moving it then paints nothing. At rest it is drawn sharp again. Dragged
  // by a mouse (`drag`), it is under a shield, so that nobody looks for what is under the pointer.
  const moving = useCallback((is: boolean) => {
    if (holder.current) holder.current.dataset.moving = String(is);
  }, []);
  const onMoveStart = useCallback(() => moving(true), [moving]);
  const onMoveEnd = useCallback(() => moving(false), [moving]);
  useEffect(() => {
    // What drags the canvas or its cards listens at the window; React would look for listeners from the card under the pointer
    // up, in vain. A finger is left alone: its moves say that a press is not a long one.
    const hush = (event: Event) => {
      const { moving, dragging } = holder.current?.dataset ?? {};
      const finger = event instanceof PointerEvent && event.pointerType !== "mouse";
      if ((moving === "drag" || dragging === "true") && !finger) event.stopPropagation();
    };
    for (const kind of moves) document.addEventListener(kind, hush, true);
    return () => {
      for (const kind of moves) document.removeEventListener(kind, hush, true);
    };
  }, []);

  const onMove = useCallback(
    (event: Event | null | undefined, viewport: Viewport) => {
      editor.viewport.current = viewport;
      if (holder.current && event?.type === "mousemove") holder.current.dataset.moving = "drag";
      const detail = levelOfDetail(viewport.zoom);
      if (holder.current?.dataset.detail === detail) return;
      if (holder.current) holder.current.dataset.detail = detail;
      setDetail(detail);
    },
    [editor],
  );

  // Shown where it was looked at last, in this tab or when it was saved; else fitted once its cards are measured.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `opened` says that another document is shown.
  useEffect(() => {
    const { document } = editor.store.getState();
    const wanted = editor.viewport.current;
    const frame = requestAnimationFrame(() => {
      // React Flow would keep a fit of nothing for later and do it when the first card is dropped.
      const empty =
        Object.keys(document.view.positions).length + Object.keys(document.view.notes).length === 0;
      const begin = wanted ?? beginning(flow, holder.current);
      if (begin) void flow.setViewport({ x: begin.x, y: begin.y, zoom: begin.zoom });
      else if (empty) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
      else void flow.fitView({ ...all, padding, maxZoom: 1 });
      onMove(undefined, flow.getViewport());
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, flow, opened, onMove]);

  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.classList.contains("react-flow__pane")) return;
      const screen = { x: event.clientX, y: event.clientY };
      editor.store.setState({ dialog: { kind: "search", at: flow.screenToFlowPosition(screen), screen } });
    },
    [editor, flow],
  );
  const onPointerDown = useLongPress((screen) => {
    editor.store.setState({ dialog: { kind: "search", at: flow.screenToFlowPosition(screen), screen } });
  });
  const onPaneClick = useCallback(() => {
    select(editor, {});
    holder.current?.focus({ preventScroll: true });
  }, [editor]);
  // After a click on a card or wire the keys are the canvas's: Tab searches, as on bare ground. Fields keep what they have.
  const onItemClick = useCallback((event: MouseEvent) => {
    const inside = event.target instanceof Element ? event.target : undefined;
    if (inside?.closest("input, textarea, select, button, [contenteditable]")) return;
    holder.current?.focus({ preventScroll: true });
  }, []);
  return {
    holder,
    detail,
    onMove,
    onMoveStart,
    onMoveEnd,
    onDoubleClick,
    onPaneClick,
    onItemClick,
    onPointerDown,
  };
}

function beginning(flow: ReactFlowInstance, holder: HTMLElement | null): Viewport | undefined {
  const room = holder?.getBoundingClientRect();
  return room && openingView(flow.getNodesBounds(flow.getNodes()), room);
}

/** Moves the view without zooming until a card is inside, with some room around it. */
function reveal(editor: Editor, flow: ReactFlowInstance, id: string, box: DOMRect): void {
  const state = editor.store.getState();
  const at = state.graph.view.positions[id];
  if (!at) return;
  const { width, height } = cardGeometry(descriptorOf(state, id));
  const { x, y, zoom } = flow.getViewport();
  const shift = (start: number, size: number, room: number) => {
    const [before, after] = [start - margin, start + size + margin - room];
    return before < 0 ? -before : after > 0 ? -Math.min(after, before) : 0;
  };
  const dx = shift(at[0] * zoom + x, width * zoom, box.width);
  const dy = shift(at[1] * zoom + y, height * zoom, box.height);
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
}

const margin = 24;

const padding = {
  top: `${fitPadding.top}px`,
  left: `${fitPadding.left}px`,
  right: `${fitPadding.right}px`,
  bottom: `${fitPadding.bottom}px`,
} as const;

/** Cards that are not in the page have declared sizes, but were never measured: without this they would not count. */
const all = { includeHiddenNodes: true };
