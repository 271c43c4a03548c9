/**
 * Which part of a wide tree is drawn. A tree of a thousand nodes is a hundred screens wide, and a browser that lays all of
 * its words out needs a quarter of a second for it: only what is near the screen is in the page. Pure.
 */
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { PlacedNode } from "./tree-layout.ts";

/** From where to where, in pixels of the picture. */
export type Sight = readonly [left: number, right: number];

/** Trees up to this many nodes are drawn whole. */
export const drawnWhole = 150;
/** Scrolling by less than this draws nothing anew. */
const step = 400;

/** What a scroller that wide shows at `scrollLeft`, with air on both sides; the same for a whole step of scrolling. */
export function sightAt(scrollLeft: number, width: number): Sight {
  const from = Math.floor(scrollLeft / step) * step;
  return [from - step, from + width + 2 * step];
}

/** Whether something that reaches from `left` to `right` is seen. */
export function seen([from, to]: Sight, left: number, right: number): boolean {
  return right >= from && left <= to;
}

/** Nodes that the keys can go to from `at`: they are drawn wherever they stand, so that the focus has somewhere to go. */
export function around(
  at: number,
  nodes: readonly TreeNodeLook[],
  placed: ReadonlyMap<number, PlacedNode>,
): ReadonlySet<number> {
  const parent = placed.get(at)?.parent;
  const near = [0, at, parent, nodes[at]?.left, nodes[parent ?? -1]?.left, nodes[parent ?? -1]?.right];
  return new Set(near.filter((node) => node !== undefined));
}
