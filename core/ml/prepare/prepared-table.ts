/** A table as the learner inside all steps of a model is shown it: to look at what a preparation does. */
import { quietContext, type WorkContext } from "../context.ts";
import type { FittedPart } from "../learner/algorithm.ts";
import { modelFeatures } from "../learner/predict.ts";
import { codeColumn, numberColumn } from "../table/columns.ts";
import type { Column, Model, Table } from "../values.ts";
import { stepBody, throughStep } from "./steps.ts";

/**
 * The features after all steps of the model, followed by the table's columns that are no features. Nothing is learned
 * from the table. A model without steps gives its features as it sees them. Throws what `predict` throws of a table.
 *
 * ```ts
 * import { columnNamed, fit, preparedTable, readTable, standardize, stump } from "espalier";
 * const iris = await readTable("data/iris.csv", { target: "species" });
 * const seen = preparedTable(await fit(standardize(stump()), iris), iris);
 * seen.rowCount; // 150
 * ```
 */
export function preparedTable(model: Model, table: Table, ctx: WorkContext = quietContext): Table {
  let data = modelFeatures(model, table, ctx);
  let part: FittedPart = model;
  for (let body = stepBody(part); body; body = stepBody(part)) {
    data = throughStep(part.algorithm, body, data, ctx);
    part = body.part;
  }
  const others = table.columns.filter(
    ({ name, role }) => role !== "feature" && !model.features.includes(name),
  );
  const taken = new Set(others.map((column) => column.name));
  const features = data.features.map((feature, j): Column => {
    const levels = data.levels?.[j];
    const name = freeName(data.names[j], taken);
    if (!levels) return numberColumn(name, feature);
    const codes = Int32Array.from(feature, (code) => (Number.isNaN(code) ? -1 : code));
    return codeColumn(name, codes, levels);
  });
  return { ...table, columns: [...features, ...others] };
}

/** The name itself, or with a number where two columns would share it. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
  taken.add(free);
  return free;
}
