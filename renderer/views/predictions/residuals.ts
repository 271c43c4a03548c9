/** Residuals e = y − ŷ of the predicted rows that have a truth. Pure. */
import type { PredictionsLook } from "../../../core/service/look.ts";

export type Residual = {
  readonly id: number;
  /** Position among the predicted rows. */
  readonly at: number;
  readonly predicted: number;
  readonly residual: number;
};

/** Rows without a truth, and predictions of classes, have none. */
export function residualsOf({ rows, offset }: Pick<PredictionsLook, "rows" | "offset">): Residual[] {
  return rows.flatMap(({ row, predicted, truth }, index) =>
    typeof predicted === "number" && typeof truth === "number"
      ? [{ id: row, at: offset + index, predicted, residual: truth - predicted }]
      : [],
  );
}
