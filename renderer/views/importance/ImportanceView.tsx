/** Features by what the model loses without them: bars from zero, one standard deviation to either side. */
import { useMemo, useRef } from "react";
import type { ImportanceLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { brief, fixed } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { layBars } from "./bar-layout.ts";
import "./importance.css";

/** Fills its parent and scrolls inside. */
export function ImportanceView({ look, title, exporter }: ViewProps<ImportanceLook>) {
  const { v, language, named } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => size && layBars(look, size), [look, size]);
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: ["feature", "importance", "standard deviation"],
      rows: look.features.map(({ name, mean, sd }) => [name, mean, sd]),
    }),
  });
  const small = { fontSize: 10, fill: colours.text3 };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="importance" ref={box} aria-label={title} tabIndex={0}>
      {size && layout ? (
        <svg ref={svg} width={size.width} height={layout.height} aria-hidden="true">
          {layout.ticks.map(({ value, x }) => (
            <g key={value}>
              <line x1={x} x2={x} y2={layout.height - 18} stroke={colours.line} />
              <text x={x} y={layout.height - 5} textAnchor="middle" {...small}>
                {brief(language, value)}
              </text>
            </g>
          ))}
          {layout.bars.map(({ name, x, y, width, low, high }, i) => {
            const middle = y + layout.rowHeight / 2;
            const { mean = 0, sd = 0 } = look.features[i] ?? {};
            return (
              <g key={name}>
                <text
                  x={layout.labelWidth - 8}
                  y={middle + 3.5}
                  textAnchor="end"
                  fontSize={11}
                  fill={colours.text}
                >
                  {shorten(name, layout.labelWidth / 6.2)}
                </text>
                <rect
                  x={x}
                  y={y + 3}
                  width={Math.max(0.5, width)}
                  height={layout.rowHeight - 6}
                  rx={1.5}
                  fill={colours.model}
                />
                <path
                  d={`M${low} ${middle}H${high}M${low} ${middle - 3}v6M${high} ${middle - 3}v6`}
                  stroke={colours.text}
                  fill="none"
                />
                <title>
                  {v("importance.bar", { name, mean: fixed(language, mean), sd: fixed(language, sd) })}
                </title>
              </g>
            );
          })}
          <line x1={layout.zero} x2={layout.zero} y2={layout.height - 18} stroke={colours.lineStrong} />
        </svg>
      ) : null}
      <HiddenTable
        caption={`${title}: ${named("metric", look.metric)}`}
        head={[v("importance.feature"), v("importance.mean"), v("importance.sd")]}
        of={look}
        rows={() =>
          look.features.map(({ name, mean, sd }) => [name, fixed(language, mean), fixed(language, sd)])
        }
      />
    </section>
  );
}
