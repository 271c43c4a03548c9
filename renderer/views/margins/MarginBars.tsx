/** Margins as bars: rows on the wrong side hatched as well as coloured. */
import { useId, useMemo, useRef } from "react";
import type { MarginsLook } from "../../../core/service/look-detail.ts";
import { useColours } from "../colours.ts";
import { layBins } from "../detail/bins.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { fixed } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";

const pad = { left: 36, right: 8, top: 18, bottom: 30 };
const nowhere: Exporter = { current: {} };

/** Fills its parent. Without an exporter it is a companion of the curve, which is what gets exported. */
export function MarginBars(props: { margins: MarginsLook; label: string; exporter?: Exporter }) {
  const { margins, label, exporter = nowhere } = props;
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const hatch = useId();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const room = size && {
    width: Math.max(10, size.width - pad.left - pad.right),
    height: Math.max(10, size.height - pad.top - pad.bottom),
  };
  const bins = useMemo(
    () => layBins(margins.counts, [-1, 1], { width: room?.width ?? 0, height: room?.height ?? 0 }),
    [margins, room?.width, room?.height],
  );
  const said = ({ low, high }: { low: number; high: number }) =>
    `${fixed(language, low, 2)} … ${fixed(language, high, 2)}`;
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: ["from", "to", "rows"],
      rows: bins.map(({ low, high, count }) => [low, high, count]),
    }),
  });
  const small = { fontSize: 10, fill: colours.text3 };
  return (
    <div ref={box}>
      {size && room ? (
        <svg ref={svg} width={size.width} height={size.height} aria-hidden="true">
          <defs>
            <pattern
              id={hatch}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="4" height="4" fill={colours.surface} />
              <rect width="2.4" height="4" fill={colours.predictions} />
            </pattern>
          </defs>
          <g transform={`translate(${pad.left} ${pad.top})`}>
            <text x={4 - pad.left} y={-8} {...small}>
              {v("margins.rows")}
            </text>
            <text x={-5} y={8} textAnchor="end" {...small}>
              {integer(Math.max(0, ...margins.counts))}
            </text>
            {bins.map(({ x, y, width, height, ...bin }) => (
              <rect
                key={bin.low}
                x={x + 0.5}
                y={y}
                width={Math.max(0.5, width - 1)}
                height={height}
                fill={bin.high <= 1e-9 ? `url(#${hatch})` : colours.learner}
              >
                <title>{v("margins.bin", { value: said(bin), count: bin.count })}</title>
              </rect>
            ))}
            <path d={`M0 ${room.height}H${room.width}`} stroke={colours.lineStrong} />
            <path d={`M${room.width / 2} 0V${room.height}`} stroke={colours.text3} strokeDasharray="4 4" />
            {[-1, -0.5, 0, 0.5, 1].map((tick) => (
              <text
                key={tick}
                x={((tick + 1) / 2) * room.width}
                y={room.height + 13}
                textAnchor="middle"
                {...small}
              >
                {fixed(language, tick, Number.isInteger(tick) ? 0 : 1)}
              </text>
            ))}
            <text x={room.width / 2} y={room.height + 26} textAnchor="middle" {...small}>
              {v("margins.margin")}
            </text>
          </g>
        </svg>
      ) : null}
      <HiddenTable
        caption={label}
        head={[v("margins.margin"), v("margins.rows")]}
        of={margins}
        rows={() => bins.map((bin) => [said(bin), integer(bin.count)])}
      />
    </div>
  );
}
