/** A surface as a picture: the ground by class and probability or by value, its lines, the training rows on top. */
import { useMemo, useRef, useState } from "react";
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import { type How, howOf } from "../../store/row-selection.ts";
import { type RowSource, useSelectRows } from "../../store/use-row-selection.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { useColours } from "../colours.ts";
import { ClassKey } from "../detail/ClassKey.tsx";
import { PlanePicture } from "../detail/PlanePicture.tsx";
import { layPlane } from "../detail/plane-layout.ts";
import { usePlaneRows } from "../detail/use-plane-rows.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { brief, percent } from "../numbers.ts";
import { nearestPoint } from "../table/nearest-point.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { AxisSelects } from "./AxisSelects.tsx";
import { cellAt, middleOf, movedBy, spreadCells, surfaceSheet } from "./cells.ts";
import { surfacePoints } from "./points.ts";
import { SurfaceGround } from "./SurfaceGround.tsx";
import { inksOf } from "./use-ground.ts";
import { ValueKey } from "./ValueKey.tsx";
import "./surface.css";

type SurfacePlaneProps = {
  surface: SurfaceLook;
  /** Where the points are rows. */
  table: RowSource;
  classes: readonly string[];
  target: string;
  label: string;
  choose: (axes: { x: string; y: string }) => void;
  exporter: Exporter;
};

/** Fills its parent. */
export function SurfacePlane(props: SurfacePlaneProps) {
  const { surface, table, classes, target, label, choose, exporter } = props;
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const [cell, point] = useState<number>();
  const svg = useRef<SVGSVGElement>(null);
  const { x, y, steps, points: rows } = surface;
  const names = { x: x.name, y: y.name };
  const layout = useMemo(
    () => size && layPlane(size, [x.low, x.high], [y.low, y.high]),
    [size, x.low, x.high, y.low, y.high],
  );
  const points = useMemo(
    () => surfacePoints(surface, inksOf(colours), (row) => v("scatter.row", { row: String(row) }), language),
    [surface, colours, v, language],
  );
  const selection = usePlaneRows(table, rows, layout);
  const select = useSelectRows(table);
  /** By keyboard: the point that lies nearest to the place that is looked at. */
  const selectNear = (at: number, how: How) => {
    if (!layout) return;
    const { toPixels } = layout.plane;
    const near = nearestPoint(points, toPixels, toPixels(middleOf(surface, at)), Number.POSITIVE_INFINITY);
    if (near) select?.({ by: "rows", ranges: [[near.at, near.at]] }, how);
  };
  const say = (at: number) => {
    const middle = middleOf(surface, at);
    const probability = surface.strengths?.[at];
    const said = surface.values
      ? brief(language, surface.values[at] ?? 0)
      : (classes[surface.labels?.[at] ?? -1] ?? "");
    return v("surface.cell", {
      at: `${x.name} ${brief(language, middle.x)}, ${y.name} ${brief(language, middle.y)}`,
      value: probability === undefined ? said : `${said} ${percent(language, probability)}`,
    });
  };
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => surfaceSheet(surface, classes, target),
  });
  return (
    <div className="surface">
      <div
        className="surface-picture"
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={steps * steps - 1}
        aria-valuenow={cell ?? 0}
        aria-valuetext={cell === undefined ? label : say(cell)}
        onPointerMove={({ clientX, clientY, currentTarget }) => {
          if (!layout) return;
          const ends = currentTarget.getBoundingClientRect();
          const across = (clientX - ends.left - layout.left) / layout.width;
          const up = 1 - (clientY - ends.top - layout.top) / layout.height;
          const inside = across >= 0 && across <= 1 && up >= 0 && up <= 1;
          point(inside ? cellAt(surface, across, up) : undefined);
        }}
        onPointerLeave={() => point(undefined)}
        onKeyDown={(event) => {
          if (cell !== undefined && (event.key === "Enter" || event.key === " ")) {
            event.preventDefault();
            event.stopPropagation();
            return selectNear(cell, event.key === " " ? "toggle" : howOf(event));
          }
          const next = movedBy(event.key, cell, steps);
          if (next === undefined && !(event.key === "Escape" && cell !== undefined)) return;
          event.preventDefault();
          event.stopPropagation();
          point(next);
        }}
      >
        {size && layout ? (
          <BoxSelect plane={selection.plane} {...selection.pointing}>
            <PlanePicture
              size={size}
              layout={layout}
              names={names}
              points={points}
              colours={colours}
              edged
              svg={svg}
              lit={selection.lit}
            >
              <SurfaceGround surface={surface} layout={layout} colours={colours} chosen={cell} />
            </PlanePicture>
          </BoxSelect>
        ) : null}
      </div>
      <div className="legend legend-row surface-legend">
        {cell === undefined ? (
          <>
            {surface.axes.length > 2 ? <AxisSelects surface={surface} choose={choose} /> : null}
            <ClassKey classes={classes} colours={colours} />
            <ValueKey surface={surface} target={target} colours={colours} />
            {rows.rows.length < rows.of ? (
              <span>
                {v("scatter.sample", { shown: integer(rows.rows.length), count: integer(rows.of) })}
              </span>
            ) : null}
          </>
        ) : (
          <b>{say(cell)}</b>
        )}
      </div>
      {surface.heldCount > 0 ? (
        <p
          className="detail-row surface-held clip"
          title={heldWords(surface, (value) => brief(language, value))}
        >
          {v("surface.held", { count: surface.heldCount })}{" "}
          {heldWords(surface, (value) => brief(language, value))}
        </p>
      ) : null}
      <HiddenTable
        caption={label}
        head={[
          v("surface.place"),
          v("predictions.predicted"),
          ...(surface.strengths ? [v("predictions.probability")] : []),
        ]}
        of={surface}
        rows={() =>
          spreadCells(surface).map((at) => {
            const middle = middleOf(surface, at);
            const probability = surface.strengths?.[at];
            return [
              `${x.name} ${brief(language, middle.x)}, ${y.name} ${brief(language, middle.y)}`,
              surface.values
                ? brief(language, surface.values[at] ?? 0)
                : (classes[surface.labels?.[at] ?? -1] ?? ""),
              ...(probability === undefined ? [] : [percent(language, probability)]),
            ];
          })
        }
      />
    </div>
  );
}

function heldWords({ held, heldCount }: SurfaceLook, number: (value: number) => string): string {
  const said = held.map(
    ({ name, value }) => `${name} = ${typeof value === "number" ? number(value) : (value ?? "∅")}`,
  );
  return said.join(", ") + (heldCount > held.length ? ", …" : "");
}
