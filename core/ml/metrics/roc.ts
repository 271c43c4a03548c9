/** The ROC curve and the area under it, one class against the rest, with scikit-learn's conventions. */
import { quietContext, type WorkContext } from "../context.ts";
import type { Curve, CurveFigure, Predictions, Scores } from "../values.ts";
import { averagesOf, type RankedClass, rankedScores } from "./curve-scores.ts";
import { positionsOf } from "./descending-order.ts";
import { type OneVsRest, type OneVsRestOptions, oneVsRest, sayUndefined } from "./one-vs-rest.ts";
import { type BinaryRows, starting, type ThresholdCounts, thresholdCounts } from "./threshold-counts.ts";
import { verticalAverage } from "./vertical-average.ts";

/**
 * True positive rate TP/P over false positive rate FP/N for every threshold, and the area under it by trapezoids, which
 * is the chance that a row of the class has a higher probability than one of another, ties counting half (Hanley &
 * McNeil 1982). Points on a straight line between their neighbours are left out. Two classes: `auc`. Several: each
 * against the rest, `macroAuc` the mean over the classes, `weightedAuc` weighted by their share, `microAuc` of all pairs of
 * row and class; the macro curve is the mean true positive rate at each false positive rate (Fawcett 2006, algorithm 3).
 *
 * A class that no row has, or that all have, has no curve: warns `metric.classes-undefined`, and the means are over the
 * others. Throws as `oneVsRest`, and `metric.one-class`.
 *
 * ```ts
 * import { fit, logistic, moons, predict, roc, split } from "espalier";
 * const { train, test } = split(moons({ rows: 200 }), { test: 0.3, seed: 1 });
 * const { scores, figure } = roc(await predict(await fit(logistic(), train), test));
 * scores.values.auc > 0.85; // true
 * figure.curves[0].x[0]; // 0
 * ```
 */
export function roc(
  predictions: Predictions,
  options: OneVsRestOptions = {},
  ctx: WorkContext = quietContext,
): { scores: Scores; figure: CurveFigure } {
  const asked = oneVsRest(predictions, options, ctx);
  const ranked = asked.judged.map((code): RankedClass => {
    const rows = asked.of(code);
    return { name: asked.classes[code], ...curveOf(rows, { of: "class", name: asked.classes[code] }, ctx) };
  });
  sayUndefined(
    ranked.filter(({ curve }) => !curve).map(({ name }) => name),
    asked,
    ctx,
  );
  const curves = ranked.flatMap(({ curve }) => (curve ? [curve] : []));
  const averages = ranked.length > 1 ? averageCurves(asked, curves, ctx) : [];
  return {
    scores: rankedScores(asked, ranked, averages, { one: "auc", many: "Auc" }),
    figure: {
      kind: "figure",
      form: "roc",
      on: asked.on,
      rows: asked.rows,
      classes: asked.classes,
      curves: [...averages, ...curves],
    },
  };
}

function averageCurves(asked: OneVsRest, curves: readonly Curve[], ctx: WorkContext): Curve[] {
  const { curve: micro } = curveOf(asked.pooled(), { of: "micro", name: "" }, ctx);
  const { x, y } = verticalAverage(curves, ctx);
  const thresholds = new Float64Array(x.length).fill(Number.NaN);
  const macro: Curve = {
    of: "macro",
    name: "",
    x,
    y,
    thresholds,
    area: averagesOf(curves).mean,
    base: Number.NaN,
  };
  return micro ? [micro, macro] : [macro];
}

/** No curve where a rate would be 0/0. */
function curveOf(
  rows: BinaryRows,
  about: Pick<Curve, "of" | "name">,
  ctx: WorkContext,
): { curve?: Curve; share: number; support: number } {
  const counts = thresholdCounts(rows, ctx);
  const positives = counts.truePositives.at(-1) ?? 0;
  const negatives = counts.falsePositives.at(-1) ?? 0;
  const share = positives / (positives + negatives);
  const support = rows.hits.reduce((sum, hit) => sum + hit, 0);
  if (positives === 0 || negatives === 0) return { share, support };
  const kept = corners(counts);
  const x = starting(0, kept, (i) => counts.falsePositives[i] / negatives);
  const y = starting(0, kept, (i) => counts.truePositives[i] / positives);
  const thresholds = starting(Number.POSITIVE_INFINITY, kept, (i) => counts.thresholds[i]);
  return { curve: { ...about, x, y, thresholds, area: areaUnder(x, y), base: share }, share, support };
}

/** Positions where the curve turns, and its two ends. Rows of the same answer in a row make a straight line. */
function corners({ truePositives, falsePositives }: ThresholdCounts): Uint32Array {
  const last = truePositives.length - 1;
  const bend = (counts: Float64Array, i: number) => counts[i + 1] - 2 * counts[i] + counts[i - 1];
  return positionsOf(truePositives.length).filter(
    (i) => i === 0 || i === last || bend(truePositives, i) !== 0 || bend(falsePositives, i) !== 0,
  );
}

function areaUnder(x: Float64Array, y: Float64Array): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += ((x[i] - x[i - 1]) * (y[i] + y[i - 1])) / 2;
  return area;
}
