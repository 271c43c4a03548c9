/** Predicted numbers against how far they are off: a shape in this cloud is something the model has not learnt. */
import { useMemo, useRef, useState } from "react";
import type { Cell, Look, PredictionsLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { Chart, type PlaneOf } from "../chart/Chart.tsx";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { brief } from "../numbers.ts";
import { useSample } from "../rows/use-sample.ts";
import { useSampleMarks } from "../rows/use-sample-marks.ts";
import { scatterOption } from "../table/scatter-option.ts";
import { usePointSelection } from "../table/use-point-selection.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { type Residual, residualsOf } from "./residuals.ts";

const none: readonly [] = [];
/** What the engine calls the axes. */
const columns = { x: "predicted", y: "residual" } as const;

/** Fills its parent. */
export function ResidualsView({ look, source, title, exporter }: ViewProps<PredictionsLook>) {
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const rows = useSample(look, source, read);
  const names = useMemo(() => ({ x: v("predictions.predicted"), y: v("residuals.residual") }), [v]);
  const points = useMemo(
    () => rows.map(({ id, at, predicted, residual }) => ({ id, at, x: predicted, y: residual, group: 0 })),
    [rows],
  );
  const lit = useSampleMarks(look.rowCount, source);
  const [drawnOn, setDrawnOn] = useState<PlaneOf>();
  const pointing = usePointSelection(source, points, columns, drawnOn);
  const option = useMemo(() => {
    const rowName = (id: number) => v("scatter.row", { row: String(id) });
    const drawn = scatterOption({
      points,
      classes: none,
      names,
      colours,
      language,
      picked: false,
      rowName,
      lit,
    });
    const ends = rows.map(({ predicted }) => predicted);
    const level = {
      id: "zero",
      type: "line" as const,
      silent: true,
      symbol: "none",
      data: [
        [Math.min(...ends), 0],
        [Math.max(...ends), 0],
      ],
      lineStyle: { color: colours.text3, width: 1, type: [4, 4] },
    };
    return { ...drawn, series: [...(Array.isArray(drawn.series) ? drawn.series : []), level] };
  }, [rows, points, names, colours, language, v, lit]);
  const svg = useRef<(() => string) | undefined>(undefined);
  const { engine } = useEditor().services;
  const { signature, port } = source;
  const head = ["row", "predicted", "true", "residual"];
  const draw = () => svg.current?.() ?? "";
  // The picture needs no more than its sample; the file has every row.
  useTakeaway(
    exporter,
    signature === ""
      ? { svg: draw, sheet: () => ({ head, rows: cellsOf(look) }) }
      : {
          svg: draw,
          long: {
            head,
            count: look.rowCount,
            fetch: async (offset, limit) => ({
              offset,
              rows: cellsOf(await engine.look({ signature, port, offset, limit })),
            }),
          },
        },
  );
  return (
    <div className="curves">
      {rows.length < look.rowCount ? (
        <div className="legend legend-row">
          {v("scatter.sample", { shown: integer(rows.length), count: integer(look.rowCount) })}
        </div>
      ) : null}
      <BoxSelect plane={drawnOn} {...pointing}>
        <Chart
          option={option}
          onReady={(drawer) => {
            svg.current = drawer;
          }}
          onPlane={setDrawnOn}
        />
      </BoxSelect>
      <HiddenTable
        caption={title}
        head={[v("column.row"), names.x, names.y]}
        of={rows}
        rows={() =>
          rows.map(({ id, predicted, residual }) => [
            String(id),
            brief(language, predicted),
            brief(language, residual),
          ])
        }
      />
    </div>
  );
}

function cellsOf(look: Look): Cell[][] {
  if (look.kind !== "predictions") return [];
  return look.rows.map(({ row, predicted, truth }) => {
    const known = typeof predicted === "number" && typeof truth === "number";
    return [row, predicted, truth, known ? truth - predicted : null];
  });
}

function read(look: Look): readonly Residual[] {
  return look.kind === "predictions" ? residualsOf(look) : none;
}
