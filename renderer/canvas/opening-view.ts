/** Where the canvas looks when a document is opened that nobody has looked at before. */
import type { Rect, Viewport } from "@xyflow/react";
import { fitPadding } from "./fit-padding.ts";

/** The least zoom at which cards are whole: parameters and pictures can be read. */
const readable = 0.5;
/** Of a graph that is larger than this lets see, the whole says more than one corner. */
const overview = 0.25;

/**
 * All of it where it can be read so; else its beginning, at a zoom where cards are whole. Undefined where the graph is so
 * large that only the whole of it says something.
 */
export function openingView(
  bounds: Rect,
  room: { readonly width: number; readonly height: number },
): Viewport | undefined {
  const width = room.width - fitPadding.left - fitPadding.right;
  const height = room.height - fitPadding.top - fitPadding.bottom;
  const fit = Math.min(width / bounds.width, height / bounds.height);
  if (!(fit > overview && fit < readable)) return undefined;
  return {
    x: start(bounds.x, bounds.width, width, fitPadding.left),
    y: start(bounds.y, bounds.height, height, fitPadding.top),
    zoom: readable,
  };
}

/** In the middle where there is room, else from its beginning. */
function start(at: number, size: number, room: number, margin: number): number {
  const left = Math.max(0, room - size * readable) / 2;
  return Math.round(margin + left - at * readable);
}
