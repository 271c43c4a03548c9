/** The ground below the points: cells as an image, the lines between classes or of equal value, the cell pointed at. */
import { useMemo } from "react";
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import type { Colours } from "../colours.ts";
import type { PlaneLayout } from "../detail/plane-layout.ts";
import { roundTicks } from "../detail/ticks.ts";
import { classEdges, contour } from "./contours.ts";
import { spanOf } from "./ground.ts";
import { useGround } from "./use-ground.ts";

type SurfaceGroundProps = {
  surface: SurfaceLook;
  layout: PlaneLayout;
  colours: Colours;
  chosen: number | undefined;
};

const lines = 6;

/** As large as the plane. */
export function SurfaceGround({ surface, layout, colours, chosen }: SurfaceGroundProps) {
  const { steps, labels, values } = surface;
  const ground = useGround(surface, colours);
  const drawn = useMemo(() => {
    if (labels) return classEdges(labels, steps);
    const span = spanOf({ values, points: { ...surface.points, targets: [] } });
    if (!values || !span) return "";
    return roundTicks(span[0], span[1], lines)
      .map((level) => contour(values, steps, level))
      .join("");
  }, [surface, labels, values, steps]);
  const { left, top, width, height } = layout;
  const [wide, high] = [width / steps, height / steps];
  return (
    <g transform={`translate(${left} ${top}) scale(${wide} ${high})`}>
      {ground ? (
        <image
          href={ground}
          width={steps}
          height={steps}
          preserveAspectRatio="none"
          style={{ imageRendering: "pixelated" }}
        />
      ) : null}
      <path
        d={drawn}
        fill="none"
        stroke={colours.text}
        strokeWidth={1}
        strokeOpacity={labels ? 0.75 : 0.35}
        vectorEffect="non-scaling-stroke"
      />
      {chosen === undefined ? null : (
        <rect
          x={chosen % steps}
          y={steps - 1 - Math.floor(chosen / steps)}
          width={1}
          height={1}
          fill="none"
          stroke={colours.text}
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </g>
  );
}
