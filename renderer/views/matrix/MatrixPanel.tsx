/** One panel of a scatter matrix: points, a histogram, or a correlation. */
import { memo } from "react";
import { type Colours, classColour } from "../colours.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { layBins } from "../detail/bins.ts";
import { brief, fixed } from "../numbers.ts";
import type { Point } from "../table/points.ts";
import { useViewWords } from "../words.ts";
import { binsOf, marksPath, type Panel, placerOf, sideTicks } from "./matrix-layout.ts";

type Range = readonly [number, number];

type MatrixPanelProps = {
  panel: Panel;
  /** The last row and column. */
  last: number;
  /** Of the column on the diagonal. */
  name: string;
  pair: { readonly points: readonly Point[]; readonly r: number | null } | undefined;
  values: readonly number[];
  xRange: Range;
  yRange: Range;
  lit: ReadonlySet<number> | undefined;
  colours: Colours;
};

const bins = 16;

/** At its place in the matrix. */
export const MatrixPanel = memo(function MatrixPanel(props: MatrixPanelProps) {
  const { panel, last, name, pair, values, xRange, yRange, lit, colours } = props;
  const { language } = useViewWords();
  const { x, y, width, height, row, column } = panel;
  const place = placerOf(panel, xRange, yRange);
  const small = { fontSize: 9.5, fill: colours.text3 };
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} fill="none" stroke={colours.line} />
      {row === column ? <Bars panel={panel} values={values} range={xRange} colours={colours} /> : null}
      {row === column ? (
        <text x={4} y={12} fontSize={11} fontWeight={600} fill={colours.text}>
          {shorten(name, width / 6.6)}
          <title>{name}</title>
        </text>
      ) : null}
      {row > column && pair ? <Marks points={pair.points} place={place} lit={lit} colours={colours} /> : null}
      {row < column && pair ? (
        <text
          x={width / 2}
          y={height / 2 + 5}
          textAnchor="middle"
          fontSize={11 + 5 * Math.abs(pair.r ?? 0)}
          fontFamily={colours.mono}
          fill={colours.text}
          fillOpacity={0.6 + 0.4 * Math.abs(pair.r ?? 0)}
        >
          {fixed(language, pair.r, 2)}
        </text>
      ) : null}
      {column === 0 && row > 0
        ? sideTicks(yRange, height).map((tick) => (
            <text key={tick} x={-4} y={place.y(tick) + 3} textAnchor="end" {...small}>
              {brief(language, tick)}
            </text>
          ))
        : null}
      {row === last
        ? sideTicks(xRange, width).map((tick) => (
            <text key={tick} x={place.x(tick)} y={height + 12} textAnchor="middle" {...small}>
              {brief(language, tick)}
            </text>
          ))
        : null}
    </g>
  );
});

function Bars({
  panel,
  values,
  range,
  colours,
}: {
  panel: Panel;
  values: readonly number[];
  range: Range;
  colours: Colours;
}) {
  const room = { width: panel.width, height: Math.max(1, panel.height - 18) };
  return (
    <g transform="translate(0 18)">
      {layBins(binsOf(values, range, bins), range, room).map((bin) => (
        <rect
          key={bin.x}
          x={bin.x + 0.3}
          y={bin.y}
          width={Math.max(0.5, bin.width - 0.6)}
          height={bin.height}
          fill={colours.table}
          fillOpacity={0.55}
        />
      ))}
    </g>
  );
}

type MarksProps = {
  points: readonly Point[];
  place: ReturnType<typeof placerOf>;
  lit: ReadonlySet<number> | undefined;
  colours: Colours;
};

/** Selected points stand out; all others step back while something is selected. */
function Marks({ points, place, lit, colours }: MarksProps) {
  const groups = [...new Set(points.map(({ group }) => group))].sort((a, b) => a - b);
  const radius = points.length > 600 ? 1.3 : 1.8;
  return groups.map((group) => {
    const own = points.filter((point) => point.group === group);
    const fill = group < 0 ? colours.text3 : classColour(colours, group);
    const [front, back] = lit
      ? [own.filter(({ at }) => lit.has(at)), own.filter(({ at }) => !lit.has(at))]
      : [own, []];
    return (
      <g key={group} fill={fill}>
        {back.length > 0 ? <path d={marksPath(back, place, group, radius)} fillOpacity={0.22} /> : null}
        <path
          d={marksPath(front, place, group, lit ? radius * 1.4 : radius)}
          fillOpacity={0.8}
          {...(lit ? { stroke: colours.text, strokeWidth: 0.6 } : {})}
        />
      </g>
    );
  });
}
