/** A round of gradient boosting → what a view draws of it. */
import { type ReplayCurves, type ReplayOptions, replayRound } from "../ml/inspect/gradient-replay.ts";
import type { Model, Table } from "../ml/values.ts";
import type { ReplayCurvesLook, ReplayLook } from "../service/look-detail.ts";
import { sourceRow } from "./look-plane.ts";
import { takingTurns } from "./taking-turns.ts";

/** Replays a round on `table`, the rows that the model was fitted on. */
export async function replayLook(model: Model, table: Table, options: ReplayOptions): Promise<ReplayLook> {
  const { rows, xs, truth, gradient, before, tree, after, line, ...rest } = await replayRound(
    model,
    table,
    options,
    takingTurns(),
  );
  return {
    ...rest,
    rows: Array.from(rows, (row) => sourceRow(table, row)),
    at: Array.from(rows),
    xs: Array.from(xs),
    truth: Array.from(truth),
    gradient: Array.from(gradient),
    ...curves({ before, tree, after }),
    ...(line && { line: { xs: Array.from(line.xs), ...curves(line) } }),
  };
}

function curves({ before, tree, after }: ReplayCurves): ReplayCurvesLook {
  return { before: Array.from(before), tree: Array.from(tree), after: Array.from(after) };
}
