/**
 * How the score grows with the number of training rows: whether more rows would help. In each fold the training rows are
 * put into one drawn order, and each size takes the first of them, so that a larger set contains the smaller ones.
 */
import { fail } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { permutation, type Random, randomStream } from "../../base/random.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { TargetData } from "../learner/algorithm.ts";
import { fitNow } from "../learner/fit.ts";
import { learningData } from "../learner/learning-data.ts";
import { predictNow } from "../learner/predict.ts";
import { classification } from "../metrics/classification.ts";
import { regression } from "../metrics/regression.ts";
import { numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import type { CurveWithSpread, Learner, LearningCurveFigure, ScoredOn, Table } from "../values.ts";
import { nameOf } from "./folded-scores.ts";
import { type FoldKind, foldings, foldRows } from "./folds.ts";

export type LearningCurveOptions = {
  /** Number of sizes, evenly spaced from the smallest share to all training rows. Default 5. */
  steps?: number;
  /** Smallest share of the training rows, above 0 and at most 1. Default 0.1. */
  smallest?: number;
  /** As in `crossValidate`. Default 5. */
  folds?: number;
  /** As in `crossValidate`, but by time, where training parts differ in size by themselves. Default `"stratified"`. */
  kind?: Exclude<FoldKind, "time">;
  /** Default 0. */
  seed?: number;
};

/** Training rows of a fold in the order they are added, and its test rows. */
export type OrderedFold = { order: Uint32Array; test: Uint32Array };

type Measured = {
  size: number;
  fold: number;
  training: Record<string, number>;
  validation: Record<string, number>;
};

/**
 * The learner fitted to ⌊share·n⌋ training rows for each share, once a fold, and scored on these rows and on the fold it
 * has not seen; n is the size of the smallest training part (scikit-learn's `learning_curve` takes the first one's). Mean
 * and standard deviation √(Σ(s−s̄)²/(F−1)) over the F folds. With stratified folds every size has the classes in the shares
 * of the whole, as far as whole rows allow.
 *
 * Throws `curve.steps`, `curve.smallest`, `curve.kind`, `curve.one-class` where so few rows are of one class, and what
 * `crossValidate` throws of table and folds.
 *
 * ```ts
 * import { learningCurve, moons, tree } from "espalier";
 * const { figure } = await learningCurve(tree(), moons({ rows: 200 }), { steps: 3, smallest: 0.2 });
 * [...figure.sizes]; // [32, 96, 160]
 * figure.metrics.accuracy.training.mean[2]; // 1
 * ```
 */
export async function learningCurve(
  learner: Learner,
  table: Table,
  options: LearningCurveOptions = {},
  ctx: WorkContext = quietContext,
): Promise<{ figure: LearningCurveFigure; table: Table }> {
  return learningCurveNow(learner, table, options, ctx);
}

/** The same in one synchronous go, for worker threads. */
export function learningCurveNow(
  learner: Learner,
  table: Table,
  options: LearningCurveOptions = {},
  ctx: WorkContext = quietContext,
): { figure: LearningCurveFigure; table: Table } {
  const { steps = 5, smallest = 0.1, folds = 5, kind = "stratified", seed = 0 } = options;
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= 1000)) fail("curve.steps", { steps });
  if (!(smallest > 0 && smallest <= 1)) fail("curve.smallest", { smallest });
  if ((kind as FoldKind) === "time") fail("curve.kind", { kind });
  const [folding] = foldings(table, { folds, kind, seed }, ctx);
  const { data } = learningData(table, learner.abilities, ctx);
  const ordered = Array.from({ length: folds }, (_, fold): OrderedFold => {
    ctx.progress(0, 1);
    const { train, test } = foldRows(folding, fold);
    const random = randomStream(seed, `order/${fold + 1}`);
    return { order: orderOf(train, kind === "stratified" ? data.target : undefined, random), test };
  });
  const most = Math.min(...ordered.map(({ order }) => order.length));
  const shares = Array.from({ length: steps }, (_, i) =>
    steps === 1 ? 1 : smallest + ((1 - smallest) * i) / (steps - 1),
  );
  // A share such as 0.3 of 10 must not lose a row to rounding.
  const sizes = [...new Set(shares.map((share) => Math.max(1, Math.floor(share * most + 1e-9))))];
  refuseOneClass(data.target, ordered, sizes);
  return learningCurveOn(learner, table, { ordered, sizes }, ctx);
}

/** The curve for given orders and sizes: what the options of {@link learningCurve} come down to. */
export function learningCurveOn(
  learner: Learner,
  table: Table,
  { ordered, sizes }: { ordered: readonly OrderedFold[]; sizes: readonly number[] },
  ctx: WorkContext,
): { figure: LearningCurveFigure; table: Table } {
  const total = sizes.length * ordered.length;
  const measured: Measured[] = [];
  const inner: WorkContext = {
    progress: () => ctx.progress(measured.length, total),
    warn: ctx.warn,
    preview: () => undefined,
  };
  const scores = (rows: Table, model: ReturnType<typeof fitNow>, on: ScoredOn) => {
    const predictions = predictNow(model, rows, inner);
    const metric = predictions.task === "regression" ? regression : classification;
    return { ...metric(predictions, { on }, inner).values };
  };
  for (const size of sizes) {
    for (const [fold, { order, test }] of ordered.entries()) {
      inner.progress(0, 1);
      const rows = takeRows(table, order.subarray(0, size));
      const model = fitNow(learner, rows, inner);
      const training = scores(rows, model, "training");
      const validation = scores(takeRows(table, test), model, "unseen");
      measured.push({ size, fold: fold + 1, training, validation });
    }
  }
  ctx.progress(total, total);
  return { figure: figureOf(measured, nameOf(learner), ordered.length), table: tableOf(measured) };
}

function figureOf(measured: readonly Measured[], learner: string, folds: number): LearningCurveFigure {
  const sizes = [...new Set(measured.map(({ size }) => size))];
  const names = Object.keys(measured[0].training).filter((name) =>
    measured.every(({ training, validation }) => name in training && name in validation),
  );
  const spread = (name: string, part: "training" | "validation"): CurveWithSpread => {
    const each = sizes.map((size) =>
      measured.filter((one) => one.size === size).map((one) => one[part][name]),
    );
    return { mean: Float64Array.from(each, meanOf), sd: Float64Array.from(each, deviation) };
  };
  return {
    kind: "figure",
    form: "learning-curve",
    learner,
    sizes: Float64Array.from(sizes),
    folds,
    metrics: Object.fromEntries(
      names.map((name) => [
        name,
        { training: spread(name, "training"), validation: spread(name, "validation") },
      ]),
    ),
  };
}

/** One row a size and fold; each metric on the training rows and on the others. */
function tableOf(measured: readonly Measured[]): Table {
  const names = [
    ...new Set(
      measured.flatMap(({ training, validation }) => [...Object.keys(training), ...Object.keys(validation)]),
    ),
  ];
  const cells: [string, (number | null)[]][] = [
    ["rows", measured.map(({ size }) => size)],
    ["fold", measured.map(({ fold }) => fold)],
    ...names.flatMap((name): [string, (number | null)[]][] => [
      [`${name} (training)`, measured.map(({ training }) => training[name] ?? null)],
      [`${name} (validation)`, measured.map(({ validation }) => validation[name] ?? null)],
    ]),
  ];
  const columns = cells.map(([name, values]) => numberColumn(name, values));
  return tableFrom({ columns, source: hashJson({ learningCurve: cells }) });
}

/** Rows in a drawn order; with classes, such that each beginning has them in their shares, within a row. */
function orderOf(train: Uint32Array, target: TargetData | undefined, random: Random): Uint32Array {
  const drawn = Uint32Array.from(permutation(train.length, random), (i) => train[i]);
  if (target?.task !== "classification") return drawn;
  const { codes } = target;
  const totals = new Float64Array(target.classes.length);
  for (const row of drawn) totals[codes[row]]++;
  // The i-th row of a class stands where i − ½ of its rows would stand if they were evenly spread.
  const taken = new Float64Array(totals.length);
  const places = Float64Array.from(drawn, (row) => (taken[codes[row]]++ + 0.5) / totals[codes[row]]);
  const order = Array.from(drawn.keys()).sort((a, b) => places[a] - places[b]);
  return Uint32Array.from(order, (i) => drawn[i]);
}

function refuseOneClass(target: TargetData, ordered: readonly OrderedFold[], sizes: readonly number[]): void {
  if (target.task !== "classification") return;
  const [size] = sizes;
  for (const [fold, { order }] of ordered.entries()) {
    const first = target.codes[order[0]];
    if (order.subarray(0, size).some((row) => target.codes[row] !== first)) continue;
    fail("curve.one-class", { size, fold: fold + 1, class: target.classes[first] });
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
