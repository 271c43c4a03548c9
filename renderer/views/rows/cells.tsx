// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by scroll position cannot be laid out as an HTML table
// biome-ignore-all lint/a11y/useFocusableInteractive: this is a table to read, not a grid; the scroller takes the focus
/** Row and cells of a virtual table, with the roles that a screen reader counts by. */
import type { ReactNode } from "react";

type CellProps = {
  width: number;
  children?: ReactNode;
  /** 1-based, where columns are left out. */
  column?: number;
  right?: boolean;
  title?: string | undefined;
  className?: string;
};

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
  children,
}: {
  index: number;
  wrong?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="row" role="row" aria-rowindex={index + 2} data-row={index} data-wrong={wrong}>
      {children}
    </div>
  );
}

/** A cell of the head. */
export function HeadCell({ width, children, column, right = false, title, className = "" }: CellProps) {
  return (
    <div
      className={`cell cell-head ${className}`}
      role="columnheader"
      aria-colindex={column}
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
  return (
    <div
      className={`cell ${className}`}
      role="cell"
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
