/** The cells of a comparison, laid out for the room there is: numbers where they fit, the bar of probabilities always. */
import type { RefObject } from "react";
import type { ComparisonLook } from "../../../core/service/look.ts";
import type { Colours } from "../colours.ts";
import { layMatrix } from "../confusion/lay-matrix.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { fixed } from "../numbers.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import type { PairCell } from "./pair-cells.ts";

type PairPictureProps = {
  look: ComparisonLook;
  cells: readonly PairCell[];
  size: Size;
  colours: Colours;
  svg: RefObject<SVGSVGElement | null>;
};

const caption = 14;

/** Rows against columns; on the diagonal the score itself. */
export function PairPicture({ look, cells, size, colours, svg }: PairPictureProps) {
  const { v, language, named } = useViewWords();
  const room = { width: size.width, height: size.height - caption };
  const { left, top, cellWidth, cellHeight, letters } = layMatrix(look.names, room);
  const place = (row: number, column: number) =>
    `translate(${left + column * cellWidth} ${top + row * cellHeight})`;
  const roomy = cellHeight >= 40 && cellWidth >= 72;
  const legend = legendPlace(left, cellWidth, size.width);
  const written = cellHeight >= 30 && cellWidth >= 52;
  return (
    <svg ref={svg} width={size.width} height={size.height} aria-hidden="true" className="matrix">
      {look.names.map((name, i) => (
        <g key={name} fontSize={10} fill={colours.text2}>
          <text x={left + (i + 0.5) * cellWidth} y={top - 5} textAnchor="middle">
            {shorten(name, cellWidth / 6)}
            <title>{name}</title>
          </text>
          <text x={left - 7} y={top + (i + 0.5) * cellHeight + 3.5} textAnchor="end">
            {shorten(name, letters)}
            <title>{name}</title>
          </text>
          <g transform={place(i, i)}>
            <Ground width={cellWidth} height={cellHeight} fill={colours.sunken} />
            {written ? (
              <Line
                x={cellWidth / 2}
                y={cellHeight / 2 + (roomy ? 0 : 4)}
                size={13}
                mono={colours.mono}
                fill={colours.text}
              >
                {fixed(language, look.means[i])}
              </Line>
            ) : null}
            {roomy ? (
              <Line
                x={cellWidth / 2}
                y={cellHeight / 2 + 15}
                size={10}
                mono={colours.mono}
                fill={colours.text3}
              >
                {`± ${fixed(language, look.sds[i], 3)}`}
              </Line>
            ) : null}
          </g>
        </g>
      ))}
      {cells.map((cell) => {
        const [wide, middle] = [cellWidth - 16, cellWidth / 2];
        const shares = [
          { key: "row", share: cell.rowBetter, fill: colours.accent },
          { key: "none", share: cell.equivalent, fill: colours.lineStrong },
          { key: "column", share: cell.columnBetter, fill: colours.predictions },
        ];
        let from = 8;
        return (
          <g key={`${cell.row}/${cell.column}`} transform={place(cell.row, cell.column)}>
            <Ground width={cellWidth} height={cellHeight} fill={colours.surface} stroke={colours.line} />
            {written ? (
              <Line
                x={middle}
                y={roomy ? cellHeight / 2 - 7 : cellHeight / 2}
                size={12}
                mono={colours.mono}
                fill={colours.text}
              >
                {signed(fixed(language, cell.difference), cell.difference)}
              </Line>
            ) : null}
            {roomy ? (
              <Line x={middle} y={cellHeight / 2 + 4} size={10} mono={colours.mono} fill={colours.text2}>
                {`p ${fixed(language, cell.tHolm, 3)}`}
              </Line>
            ) : null}
            {shares.map(({ key, share, fill }) => {
              const x = from;
              from += share * wide;
              return (
                <rect
                  key={key}
                  x={x}
                  y={cellHeight - 11}
                  width={Math.max(0, share * wide)}
                  height={5}
                  fill={fill}
                />
              );
            })}
            <title>
              {v("comparison.cell", {
                row: look.names[cell.row] ?? "",
                column: look.names[cell.column] ?? "",
                metric: named("metric", look.metric),
                difference: fixed(language, cell.difference),
                tP: fixed(language, cell.tP),
                tHolm: fixed(language, cell.tHolm),
                rankP: fixed(language, cell.rankP),
                rankHolm: fixed(language, cell.rankHolm),
                rowBetter: fixed(language, cell.rowBetter, 3),
                equivalent: fixed(language, cell.equivalent, 3),
                columnBetter: fixed(language, cell.columnBetter, 3),
              })}
            </title>
          </g>
        );
      })}
      <g fontSize={10} fill={colours.text3} transform={`translate(${legend.left} ${size.height - 4})`}>
        {(
          [
            ["comparison.rowBetter", colours.accent],
            ["comparison.equivalent", colours.lineStrong],
            ["comparison.columnBetter", colours.predictions],
          ] as const
        ).map(([key, fill], index) => (
          <g key={key} transform={`translate(${index * legend.step} 0)`}>
            <rect y={-7} width={8} height={6} fill={fill} />
            <text x={12}>{v(key)}</text>
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Under the columns where each has the room for a word, else from the left edge, as wide as it may be. */
function legendPlace(left: number, cellWidth: number, width: number): { left: number; step: number } {
  const word = 84;
  if (cellWidth >= word && left + 3 * word <= width) return { left, step: cellWidth + 4 };
  return { left: 4, step: Math.min(word, (width - 8) / 3) };
}

type GroundProps = { width: number; height: number; fill: string; stroke?: string };

function Ground({ width, height, fill, stroke }: GroundProps) {
  const lines = stroke ? { stroke } : {};
  return (
    <rect
      x={1.5}
      y={1.5}
      width={Math.max(1, width - 3)}
      height={Math.max(1, height - 3)}
      rx={4}
      fill={fill}
      {...lines}
    />
  );
}

type LineProps = { x: number; y: number; size: number; mono: string; fill: string; children: string };

function Line({ x, y, size, mono, fill, children }: LineProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      fontSize={size}
      fontWeight={size > 10 ? 600 : 400}
      fontFamily={mono}
      fill={fill}
    >
      {children}
    </text>
  );
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text;
}
