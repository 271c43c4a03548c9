/** A comparison as a square of cells: each pair twice, seen from its row. Pure. */
import type { ComparisonLook } from "../../../core/service/look.ts";

/** The row against the column. */
export type PairCell = {
  readonly row: number;
  readonly column: number;
  /** Row minus column, in units of the metric. */
  readonly difference: number;
  readonly rowBetter: number;
  readonly equivalent: number;
  readonly columnBetter: number;
  readonly t: number | null;
  readonly tP: number;
  readonly tHolm: number;
  readonly rankP: number;
  readonly rankHolm: number;
};

/** All cells off the diagonal, row by row. */
export function cellsOf({ pairs }: ComparisonLook): PairCell[] {
  const cells = pairs.flatMap(
    ({ left, right, difference, leftBetter, equivalent, rightBetter, t, ...tests }) => [
      {
        ...tests,
        row: left,
        column: right,
        difference,
        rowBetter: leftBetter,
        equivalent,
        columnBetter: rightBetter,
        t,
      },
      {
        ...tests,
        row: right,
        column: left,
        difference: -difference,
        rowBetter: rightBetter,
        equivalent,
        columnBetter: leftBetter,
        t: t === null ? null : -t,
      },
    ],
  );
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}
