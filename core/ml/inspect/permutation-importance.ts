/**
 * How much worse a model gets when one feature tells it nothing: its column is shuffled among the rows, and the score that
 * is lost is the feature's importance. On rows that the model has not seen, unless training rows are asked for.
 */
import { fail } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { permutation, randomStream } from "../../base/random.ts";
import { quietContext, sayingOnce, type WorkContext } from "../context.ts";
import { predictNow } from "../learner/predict.ts";
import { classification, type ScoreOptions } from "../metrics/classification.ts";
import { regression } from "../metrics/regression.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import type { ImportanceFigure, Model, ScoredOn, Table } from "../values.ts";

export type ImportanceOptions = ScoreOptions & {
  /** Metric by name; `"auto"` takes accuracy, or R² for numbers. Default `"auto"`. */
  metric?: string;
  /** How often each column is shuffled. Default 10. */
  repeats?: number;
  /** Default 0. */
  seed?: number;
};

/** The rows whose cells take the place of rows 0 … n−1 in the shuffled column. */
export type Shuffles = (feature: number, repeat: number) => Uint32Array;

/** Metrics of which less is better: a feature is important if they rise without it. */
const losses: ReadonlySet<string> = new Set(["logLoss", "brier", "rmse", "mae", "medianAbsoluteError"]);

/**
 * Permutation importance (Breiman 2001; Fisher, Rudin & Dominici 2019): for each feature the score on the rows as they are
 * minus the score with its column shuffled, the other way round for losses; mean and standard deviation over the repeats
 * (divisor `repeats`, as scikit-learn's `importances_std`). A column is one feature however the model encodes it. Features
 * that say the same share their importance, and may all seem to have none.
 *
 * Throws `leakage.scored-rows-seen`, `metric.not-training-rows`, `metric.no-truth`, `importance.metric`,
 * `importance.repeats`, and what `predict` throws.
 *
 * ```ts
 * import { fit, moons, permutationImportance, split, tree } from "espalier";
 * const { train, test } = split(moons({ rows: 300 }), { test: 0.3, seed: 1 });
 * const { figure } = await permutationImportance(await fit(tree(), train), test, { repeats: 5 });
 * figure.mean.every((loss) => loss > 0.05); // true
 * ```
 */
export async function permutationImportance(
  model: Model,
  table: Table,
  options: ImportanceOptions = {},
  ctx: WorkContext = quietContext,
): Promise<{ figure: ImportanceFigure; table: Table }> {
  return permutationImportanceNow(model, table, options, ctx);
}

/** The same in one synchronous go, for worker threads. */
export function permutationImportanceNow(
  model: Model,
  table: Table,
  options: ImportanceOptions = {},
  ctx: WorkContext = quietContext,
): { figure: ImportanceFigure; table: Table } {
  const { repeats = 10, seed = 0 } = options;
  if (!(Number.isInteger(repeats) && repeats >= 1 && repeats <= 10_000))
    fail("importance.repeats", { repeats });
  const figure = importanceWith(
    model,
    table,
    { ...options, repeats },
    (feature, repeat) =>
      permutation(table.rowCount, randomStream(seed, `shuffle/${model.features[feature]}/${repeat + 1}`)),
    ctx,
  );
  return { figure, table: tableOf(figure) };
}

/** The importances for given shuffles: what the options of {@link permutationImportance} come down to. */
export function importanceWith(
  model: Model,
  table: Table,
  { on = "unseen", metric = "auto", repeats }: ImportanceOptions & { repeats: number },
  shuffles: Shuffles,
  ctx: WorkContext,
): ImportanceFigure {
  const name = metric === "auto" ? (model.task === "regression" ? "r2" : "accuracy") : metric;
  const total = model.features.length * repeats + 1;
  let done = 0;
  const inner = { ...sayingOnce(ctx), progress: () => ctx.progress(done, total), preview: () => undefined };
  const scored = (rows: Table) => scoreOf(model, rows, { name, on }, inner);
  const baseline = scored(table);
  done++;
  const sign = losses.has(name) ? -1 : 1;
  const each = model.features.map((feature, at) =>
    Float64Array.from({ length: repeats }, (_, repeat) => {
      inner.progress();
      const shuffled = scored(withShuffled(table, feature, shuffles(at, repeat)));
      done++;
      return sign * (baseline - shuffled);
    }),
  );
  ctx.progress(total, total);
  const mean = Float64Array.from(each, (values) => sum(values) / repeats);
  return {
    kind: "figure",
    form: "importance",
    on,
    metric: name,
    baseline,
    rows: table.rowCount,
    repeats,
    features: model.features,
    mean,
    sd: Float64Array.from(each, (values, at) =>
      Math.sqrt(sum(values.map((value) => (value - mean[at]) ** 2)) / repeats),
    ),
  };
}

function scoreOf(
  model: Model,
  rows: Table,
  { name, on }: { name: string; on: ScoredOn },
  ctx: WorkContext,
): number {
  const predictions = predictNow(model, rows, ctx);
  const { values } = (predictions.task === "regression" ? regression : classification)(
    predictions,
    { on },
    ctx,
  );
  if (!Object.hasOwn(values, name)) fail("importance.metric", { metric: name, known: Object.keys(values) });
  return values[name];
}

function withShuffled(table: Table, feature: string, order: Uint32Array): Table {
  const columns = table.columns.flatMap((column) =>
    column.name === feature ? takeRows({ ...table, columns: [column], origin: [] }, order).columns : [column],
  );
  return { ...table, columns };
}

/** One row a feature, the most important first. */
function tableOf({ features, mean, sd, metric, on }: ImportanceFigure): Table {
  const order = Array.from(features.keys()).sort((a, b) => mean[b] - mean[a]);
  const names = order.map((at) => features[at]);
  const numbers = {
    importance: order.map((at) => mean[at]),
    "standard deviation": order.map((at) => sd[at]),
  };
  const columns = [
    categoryColumn("feature", names, { kind: "text" }),
    ...Object.entries(numbers).map(([name, cells]) => numberColumn(name, cells)),
  ];
  return tableFrom({ columns, source: hashJson({ importance: [metric, on, names, numbers] }) });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
