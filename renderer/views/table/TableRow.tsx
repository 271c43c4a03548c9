/** One row of a table. Compared by value of its few props, so that scrolling draws only rows that are new. */
import { memo } from "react";
import type { Cell } from "../../../core/service/look.ts";
import { useViewWords } from "../words.ts";
import { cellText, type ShownColumn } from "./columns.ts";

export type TableRowData = { readonly id: number; readonly cells: readonly Cell[] };

type TableRowProps = {
  index: number;
  /** Left out while the row is fetched. */
  data: TableRowData | undefined;
  columns: readonly ShownColumn[];
  /** Width of the columns that are scrolled past. */
  before: number;
  idWidth: number;
};

/** A row; its cells wait as dots until they are here. */
export const TableRow = memo(function TableRow({ index, data, columns, before, idWidth }: TableRowProps) {
  const { v, language } = useViewWords();
  return (
    <div className="row" role="row" aria-rowindex={index + 2} data-row={index}>
      <div className="cell cell-id" role="rowheader" aria-colindex={1} style={{ width: idWidth }}>
        {data?.id ?? "·"}
      </div>
      <span style={{ width: before, flex: "none" }} />
      {columns.map((column) => {
        const cell = data?.cells[column.index];
        return (
          <div
            key={column.index}
            className="cell clip"
            role="cell"
            aria-colindex={column.index + 2}
            style={{ width: column.width }}
            data-right={column.right}
            data-missing={cell === null}
            title={cell === undefined ? undefined : cell === null ? v("cell.missing") : String(cell)}
          >
            {cell === undefined ? "·" : cell === null ? "∅" : cellText(cell, column, language)}
          </div>
        );
      })}
    </div>
  );
}, sameRow);

function sameRow(a: TableRowProps, b: TableRowProps): boolean {
  if (a.index !== b.index || a.data !== b.data || a.before !== b.before || a.idWidth !== b.idWidth) return false;
  return a.columns.length === b.columns.length && a.columns.every((column, i) => column === b.columns[i]);
}
