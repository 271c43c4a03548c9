/** Predicted against true, row by row; wrong ones by sign, word and colour. */
import { useCallback } from "react";
import type { Cell, Look, PredictionsLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HeadCell, HeadRow } from "../rows/cells.tsx";
import { Retry } from "../rows/Retry.tsx";
import type { RowPage } from "../rows/row-pages.ts";
import { useLitRows } from "../rows/use-lit-rows.ts";
import { useRows } from "../rows/use-rows.ts";
import { VirtualRows } from "../rows/VirtualRows.tsx";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { PredictionRow, type PredictionRowData, predictionWidths } from "./PredictionRow.tsx";

function readRows(look: Look): RowPage<PredictionRowData> {
  return look.kind === "predictions" ? { offset: look.offset, rows: look.rows } : { offset: 0, rows: [] };
}

/** Fills its parent. */
export function PredictionsView({ look, source, title, exporter }: ViewProps<PredictionsLook>) {
  const { v } = useViewWords();
  const { engine } = useEditor().services;
  const rows = useRows(look, source, readRows);
  const lit = useLitRows(source);
  const seen = useCallback(
    (first: number, last: number) => {
      rows.want(first, last);
      lit.see(first);
    },
    [rows, lit.see],
  );
  const { signature, port } = source;
  const grows = signature === "";
  const head = ["row", "predicted", "truth", "probability"];
  const long = {
    head,
    count: look.rowCount,
    fetch: async (offset: number, limit: number) => {
      const page = readRows(await engine.look({ signature, port, offset, limit }));
      return { offset, rows: page.rows.map(cellsOf) };
    },
  };
  useTakeaway(exporter, grows ? { sheet: () => ({ head, rows: look.rows.map(cellsOf) }) } : { long });
  const classes = look.task === "classification";
  const heads = [
    { key: "row", title: v("column.row") },
    { key: "mark", title: v("predictions.mark") },
    { key: "predicted", title: v("predictions.predicted") },
    { key: "truth", title: v("predictions.truth") },
    { key: "last", title: v(classes ? "predictions.probability" : "predictions.error") },
  ] as const;
  const width = Object.values(predictionWidths).reduce((sum, one) => sum + one, 0);
  return (
    <div className="table-view">
      <VirtualRows
        label={title}
        rowCount={look.rowCount}
        columnCount={heads.length}
        width={width}
        seen={seen}
        head={
          <HeadRow>
            {heads.map(({ key, title: head }) => (
              <HeadCell
                key={key}
                className={key === "row" ? "cell-id" : ""}
                width={predictionWidths[key]}
                right={!classes && key !== "row" && key !== "mark"}
              >
                <span className={key === "mark" ? "visually-hidden" : "clip"}>{head}</span>
              </HeadCell>
            ))}
          </HeadRow>
        }
        choose={lit.choose}
        selected={lit.selected}
        row={(index, light) => (
          <PredictionRow key={index} index={index} data={rows.get(index)} classes={look.classes} {...light} />
        )}
      />
      {rows.failed() ? <Retry again={rows.retry} /> : null}
    </div>
  );
}

function cellsOf({ row, predicted, truth, probability }: PredictionRowData): Cell[] {
  return [row, predicted, truth, probability];
}
