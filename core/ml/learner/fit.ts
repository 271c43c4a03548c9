/**
 * Fitting: the one door through which every learner is trained, from the canvas, a worker thread or a script.
 * Checks first, then the algorithm; the model remembers every row it was made from.
 */
import type { Abilities } from "../../base/table-facts.ts";
import { quietContext, sayingOnce, type WorkContext } from "../context.ts";
import { union } from "../table/row-sets.ts";
import type { Learner, Model, Table } from "../values.ts";
import { algorithmNamed, tools } from "./algorithms.ts";
import { learningData } from "./learning-data.ts";

/**
 * Fits a learner to a table, as an asynchronous call: the form in which scripts are written, so that a learner that
 * trains on a GPU one day is called no differently. Throws what {@link fitNow} throws.
 *
 * ```ts
 * import { fit, moons, stump } from "espalier";
 * const model = await fit(stump(), moons({ rows: 60, seed: 1 }));
 * model.classes; // ["outer", "inner"]
 * ```
 */
export async function fit(learner: Learner, table: Table, ctx: WorkContext = quietContext): Promise<Model> {
  return fitNow(learner, table, ctx);
}

/**
 * The same in one synchronous go, for worker threads; cancelled through `ctx.progress`.
 * Throws `fit.*` and `features.*` before any work begins, and what the algorithm itself finds wrong.
 */
export function fitNow(learner: Learner, table: Table, ctx: WorkContext = quietContext): Model {
  ctx = sayingOnce(ctx);
  const algorithm = algorithmNamed(learner.algorithm);
  const { data, targetName } = learningData(table, learner.abilities, ctx);
  const { body, trace } = algorithm.fit({ learner, data, ctx, tools });
  return {
    kind: "model",
    algorithm: learner.algorithm,
    task: data.target.task,
    features: data.names,
    target: targetName,
    classes: data.target.task === "classification" ? data.target.classes : [],
    seen: union([...table.origin, ...(table.informed ?? [])]),
    accepts: acceptsOf(learner.abilities),
    body,
    ...(trace && { trace }),
  };
}

function acceptsOf({ missing, categories, float64 }: Abilities): Model["accepts"] {
  return { missing, categories, ...(float64 && { float64 }) };
}
