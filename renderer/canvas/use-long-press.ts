/** A finger that rests on bare ground for half a second means what a double click means. */
import { type PointerEvent, useCallback, useEffect, useRef } from "react";
import type { Point } from "../store/editor-state.ts";

const patience = 500;
const tremble = 10;

/** The handler for `onPointerDown` of the canvas; `act` gets the place in the window. */
export function useLongPress(act: (screen: Point) => void): (event: PointerEvent) => void {
  const latest = useRef(act);
  latest.current = act;
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  return useCallback((down) => {
    stop.current?.();
    const onGround = down.target instanceof Element && down.target.classList.contains("react-flow__pane");
    if (down.pointerType !== "touch" || !onGround) return;
    const screen = { x: down.clientX, y: down.clientY };
    const timer = setTimeout(() => {
      stop.current?.();
      latest.current(screen);
    }, patience);
    const onMove = (event: globalThis.PointerEvent) => {
      // A second finger pinches.
      const other = event.pointerId !== down.pointerId;
      if (other || Math.hypot(event.clientX - screen.x, event.clientY - screen.y) > tremble) stop.current?.();
    };
    const end = () => stop.current?.();
    stop.current = () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", end);
      stop.current = undefined;
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", end);
  }, []);
}
