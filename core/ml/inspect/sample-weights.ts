/**
 * What the sample weights of a boosting round say: how heavy the heaviest rows are, and how many rows of equal weight
 * the round is worth. Reads a trace; fits nothing.
 */
import { fail } from "../../base/diagnostic.ts";
import type { Trace } from "../values.ts";

export type WeightsOfRound = {
  /** D_m, `[rows]`, summing to 1. */
  weights: Float32Array;
  /** Row positions from the heaviest down; equal ones in row order. */
  order: Uint32Array;
  /** Effective sample size (Σ D)² / Σ D². */
  effective: number;
};

/**
 * The weights D_m of `round` (1-based). The effective sample size is Kish's (Kish 1965, Survey sampling, section 11.7):
 * n for equal weights, near 1 when one row has all of it.
 * Throws `look.no-weights` for a trace that kept none, `look.no-round` for a round that was not.
 */
export function weightsOfRound(trace: Trace, round: number): WeightsOfRound {
  const { sampleWeights: kept, length } = trace;
  if (!kept) return fail("look.no-weights");
  if (!Number.isInteger(round) || round < 1 || round > length)
    fail("look.no-round", { round, rounds: length });
  const weights = kept.values.subarray((round - 1) * kept.rows, round * kept.rows);
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  const order = Uint32Array.from(weights.keys()).sort((a, b) => weights[b] - weights[a] || a - b);
  return { weights, order, effective: (sum * sum) / squares };
}
