/** Whether a probability of 0.8 comes true in 80 of 100 cases: reliability by bin, calibration errors, Brier scores. */
import { fail } from "../../base/diagnostic.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { CalibrationFigure, Predictions, ReliabilityCurve, Scores } from "../values.ts";
import { type OneVsRestOptions, oneVsRest } from "./one-vs-rest.ts";
import type { BinaryRows } from "./threshold-counts.ts";

export const binStrategies = ["uniform", "quantile"] as const;
export type BinStrategy = (typeof binStrategies)[number];

export type CalibrationOptions = OneVsRestOptions & {
  /** Number of bins, from 1 to 1000. Default 10. */
  bins?: number;
  /** `"uniform"`: equally wide bins; `"quantile"`: bins with equally many rows. Default `"uniform"`. */
  strategy?: BinStrategy;
};

/**
 * Rows are put into bins b by their predicted probability p; in each stand the mean of p and the share of rows of the
 * class (DeGroot & Fienberg 1983). Bin edges as in scikit-learn's `calibration_curve`; bins without rows are left out.
 *
 * `ece` = Σ_b (n_b/n)·|share_b − mean p_b| for the most probable class of each row (Guo et al. 2017, eq. 3), `mce` the
 * largest of these distances, `classwiseEce` the mean of the same sums over the classes judged one against the rest
 * (Kull et al. 2019), `brier` = mean Σ_k (p_k − [truth = k])². By class: `ece`, and `brier` = mean (p_k − [truth = k])².
 *
 * Throws as `oneVsRest`, `metric.bins` and `metric.strategy`.
 *
 * ```ts
 * import { calibration, fit, logistic, moons, predict, split } from "espalier";
 * const { train, test } = split(moons({ rows: 400 }), { test: 0.3, seed: 1 });
 * const { scores } = calibration(await predict(await fit(logistic(), train), test), { bins: 5 });
 * scores.values.ece < 0.2; // true
 * ```
 */
export function calibration(
  predictions: Predictions,
  options: CalibrationOptions = {},
  ctx: WorkContext = quietContext,
): { scores: Scores; figure: CalibrationFigure } {
  const { bins = 10, strategy = "uniform" } = options;
  if (!(Number.isInteger(bins) && bins >= 1 && bins <= 1000)) fail("metric.bins", { bins });
  if (!binStrategies.includes(strategy))
    fail("metric.strategy", { strategy: String(strategy), known: binStrategies });
  const asked = oneVsRest(predictions, options, ctx);
  const { on, rows, classes, judged } = asked;
  const binned = (of: BinaryRows) => reliability(of, edgesOf(of.scores, bins, strategy, ctx));
  const perClass = judged.map((code) => {
    const of = asked.of(code);
    return {
      curve: { of: "class", name: classes[code], ...binned(of) } as const,
      brier: squares(of),
      support: of.hits.reduce((sum, hit) => sum + hit, 0),
    };
  });
  const curves: ReliabilityCurve[] = perClass.map(({ curve }) => curve);
  const confidence: ReliabilityCurve = { of: "confidence", name: "", ...binned(asked.confidence()) };
  const classwise = curves.reduce((sum, { error }) => sum + error, 0) / curves.length;
  // Two classes have the same squares: p and 1 − p.
  const every = classes.reduce((sum, _, code) => sum + squares(asked.of(code)), 0);
  return {
    scores: {
      kind: "scores",
      on,
      rows,
      values: { ece: confidence.error, mce: largest(confidence), classwiseEce: classwise, brier: every },
      perClass: {
        classes: judged.map((code) => classes[code]),
        series: {
          ece: Float64Array.from(curves, ({ error }) => error),
          brier: Float64Array.from(perClass, ({ brier }) => brier),
          support: Float64Array.from(perClass, ({ support }) => support),
        },
      },
    },
    figure: { kind: "figure", form: "calibration", on, rows, classes, curves: [confidence, ...curves] },
  };
}

/** Edges between the bins, `[bins − 1]`, ascending. */
function edgesOf(scores: Float64Array, bins: number, strategy: BinStrategy, ctx: WorkContext): Float64Array {
  const shares = Array.from({ length: bins - 1 }, (_, i) => (i + 1) * (1 / bins));
  if (strategy === "uniform") return Float64Array.from(shares);
  ctx.progress(0, 1);
  const sorted = scores.slice().sort();
  ctx.progress(0, 1);
  return Float64Array.from(shares, (share) => {
    const place = share * (sorted.length - 1);
    const low = Math.min(Math.floor(place), sorted.length - 2);
    if (low < 0) return sorted[0];
    return sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]);
  });
}

/** A row on an edge belongs to the bin below it. */
function reliability(
  { scores, hits, weights }: BinaryRows,
  edges: Float64Array,
): Omit<ReliabilityCurve, "of" | "name"> {
  const predicted = new Float64Array(edges.length + 1);
  const observed = new Float64Array(edges.length + 1);
  const total = new Float64Array(edges.length + 1);
  const rows = new Float64Array(edges.length + 1);
  for (let i = 0; i < scores.length; i++) {
    const bin = edgesBelow(edges, scores[i]);
    const weight = weights ? weights[i] : 1;
    predicted[bin] += weight * scores[i];
    observed[bin] += weight * hits[i];
    total[bin] += weight;
    rows[bin]++;
  }
  const filled = [...total.keys()].filter((bin) => total[bin] > 0);
  const x = Float64Array.from(filled, (bin) => predicted[bin] / total[bin]);
  const y = Float64Array.from(filled, (bin) => observed[bin] / total[bin]);
  const all = total.reduce((sum, weight) => sum + weight, 0);
  const error = filled.reduce((sum, bin, i) => sum + (total[bin] / all) * Math.abs(y[i] - x[i]), 0);
  return {
    x,
    y,
    rows: Float64Array.from(filled, (bin) => rows[bin]),
    low: Float64Array.from(filled, (bin) => (bin === 0 ? Number.NEGATIVE_INFINITY : edges[bin - 1])),
    high: Float64Array.from(filled, (bin) => (bin === edges.length ? Number.POSITIVE_INFINITY : edges[bin])),
    error,
  };
}

/** How many edges lie below `score`: halving, because there may be a thousand. */
function edgesBelow(edges: Float64Array, score: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function largest({ x, y }: ReliabilityCurve): number {
  return x.reduce((most, predicted, bin) => Math.max(most, Math.abs(y[bin] - predicted)), 0);
}

function squares({ scores, hits, weights }: BinaryRows): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const weight = weights ? weights[i] : 1;
    sum += weight * (scores[i] - hits[i]) ** 2;
    total += weight;
  }
  return sum / total;
}
