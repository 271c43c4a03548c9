/** The matrix as a picture, laid out for the room there is. */
import type { RefObject } from "react";
import type { ConfusionLook } from "../../../core/service/look.ts";
import { type How, howOf } from "../../store/row-selection.ts";
import type { Colours } from "../colours.ts";
import { percent } from "../numbers.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { CellMark } from "./CellMark.tsx";
import { layMatrix } from "./lay-matrix.ts";
import { shadeOf } from "./shades.ts";

type MatrixProps = {
  look: ConfusionLook;
  size: Size;
  colours: Colours;
  svg: RefObject<SVGSVGElement | null>;
  /** Selected rows in each cell, `[truth][predicted]`. */
  marked?: readonly (readonly number[])[] | undefined;
  /** The cell that the keyboard is at. */
  cursor?: CellAt | undefined;
  choose?: ((cell: CellAt, how: How) => void) | undefined;
};

export type CellAt = { readonly truth: number; readonly predicted: number };

/** Rows are true classes, columns predicted ones. */
export function MatrixPicture({
  look: { classes, counts },
  size,
  colours,
  svg,
  marked,
  cursor,
  choose,
}: MatrixProps) {
  const { v, language, integer } = useViewWords();
  const { left, side, top, cellWidth, cellHeight, labelled, counted, shared, letters } = layMatrix(
    classes,
    size,
  );
  const small = { fontSize: 10, fill: colours.text3 };
  return (
    <svg ref={svg} width={size.width} height={size.height} aria-hidden="true" className="matrix">
      <text x={left + (cellWidth * classes.length) / 2} y={9} textAnchor="middle" {...small}>
        {v("confusion.predicted")}
      </text>
      <text
        transform={`translate(${side} ${top + (cellHeight * classes.length) / 2}) rotate(-90)`}
        textAnchor="middle"
        {...small}
      >
        {v("confusion.truth")}
      </text>
      {labelled
        ? classes.map((name, i) => (
            <g key={name} {...small} fill={colours.text2}>
              <text x={left + (i + 0.5) * cellWidth} y={top - 5} textAnchor="middle">
                {shorten(name, cellWidth / 6)}
                <title>{name}</title>
              </text>
              <text x={left - 7} y={top + (i + 0.5) * cellHeight + 3.5} textAnchor="end">
                {shorten(name, letters)}
                <title>{name}</title>
              </text>
            </g>
          ))
        : null}
      {counts.map((row, truth) => {
        const total = row.reduce((sum, count) => sum + count, 0);
        return row.map((count, predicted) => {
          const share = total === 0 ? 0 : count / total;
          const { fill, text } = shadeOf(colours, truth === predicted, share);
          const [x, y] = [left + predicted * cellWidth, top + truth * cellHeight];
          const middle = y + cellHeight / 2;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the button of this cell is in the table behind
            <g
              key={`${classes[truth]}/${classes[predicted]}`}
              onClick={choose && ((event) => choose({ truth, predicted }, howOf(event)))}
              cursor={choose && "pointer"}
            >
              <rect
                x={x + 1.5}
                y={y + 1.5}
                width={Math.max(1, cellWidth - 3)}
                height={Math.max(1, cellHeight - 3)}
                rx={4}
                fill={fill}
              />
              {counted ? (
                <text
                  x={x + cellWidth / 2}
                  y={shared ? middle + 1 : middle + 5}
                  textAnchor="middle"
                  fill={text}
                  fontSize={cellHeight < 30 ? 12 : cellHeight > 110 ? 20 : 15}
                  fontWeight={600}
                  fontFamily={colours.mono}
                >
                  {integer(count)}
                </text>
              ) : null}
              {shared ? (
                <text
                  x={x + cellWidth / 2}
                  y={middle + (cellHeight > 110 ? 18 : 14)}
                  textAnchor="middle"
                  fill={text}
                  fontSize={cellHeight > 110 ? 12 : 10}
                >
                  {percent(language, share)}
                </text>
              ) : null}
              {marked ? (
                <CellMark
                  x={x}
                  y={y}
                  width={cellWidth}
                  height={cellHeight}
                  selected={marked[truth]?.[predicted] ?? 0}
                  count={count}
                  colour={text}
                  legible={counted}
                  words={integer(marked[truth]?.[predicted] ?? 0)}
                />
              ) : null}
              {cursor?.truth === truth && cursor.predicted === predicted ? (
                <rect
                  x={x - 0.5}
                  y={y - 0.5}
                  width={cellWidth + 1}
                  height={cellHeight + 1}
                  rx={6}
                  fill="none"
                  stroke={colours.accent}
                  strokeWidth={2}
                />
              ) : null}
              <title>
                {v("confusion.cell", {
                  count,
                  truth: classes[truth] ?? "",
                  predicted: classes[predicted] ?? "",
                  share: percent(language, share),
                })}
              </title>
            </g>
          );
        });
      })}
    </svg>
  );
}

/** At most so many letters, the last one an ellipsis. */
export function shorten(name: string, letters: number): string {
  const room = Math.max(2, Math.floor(letters));
  return name.length <= room ? name : `${name.slice(0, room - 1)}…`;
}
