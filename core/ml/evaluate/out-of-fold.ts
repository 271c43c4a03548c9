/**
 * Predictions of all folds, put back into the order of the table. Each fold's model may know other classes (those that
 * its training rows have), so codes are translated by name; a class that a model did not know has probability 0.
 */
import type { TargetData } from "../learner/algorithm.ts";
import { columnsWithRole } from "../table/table.ts";
import type { ClassPredictions, Predictions, Table } from "../values.ts";

/** Gathers what the folds of one folding predicted. */
export type OutOfFold = {
  /** `test[i]` is the row of the table that the i-th prediction is about. */
  put(predictions: Predictions, test: Uint32Array): void;
  /** Everything put, for the rows that some fold has tested, in the order of the table. */
  predictions(): Predictions;
};

/**
 * `seen` of the result is empty: `seen` says which rows must not be scored, and here no row was seen by the model that
 * predicted it. `put` takes nothing for granted: the caller scores each fold first, and that refuses seen rows.
 */
export function outOfFold(table: Table, target: TargetData, targetName: string): OutOfFold {
  const tested = new Uint8Array(table.rowCount);
  const kept = target.task === "classification" ? keptClasses(target) : keptValues(target);
  return {
    put(predictions, test) {
      for (const row of test) tested[row] = 1;
      kept.put(predictions, test);
    },
    predictions() {
      const rows = rowsOf(tested);
      const origin = table.origin.map((set) => ({ ...set, ids: chosen(set.ids, rows) }));
      const made = {
        kind: "predictions",
        target: targetName,
        rows: origin,
        seen: [],
        ...kept.of(rows),
      } as const;
      const [weight] = columnsWithRole(table, "weight");
      if (made.task === "regression" || weight?.kind !== "numeric") return made;
      return { ...made, weights: chosen(weight.values, rows) };
    },
  };
}

/** The rows that are marked; `undefined` when all are, because then there is nothing to choose and no copy to make. */
function rowsOf(marked: Uint8Array): Uint32Array | undefined {
  if (!marked.includes(0)) return undefined;
  const rows = new Uint32Array(marked.length);
  let count = 0;
  for (let row = 0; row < marked.length; row++) if (marked[row] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The cells of some rows, `[rows, width]` row-major. */
function chosen<A extends Float64Array | Int32Array | Uint32Array>(
  cells: A,
  rows: Uint32Array | undefined,
  width = 1,
): A {
  if (rows === undefined) return cells;
  const some = cells.slice(0, rows.length * width) as A;
  for (let i = 0; i < rows.length; i++)
    for (let k = 0; k < width; k++) some[i * width + k] = cells[rows[i] * width + k];
  return some;
}

type Own<P> = P extends unknown ? Omit<P, "kind" | "target" | "rows" | "seen"> : never;
type Kept = { put: OutOfFold["put"]; of(rows: Uint32Array | undefined): Own<Predictions> };

function keptClasses({ classes, codes }: Extract<TargetData, { task: "classification" }>): Kept {
  const width = classes.length;
  const codeOf = new Map(classes.map((name, code) => [name, code]));
  const labels = new Int32Array(codes.length);
  const shares = new Float64Array(codes.length * width);
  let haveShares = true;

  function put(predictions: Predictions, test: Uint32Array): void {
    if (predictions.task !== "classification") return;
    const own = predictions.classes.map((name) => codeOf.get(name) ?? -1);
    haveShares &&= predictions.probabilities !== undefined;
    for (let i = 0; i < test.length; i++) {
      labels[test[i]] = own[predictions.labels[i]];
      putShares(predictions, own, test[i], i);
    }
  }

  function putShares({ probabilities }: ClassPredictions, own: number[], row: number, i: number): void {
    if (!probabilities) return;
    for (let k = 0; k < own.length; k++) shares[row * width + own[k]] = probabilities[i * own.length + k];
  }

  function of(rows: Uint32Array | undefined): Own<Predictions> {
    return {
      task: "classification",
      classes,
      labels: chosen(labels, rows),
      truth: chosen(codes, rows),
      ...(haveShares && { probabilities: chosen(shares, rows, width) }),
    };
  }
  return { put, of };
}

function keptValues({ values: truths }: Extract<TargetData, { task: "regression" }>): Kept {
  const predicted = new Float64Array(truths.length);
  return {
    put(predictions, test) {
      if (predictions.task !== "regression") return;
      test.forEach((row, i) => {
        predicted[row] = predictions.values[i];
      });
    },
    of: (rows) => ({ task: "regression", values: chosen(predicted, rows), truth: chosen(truths, rows) }),
  };
}
