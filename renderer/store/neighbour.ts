/** Which card stands next to another in a direction, by the eye's measure: near, and more ahead than aside. */
import { cardGeometry } from "../canvas/card-geometry.ts";
import type { EditorState, Point } from "./editor-state.ts";
import { newPort } from "./group-descriptor.ts";
import { descriptorOf } from "./port-types.ts";
import { terminalOf } from "./seen.ts";

export type Direction = "left" | "right" | "up" | "down";

/** The nearest card in a direction; from nowhere, the card nearest to `middle`. */
export function neighbourOf(
  state: EditorState,
  node: string | undefined,
  direction: Direction,
  middle: Point,
): string | undefined {
  const from = node === undefined ? undefined : centreOf(state, node);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of Object.keys(state.graph.nodes)) {
    const at = centreOf(state, id);
    if (id === node || !at || terminalOf(id)?.port === newPort) continue;
    const far = from ? distance(from, at, direction) : Math.hypot(at.x - middle.x, at.y - middle.y);
    if (far >= least) continue;
    [best, least] = [id, far];
  }
  return best;
}

/** A step aside counts twice; what is not ahead counts as unreachable. */
function distance(from: Point, to: Point, direction: Direction): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const across = direction === "left" || direction === "right";
  const ahead = (across ? dx : dy) * (direction === "left" || direction === "up" ? -1 : 1);
  const aside = Math.abs(across ? dy : dx);
  // Within a cone of 60° to each side; beyond it the card belongs to another direction.
  return ahead > 0 && aside <= ahead * 1.75 ? ahead + 2 * aside : Number.POSITIVE_INFINITY;
}

function centreOf(state: EditorState, node: string): Point | undefined {
  const at = state.graph.view.positions[node];
  if (!at) return undefined;
  const { width, height } = cardGeometry(descriptorOf(state, node));
  return { x: at[0] + width / 2, y: at[1] + height / 2 };
}
