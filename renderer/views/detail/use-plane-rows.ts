/** Rows of a table that are drawn as points of a plane: selecting them, and which of them are selected. */
import { useMemo } from "react";
import type { PlanePoints } from "../../../core/service/look-detail.ts";
import { type RowSource, useMarks } from "../../store/use-row-selection.ts";
import { usePointSelection } from "../table/use-point-selection.ts";
import type { PlaneLayout } from "./plane-layout.ts";

/** `table`: where the points are rows; its columns are named as the axes are. */
export function usePlaneRows(table: RowSource, points: PlanePoints, layout: PlaneLayout | undefined) {
  const { x, y, xs, ys, at: positions } = points;
  const drawn = useMemo(
    () => positions.map((at, i) => ({ at, x: xs[i] ?? 0, y: ys[i] ?? 0 })),
    [positions, xs, ys],
  );
  const columns = useMemo(() => ({ x, y }), [x, y]);
  const pointing = usePointSelection(table, drawn, columns, layout?.plane);
  const lit = useLitPositions(table, positions);
  return { plane: layout?.plane, pointing, lit };
}

/** Which of these positions of a table are selected; `undefined` while nothing of the table is. */
export function useLitPositions(
  table: RowSource,
  positions: readonly number[],
): ReadonlySet<number> | undefined {
  const marks = useMarks(table, { among: positions });
  return useMemo(
    () => (marks?.kind === "rows" && marks.count > 0 ? new Set(marks.rows) : undefined),
    [marks],
  );
}
