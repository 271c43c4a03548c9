/** Two numeric features as a plane, classes by colour and by mark. Large tables are sampled evenly, and it says so. */
import { useMemo, useRef, useState } from "react";
import type { Look, TableLook } from "../../../core/service/look.ts";
import { useWords } from "../../store/use-editor.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { Chart, type PlaneOf } from "../chart/Chart.tsx";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { brief } from "../numbers.ts";
import { useSample } from "../rows/use-sample.ts";
import { useSampleMarks } from "../rows/use-sample-marks.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { AxisPicker } from "./AxisPicker.tsx";
import { planeOf, pointsOf } from "./points.ts";
import { marks, scatterOption } from "./scatter-option.ts";
import type { TableRowData } from "./TableRow.tsx";
import { usePointSelection } from "./use-point-selection.ts";

/** Fills its parent. */
export function ScatterView({ look, source, title, exporter }: ViewProps<TableLook>) {
  const { v, language, integer } = useViewWords();
  const { t } = useWords();
  const colours = useColours();
  const rows = useSample(look, source, readRows);
  const plane = useMemo(() => planeOf(look), [look]);
  const [axes, setAxes] = useState<{ x: string; y: string }>();
  const column = (name: string | undefined, fallback: number) => {
    const found = plane.axes.find((index) => look.columns[index]?.name === name);
    return found ?? plane.axes[fallback] ?? 0;
  };
  const [x, y] = [column(axes?.x, 0), column(axes?.y, 1)];
  const names = useMemo(
    () => ({ x: look.columns[x]?.name ?? "", y: look.columns[y]?.name ?? "" }),
    [look, x, y],
  );
  const points = useMemo(() => pointsOf(rows, plane, x, y), [rows, plane, x, y]);
  const lit = useSampleMarks(look.rowCount, source);
  const [drawn, setDrawn] = useState<PlaneOf>();
  const pointing = usePointSelection(source, points, names, drawn);
  const option = useMemo(
    () =>
      scatterOption({
        points,
        classes: plane.classes,
        names,
        colours,
        language,
        picked: plane.axes.length > 2,
        rowName: (id) => v("scatter.row", { row: String(id) }),
        lit,
      }),
    [points, plane, names, colours, language, v, lit],
  );
  const svg = useRef<(() => string) | undefined>(undefined);
  const group = (code: number) => plane.classes[code] ?? "";
  useTakeaway(exporter, {
    svg: () => svg.current?.() ?? "",
    sheet: () => ({
      head: [v("column.row"), names.x, names.y, look.columns[plane.target ?? -1]?.name ?? ""],
      rows: points.map(({ id, x: atX, y: atY, group: code }) => [id, atX, atY, group(code)]),
    }),
  });
  return (
    <div className="curves">
      <div className="legend legend-row">
        {plane.axes.length > 2 ? (
          <AxisPicker look={look} axes={plane.axes} chosen={names} choose={setAxes} />
        ) : null}
        {plane.classes.slice(0, 8).map((name, code) => (
          <span key={name} className="legend-item">
            <svg width="9" height="9" viewBox="-5 -5 10 10" aria-hidden="true">
              <path d={marks[code % marks.length]?.path} fill={colours.classes[code]} />
            </svg>
            <span className="clip">{name}</span>
          </span>
        ))}
        {points.length < look.rowCount ? (
          <span>{v("scatter.sample", { shown: integer(points.length), count: integer(look.rowCount) })}</span>
        ) : null}
      </div>
      <BoxSelect plane={drawn} {...pointing}>
        <Chart
          option={option}
          onReady={(draw) => {
            svg.current = draw;
          }}
          onPlane={setDrawn}
        />
      </BoxSelect>
      <HiddenTable
        caption={title}
        head={[v("column.row"), names.x, names.y, t("role.target")]}
        of={points}
        rows={() =>
          points.map((point) => [
            String(point.id),
            brief(language, point.x),
            brief(language, point.y),
            group(point.group),
          ])
        }
      />
    </div>
  );
}

type PlacedRow = TableRowData & { readonly at: number };

function rowsOf({ rows, rowIds, offset }: TableLook): PlacedRow[] {
  return rows.map((cells, index) => ({ id: rowIds[index] ?? index, at: offset + index, cells }));
}

function readRows(look: Look): readonly PlacedRow[] {
  return look.kind === "table" ? rowsOf(look) : [];
}
