/**
 * Up to five columns of numbers, each against each other: points below the diagonal, correlations above it, histograms on
 * it. A box in any panel selects rows as in every other view.
 */
import { useMemo, useRef, useState } from "react";
import type { Look, TableLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import { useColours } from "../colours.ts";
import { ClassKey } from "../detail/ClassKey.tsx";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { fixed } from "../numbers.ts";
import { useSample } from "../rows/use-sample.ts";
import { useSampleMarks } from "../rows/use-sample-marks.ts";
import { extentOf, planeOf, pointsOf } from "../table/points.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import "../detail/detail.css";
import "../chart/chart.css";
import { ColumnsPicker } from "./ColumnsPicker.tsx";
import { correlationOf } from "./correlation.ts";
import { MatrixPanel } from "./MatrixPanel.tsx";
import { layPanels } from "./matrix-layout.ts";
import { PanelSelect } from "./PanelSelect.tsx";
import "./matrix.css";

const most = 5;
const usual = 4;

type Row = { readonly id: number; readonly at: number; readonly cells: TableLook["rows"][number] };

/** Fills its parent. */
export function MatrixView({ look, source, title, exporter }: ViewProps<TableLook>) {
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const rows = useSample(look, source, readRows);
  const plane = useMemo(() => planeOf(look), [look]);
  const [wanted, choose] = useState<readonly number[]>();
  const columns = useMemo(() => {
    const kept = wanted?.filter((column) => plane.axes.includes(column)) ?? [];
    return kept.length > 1 ? kept : plane.axes.slice(0, usual);
  }, [wanted, plane]);
  const lit = useSampleMarks(look.rowCount, source);
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const nameOf = (column: number) => look.columns[column]?.name ?? "";
  const values = useMemo(
    () =>
      new Map(
        columns.map((column) => [
          column,
          rows.flatMap(({ cells }) => (typeof cells[column] === "number" ? [cells[column]] : [])),
        ]),
      ),
    [rows, columns],
  );
  const ranges = useMemo(
    () => new Map(columns.map((column) => [column, extentOf(values.get(column) ?? [])] as const)),
    [values, columns],
  );
  const pairs = useMemo(
    () =>
      columns.flatMap((y, row) =>
        columns.slice(0, row).map((x) => {
          const points = pointsOf(rows, plane, x, y);
          return { x, y, points, ...correlationOf(points) };
        }),
      ),
    [rows, plane, columns],
  );
  const panels = size ? layPanels(columns.length, size) : [];
  const { engine } = useEditor().services;
  const { signature, port } = source;
  const head = [...columns, ...(plane.target === undefined ? [] : [plane.target])];
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    // The picture needs no more than its sample; the file has every row.
    ...(signature === ""
      ? {
          sheet: () => ({
            head: head.map(nameOf),
            rows: look.rows.map((cells) => head.map((at) => cells[at] ?? null)),
          }),
        }
      : {
          long: {
            head: [v("column.row"), ...head.map(nameOf)],
            count: look.rowCount,
            fetch: async (offset: number, limit: number) => ({
              offset,
              rows: readRows(await engine.look({ signature, port, offset, limit })).map(({ id, cells }) => [
                id,
                ...head.map((at) => cells[at] ?? null),
              ]),
            }),
          },
        }),
  });
  return (
    <div className="detail">
      <div className="detail-row">
        {plane.axes.length > 2 ? (
          <ColumnsPicker
            choices={plane.axes.map((column) => ({ column, name: nameOf(column) }))}
            chosen={columns}
            choose={choose}
            most={most}
          />
        ) : null}
        <ClassKey classes={plane.classes} colours={colours} />
        {rows.length < look.rowCount ? (
          <span>{v("scatter.sample", { shown: integer(rows.length), count: integer(look.rowCount) })}</span>
        ) : null}
      </div>
      <div className="matrix-room" ref={box}>
        {size ? (
          <svg ref={svg} width={size.width} height={size.height} aria-hidden="true">
            {panels.map((panel) => {
              const [x = 0, y = 0] = [columns[panel.column], columns[panel.row]];
              return (
                <MatrixPanel
                  key={`${x}/${y}`}
                  panel={panel}
                  last={columns.length - 1}
                  name={nameOf(y)}
                  pair={pairs.find((pair) =>
                    panel.row > panel.column ? pair.x === x && pair.y === y : pair.x === y && pair.y === x,
                  )}
                  values={values.get(x) ?? []}
                  xRange={ranges.get(x) ?? [0, 1]}
                  yRange={ranges.get(y) ?? [0, 1]}
                  lit={lit}
                  colours={colours}
                />
              );
            })}
          </svg>
        ) : null}
        {panels
          .filter(({ row, column }) => row > column)
          .map((panel) => {
            const [x = 0, y = 0] = [columns[panel.column], columns[panel.row]];
            return (
              <PanelSelect
                key={`${x}/${y}`}
                panel={panel}
                source={source}
                points={pairs.find((pair) => pair.x === x && pair.y === y)?.points ?? []}
                columns={{ x: nameOf(x), y: nameOf(y) }}
                xRange={ranges.get(x) ?? [0, 1]}
                yRange={ranges.get(y) ?? [0, 1]}
              />
            );
          })}
      </div>
      <HiddenTable
        caption={`${title}: ${v("view.matrix")}`}
        head={[v("matrix.pair"), v("matrix.correlation"), v("matrix.rows")]}
        of={pairs}
        rows={() =>
          pairs.map(({ x, y, r, rows: count }) => [
            `${nameOf(x)} × ${nameOf(y)}`,
            fixed(language, r, 3),
            integer(count),
          ])
        }
      />
    </div>
  );
}

function readRows(look: Look): readonly Row[] {
  if (look.kind !== "table") return [];
  return look.rows.map((cells, i) => ({ id: look.rowIds[i] ?? i, at: look.offset + i, cells }));
}
