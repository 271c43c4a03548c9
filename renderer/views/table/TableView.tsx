/**
 * A table: rows fetched while scrolling, columns drawn while in sight, sorted and filtered by the engine. What is copied
 * are the full values, not the rounded ones on the screen.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, useCallback, useMemo, useRef } from "react";
import type { Cell, Look, TableLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import { tsvOf } from "../csv.ts";
import { useRowOrder } from "../frame/choices.ts";
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
import { shownColumns } from "./columns.ts";
import { exampleCondition } from "./example-condition.ts";
import { TableFilter } from "./TableFilter.tsx";
import { TableRow, type TableRowData } from "./TableRow.tsx";
import { nextSort, useOrdered } from "./use-ordered.ts";

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
  const editor = useEditor();
  const { signature, port, maker } = source;
  const [wanted, setWanted] = useRowOrder(`${editor.id}/${maker ?? signature}/${port}`);
  const ordered = useOrdered(look, source, wanted);
  const { order } = ordered;
  const rowCount = ordered.look.ordered?.rows ?? look.rowCount;
  const rows = useRows(ordered.look, source, readRows, order);
  const lit = useLitRows(source, order);
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
  const head = () => [v("column.row"), ...columns.map(({ name }) => name)];
  const inSight = (first: number, last: number) => ({ head: head(), rows: rowsIn(rows.get, first, last) });
  const grows = signature === "";
  // The whole of it, in the order and with the filter that are seen; of a result that still grows what is here.
  const long = {
    head: head(),
    count: rowCount,
    fetch: async (offset: number, limit: number) => {
      const detail = order ? { detail: { of: "order", ...order } as const } : {};
      const page = readRows(await editor.services.engine.look({ signature, port, offset, limit, ...detail }));
      return { offset, rows: page.rows.map(({ id, cells }) => [id, ...cells]) };
    },
  };
  useTakeaway(exporter, grows ? { sheet: () => inSight(0, look.rows.length) } : { long });
  const sortingOf = (name: string) =>
    wanted.sort?.column !== name ? "none" : wanted.sort.down ? "descending" : "ascending";
  const sort = (name: string) => {
    const { sort: before, ...rest } = wanted;
    const next = nextSort(before, name);
    setWanted(next ? { ...rest, sort: next } : rest);
  };
  const keep = () =>
    void import("../../store/filter-rows.ts").then(({ filterTable }) =>
      filterTable(editor, [maker ?? "", port], wanted.where ?? ""),
    );
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
    <div className="table-ordered" onCopy={copy}>
      {grows ? null : (
        <TableFilter
          where={wanted.where ?? ""}
          apply={(where) => setWanted({ ...wanted, where })}
          example={exampleCondition(look)}
          failed={ordered.failed}
          waiting={ordered.waiting}
          found={
            order?.where === undefined
              ? undefined
              : { rows: rowCount, of: look.rowCount, unknown: ordered.look.ordered?.unknown ?? 0 }
          }
          keep={maker === undefined ? undefined : keep}
        />
      )}
      <div className="table-room">
        <VirtualRows
          label={title}
          order={JSON.stringify(order) ?? ""}
          rowCount={rowCount}
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
                <ColumnHead
                  key={column.index}
                  column={column}
                  sorting={sortingOf(column.name)}
                  sort={grows ? undefined : () => sort(column.name)}
                />
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
    </div>
  );
}

function rowsIn(get: (index: number) => TableRowData | undefined, first: number, last: number): Cell[][] {
  const found: Cell[][] = [];
  for (let index = first; index < last; index++) {
    const row = get(index);
    if (row) found.push([row.id, ...row.cells]);
  }
  return found;
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
