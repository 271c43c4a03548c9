/**
 * A table as it is: rows fetched while scrolling, columns drawn while in sight. What is copied are the full values,
 * not the rounded ones on the screen.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, useCallback, useMemo, useRef } from "react";
import type { Cell, Look, TableLook } from "../../../core/service/look.ts";
import { tsvOf } from "../csv.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HeadCell, HeadRow } from "../rows/cells.tsx";
import { Retry } from "../rows/Retry.tsx";
import type { RowPage } from "../rows/row-pages.ts";
import { useLitRows } from "../rows/use-lit-rows.ts";
import { useRows } from "../rows/use-rows.ts";
import { VirtualRows } from "../rows/VirtualRows.tsx";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { ColumnHead } from "./ColumnHead.tsx";
import { type ShownColumn, shownColumns } from "./columns.ts";
import { TableRow, type TableRowData } from "./TableRow.tsx";

function readRows(look: Look): RowPage<TableRowData> {
  if (look.kind !== "table") return { offset: 0, rows: [] };
  return {
    offset: look.offset,
    rows: look.rows.map((cells, index) => ({ id: look.rowIds[index] ?? look.offset + index, cells })),
  };
}

/** Fills its parent. */
export function TableView({ look, source, title, exporter }: ViewProps<TableLook>) {
  const { v, language } = useViewWords();
  const rows = useRows(look, source, readRows);
  const lit = useLitRows(source);
  const scroller = useRef<HTMLDivElement>(null);
  const sight = useRef({ first: 0, last: 0 });
  const columns = useMemo(() => shownColumns(look, language), [look, language]);
  const idWidth = Math.max(46, String(look.rowCount).length * 8 + 22);
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => columns[index]?.width ?? 80,
    overscan: 3,
    initialRect: { width: 1600, height: 0 },
  });
  const items = across.getVirtualItems();
  const seen = useCallback(
    (first: number, last: number) => {
      sight.current = { first, last };
      rows.want(first, last);
      lit.see(first);
    },
    [rows, lit.see],
  );
  const inSight = (first: number, last: number) => sheetOf(columns, v("column.row"), first, last, rows.get);
  useTakeaway(exporter, {
    sheet: () =>
      inSight(sight.current.first, Math.max(sight.current.last, Math.min(look.rowCount, look.rows.length))),
  });
  const shown = items.map(({ index }) => columns[index]).filter((column) => column !== undefined);
  const before = items[0]?.start ?? 0;
  const width = idWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const copy = (event: ClipboardEvent) => {
    const picked = pickedRows(event.currentTarget);
    if (!picked) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", tsvOf(inSight(picked.first, picked.last + 1)));
  };
  return (
    <div className="table-view" onCopy={copy}>
      <VirtualRows
        label={title}
        rowCount={look.rowCount}
        columnCount={columns.length + 1}
        width={width}
        scroller={scroller}
        seen={seen}
        head={
          <HeadRow>
            <HeadCell className="cell-id" column={1} width={idWidth}>
              {v("column.row")}
            </HeadCell>
            <span style={{ width: before, flex: "none" }} />
            {shown.map((column) => (
              <ColumnHead key={column.index} column={column} />
            ))}
          </HeadRow>
        }
        choose={lit.choose}
        selected={lit.selected}
        row={(index, light) => (
          <TableRow
            key={index}
            index={index}
            data={rows.get(index)}
            columns={shown}
            before={before}
            idWidth={idWidth}
            light={light}
          />
        )}
      />
      {rows.failed() ? <Retry again={rows.retry} /> : null}
    </div>
  );
}

function sheetOf(
  columns: readonly ShownColumn[],
  rowName: string,
  first: number,
  last: number,
  get: (index: number) => TableRowData | undefined,
) {
  const found: Cell[][] = [];
  for (let index = first; index < last; index++) {
    const row = get(index);
    if (row) found.push([row.id, ...row.cells]);
  }
  return { head: [rowName, ...columns.map(({ name }) => name)], rows: found };
}

/** The rows that the reader's text selection touches; `undefined` for a piece of one cell, which is copied as it stands. */
function pickedRows(element: Element): { first: number; last: number } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const touched = [...element.querySelectorAll<HTMLElement>("[data-row]")].filter((row) =>
    selection.containsNode(row, true),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || first === last) return undefined;
  return { first: Number(first.dataset.row), last: Number(last.dataset.row) };
}
