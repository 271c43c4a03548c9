/**
 * Drags a rectangle over a chart, or clicks into it. Pointer coordinates are turned into those of the axes by the chart; the
 * rectangle is drawn beside it, so that dragging draws no point anew. Escape gives the drag up.
 */
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PickedPoint, PlaneOf } from "./Chart.tsx";

export type Box = { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
type Held = { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

type BoxSelectProps = {
  plane: PlaneOf | undefined;
  /** Left out where nothing can be selected. */
  onBox: ((box: Box, held: Held) => void) | undefined;
  /** A click, in the pixels of the chart. */
  onClick: (at: PickedPoint, held: Held) => void;
  children: ReactNode;
};

type Drag = { readonly from: PickedPoint; readonly to: PickedPoint };

/** Below this many pixels a press is a click. */
const least = 4;

/** Fills what is left of its parent, as the chart alone would. */
export function BoxSelect({ plane, onBox, onClick, children }: BoxSelectProps) {
  const start = useRef<PickedPoint>(undefined);
  const [drag, setDrag] = useState<Drag>();
  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return;
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      start.current = undefined;
      setDrag(undefined);
    };
    window.addEventListener("keydown", giveUp, { capture: true });
    return () => window.removeEventListener("keydown", giveUp, { capture: true });
  }, [dragging]);
  const down = (event: PointerEvent<HTMLDivElement>) => {
    const at = placeIn(event);
    if (event.button === 0 && plane) start.current = at;
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const from = start.current;
    if (!from || !onBox) return;
    const to = placeIn(event);
    if (!dragging && Math.hypot(to.x - from.x, to.y - from.y) < least) return;
    if (!dragging) event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from, to });
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const from = start.current;
    start.current = undefined;
    setDrag(undefined);
    if (!from || !plane) return;
    if (!drag) return plane.contains(from) ? onClick(from, event) : undefined;
    const [a, b] = [plane.toAxes(drag.from), plane.toAxes(drag.to)];
    onBox?.(
      { x: [Math.min(a.x, b.x), Math.max(a.x, b.x)], y: [Math.min(a.y, b.y), Math.max(a.y, b.y)] },
      event,
    );
  };
  return (
    <div
      className="box-select"
      data-can={onBox !== undefined}
      data-dragging={dragging}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        start.current = undefined;
        setDrag(undefined);
      }}
    >
      {children}
      {drag ? (
        <div
          className="box-select-frame"
          style={{
            left: Math.min(drag.from.x, drag.to.x),
            top: Math.min(drag.from.y, drag.to.y),
            width: Math.abs(drag.to.x - drag.from.x),
            height: Math.abs(drag.to.y - drag.from.y),
          }}
        />
      ) : null}
    </div>
  );
}

function placeIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): PickedPoint {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
