/**
 * The whole graph in a corner. Cards are painted on one canvas element, anew only when the document changes; what is
 * seen is one frame over it, so that panning a thousand cards moves one element. Drag to go there, turn the wheel to zoom.
 */
import { useReactFlow, useStore } from "@xyflow/react";
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, type WheelEvent } from "react";
import { familyOf, type WireKind } from "../../core/types/wire-type.ts";
import type { EditorState } from "../store/editor-state.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { cardGeometry } from "./card-geometry.ts";
import { useLaidOut } from "./use-laid-out.ts";
import "./minimap.css";

const usual: Size = { width: 150, height: 92 };
/** On a narrow canvas, of which the usual one would hide too much. */
const small: Size = { width: 96, height: 60 };
const narrow = 640;
const margin = 6;

type Size = { width: number; height: number };

type Box = { x: number; y: number; width: number; height: number; kind: WireKind | undefined };
/** Canvas coordinates to the map's: p ↦ (p − origin) · scale. */
type Frame = { x: number; y: number; scale: number };

/** In the bottom right corner. */
export function MiniMap() {
  const { t } = useWords();
  const boxes = useBoxes();
  const size = useStore((state) => (state.width < narrow ? small : usual));
  const frame = useMemo(() => frameOf(boxes, size), [boxes, size]);
  const picture = useRef<HTMLCanvasElement>(null);
  const theme = useEditorState((state) => state.theme);
  const handlers = useTravel(frame);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the colours' names mean.
  useEffect(() => {
    if (picture.current) paint(picture.current, boxes, frame, size);
  }, [boxes, frame, size, theme]);

  if (boxes.length === 0) return null;
  return (
    <div className="minimap" role="img" aria-label={t("canvas.minimap")} style={size} {...handlers}>
      <canvas ref={picture} style={size} />
      <Seen frame={frame} />
    </div>
  );
}

/** What the window shows, as a frame on the map. */
function Seen({ frame }: { frame: Frame }) {
  const element = useRef<HTMLDivElement>(null);
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const left = (-x / zoom - frame.x) * frame.scale;
  const top = (-y / zoom - frame.y) * frame.scale;
  return (
    <div
      ref={element}
      className="minimap-seen"
      style={{
        transform: `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`,
        width: (width / zoom) * frame.scale,
        height: (height / zoom) * frame.scale,
      }}
    />
  );
}

function useBoxes(): readonly Box[] {
  const { nodes, view } = useLaidOut();
  const descriptors = useEditorState((state) => state.descriptors);
  const before = useRef<readonly Box[]>([]);
  return useMemo(() => {
    const boxes = boxesOf(nodes, view, descriptors);
    // What changes no box paints nothing.
    if (boxes.length !== before.current.length || boxes.some((box, at) => !sameBox(box, before.current[at])))
      before.current = boxes;
    return before.current;
  }, [nodes, view, descriptors]);
}

function sameBox(a: Box, b: Box | undefined): boolean {
  return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height && a.kind === b.kind;
}

function boxesOf(
  nodes: EditorState["document"]["nodes"],
  { positions, notes }: EditorState["document"]["view"],
  descriptors: EditorState["descriptors"],
): Box[] {
  const boxes: Box[] = Object.values(notes).map(({ at, size: [width, height] }) => ({
    x: at[0],
    y: at[1],
    width,
    height,
    kind: undefined,
  }));
  for (const [id, { type }] of Object.entries(nodes)) {
    const [x, y] = positions[id] ?? [0, 0];
    const descriptor = descriptors.get(type);
    const { width, height } = cardGeometry(descriptor);
    boxes.push({ x, y, width, height, kind: descriptor?.makes });
  }
  return boxes;
}

function frameOf(boxes: readonly Box[], size: Size): Frame {
  const edge = { left: 0, top: 0, right: 1, bottom: 1 };
  boxes.forEach(({ x, y, width, height }, index) => {
    edge.left = index === 0 ? x : Math.min(edge.left, x);
    edge.top = index === 0 ? y : Math.min(edge.top, y);
    edge.right = index === 0 ? x + width : Math.max(edge.right, x + width);
    edge.bottom = index === 0 ? y + height : Math.max(edge.bottom, y + height);
  });
  const [width, height] = [edge.right - edge.left, edge.bottom - edge.top];
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height, 0.12);
  return {
    x: edge.left - (size.width / scale - width) / 2,
    y: edge.top - (size.height / scale - height) / 2,
    scale,
  };
}

function paint(canvas: HTMLCanvasElement, boxes: readonly Box[], frame: Frame, size: Size): void {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = size.width * ratio;
  canvas.height = size.height * ratio;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const style = getComputedStyle(canvas);
  const colours = new Map<string, string>();
  const colour = (name: string) => {
    const known = colours.get(name) ?? style.getPropertyValue(name).trim();
    colours.set(name, known);
    return known;
  };
  pen.scale(ratio, ratio);
  for (const { x, y, width, height, kind } of boxes) {
    pen.fillStyle = colour(kind ? `--t-${familyOf[kind]}` : "--line-strong");
    pen.globalAlpha = kind ? 0.75 : 0.5;
    const [left, top] = [(x - frame.x) * frame.scale, (y - frame.y) * frame.scale];
    pen.fillRect(left, top, Math.max(1, width * frame.scale), Math.max(1, height * frame.scale));
  }
}

/** Dragging on the map moves what is seen, the wheel zooms. */
function useTravel(frame: Frame) {
  const flow = useReactFlow();
  const go = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const x = (event.clientX - box.x) / frame.scale + frame.x;
      const y = (event.clientY - box.y) / frame.scale + frame.y;
      void flow.setCenter(x, y, { zoom: flow.getZoom() });
    },
    [flow, frame],
  );
  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      go(event);
    },
    [go],
  );
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>) => {
      if (event.buttons === 1) go(event);
    },
    [go],
  );
  const onWheel = useCallback(
    (event: WheelEvent) => void flow.zoomTo(flow.getZoom() * (event.deltaY < 0 ? 1.15 : 1 / 1.15)),
    [flow],
  );
  return { onPointerDown, onPointerMove, onWheel };
}
