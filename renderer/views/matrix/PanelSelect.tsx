/** Selecting in one panel of a scatter matrix: a box or a click, over the picture. */
import { useMemo } from "react";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import type { PlaneOf } from "../chart/Chart.tsx";
import type { Point } from "../table/points.ts";
import { usePointSelection } from "../table/use-point-selection.ts";
import type { Source } from "../view.ts";
import type { Panel } from "./matrix-layout.ts";
import { placerOf } from "./matrix-layout.ts";

type PanelSelectProps = {
  panel: Panel;
  source: Source;
  points: readonly Point[];
  columns: { readonly x: string; readonly y: string };
  xRange: readonly [number, number];
  yRange: readonly [number, number];
};

/** Lies over the panel. */
export function PanelSelect({ panel, source, points, columns, xRange, yRange }: PanelSelectProps) {
  const { x, y, width, height } = panel;
  const [xLow, xHigh] = xRange;
  const [yLow, yHigh] = yRange;
  const plane = useMemo<PlaneOf>(() => {
    const place = placerOf({ x: 0, y: 0, row: 0, column: 0, width, height }, [xLow, xHigh], [yLow, yHigh]);
    return {
      contains: () => true,
      toPixels: (point) => ({ x: place.x(point.x), y: place.y(point.y) }),
      toAxes: (pixel) => ({
        x: xLow + (pixel.x / width) * (xHigh - xLow),
        y: yLow + (1 - pixel.y / height) * (yHigh - yLow),
      }),
    };
  }, [width, height, xLow, xHigh, yLow, yHigh]);
  const pointing = usePointSelection(source, points, columns, plane);
  return (
    <div
      className="panel-select"
      data-testid={`panel-${columns.x}-${columns.y}`}
      style={{ left: x, top: y, width, height }}
    >
      <BoxSelect plane={plane} {...pointing}>
        {null}
      </BoxSelect>
    </div>
  );
}
