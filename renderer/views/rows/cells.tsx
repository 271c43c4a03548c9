// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is that of a table or a grid, by whether rows can be chosen
// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by scroll position cannot be laid out as an HTML table
// biome-ignore-all lint/a11y/useFocusableInteractive: the scroller takes the focus and names the row at the cursor
/** Row and cells of a virtual table, with the roles that a screen reader counts by. */
import { createContext, type ReactNode, useContext } from "react";

type CellProps = {
  width: number;
  children?: ReactNode;
  /** 1-based, where columns are left out. */
  column?: number;
  right?: boolean;
  title?: string | undefined;
  className?: string;
};

/** Whether rows can be chosen, and what their ids begin with. */
export const RowsMode = createContext({ grid: false, id: "" });

/** The id of a row, for the scroller to name. */
export function rowId(id: string, index: number): string {
  return `${id}-row-${index}`;
}

/** The head, above row 0. */
export function HeadRow({ children }: { children: ReactNode }) {
  return (
    <div className="row" role="row" aria-rowindex={1}>
      {children}
    </div>
  );
}

/** Row `index`, 0-based. */
export function Row({
  index,
  wrong = false,
  selected = false,
  cursor = false,
  children,
}: {
  index: number;
  wrong?: boolean;
  selected?: boolean;
  cursor?: boolean;
  children: ReactNode;
}) {
  const { grid, id } = useContext(RowsMode);
  return (
    <div
      className="row"
      role="row"
      id={grid ? rowId(id, index) : undefined}
      aria-rowindex={index + 2}
      aria-selected={grid ? selected : undefined}
      data-row={index}
      data-wrong={wrong}
      data-selected={selected}
      data-cursor={cursor}
    >
      {children}
    </div>
  );
}

/** How rows stand by a column: that it does not sort them, but could, is `none`. */
export type Sorting = "ascending" | "descending" | "none";

/** A cell of the head. */
export function HeadCell(props: CellProps & { sorting?: Sorting | undefined }) {
  const { width, children, column, right = false, title, className = "", sorting } = props;
  return (
    <div
      className={`cell cell-head ${className}`}
      role="columnheader"
      aria-colindex={column}
      aria-sort={sorting}
      style={{ width }}
      data-right={right}
      title={title}
    >
      {children}
    </div>
  );
}

/** The cell that names its row and stays when scrolling across. */
export function IdCell({ width, children }: CellProps) {
  return (
    <div className="cell cell-id" role="rowheader" aria-colindex={1} style={{ width }}>
      {children}
    </div>
  );
}

/** A cell with a value; `missing` ones are dimmed. */
export function Cell(props: CellProps & { missing?: boolean }) {
  const { width, children, column, right = false, title, className = "", missing = false } = props;
  const { grid } = useContext(RowsMode);
  return (
    <div
      className={`cell ${className}`}
      role={grid ? "gridcell" : "cell"}
      aria-colindex={column}
      style={{ width }}
      data-right={right}
      data-missing={missing}
      title={title}
    >
      {children}
    </div>
  );
}
