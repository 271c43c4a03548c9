/** When a card is drawn anew by React Flow's wish: a drag moves its wrapper, and nothing in it. */
import type { NodeProps } from "@xyflow/react";

/** For `memo`: whether the card would look the same. */
export function sameCard(a: NodeProps, b: NodeProps): boolean {
  return a.id === b.id && a.selected === b.selected;
}
