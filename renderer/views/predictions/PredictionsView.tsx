/** Predicted against true, row by row; wrong ones by sign, word and colour. */
import { useCallback, useRef } from "react";
import type { Look, PredictionsLook } from "../../../core/service/look.ts";
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
  const rows = useRows(look, source, readRows);
  const lit = useLitRows(source);
  const sight = useRef({ first: 0, last: 0 });
  const seen = useCallback(
    (first: number, last: number) => {
      sight.current = { first, last };
      rows.want(first, last);
      lit.see(first);
    },
    [rows, lit.see],
  );
  useTakeaway(exporter, {
    sheet: () => sheetOf(rows.get, sight.current.first, Math.max(sight.current.last, look.rows.length)),
  });
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

function sheetOf(get: (index: number) => PredictionRowData | undefined, first: number, last: number) {
  const found = Array.from({ length: last - first }, (_, index) => get(first + index)).filter(
    (row) => row !== undefined,
  );
  return {
    head: ["row", "predicted", "truth", "probability"],
    rows: found.map(({ row, predicted, truth, probability }) => [row, predicted, truth, probability]),
  };
}
