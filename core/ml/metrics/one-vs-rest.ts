/**
 * Predicted probabilities as questions with two answers: one class against the rest, for each class, and all pairs of row
 * and class in one heap (micro average). Every metric over thresholds and every calibration starts here.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type { Predictions, ScoredOn } from "../values.ts";
import type { ScoreOptions } from "./classification.ts";
import { breath } from "./descending-order.ts";
import { scoredRows } from "./scored-rows.ts";
import type { BinaryRows } from "./threshold-counts.ts";

export type OneVsRestOptions = ScoreOptions & {
  /**
   * The class whose probability is judged. Default `""`: of two classes the second one, whose curve says everything about
   * the first one too; of several each against the rest.
   */
  positive?: string;
  /** Weighs each row by the column with the role weight, which the predictions bring along. Default false. */
  weighted?: boolean;
};

/** The rows that are judged, and how to look at them class by class. */
export type OneVsRest = {
  on: ScoredOn;
  rows: number;
  classes: readonly string[];
  /** Codes of the classes that are judged. */
  judged: readonly number[];
  of(code: number): BinaryRows;
  /** `[rows · classes]`: every row once a class. */
  pooled(): BinaryRows;
  /** Each row's most probable class: the probability it was given, and whether it was right. */
  confidence(): BinaryRows;
};

/**
 * Throws what `classification` throws, `metric.no-probabilities`, `metric.unknown-class`, `metric.no-weights` and
 * `metric.weights`.
 */
export function oneVsRest(predictions: Predictions, options: OneVsRestOptions, ctx: WorkContext): OneVsRest {
  const { on = "unseen", positive = "", weighted = false } = options;
  const { predictions: scored, truth, rows } = scoredRows(predictions, on, ctx);
  const { classes, target } = scored;
  const probabilities = scored.probabilities ?? fail("metric.no-probabilities", { target });
  const weights = weighted ? weightsOf(scored.weights, rows, target) : undefined;
  const k = classes.length;

  function of(code: number): BinaryRows {
    ctx.progress(0, 1);
    const scores = new Float64Array(rows.length);
    const hits = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      scores[i] = probabilities[rows[i] * k + code];
      hits[i] = truth[rows[i]] === code ? 1 : 0;
    }
    return { scores, hits, ...(weights && { weights }) };
  }

  function pooled(): BinaryRows {
    const scores = new Float64Array(rows.length * k);
    const hits = new Uint8Array(rows.length * k);
    const each = weights && new Float64Array(rows.length * k);
    for (let i = 0; i < rows.length; i++) {
      if (i % breath === 0) ctx.progress(0, 1);
      for (let code = 0; code < k; code++) scores[i * k + code] = probabilities[rows[i] * k + code];
      hits[i * k + truth[rows[i]]] = 1;
      each?.fill(weights?.[i] ?? 1, i * k, (i + 1) * k);
    }
    return { scores, hits, ...(each && { weights: each }) };
  }

  function confidence(): BinaryRows {
    const scores = new Float64Array(rows.length);
    const hits = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      if (i % breath === 0) ctx.progress(0, 1);
      const best = mostProbable(probabilities, rows[i] * k, k);
      scores[i] = probabilities[rows[i] * k + best];
      hits[i] = truth[rows[i]] === best ? 1 : 0;
    }
    return { scores, hits, ...(weights && { weights }) };
  }

  return {
    on,
    rows: rows.length,
    classes,
    judged: judgedOf(classes, positive, target),
    of,
    pooled,
    confidence,
  };
}

/** Says which classes have nothing to be ranked against; throws `metric.one-class` when that is true of all. */
export function sayUndefined(
  undefinedClasses: readonly string[],
  { judged, classes }: OneVsRest,
  ctx: WorkContext,
): void {
  if (undefinedClasses.length === judged.length)
    fail("metric.one-class", { classes: judged.map((code) => classes[code]) });
  if (undefinedClasses.length > 0)
    ctx.warn(warning("metric.classes-undefined", { classes: undefinedClasses }));
}

function judgedOf(classes: readonly string[], positive: string, target: string): readonly number[] {
  if (positive === "") return classes.length === 2 ? [1] : classes.map((_, code) => code);
  const code = classes.indexOf(positive);
  if (code < 0) fail("metric.unknown-class", { class: positive, target, classes });
  return [code];
}

function weightsOf(weights: Float64Array | undefined, rows: Uint32Array, target: string): Float64Array {
  if (!weights) fail("metric.no-weights", { target });
  const chosen = Float64Array.from(rows, (row) => weights[row]);
  const sum = chosen.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && Number.isFinite(sum)) || chosen.some((weight) => !(weight >= 0)))
    fail("metric.weights", { target });
  return chosen;
}

function mostProbable(probabilities: Float64Array, start: number, count: number): number {
  let best = 0;
  for (let code = 1; code < count; code++)
    if (probabilities[start + code] > probabilities[start + best]) best = code;
  return best;
}
