/** Tests of paired differences: the corrected resampled t, Wilcoxon's signed ranks, the Bayesian correlated t, Holm. */
import { normalTail, studentTail } from "./distributions.ts";

/** `t`, its degrees of freedom, and the two-sided p. */
export type PairedT = { t: number; df: number; p: number };

/**
 * The corrected resampled t-test (Nadeau & Bengio 2003): t = d̄ / √((1/n + testShare)·s²), with n − 1 degrees of freedom,
 * where `testShare` = n_test/n_train makes up for training rows that the folds share. Without spread t is 0 or infinite.
 */
export function correctedT(differences: Float64Array, testShare: number): PairedT {
  const { mean, scale, df } = spreadOf(differences, testShare);
  const t = scale === 0 ? (mean === 0 ? 0 : Math.sign(mean) * Number.POSITIVE_INFINITY) : mean / scale;
  return { t, df, p: 2 * studentTail(Math.abs(t), df) };
}

/** Probabilities that the mean difference is above, within, and below ±`rope`; they sum to 1. */
export type Posterior = { above: number; within: number; below: number };

/**
 * The Bayesian correlated t-test (Corani & Benavoli 2015): under a flat prior the mean difference is Student's t around
 * d̄ with n − 1 degrees of freedom and the scale of {@link correctedT}, the correlation of two folds being
 * n_test/(n_test + n_train). `rope` ≥ 0: differences up to it count as none.
 */
export function correlatedT(differences: Float64Array, testShare: number, rope: number): Posterior {
  const { mean, scale, df } = spreadOf(differences, testShare);
  if (scale === 0)
    return {
      above: mean > rope ? 1 : 0,
      within: Math.abs(mean) <= rope ? 1 : 0,
      below: mean < -rope ? 1 : 0,
    };
  const above = studentTail((rope - mean) / scale, df);
  const below = studentTail((rope + mean) / scale, df);
  return { above, within: Math.max(0, 1 - above - below), below };
}

function spreadOf(differences: Float64Array, testShare: number): { mean: number; scale: number; df: number } {
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  // A sum of equal numbers may miss their multiple by a rounding, which is no spread.
  const equal = differences.every((d) => d === differences[0]);
  const variance = equal ? 0 : differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1);
  return { mean: equal ? differences[0] : mean, scale: Math.sqrt((1 / n + testShare) * variance), df: n - 1 };
}

/** The smaller sum of signed ranks, the two-sided p, and how it was found. */
export type SignedRank = { statistic: number; p: number; method: "exact" | "normal" };

const mostExact = 50;
const mostExactTied = 13;

/**
 * Wilcoxon's signed-rank test (1945) with scipy's conventions: zeros are dropped, equal sizes share their mean rank, p is
 * exact for up to 50 differences without zeros or ties and for up to 13 with them, else normal with the correction for
 * ties and none for continuity. No difference at all: p = 1. Differences that agree to 12 digits of `size`, the largest
 * score they come from, are equal.
 */
export function signedRank(differences: Float64Array, size: number): SignedRank {
  const rounded = differences.map((d) => (size === 0 ? d : Math.round((d / size) * 1e12)));
  const kept = rounded.filter((d) => d !== 0);
  const ranks = meanRanks(kept.map(Math.abs));
  const plus = ranks.reduce((sum, rank, i) => sum + (kept[i] > 0 ? rank : 0), 0);
  const whole = (kept.length * (kept.length + 1)) / 2;
  const statistic = Math.min(plus, whole - plus);
  const tied = new Set(ranks).size < ranks.length || kept.length < rounded.length;
  if (rounded.length <= (tied ? mostExactTied : mostExact)) {
    return { statistic, p: Math.min(1, 2 * shareUpTo(ranks, statistic)), method: "exact" };
  }
  const ties = [...counted(ranks).values()].reduce((sum, t) => sum + t ** 3 - t, 0);
  const n = kept.length;
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24);
  const p = spread === 0 ? 1 : 2 * normalTail(Math.abs(statistic - whole / 2) / spread);
  return { statistic, p, method: "normal" };
}

/** Share of all 2ⁿ signs whose sum of positive ranks is at most `statistic`: counted by doubled ranks, which are whole. */
function shareUpTo(ranks: Float64Array, statistic: number): number {
  const doubled = Array.from(ranks, (rank) => Math.round(2 * rank));
  let shares = new Float64Array(1).fill(1);
  for (const rank of doubled) {
    const next = new Float64Array(shares.length + rank);
    shares.forEach((share, sum) => {
      next[sum] += share / 2;
      next[sum + rank] += share / 2;
    });
    shares = next;
  }
  return shares.subarray(0, Math.round(2 * statistic) + 1).reduce((sum, share) => sum + share, 0);
}

function meanRanks(sizes: Float64Array): Float64Array {
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[a] - sizes[b]);
  const ranks = new Float64Array(sizes.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && sizes[order[end]] === sizes[order[start]]) end++;
    for (let i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function counted(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Holm's step-down correction (1979): p-values that hold for all tests together, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a] - ps[b]);
  const corrected = new Array<number>(ps.length).fill(1);
  let most = 0;
  order.forEach((i, at) => {
    most = Math.max(most, Math.min(1, (ps.length - at) * ps[i]));
    corrected[i] = most;
  });
  return corrected;
}
