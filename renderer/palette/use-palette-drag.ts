/**
 * Dragging a node from the palette with pointer events, so that mouse, pen and touch behave alike. A ghost follows the
 * pointer; the drop adds the node where it fell. A press that does not move stays a click.
 */
import { type PointerEvent, useCallback } from "react";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { aimNew, stopAiming } from "../canvas/aim.ts";
import type { CanvasHandle } from "../store/editor.ts";
import type { Point } from "../store/editor-state.ts";
import { addNode } from "../store/graph-edits.ts";
import { insertNew } from "../store/insert.ts";
import { useEditor, useWords } from "../store/use-editor.ts";

const threshold = 4;

/** The handler for `onPointerDown` of a palette item. */
export function usePaletteDrag(descriptor: NodeDescriptor): (event: PointerEvent<HTMLElement>) => void {
  const editor = useEditor();
  const { local } = useWords();
  const title = local(descriptor.title);
  return useCallback(
    (down) => {
      if (down.button !== 0 || down.pointerType === "touch") return;
      let ghost: HTMLElement | undefined;
      const item = down.currentTarget;

      const move = (event: globalThis.PointerEvent) => {
        if (!ghost && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < threshold)
          return;
        ghost ??= makeGhost(title, item);
        ghost.style.translate = `${event.clientX - 20}px ${event.clientY - 14}px`;
        const over = isOverCanvas(event);
        ghost.dataset.over = String(over);
        if (over && editor.canvas) aimNew(editor, descriptor, placeOf(editor.canvas, event));
        else stopAiming(editor);
      };
      const end = (event: globalThis.PointerEvent) => {
        stop();
        if (!ghost) return;
        // The press became a drag: the click that a browser may still send is not one.
        item.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => item.removeEventListener("click", swallow, { capture: true }), 0);
        if (!isOverCanvas(event) || !editor.canvas) return;
        const at = placeOf(editor.canvas, event);
        const insertion = aimNew(editor, descriptor, at);
        stopAiming(editor);
        if (insertion) insertNew(editor, descriptor.id, at, insertion);
        else addNode(editor, descriptor.id, at);
      };
      const key = (event: KeyboardEvent) => {
        if (event.key === "Escape") stop();
      };
      function stop(): void {
        ghost?.remove();
        stopAiming(editor);
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", end);
        window.removeEventListener("pointercancel", stop);
        window.removeEventListener("keydown", key);
      }
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", end);
      window.addEventListener("pointercancel", stop);
      window.addEventListener("keydown", key);
    },
    [editor, descriptor, title],
  );
}

/** Where the card's corner comes to stand: the pointer holds it near there. */
function placeOf(canvas: CanvasHandle, { clientX, clientY }: globalThis.PointerEvent): Point {
  const { x, y } = canvas.toCanvas({ x: clientX, y: clientY });
  return { x: x - 20, y: y - 17 };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function isOverCanvas(event: globalThis.PointerEvent): boolean {
  return document.elementFromPoint(event.clientX, event.clientY)?.closest(".canvas") != null;
}

function makeGhost(title: string, item: HTMLElement): HTMLElement {
  const ghost = document.createElement("div");
  ghost.className = "palette-ghost";
  ghost.textContent = title;
  ghost.style.setProperty("--c", item.style.getPropertyValue("--c"));
  document.body.append(ghost);
  return ghost;
}
