/** Rows of a table or of predictions that can be chosen, and which of those near the rows in sight are selected. */
import { useCallback, useMemo, useState } from "react";
import type { RowOrder } from "../../../core/service/look-detail.ts";
import { useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import type { Source } from "../view.ts";
import type { ChooseRows } from "./use-row-choice.ts";

const none: ReadonlySet<number> = new Set();
/** Marks are asked for this many rows at a time, from one such line to the next but one: scrolling seldom asks anew. */
const step = 2000;

export type LitRows = {
  readonly selected: ReadonlySet<number>;
  readonly choose: ChooseRows | undefined;
  /** Tells which row is the first in sight. */
  readonly see: (first: number) => void;
};

/** For `VirtualRows`. Rows count in `order` where they are shown so. */
export function useLitRows(source: Source, order?: RowOrder): LitRows {
  const [offset, setOffset] = useState(0);
  const see = useCallback((first: number) => setOffset(Math.floor(first / step) * step), []);
  const marks = useMarks(source, { offset, limit: 2 * step, ...(order ? { order } : {}) });
  const selected = useMemo(() => (marks?.kind === "rows" ? new Set(marks.rows) : none), [marks]);
  const select = useSelectRows(source);
  const choose = useMemo<ChooseRows | undefined>(
    () =>
      select && ((range, how) => select({ by: "rows", ranges: [range], ...(order ? { order } : {}) }, how)),
    [select, order],
  );
  return { selected, choose, see };
}
