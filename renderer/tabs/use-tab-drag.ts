/** Dragging a tab along the row: it takes the place that the pointer has reached, while it is being dragged. */
import { type PointerEvent, type RefObject, useRef } from "react";
import { moveTab } from "../store/tabs.ts";
import { useEditor } from "../store/use-editor.ts";

const slop = 5;

/** Handlers for the tab. A press without a drag stays a click. */
export function useTabDrag(row: RefObject<HTMLElement | null>) {
  const editor = useEditor();
  const from = useRef<number>(undefined);
  const end = () => {
    from.current = undefined;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button === 0 && event.pointerType !== "touch") from.current = event.clientX;
    },
    onPointerMove({ currentTarget, clientX, pointerId }: PointerEvent<HTMLElement>) {
      if (from.current === undefined) return;
      if (!currentTarget.hasPointerCapture(pointerId)) {
        if (Math.abs(clientX - from.current) < slop) return;
        currentTarget.setPointerCapture(pointerId);
      }
      moveTab(editor, placeAt(row.current, editor.id, clientX));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
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
