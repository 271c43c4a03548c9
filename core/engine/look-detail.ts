/** Looks with a detail in them: what is computed only when a view asks for it. Each kind of detail has a file of its own. */
import { fail } from "../base/diagnostic.ts";
import type { Model, Table, Value } from "../ml/values.ts";
import type { Look } from "../service/look.ts";
import type { LookDetail } from "../service/look-detail.ts";
import { type LookWindow, tableLook } from "./look.ts";
import { coefficientsLook } from "./look-coefficients.ts";
import { probabilityMarginsLook, voteMarginsLook } from "./look-margins.ts";
import { pointsLook } from "./look-points.ts";
import { profileLook } from "./look-profile.ts";
import { replayLook } from "./look-replay.ts";
import { surfaceLook } from "./look-surface.ts";
import { weightsLook } from "./look-weights.ts";
import { orderOf } from "./row-orders.ts";

/**
 * The plain look at `value` with `detail` in it. `trainedOn` finds the table that a fitted result was trained on.
 * Throws `look.no-such-detail` where the value has no such detail, `look.no-training-rows` where the detail needs them and
 * they are gone, and what the detail throws.
 */
export async function lookClosely(
  plain: Look,
  value: Value,
  detail: LookDetail,
  trainedOn: () => Promise<Table | undefined>,
  window: LookWindow = {},
): Promise<Look> {
  if (detail.of === "weights" && plain.kind === "trace" && value.kind === "trace")
    return { ...plain, weights: weightsLook(value, detail.round, await trainedOn()) };
  if (detail.of === "surface" && plain.kind === "model" && value.kind === "model") {
    const table = rowsOf(value, await trainedOn());
    return { ...plain, surface: await surfaceLook(value, table, detail) };
  }
  if (detail.of === "margins" && plain.kind === "model" && value.kind === "model") {
    const table = rowsOf(value, await trainedOn());
    return { ...plain, margins: await voteMarginsLook(value, table, detail.round) };
  }
  if (detail.of === "replay" && plain.kind === "model" && value.kind === "model") {
    const table = rowsOf(value, await trainedOn());
    return { ...plain, replay: await replayLook(value, table, detail) };
  }
  if (detail.of === "margins" && plain.kind === "predictions" && value.kind === "predictions") {
    if (value.task === "regression") return fail("look.no-margins");
    return { ...plain, margins: probabilityMarginsLook(value) };
  }
  if (detail.of === "coefficients" && plain.kind === "model" && value.kind === "model")
    return { ...plain, coefficients: coefficientsLook(value) };
  if (detail.of === "profile" && plain.kind === "table" && value.kind === "table")
    return { ...plain, profile: await profileLook(value, detail.from) };
  if (detail.of === "points" && plain.kind === "table" && value.kind === "table")
    return { ...plain, points: pointsLook(value, detail.x, detail.y) };
  if (detail.of === "order" && value.kind === "table") {
    const { rows, unknown } = await orderOf(value, detail);
    return { ...tableLook(value, window, rows), ordered: { rows: rows.length, unknown } };
  }
  return fail("look.no-such-detail", { detail: detail.of });
}

/** The training rows, if the model can read them: a node may fit on something else than its table. */
function rowsOf({ features }: Model, table: Table | undefined): Table {
  const names = new Set(table?.columns.map(({ name }) => name));
  return table && features.every((name) => names.has(name)) ? table : fail("look.no-training-rows");
}
