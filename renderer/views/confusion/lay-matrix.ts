/** Where the cells of a matrix stand in a room, and what of them can be written there. Pure. */
import type { Size } from "../use-size.ts";

export type MatrixLayout = {
  readonly left: number;
  /** Where the name of the rows stands. */
  readonly side: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Class names, counts and shares fit. */
  readonly labelled: boolean;
  readonly counted: boolean;
  readonly shared: boolean;
  /** Letters that a row label has room for. */
  readonly letters: number;
};

/** The largest cell in a panel, and as a share of a larger room. */
const widestCell = { px: 148, share: 0.2 };
const tallestCell = { px: 92, share: 0.24 };

/** Centred, as large as the room allows, cells never wider than twice their height plus a little. */
export function layMatrix(classes: readonly string[], { width, height }: Size): MatrixLayout {
  const k = Math.max(1, classes.length);
  const top = 28;
  const longest = Math.max(...classes.map((name) => name.length), 1);
  const labelWidth = Math.min(width * 0.3, longest * 6 + 12);
  const gutter = 16 + labelWidth;
  const cellHeight = Math.max(4, Math.min(largest(tallestCell, height), (height - top - 2) / k));
  const cellWidth = Math.max(
    4,
    Math.min(largest(widestCell, width), (width - gutter - 8) / k, cellHeight * 2 + 24),
  );
  const left = gutter + Math.max(0, (width - gutter - cellWidth * k) / 2 - labelWidth / 3);
  return {
    left,
    side: Math.max(9, left - labelWidth - 8),
    top,
    cellWidth,
    cellHeight,
    labelled: cellHeight >= 11 && cellWidth >= 14,
    counted: cellHeight >= 16 && cellWidth >= 26,
    shared: cellHeight >= 38 && cellWidth >= 40,
    letters: (labelWidth - 8) / 6,
  };
}

function largest({ px, share }: { px: number; share: number }, room: number): number {
  return Math.max(px, share * room);
}
