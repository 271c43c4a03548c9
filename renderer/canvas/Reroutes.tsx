/** Points that a wire is led through: made by a double click on the wire, dragged or moved by arrow keys, taken away by Delete. */
import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo, useState } from "react";
import type { Position } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { edit } from "../store/edit.ts";
import type { Point } from "../store/editor-state.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import { placeOnWire } from "./wire-geometry.ts";

export type RerouteHandlers = {
  add(event: MouseEvent, points: readonly Point[]): void;
  /** While it is dragged, the point moves here only; the end of the drag is one step of history. */
  drag(index: number, at: Point): void;
  drop(index: number, at: Point): void;
  remove(index: number): void;
};

const none: readonly Position[] = [];

/** The points of a wire as they are drawn now, and what can be done with them. */
export function useReroutes(id: string, kept: readonly Position[]) {
  const editor = useEditor();
  const flow = useReactFlow();
  const [dragged, setDragged] = useState<{ index: number; at: Point }>();
  const through = kept.map(([x, y], index) => (dragged?.index === index ? dragged.at : { x, y }));

  const handlers = useMemo((): RerouteHandlers => {
    const now = () => lookup(editor.store.getState().graph.view.reroutes ?? {}, id) ?? none;
    const write = (points: readonly Position[], squash?: string) =>
      edit(
        editor,
        { kind: "setReroutes", wire: id, points },
        { label: "step.reroute", ...(squash === undefined ? {} : { squash }) },
      );
    return {
      add(event, points) {
        event.stopPropagation();
        const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const before = now();
        const turn = placeOnWire(points, at);
        write([...before.slice(0, turn), rounded(at), ...before.slice(turn)]);
      },
      drag: (index, at) => setDragged({ index, at }),
      drop(index, at) {
        setDragged(undefined);
        write(
          now().map((point, turn) => (turn === index ? rounded(at) : point)),
          `reroute/${id}/${index}`,
        );
      },
      remove: (index) => void write(now().filter((_, turn) => turn !== index)),
    };
  }, [editor, flow, id]);
  return { through, handlers };
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-10, 0],
  ArrowRight: [10, 0],
  ArrowUp: [0, -10],
  ArrowDown: [0, 10],
};

/** One point. */
export function ReroutePoint({
  point,
  index,
  colour,
  handlers,
}: {
  point: Point;
  index: number;
  colour: string;
  handlers: RerouteHandlers;
}) {
  const { t } = useWords();
  const flow = useReactFlow();
  const at = (event: PointerEvent) => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });

  function onPointerDown(event: PointerEvent<SVGCircleElement>): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function onPointerMove(event: PointerEvent<SVGCircleElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) handlers.drag(index, at(event));
  }
  function onPointerUp(event: PointerEvent<SVGCircleElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) handlers.drop(index, at(event));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = arrows[event.key];
    if (event.key === "Delete" || event.key === "Backspace") handlers.remove(index);
    else if (step) handlers.drop(index, { x: point.x + step[0], y: point.y + step[1] });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing.
    <circle
      className="wire-point nodrag nopan"
      data-testid={`wire-point-${index}`}
      cx={point.x}
      cy={point.y}
      r={6}
      tabIndex={0}
      role="button"
      aria-label={t("wire.point", { at: index + 1 })}
      style={{ stroke: colour }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        handlers.remove(index);
      }}
    />
  );
}

function rounded({ x, y }: Point): Position {
  return [Math.round(x), Math.round(y)];
}
