/** Margins as bars, each a button that selects its rows: rows on the wrong side hatched as well as coloured. */
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { MarginsLook } from "../../../core/service/look-detail.ts";
import { howOf } from "../../store/row-selection.ts";
import { useColours } from "../colours.ts";
import { layBins } from "../detail/bins.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { fixed } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import type { MarginRows } from "./use-margin-rows.ts";
import "../profile/profile.css";

const pad = { left: 36, right: 8, top: 18, bottom: 30 };
const nowhere: Exporter = { current: {} };

/** Fills its parent. Without an exporter it is a companion of the curve, which is what gets exported. */
export function MarginBars(props: {
  margins: MarginsLook;
  rows: MarginRows;
  label: string;
  exporter?: Exporter;
}) {
  const { margins, rows, label, exporter = nowhere } = props;
  const { marked, choose } = rows;
  const [stop, setStop] = useState(0);
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
        // biome-ignore lint/a11y/useSemanticElements: no fieldset stands in a picture
        <svg
          ref={svg}
          width={size.width}
          height={size.height}
          role="group"
          aria-label={label}
          onKeyDown={(event) => moveAlong(event, bins.length, setStop)}
        >
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
            {bins.map(({ x, y, width, height, ...bin }, i) => {
              const selected = marked?.[i] ?? 0;
              const box = { x: x + 0.5, width: Math.max(0.5, width - 1) };
              const fill = bin.high <= 1e-9 ? `url(#${hatch})` : colours.learner;
              const part = bin.count === 0 ? 0 : Math.max(1, (selected / bin.count) * height);
              const words = v("margins.bin", { value: said(bin), count: bin.count });
              const name =
                selected > 0 ? `${words}, ${v("tree.selected", { count: integer(selected) })}` : words;
              return (
                <g
                  key={bin.low}
                  data-selected={selected}
                  {...(choose && {
                    className: "profile-bar",
                    role: "button",
                    "data-margin": i,
                    tabIndex: i === stop ? 0 : -1,
                    "aria-pressed": selected > 0,
                    "aria-label": name,
                    onFocus: () => setStop(i),
                    onClick: (event) => choose(i, howOf(event)),
                    onKeyDown: (event) => {
                      if (event.key !== "Enter" && event.key !== " ") return;
                      event.preventDefault();
                      event.stopPropagation();
                      choose(i, event.key === " " ? "toggle" : howOf(event));
                    },
                  })}
                >
                  {/* All of the height can be clicked: a bar of one row is a pixel high. */}
                  <rect {...box} height={room.height} fill="transparent" className="profile-room" />
                  <rect {...box} y={y} height={height} fill={fill} opacity={marked ? 0.32 : 1} />
                  {selected > 0 ? (
                    <rect
                      {...box}
                      y={room.height - part}
                      height={part}
                      fill={fill}
                      stroke={colours.text}
                      strokeWidth={0.8}
                    />
                  ) : null}
                  <title>{name}</title>
                </g>
              );
            })}
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

/** Left and right along the bars, Home and End to the ends. */
function moveAlong(event: KeyboardEvent<SVGSVGElement>, count: number, go: (bar: number) => void): void {
  const name = event.target instanceof Element ? event.target.getAttribute("data-margin") : null;
  if (name === null) return;
  const goals: Readonly<Record<string, number>> = {
    ArrowLeft: Number(name) - 1,
    ArrowRight: Number(name) + 1,
    Home: 0,
    End: count - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = Math.max(0, Math.min(count - 1, goal));
  go(next);
  event.currentTarget.querySelector<SVGElement>(`[data-margin="${next}"]`)?.focus();
}
