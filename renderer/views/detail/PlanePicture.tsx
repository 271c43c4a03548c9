/** A plane of two features as SVG: axes with names, a ground below (a surface), points above, by colour and by mark. */
import type { ReactNode, RefObject } from "react";
import { type Colours, classColour } from "../colours.ts";
import { brief } from "../numbers.ts";
import { marks } from "../table/scatter-option.ts";
import type { Size } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import type { PlaneLayout } from "./plane-layout.ts";

export type PlanePoint = {
  /** Position in the table, and number in its source. */
  readonly at: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** Code of the class; −1 where unknown. */
  readonly group: number;
  readonly radius: number;
  readonly title: string;
  /** In place of the class's colour. */
  readonly colour?: string;
};

type PlanePictureProps = {
  size: Size;
  layout: PlaneLayout;
  names: { readonly x: string; readonly y: string };
  /** In the order in which they are drawn. */
  points: readonly PlanePoint[];
  colours: Colours;
  /** An edge in the ground's colour, so that points stand out from what is below them. */
  edged?: boolean;
  svg: RefObject<SVGSVGElement | null>;
  /** Positions of the selected points; the others are pale. Left out while none of them is selected. */
  lit?: ReadonlySet<number> | undefined;
  children?: ReactNode;
};

/** The marks are drawn in a square of 10, their radius about 4. */
const markRadius = 4;

/** As large as `size`. */
export function PlanePicture(props: PlanePictureProps) {
  const { size, layout, names, points, colours, edged = false, svg, lit, children } = props;
  const { language } = useViewWords();
  const { left, top, width, height } = layout;
  const small = { fontSize: 10, fill: colours.text3 };
  const bottom = top + height;
  return (
    <svg ref={svg} className="plane" width={size.width} height={size.height} aria-hidden="true">
      {children}
      {layout.yTicks.map((tick) => (
        <g key={tick}>
          {children ? null : (
            <line x1={left} x2={left + width} y1={layout.y(tick)} y2={layout.y(tick)} stroke={colours.line} />
          )}
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
      <text x={4} y={10} {...small}>
        {names.y}
      </text>
      <text
        x={left + (layout.compact ? width : width / 2)}
        y={layout.compact ? bottom - 4 : bottom + 26}
        textAnchor={layout.compact ? "end" : "middle"}
        {...small}
      >
        {names.x}
      </text>
      {points.map(({ at, x, y, group, radius, title, colour }) => (
        <path
          key={at}
          data-lit={lit?.has(at)}
          d={marks[Math.max(0, group) % marks.length]?.path}
          transform={`translate(${layout.x(x)} ${layout.y(y)}) scale(${radius / markRadius})`}
          fill={colour ?? (group < 0 ? colours.text3 : classColour(colours, group))}
          fillOpacity={lit && !lit.has(at) ? 0.28 : edged || lit ? 1 : 0.72}
          {...(edged || lit?.has(at) ? edgeOf(lit?.has(at) ?? false, colours) : {})}
        >
          <title>{title}</title>
        </path>
      ))}
    </svg>
  );
}

/** Selected points are ringed, so that they stand out without their colour. */
function edgeOf(selected: boolean, colours: Colours) {
  return {
    stroke: selected ? colours.text : colours.surface,
    strokeWidth: selected ? 1.5 : 0.8,
    vectorEffect: "non-scaling-stroke" as const,
  };
}
