/**
 * Whether one learner is better than another, from their scores on the same folds. What is compared must be paired: the
 * same rows in the same folds, else a difference would be one of data and not of learners.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { ComparedPair, ComparisonFigure, FoldedScores, Scores, Table } from "../values.ts";
import { correctedT, correlatedT, holm, signedRank } from "./paired-tests.ts";

export type CompareOptions = {
  /** Metric by name; `"auto"` takes accuracy, or RMSE for numbers. Default `"auto"`. */
  metric?: string;
  /** Region of practical equivalence: differences of the metric up to this count as none. Default 0.01. */
  rope?: number;
};

const slots = ["A", "B", "C", "D", "E", "F"] as const;

/** Metrics of which less is better. */
const losses: ReadonlySet<string> = new Set([
  "logLoss",
  "brier",
  "rmse",
  "mae",
  "medianAbsoluteError",
  "maxError",
  "mape",
  "pinball",
]);

/**
 * Compares two to six cross-validated results pair by pair, by one metric over the F = folds × repeats fits:
 * the corrected resampled t-test (Nadeau & Bengio 2003), Wilcoxon's signed ranks, both two-sided and with Holm's
 * correction over all pairs, and the probabilities that the left one is better by more than `rope`, that they are
 * equivalent, and that the right one is better (Bayesian correlated t-test, Corani & Benavoli 2015). A difference is left
 * minus right, so of a loss a negative one speaks for the left; "better" knows that.
 *
 * Throws `compare.too-few`, `compare.not-folded`, `compare.other-folds`, `compare.metric`, `compare.one-fold`,
 * `compare.rope`; warns `compare.growing-training` for folds by time, whose training parts differ in size.
 *
 * ```ts
 * import { compare, constant, crossValidate, moons, stump } from "espalier";
 * const data = moons({ rows: 100 });
 * const nothing = await crossValidate(constant(), data, { seed: 1 });
 * const one = await crossValidate(stump(), data, { seed: 1 });
 * const { figure } = compare(one.scores, nothing.scores);
 * figure.pairs[0].leftBetter > 0.95; // true
 * ```
 */
export function compare(
  a: Scores,
  b: Scores,
  c?: Scores,
  d?: Scores,
  e?: Scores,
  f?: Scores,
  options: CompareOptions = {},
  ctx: WorkContext = quietContext,
): { figure: ComparisonFigure; table: Table } {
  const { metric: wanted = "auto", rope = 0.01 } = options;
  if (!(rope >= 0 && Number.isFinite(rope))) fail("compare.rope", { rope });
  const entries = [a, b, c, d, e, f].flatMap((scores, i) => (scores ? [entryOf(scores, slots[i])] : []));
  if (entries.length < 2) fail("compare.too-few", { count: entries.length });
  const [first, ...others] = entries;
  for (const { name, folds } of others)
    if (folds.partition !== first.folds.partition)
      fail("compare.other-folds", { left: first.name, right: name });
  const { train } = first.folds;
  if (Math.max(...train) > 1.2 * Math.min(...train) + 1) ctx.warn(warning("compare.growing-training"));

  const metric = wanted === "auto" ? (first.folds.task === "regression" ? "rmse" : "accuracy") : wanted;
  const columns = entries.map(({ name, folds }) => ({ name, values: valuesOf(folds, metric, name) }));
  const pairs = columns.flatMap((left, i) =>
    columns
      .slice(i + 1)
      .map((right, j) => pairOf(i, i + 1 + j, left.values, right.values, first.folds, { metric, rope })),
  );
  const t = holm(pairs.map(({ tP }) => tP));
  const ranks = holm(pairs.map(({ rankP }) => rankP));
  const figure: ComparisonFigure = {
    kind: "figure",
    form: "comparison",
    metric,
    lowerIsBetter: losses.has(metric),
    rope,
    fits: columns[0].values.length,
    names: columns.map(({ name }) => name),
    scores: columns.map(({ values }) => values),
    pairs: pairs.map((pair, i) => ({ ...pair, tHolm: t[i], rankHolm: ranks[i] })),
  };
  return { figure, table: pairTable(figure) };
}

type Entry = { name: string; folds: FoldedScores };

function entryOf({ folds }: Scores, slot: string): Entry {
  return folds ? { name: `${slot} ${folds.learner}`, folds } : fail("compare.not-folded", { slot });
}

function valuesOf({ values }: FoldedScores, metric: string, name: string): Float64Array {
  const found = values[metric];
  if (!found) fail("compare.metric", { metric, name, known: Object.keys(values) });
  if (found.length < 2) fail("compare.one-fold", { name });
  return found;
}

type Asked = { metric: string; rope: number };

function pairOf(
  left: number,
  right: number,
  a: Float64Array,
  b: Float64Array,
  { train, test }: FoldedScores,
  { metric, rope }: Asked,
): Omit<ComparedPair, "tHolm" | "rankHolm"> {
  const total = (rows: Float64Array) => rows.reduce((sum, count) => sum + count, 0);
  const testShare = total(test) / total(train);
  const differences = a.map((value, i) => value - b[i]);
  const mean = total(differences) / differences.length;
  const { t, df, p } = correctedT(differences, testShare);
  const size = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  const ranks = signedRank(differences, size);
  const { above, within, below } = correlatedT(differences, testShare, rope);
  const [leftBetter, rightBetter] = losses.has(metric) ? [below, above] : [above, below];
  return {
    left,
    right,
    difference: mean,
    spread: Math.sqrt(total(differences.map((d) => (d - mean) ** 2)) / (differences.length - 1)),
    t,
    df,
    tP: p,
    rank: ranks.statistic,
    rankP: ranks.p,
    leftBetter,
    equivalent: within,
    rightBetter,
  };
}

function pairTable({ names, scores, pairs }: ComparisonFigure): Table {
  const mean = (i: number) => scores[i].reduce((sum, value) => sum + value, 0) / scores[i].length;
  const texts: [string, string[]][] = [
    ["left", pairs.map(({ left }) => names[left])],
    ["right", pairs.map(({ right }) => names[right])],
  ];
  const numbers: [string, number[]][] = [
    ["left mean", pairs.map(({ left }) => mean(left))],
    ["right mean", pairs.map(({ right }) => mean(right))],
    ["difference", pairs.map(({ difference }) => difference)],
    ["difference sd", pairs.map(({ spread }) => spread)],
    ["t", pairs.map(({ t }) => t)],
    ["p (t)", pairs.map(({ tP }) => tP)],
    ["p (t, Holm)", pairs.map(({ tHolm }) => tHolm)],
    ["signed rank", pairs.map(({ rank }) => rank)],
    ["p (rank)", pairs.map(({ rankP }) => rankP)],
    ["p (rank, Holm)", pairs.map(({ rankHolm }) => rankHolm)],
    ["P(left better)", pairs.map(({ leftBetter }) => leftBetter)],
    ["P(equivalent)", pairs.map(({ equivalent }) => equivalent)],
    ["P(right better)", pairs.map(({ rightBetter }) => rightBetter)],
  ];
  const columns = [
    ...texts.map(([name, cells]) => categoryColumn(name, cells)),
    ...numbers.map(([name, cells]) => numberColumn(name, cells)),
  ];
  // Infinite t is no JSON: it stands as text in what names the rows.
  const cells = [...texts, ...numbers.map(([name, values]) => [name, values.map(String)] as const)];
  return tableFrom({ columns, source: hashJson({ compared: cells }) });
}
