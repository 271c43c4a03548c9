/**
 * Dragging a tab along the row: it takes the place that the pointer has reached, while it is being dragged. A finger
 * picks it up by resting on it; one that moves at once scrolls the row.
 */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { moveTab } from "../store/tabs.ts";
import { useEditor } from "../store/use-editor.ts";

const slop = 5;
const tremble = 10;
const patience = 350;

/** Handlers for the tab, which is to have `tab` as its ref. A press without a drag stays a click. */
export function useTabDrag(tab: RefObject<HTMLElement | null>, row: RefObject<HTMLElement | null>) {
  const editor = useEditor();
  const [carried, setCarried] = useState(false);
  const held = useRef(false);
  const stop = useRef<() => void>(undefined);

  useEffect(() => {
    const element = tab.current;
    // While a finger holds the tab, the row does not scroll and no menu opens: only a listener that may prevent can say so.
    const keep = (event: Event) => held.current && event.preventDefault();
    element?.addEventListener("touchmove", keep, { passive: false });
    element?.addEventListener("contextmenu", keep);
    return () => {
      element?.removeEventListener("touchmove", keep);
      element?.removeEventListener("contextmenu", keep);
      stop.current?.();
    };
  }, [tab]);

  function onPointerDown(down: PointerEvent<HTMLElement>): void {
    stop.current?.();
    if (down.button !== 0) return;
    const finger = down.pointerType === "touch";
    const hold = (is: boolean) => {
      held.current = is;
      setCarried(is);
    };
    const timer = finger ? setTimeout(() => hold(true), patience) : undefined;
    const onMove = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      const far = Math.abs(event.clientX - down.clientX) >= (finger ? tremble : slop);
      if (!held.current && far && finger) return stop.current?.();
      if (!held.current && far) hold(true);
      if (held.current) moveTab(editor, placeAt(row.current, editor.id, event.clientX));
    };
    const end = () => stop.current?.();
    stop.current = () => {
      clearTimeout(timer);
      hold(false);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
      stop.current = undefined;
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }

  return { carried, onPointerDown };
}

/** How many of the other tabs have their middle before `x`. */
function placeAt(row: HTMLElement | null, own: string, x: number): number {
  const others = [...(row?.querySelectorAll<HTMLElement>("[data-tab]") ?? [])].filter(
    ({ dataset }) => dataset.tab !== own,
  );
  return others.filter((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return left + width / 2 < x;
  }).length;
}
