/**
 * Cross-validation: the learner is fitted once a fold on the rows of the other folds, and scored on the fold it has not
 * seen. All that a learner fits is fitted anew each time, its preparing steps too, so nothing of a test row can get into
 * the model that predicts it. Everything that can be refused is refused before the first fit.
 */
import { type Diagnostic, fail } from "../../base/diagnostic.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { TargetData } from "../learner/algorithm.ts";
import { fitNow } from "../learner/fit.ts";
import { learningData } from "../learner/learning-data.ts";
import { predictNow } from "../learner/predict.ts";
import { classification } from "../metrics/classification.ts";
import { regression } from "../metrics/regression.ts";
import { takeRows } from "../table/table.ts";
import type { Column, Learner, Predictions, Scores, Table } from "../values.ts";
import { type FoldScores, foldTable, meanScores } from "./fold-table.ts";
import { foldedScores } from "./folded-scores.ts";
import { type Folding, type FoldOptions, foldings, foldRows } from "./folds.ts";
import { outOfFold } from "./out-of-fold.ts";

export type CrossValidation = {
  /** The mean of every metric over all folds and repeats, and its standard deviation as `<metric>Sd`. */
  scores: Scores;
  /** One row a fold and repeat: `repeat`, `fold`, `train rows`, `test rows`, and each metric. */
  folds: Table;
  /** Each row by the model that has not seen it, of the first repeat; by time only the rows that were tested. */
  predictions: Predictions;
};

/**
 * K-fold cross-validation (Stone 1974; Kohavi 1995): stratified, random, by group or by time, see {@link FoldOptions}.
 * Scores are those of `classification` for a target of classes, else those of `regression`; of a metric s the mean
 * s̄ = Σs/F over the F = folds × repeats fits and `sSd` = √(Σ(s−s̄)²/(F−1)). `rows` counts the rows that were tested.
 *
 * Throws what `fit` throws of the table, `folds.*` as {@link foldings}, `folds.one-class` where a fold would be fitted on
 * one class, and `leakage.folds-share-rows` where copies of a row would be in two folds.
 *
 * ```ts
 * import { crossValidate, moons, tree } from "espalier";
 * const { scores, folds, predictions } = await crossValidate(tree(), moons({ rows: 100 }), { folds: 4, seed: 1 });
 * [scores.on, scores.rows, folds.rowCount]; // ["unseen", 100, 4]
 * scores.values.accuracy > 0.8; // true
 * predictions.seen; // []
 * ```
 */
export async function crossValidate(
  learner: Learner,
  table: Table,
  options: FoldOptions = {},
  ctx: WorkContext = quietContext,
): Promise<CrossValidation> {
  return crossValidateNow(learner, table, options, ctx);
}

/** The same in one synchronous go, for worker threads; cancelled through `ctx.progress`, inside a fit too. */
export function crossValidateNow(
  learner: Learner,
  table: Table,
  options: FoldOptions = {},
  ctx: WorkContext = quietContext,
): CrossValidation {
  const { folds = 5 } = options;
  const divided = foldings(table, options, ctx);
  const { target, targetName } = wholeTarget(learner, table, ctx);
  for (const [repeat, folding] of divided.entries()) {
    ctx.progress(0, 1);
    refuseCopies(table, folding);
    refuseOneClass(target, targetName, folding, { folds, repeat, ctx });
  }

  const shown = table.columns.filter(
    ({ role }) => role === "feature" || role === "target" || role === "weight",
  );
  const needed = { ...table, columns: shown };
  const gathered = outOfFold(table, target, targetName);
  const inner = overall(ctx, divided.length * folds);
  const fits: FoldScores[] = [];
  divided.forEach((folding, repeat) => {
    for (let fold = 0; fold < folds; fold++) {
      const { train, test } = foldRows(folding, fold);
      const model = fitNow(learner, taken(needed, train, inner), inner);
      const predictions = predictNow(model, taken(needed, test, inner), inner);
      inner.progress(0, 1);
      // Scoring looks at the rows once more and refuses any that the model has seen.
      const { values } = target.task === "regression" ? regression(predictions) : classification(predictions);
      if (repeat === 0) gathered.put(predictions, test);
      fits.push({ repeat: repeat + 1, fold: fold + 1, train: train.length, test: test.length, values });
      inner.next();
    }
  });
  ctx.progress(fits.length, fits.length);
  const tested = fits.slice(0, folds).reduce((rows, { test }) => rows + test, 0);
  const about = { table, foldings: divided, target: targetName, task: target.task };
  return {
    scores: { ...meanScores(fits, tested), folds: foldedScores(fits, learner, about) },
    folds: foldTable(fits),
    predictions: gathered.predictions(),
  };
}

/** All checks of a fit, on all rows: a message then counts the rows of the table, not those of some fold. */
function wholeTarget(learner: Learner, table: Table, ctx: WorkContext) {
  const { data, targetName } = learningData(table, learner.abilities, ctx);
  return { target: data.target, targetName };
}

/** Two copies of a row in two folds: one would be learned and the other scored. */
function refuseCopies(table: Table, { of }: Folding): void {
  for (const { ids } of table.origin) {
    const nowhere = -2;
    const size = ids.reduce((most, id) => Math.max(most, id + 1), 0);
    const foldOf = new Int32Array(size).fill(nowhere);
    let shared = 0;
    for (let row = 0; row < ids.length; row++) {
      const before = foldOf[ids[row]];
      if (before !== nowhere && before !== of[row]) shared++;
      foldOf[ids[row]] = of[row];
    }
    if (shared > 0) fail("leakage.folds-share-rows", { shared, total: ids.length });
  }
}

type Which = { folds: number; repeat: number; ctx: WorkContext };

function refuseOneClass(target: TargetData, column: string, folding: Folding, which: Which): void {
  if (target.task === "regression") return;
  const { codes, classes } = target;
  for (let fold = 0; fold < which.folds; fold++) {
    which.ctx.progress(0, 1);
    const { train } = foldRows(folding, fold);
    const first = codes[train[0]];
    if (train.some((row) => codes[row] !== first)) continue;
    const place = { fold: fold + 1, repeat: which.repeat + 1, rows: train.length };
    fail("folds.one-class", { column, class: classes[first], ...place });
  }
}

/** `takeRows`, which can be cancelled between two columns: wide tables take longer than a cancel may. */
function taken(table: Table, rows: Uint32Array, ctx: WorkContext): Table {
  const columns = table.columns.flatMap((column): readonly Column[] => {
    ctx.progress(0, 1);
    return takeRows({ ...table, columns: [column], origin: [] }, rows).columns;
  });
  return { ...takeRows({ ...table, columns: [] }, rows), columns };
}

/** Progress counts fits, no curves (they would be of one fold), each finding once a column. */
function overall(ctx: WorkContext, fits: number): WorkContext & { next(): void } {
  const said = new Set<string>();
  let done = 0;
  return {
    // What a fit counts would run from 0 to its end again and again: it only notices a cancel.
    progress: () => ctx.progress(done, fits),
    warn(diagnostic) {
      const about = keyOf(diagnostic);
      if (!said.has(about)) ctx.warn(diagnostic);
      said.add(about);
    },
    preview: () => undefined,
    next: () => ctx.progress(++done, fits),
  };
}

/** The same finding in another fold differs in its counts alone. */
function keyOf({ code, values }: Diagnostic): string {
  return JSON.stringify([code, values.column ?? "", values.columns ?? ""]);
}
