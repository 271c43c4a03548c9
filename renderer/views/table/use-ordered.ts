/** A table as the reader has sorted and filtered it: the look with rows in that order, and the order that these stand in. */
import { useMemo, useRef } from "react";
import type { Diagnostic } from "../../../core/base/diagnostic.ts";
import type { TableLook } from "../../../core/service/look.ts";
import type { LookDetail, RowOrder } from "../../../core/service/look-detail.ts";
import { useDetail } from "../detail/use-detail.ts";
import type { Source } from "../view.ts";

export type Ordered = {
  /** The newest that came: while another order is made, and where that fails, the rows of before stay. */
  readonly look: TableLook;
  /** What the rows of `look` stand in; none where they are as the table has them. */
  readonly order: RowOrder | undefined;
  readonly failed: Diagnostic | undefined;
  readonly waiting: boolean;
};

/** A sort by a column that the table does not have any more counts for nothing. */
export function useOrdered(look: TableLook, source: Source, wanted: RowOrder): Ordered {
  const { column, down = false } = wanted.sort ?? {};
  const sorts = column !== undefined && look.columns.some(({ name }) => name === column);
  const where = wanted.where ?? "";
  const order = useMemo<RowOrder | undefined>(
    () =>
      sorts || where !== ""
        ? { ...(sorts ? { sort: { column, down } } : {}), ...(where === "" ? {} : { where }) }
        : undefined,
    [sorts, column, down, where],
  );
  const detail = useMemo<LookDetail | undefined>(() => order && { of: "order", ...order }, [order]);
  const { look: found, failed, waiting } = useDetail(look, source, detail);
  const last = useRef<{ of: TableLook; look: TableLook; order: RowOrder | undefined }>(undefined);
  if (!order || last.current?.of !== look) last.current = { of: look, look, order: undefined };
  if (order && found && !failed && !waiting) last.current = { of: look, look: found, order };
  return { look: last.current.look, order: last.current.order, failed, waiting: waiting && !!order };
}

/** A press on a column's head: upward, downward, as the table has them. */
export function nextSort(sort: RowOrder["sort"], column: string): RowOrder["sort"] {
  if (sort?.column !== column) return { column };
  return sort.down ? undefined : { column, down: true };
}
