/**
 * Which rows may be scored. Every metric goes through here, so none can forget to look for leakage: a score on rows
 * the model was fitted on is refused unless it is asked for, and labelled, as a training score.
 */
import { fail } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import { overlap } from "../table/row-sets.ts";
import type { ClassPredictions, Predictions, ScoredOn } from "../values.ts";
import { positionsOf } from "./descending-order.ts";

/** Class predictions with a truth, and the positions of the rows that have one. */
export type ScoredRows = {
  predictions: ClassPredictions;
  truth: Int32Array;
  /** Positions in the predicted table; rows without a truth are left out. */
  rows: Uint32Array;
};

/**
 * Throws `leakage.scored-rows-seen` (values: `shared`, `total`), `metric.not-training-rows` when a training
 * score is asked of rows that the model has never seen, `metric.on`, `metric.not-classes`, `metric.no-truth`.
 */
export function scoredRows(predictions: Predictions, on: ScoredOn, ctx: WorkContext): ScoredRows {
  if (predictions.task !== "classification") fail("metric.not-classes", { target: predictions.target });
  const { truth } = predictions;
  if (truth === undefined) fail("metric.no-truth", { target: predictions.target });
  checkProvenance(predictions, on);
  ctx.progress(0, 1);
  const rows = positionsOf(truth.length).filter((row) => truth[row] >= 0);
  if (rows.length === 0) fail("metric.no-truth", { target: predictions.target });
  return { predictions, truth, rows };
}

/** The leakage check alone, for metrics of any task. */
export function checkProvenance(predictions: Predictions, on: ScoredOn): void {
  if (on !== "unseen" && on !== "training") fail("metric.on", { on: String(on) });
  const total = predictions.rows.reduce((most, set) => Math.max(most, set.ids.length), 0);
  const shared = overlap(predictions.rows, predictions.seen);
  if (on === "unseen" && shared > 0) fail("leakage.scored-rows-seen", { shared, total });
  if (on === "training" && shared === 0) fail("metric.not-training-rows", { total });
}
