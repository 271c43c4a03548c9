/**
 * Predictions of all folds, put back into the order of the table. Each fold's model may know other classes (those that
 * its training rows have), so codes are translated by name; a class that a model did not know has probability 0.
 */
import type { TargetData } from "../learner/algorithm.ts";
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
      const origin = table.origin.map(({ source, ids }) => ({
        source,
        ids: ids.filter((_, row) => tested[row] === 1),
      }));
      return { kind: "predictions", target: targetName, rows: origin, seen: [], ...kept.of(tested) };
    },
  };
}

type Own<P> = P extends unknown ? Omit<P, "kind" | "target" | "rows" | "seen"> : never;
type Kept = { put: OutOfFold["put"]; of(tested: Uint8Array): Own<Predictions> };

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
    test.forEach((row, i) => {
      labels[row] = own[predictions.labels[i]];
      putShares(predictions, own, row, i);
    });
  }

  function putShares({ probabilities }: ClassPredictions, own: number[], row: number, i: number): void {
    if (!probabilities) return;
    for (let k = 0; k < own.length; k++) shares[row * width + own[k]] = probabilities[i * own.length + k];
  }

  function of(tested: Uint8Array): Own<Predictions> {
    const shown = (_: number, row: number) => tested[row] === 1;
    return {
      task: "classification",
      classes,
      labels: labels.filter(shown),
      truth: codes.filter(shown),
      ...(haveShares && {
        probabilities: shares.filter((_, cell) => tested[Math.floor(cell / width)] === 1),
      }),
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
    of: (tested) => ({
      task: "regression",
      values: predicted.filter((_, row) => tested[row] === 1),
      truth: truths.filter((_, row) => tested[row] === 1),
    }),
  };
}
