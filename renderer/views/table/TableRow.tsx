/** One row of a table. Compared by its few props, so that scrolling draws only rows that are new. */
import { memo } from "react";
import type { Cell as CellValue } from "../../../core/service/look.ts";
import { Cell, IdCell, Row } from "../rows/cells.tsx";
import type { RowLight } from "../rows/VirtualRows.tsx";
import { useViewWords } from "../words.ts";
import { cellText, fits, type ShownColumn } from "./columns.ts";

export type TableRowData = { readonly id: number; readonly cells: readonly CellValue[] };

type TableRowProps = {
  index: number;
  /** Left out while the row is fetched. */
  data: TableRowData | undefined;
  columns: readonly ShownColumn[];
  /** Width of the columns that are scrolled past. */
  before: number;
  idWidth: number;
  light: RowLight;
};

/** A row; its cells wait as dots until they are here. */
export const TableRow = memo(function TableRow({
  index,
  data,
  columns,
  before,
  idWidth,
  light,
}: TableRowProps) {
  const { v, language } = useViewWords();
  return (
    <Row index={index} {...light}>
      <IdCell width={idWidth}>{data?.id ?? "·"}</IdCell>
      <span style={{ width: before, flex: "none" }} />
      {columns.map((column) => {
        const value = data?.cells[column.index];
        const full = value === undefined ? undefined : value === null ? v("cell.missing") : String(value);
        const text = value === undefined ? "·" : value === null ? "∅" : cellText(value, column, language);
        return (
          <Cell
            key={column.index}
            column={column.index + 2}
            className={fits(text, column) ? "cell-fits" : "clip"}
            width={column.width}
            right={column.right}
            missing={value === null}
            title={full}
          >
            {text}
          </Cell>
        );
      })}
    </Row>
  );
}, sameRow);

function sameRow(a: TableRowProps, b: TableRowProps): boolean {
  if (a.index !== b.index || a.data !== b.data || a.before !== b.before || a.idWidth !== b.idWidth)
    return false;
  if (a.light.selected !== b.light.selected || a.light.cursor !== b.light.cursor) return false;
  return a.columns.length === b.columns.length && a.columns.every((column, i) => column === b.columns[i]);
}
