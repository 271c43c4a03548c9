/** Looks with a detail in them: what is computed only when a view asks for it. Each kind of detail has a file of its own. */
import { fail } from "../base/diagnostic.ts";
import type { Table, Value } from "../ml/values.ts";
import type { Look } from "../service/look.ts";
import type { LookDetail } from "../service/look-detail.ts";
import { weightsLook } from "./look-weights.ts";

/**
 * The plain look at `value` with `detail` in it. `trainedOn` finds the table that a fitted result was trained on.
 * Throws `look.no-such-detail` where the value has no such detail, and what the detail throws.
 */
export async function lookClosely(
  plain: Look,
  value: Value,
  detail: LookDetail,
  trainedOn: () => Promise<Table | undefined>,
): Promise<Look> {
  if (detail.of === "weights" && plain.kind === "trace" && value.kind === "trace")
    return { ...plain, weights: weightsLook(value, detail.round, await trainedOn()) };
  return fail("look.no-such-detail", { detail: detail.of });
}
