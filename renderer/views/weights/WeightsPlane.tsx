/** The training rows on their plane, each as large as its weight. */
import { useMemo, useRef } from "react";
import type { WeightsLook } from "../../../core/service/look-detail.ts";
import { useWords } from "../../store/use-editor.ts";
import type { RowSource } from "../../store/use-row-selection.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { useColours } from "../colours.ts";
import { ClassKey } from "../detail/ClassKey.tsx";
import { PlanePicture } from "../detail/PlanePicture.tsx";
import { layPlane } from "../detail/plane-layout.ts";
import { usePlaneRows } from "../detail/use-plane-rows.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { brief } from "../numbers.ts";
import { extentOf } from "../table/points.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { weighedPoints } from "./weighed-points.ts";

type WeightsPlaneProps = {
  weights: WeightsLook;
  plane: NonNullable<WeightsLook["plane"]>;
  /** Where the points are rows. */
  table: RowSource;
  label: string;
  exporter: Exporter;
};

/** Fills its parent. */
export function WeightsPlane({ weights, plane, table, label, exporter }: WeightsPlaneProps) {
  const { v, language, integer } = useViewWords();
  const { t } = useWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const points = useMemo(
    () =>
      weighedPoints(plane, weights.rows, ({ row, group, weight }) =>
        [v("scatter.row", { row: String(row) }), group, `D ${brief(language, weight)}`]
          .filter((part) => part !== "")
          .join(" · "),
      ),
    [plane, weights.rows, v, language],
  );
  const layout = useMemo(() => size && layPlane(size, extentOf(plane.xs), extentOf(plane.ys)), [size, plane]);
  const rows = usePlaneRows(table, plane, layout);
  const groupOf = (i: number) => plane.classes[plane.groups?.[i] ?? -1] ?? "";
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: [v("column.row"), plane.x, plane.y, t("role.target"), "D"],
      rows: plane.rows.map((row, i) => [
        row,
        plane.xs[i] ?? null,
        plane.ys[i] ?? null,
        groupOf(i),
        plane.weights[i] ?? null,
      ]),
    }),
  });
  return (
    <div ref={box} data-points={points.length}>
      {size && layout ? (
        <BoxSelect plane={rows.plane} {...rows.pointing}>
          <PlanePicture
            size={size}
            layout={layout}
            names={plane}
            points={points}
            colours={colours}
            svg={svg}
            lit={rows.lit}
          />
        </BoxSelect>
      ) : null}
      <div className="legend legend-row">
        <ClassKey classes={plane.classes} colours={colours} />
        {plane.rows.length < plane.of ? (
          <span>{v("weights.sample", { shown: integer(plane.rows.length), count: integer(plane.of) })}</span>
        ) : null}
      </div>
      <HiddenTable
        caption={label}
        head={[v("column.row"), plane.x, plane.y, t("role.target"), v("weights.weight")]}
        of={plane}
        rows={() =>
          [...plane.rows.keys()]
            .sort((a, b) => (plane.weights[b] ?? 0) - (plane.weights[a] ?? 0))
            .map((i) => [
              String(plane.rows[i]),
              brief(language, plane.xs[i] ?? 0),
              brief(language, plane.ys[i] ?? 0),
              groupOf(i),
              brief(language, plane.weights[i] ?? 0),
            ])
        }
      />
    </div>
  );
}
