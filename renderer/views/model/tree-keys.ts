/** Arrow keys in a tree: up to the question before, down into yes, left and right between yes and no. */
import type { KeyboardEvent } from "react";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { PlacedNode } from "./tree-layout.ts";

/** Where a key leads from a node; `undefined` for any other key, or where nothing lies that way. Pure. */
export function stepInTree(
  key: string,
  at: number,
  nodes: readonly TreeNodeLook[],
  placed: ReadonlyMap<number, PlacedNode>,
): number | undefined {
  const parent = placed.get(at)?.parent;
  switch (key) {
    case "ArrowUp":
      return parent;
    case "ArrowDown":
      return nodes[at]?.left;
    case "ArrowLeft":
      return parent === undefined ? undefined : nodes[parent]?.left;
    case "ArrowRight":
      return parent === undefined ? undefined : nodes[parent]?.right;
    case "Home":
      return 0;
    default:
      return undefined;
  }
}

/** Moves the focus, and `go` with it. */
export function moveInTree(
  event: KeyboardEvent<SVGSVGElement>,
  nodes: readonly TreeNodeLook[],
  placed: ReadonlyMap<number, PlacedNode>,
  go: (node: number) => void,
): void {
  const at = event.target instanceof Element ? event.target.getAttribute("data-node") : null;
  if (at === null || !/^(Arrow|Home)/.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  const next = stepInTree(event.key, Number(at), nodes, placed);
  if (next === undefined) return;
  go(next);
  event.currentTarget.querySelector<SVGElement>(`[data-node="${next}"]`)?.focus();
}
