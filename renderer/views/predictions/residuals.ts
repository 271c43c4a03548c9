/** Residuals e = y − ŷ of the predicted rows that have a truth. Pure. */
import type { PredictionsLook } from "../../../core/service/look.ts";

export type Residual = { readonly id: number; readonly predicted: number; readonly residual: number };

/** Rows without a truth, and predictions of classes, have none. */
export function residualsOf({ rows }: Pick<PredictionsLook, "rows">): Residual[] {
  return rows.flatMap(({ row, predicted, truth }) =>
    typeof predicted === "number" && typeof truth === "number"
      ? [{ id: row, predicted, residual: truth - predicted }]
      : [],
  );
}
