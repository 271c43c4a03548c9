/** The mark on a cell that holds selected rows: a ring, whole where all of its rows are selected and dashed where some are, and how many. */

type CellMarkProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  selected: number;
  /** Rows in the cell. */
  count: number;
  colour: string;
  /** There is room for the number. */
  legible: boolean;
  words: string;
};

/** Nothing for a cell without selected rows. */
export function CellMark({ x, y, width, height, selected, count, colour, legible, words }: CellMarkProps) {
  if (selected === 0) return null;
  return (
    <g data-selected={selected} pointerEvents="none">
      <rect
        x={x + 4}
        y={y + 4}
        width={Math.max(1, width - 8)}
        height={Math.max(1, height - 8)}
        rx={3}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={selected < count ? "4 3" : undefined}
      />
      {legible && width >= 52 && height >= 34 ? (
        <text x={x + width - 8} y={y + 15} textAnchor="end" fontSize={10} fontWeight={600} fill={colour}>
          {selected < count ? `✓ ${words}` : "✓"}
        </text>
      ) : null}
    </g>
  );
}
