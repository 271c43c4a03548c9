/** Results of which every row is known by hand, and selections in them, asked for as a page asks. */
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import { Results } from "../../core/engine/results.ts";
import { Selections } from "../../core/engine/selections.ts";
import { ResultStore } from "../../core/engine/store.ts";
import { confusion } from "../../core/ml/metrics/confusion.ts";
import { categoryColumn, numberColumn } from "../../core/ml/table/columns.ts";
import { tableFrom, takeRows } from "../../core/ml/table/table.ts";
import type { Predictions } from "../../core/ml/values.ts";
import type { MarksRequest, Selected, SelectRequest, Where } from "../../core/service/selection.ts";
import { selectionContract } from "../../core/service/selection-schema.ts";

// Row:                            0    1    2    3    4    5    6    7
const x = numberColumn("x", [1, 2, 3, 4, 5, 6, null, 8]);
const y = numberColumn("y", [9, 8, 7, 6, 5, 4, 3, 2]);
const kind = categoryColumn("kind", ["a", "a", "b", "b", "a", null, "b", "a"]);
export const whole = tableFrom({ columns: [x, y, kind], source: "flowers" });
/** Rows 7, 5, 3 and 3 again of the whole. */
const part = takeRows(whole, [7, 5, 3, 3]);
const other = tableFrom({ columns: [x], source: "other" });
const predictions: Predictions = {
  kind: "predictions",
  task: "classification",
  target: "kind",
  classes: ["a", "b"],
  // Of rows 0 … 4: truth a a b b a, predicted a b b a b.
  labels: Int32Array.of(0, 1, 1, 0, 1),
  truth: Int32Array.of(0, 0, 1, 1, 0),
  rows: takeRows(whole, [0, 1, 2, 3, 4]).origin,
  seen: [],
};
const values: Predictions = {
  kind: "predictions",
  task: "regression",
  target: "y",
  values: Float64Array.of(1, 2, 3),
  truth: Float64Array.of(1.5, 1, Number.NaN),
  rows: part.origin.map((set) => ({ ...set, ids: set.ids.slice(0, 3) })),
  seen: [],
};

export const results = new Results(new ResultStore(1e9), Promise.resolve(undefined));
export const signature = "a".repeat(64);
const outputs = {
  whole,
  part,
  other,
  predictions,
  values,
  matrix: confusion(predictions),
  number: { kind: "number" },
};
results.put(signature, { outputs, ms: 0, bytes: 0, warnings: [] });
export const selections = new Selections(results);

/** As a page asks: through what a transport lets pass. */
export async function select(
  port: string,
  where: Where,
  rest: Partial<SelectRequest> = {},
): Promise<Selected> {
  const { args, result } = selectionContract.select;
  const request = args.parse(JSON.parse(JSON.stringify({ signature, port, where, ...rest })));
  return result.parse(await selections.select(request as SelectRequest));
}

export async function marks(port: string, selection: string, rest: Partial<MarksRequest> = {}) {
  const { args, result } = selectionContract.marks;
  const request = args.parse({ signature, port, selection, ...rest });
  return result.parse(await selections.marks(request as MarksRequest));
}

export const numbersOf = async ({ selection }: Selected) => (await selections.rows({ selection })).rows;
export const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (thrown: unknown) => (thrown instanceof DiagnosticError ? thrown.diagnostic.code : String(thrown)),
  );
