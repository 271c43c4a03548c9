/** Bars from zero with a name to the left of each and round numbers below: importances, coefficients. */
import type { ReactNode, Ref } from "react";
import type { useColours } from "../colours.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import type { Bar, BarLayout } from "./bar-layout.ts";

type NamedBarsProps<B extends PlainBar> = {
  layout: Omit<BarLayout, "bars"> & { readonly bars: readonly B[] };
  width: number;
  svg: Ref<SVGSVGElement>;
  colours: ReturnType<typeof useColours>;
  fill: (index: number) => string;
  /** What else belongs to a bar: its spread, its words. */
  children: (bar: B, index: number) => ReactNode;
};

type PlainBar = Pick<Bar, "name" | "x" | "y" | "width">;

/** As wide as the room and as tall as its bars. */
export function NamedBars<B extends PlainBar>({
  layout,
  width,
  svg,
  colours,
  fill,
  children,
}: NamedBarsProps<B>) {
  const { language } = useViewWords();
  return (
    <svg ref={svg} width={width} height={layout.height} aria-hidden="true">
      {layout.ticks.map(({ value, x }) => (
        <g key={value}>
          <line x1={x} x2={x} y2={layout.height - 18} stroke={colours.line} />
          <text x={x} y={layout.height - 5} textAnchor="middle" fontSize={10} fill={colours.text3}>
            {brief(language, value)}
          </text>
        </g>
      ))}
      {layout.bars.map((bar, index) => (
        <g key={bar.name}>
          <text
            x={layout.labelWidth - 8}
            y={bar.y + layout.rowHeight / 2 + 3.5}
            textAnchor="end"
            fontSize={11}
            fill={colours.text}
          >
            {shorten(bar.name, layout.labelWidth / 6.2)}
          </text>
          <rect
            x={bar.x}
            y={bar.y + 3}
            width={Math.max(0.5, bar.width)}
            height={layout.rowHeight - 6}
            rx={1.5}
            fill={fill(index)}
          />
          {children(bar, index)}
        </g>
      ))}
      <line x1={layout.zero} x2={layout.zero} y2={layout.height - 18} stroke={colours.lineStrong} />
    </svg>
  );
}
