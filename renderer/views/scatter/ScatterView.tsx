/** Two numeric features as a plane of points, classes by colour and by mark; it can be moved and enlarged, points selected. */
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { TableLook } from "../../../core/service/look.ts";
import { useWords } from "../../store/use-editor.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { useColours } from "../colours.ts";
import { ClassKey } from "../detail/ClassKey.tsx";
import { layPlane } from "../detail/plane-layout.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable, mostHidden } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { brief } from "../numbers.ts";
import { AxisPicker } from "../table/AxisPicker.tsx";
import { planeOf } from "../table/points.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { sightOf } from "./cloud.ts";
import { PlaneAxes } from "./PlaneAxes.tsx";
import { PlaneMotion } from "./PlaneMotion.tsx";
import { PlaneTools } from "./PlaneTools.tsx";
import { PointLayer } from "./PointLayer.tsx";
import { PointTip } from "./PointTip.tsx";
import { enlarged, middleOf, type Sight } from "./sight.ts";
import { svgPoints } from "./svg-points.ts";
import { useCloud, useLitPoints } from "./use-cloud.ts";
import { useCloudSelection, useHovered } from "./use-cloud-selection.ts";

const unlaid = { width: 1, height: 1 };

/** Fills its parent. */
export function ScatterView({ look, source, title, exporter }: ViewProps<TableLook>) {
  const { v, language, integer } = useViewWords();
  const { t } = useWords();
  const colours = useColours();
  const plane = useMemo(() => planeOf(look), [look]);
  const [axes, setAxes] = useState<{ x: string; y: string }>();
  const column = (name: string | undefined, fallback: number) => {
    const found = plane.axes.find((index) => look.columns[index]?.name === name);
    return found ?? plane.axes[fallback] ?? 0;
  };
  const [x, y] = [column(axes?.x, 0), column(axes?.y, 1)];
  const cloud = useCloud(look, source, plane, x, y);
  const { names } = cloud;
  const lit = useLitPoints(cloud, source);
  const whole = useMemo(() => sightOf(cloud), [cloud]);
  // Where one looks belongs to the two columns; other ones are seen whole.
  const [looked, setLooked] = useState<{ x: string; y: string; sight: Sight }>();
  const sight = looked?.x === names.x && looked.y === names.y ? looked.sight : whole;
  const isOf = (one: typeof looked) => one?.x === names.x && one.y === names.y;
  const onSight = (change: (now: Sight) => Sight | undefined) =>
    setLooked((before) => {
      const next = change(before && isOf(before) ? before.sight : whole);
      return next && { ...names, sight: next };
    });
  const [moves, setMoves] = useState(false);

  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => layPlane(size ?? unlaid, sight.x, sight.y), [size, sight]);
  const pointing = useCloudSelection(source, cloud, sight, layout.plane);
  const hovered = useHovered(cloud, layout.plane, sight);
  const group = (point: number) => plane.classes[cloud.group(point)] ?? "";
  useTakeaway(exporter, {
    svg: () => {
      if (!svg.current) return "";
      const axesOnly = svgDocument(svg.current, colours.surface, colours.font);
      const points = svgPoints({ cloud, sight, layout, colours, lit });
      return axesOnly.replace(/<\/svg>$/, () => `${points}</svg>`);
    },
    sheet: () => ({
      head: [v("column.row"), names.x, names.y, look.columns[plane.target ?? -1]?.name ?? ""],
      rows: Array.from({ length: cloud.count }, (_, point) => [
        cloud.id(point),
        finite(cloud.xs[point]),
        finite(cloud.ys[point]),
        group(point),
      ]),
    }),
  });
  const written = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? "" : brief(language, value);
  return (
    <div className="curves scatter">
      <div className="scatter-head">
        <PlaneTools
          moves={moves}
          onMoves={setMoves}
          onZoom={(times) => onSight((now) => enlarged(now, times, middleOf(now), whole))}
          onWhole={sight === whole ? undefined : () => onSight(() => undefined)}
        />
        {plane.axes.length > 2 ? (
          <AxisPicker look={look} axes={plane.axes} chosen={names} choose={setAxes} />
        ) : null}
        <span className="scatter-key">
          <ClassKey classes={plane.classes} colours={colours} />
          {cloud.count < cloud.of ? (
            <span>{v("scatter.sample", { shown: integer(cloud.count), count: integer(cloud.of) })}</span>
          ) : null}
        </span>
      </div>
      <PlaneMotion
        label={v("scatter.plane", { x: names.x, y: names.y, count: integer(cloud.count) })}
        hint={v("scatter.keys")}
        plane={layout.plane}
        size={layout}
        sight={sight}
        whole={whole}
        onSight={onSight}
        moves={moves}
        onClick={pointing.onClick}
        onEnter={pointing.onBox && ((event: KeyboardEvent) => pointing.onBox?.(sight, event))}
      >
        <BoxSelect plane={layout.plane} onBox={pointing.onBox} onClick={pointing.onClick}>
          <div
            ref={box}
            className="chart"
            onPointerMove={hovered.onPointerMove}
            onPointerLeave={hovered.onPointerLeave}
          >
            {size ? (
              <>
                <PlaneAxes size={size} layout={layout} names={names} colours={colours} svg={svg} />
                <PointLayer cloud={cloud} sight={sight} layout={layout} colours={colours} lit={lit} />
              </>
            ) : null}
            {hovered.point === undefined ? null : (
              <PointTip
                box={box}
                at={layout.plane.toPixels({
                  x: cloud.xs[hovered.point] ?? 0,
                  y: cloud.ys[hovered.point] ?? 0,
                })}
                heading={[v("scatter.row", { row: String(cloud.id(hovered.point)) }), group(hovered.point)]
                  .filter(Boolean)
                  .join(" · ")}
                rows={[
                  { name: names.x, value: written(cloud.xs[hovered.point]) },
                  { name: names.y, value: written(cloud.ys[hovered.point]) },
                ]}
              />
            )}
          </div>
        </BoxSelect>
      </PlaneMotion>
      <HiddenTable
        caption={title}
        head={[v("column.row"), names.x, names.y, t("role.target")]}
        of={cloud}
        count={cloud.count}
        rows={() =>
          Array.from({ length: Math.min(cloud.count, mostHidden) }, (_, point) => [
            String(cloud.id(point)),
            written(cloud.xs[point]),
            written(cloud.ys[point]),
            group(point),
          ])
        }
      />
    </div>
  );
}

function finite(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
