/** Axes of a plane: lines, round numbers, names. Drawn anew in every frame that moves the plane, so it is little. */
import type { RefObject } from "react";
import type { Colours } from "../colours.ts";
import type { PlaneLayout } from "../detail/plane-layout.ts";
import { brief } from "../numbers.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";

type PlaneAxesProps = {
  size: Size;
  layout: PlaneLayout;
  names: { readonly x: string; readonly y: string };
  colours: Colours;
  svg: RefObject<SVGSVGElement | null>;
};

/** As large as `size`. */
export function PlaneAxes({ size, layout, names, colours, svg }: PlaneAxesProps) {
  const { language } = useViewWords();
  const { left, top, width, height, compact } = layout;
  const small = { fontSize: 10, fill: colours.text3 };
  const bottom = top + height;
  return (
    <svg ref={svg} className="plane-axes" width={size.width} height={size.height} aria-hidden="true">
      {layout.yTicks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={left + width} y1={layout.y(tick)} y2={layout.y(tick)} stroke={colours.line} />
          <text x={left - 5} y={layout.y(tick) + 3.5} textAnchor="end" {...small}>
            {brief(language, tick)}
          </text>
        </g>
      ))}
      {layout.xTicks.map((tick) => (
        <text key={tick} x={layout.x(tick)} y={bottom + 13} textAnchor="middle" {...small}>
          {brief(language, tick)}
        </text>
      ))}
      <path d={`M${left} ${top}V${bottom}H${left + width}`} fill="none" stroke={colours.lineStrong} />
      <text x={4} y={top - 8} {...small}>
        {names.y}
      </text>
      <text
        x={left + (compact ? width : width / 2)}
        y={compact ? bottom - 4 : bottom + 26}
        textAnchor={compact ? "end" : "middle"}
        {...small}
      >
        {names.x}
      </text>
    </svg>
  );
}
