/** The precision-recall curve and average precision, one class against the rest, with scikit-learn's conventions. */
import { quietContext, type WorkContext } from "../context.ts";
import type { Curve, CurveFigure, Predictions, Scores } from "../values.ts";
import { type RankedClass, rankedScores } from "./curve-scores.ts";
import { positionsOf } from "./descending-order.ts";
import { type OneVsRestOptions, oneVsRest, sayUndefined } from "./one-vs-rest.ts";
import { type BinaryRows, starting, type ThresholdCounts, thresholdCounts } from "./threshold-counts.ts";

/**
 * Precision TP/(TP+FP) over recall TP/P for every threshold, beginning at recall 0 with precision 1, and
 * AP = Σ (R_n − R_{n−1})·P_n, the thresholds falling: a sum of steps, not of trapezoids, which would promise too much
 * (Davis & Goadrich 2006). Points that only go straight down are left out of the curve, not of the sum. Names as in
 * `roc`: `averagePrecision`, or `macroAveragePrecision`, `weightedAveragePrecision` and `microAveragePrecision`. A
 * classifier that knows nothing has the share of the class as its precision (`base`).
 *
 * A class that no row has is left out: warns `metric.classes-undefined`. Throws as `oneVsRest`, and `metric.one-class`.
 *
 * ```ts
 * import { fit, logistic, moons, precisionRecall, predict, split } from "espalier";
 * const { train, test } = split(moons({ rows: 200 }), { test: 0.3, seed: 1 });
 * const { scores, figure } = precisionRecall(await predict(await fit(logistic(), train), test));
 * scores.values.averagePrecision > 0.85; // true
 * [figure.curves[0].x[0], figure.curves[0].y[0]]; // [0, 1]
 * ```
 */
export function precisionRecall(
  predictions: Predictions,
  options: OneVsRestOptions = {},
  ctx: WorkContext = quietContext,
): { scores: Scores; figure: CurveFigure } {
  const asked = oneVsRest(predictions, options, ctx);
  const ranked = asked.judged.map((code): RankedClass => {
    const name = asked.classes[code];
    return { name, ...curveOf(asked.of(code), { of: "class", name }, ctx) };
  });
  sayUndefined(
    ranked.filter(({ curve }) => !curve).map(({ name }) => name),
    asked,
    ctx,
  );
  const { curve: micro } = ranked.length > 1 ? curveOf(asked.pooled(), { of: "micro", name: "" }, ctx) : {};
  const averages = micro ? [micro] : [];
  const curves = ranked.flatMap(({ curve }) => (curve ? [curve] : []));
  return {
    scores: rankedScores(asked, ranked, averages, { one: "averagePrecision", many: "AveragePrecision" }),
    figure: {
      kind: "figure",
      form: "precision-recall",
      on: asked.on,
      rows: asked.rows,
      classes: asked.classes,
      curves: [...averages, ...curves],
    },
  };
}

function curveOf(
  rows: BinaryRows,
  about: Pick<Curve, "of" | "name">,
  ctx: WorkContext,
): { curve?: Curve; share: number; support: number } {
  const counts = thresholdCounts(rows, ctx);
  const { thresholds, truePositives, falsePositives } = counts;
  const positives = truePositives.at(-1) ?? 0;
  const share = positives / (positives + (falsePositives.at(-1) ?? 0));
  const support = rows.hits.reduce((sum, hit) => sum + hit, 0);
  if (positives === 0) return { share, support };
  const precisionAt = (i: number) => truePositives[i] / (truePositives[i] + falsePositives[i]);
  const kept = corners(counts);
  const curve: Curve = {
    ...about,
    x: starting(0, kept, (i) => truePositives[i] / positives),
    y: starting(1, kept, precisionAt),
    thresholds: starting(Number.POSITIVE_INFINITY, kept, (i) => thresholds[i]),
    area: thresholds.reduce(
      (sum, _, i) =>
        sum + ((truePositives[i] - (i === 0 ? 0 : truePositives[i - 1])) / positives) * precisionAt(i),
      0,
    ),
    base: share,
  };
  return { curve, share, support };
}

/** The two ends, and every position whose recall differs from that of a neighbour. */
function corners({ truePositives }: ThresholdCounts): Uint32Array {
  const last = truePositives.length - 1;
  return positionsOf(truePositives.length).filter(
    (i) =>
      i === 0 ||
      i === last ||
      truePositives[i] !== truePositives[i - 1] ||
      truePositives[i + 1] !== truePositives[i],
  );
}
