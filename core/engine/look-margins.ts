/** Margins → curves and bars that a view draws. */
import { roundsOf } from "../ml/inspect/after-rounds.ts";
import { type MemberVotes, memberVotes, probabilityMargins, voteMargins } from "../ml/inspect/margins.ts";
import { evenlyOf } from "../ml/inspect/plane.ts";
import type { ClassPredictions, Model, Table } from "../ml/values.ts";
import type { MarginCurve, MarginsLook } from "../service/look-detail.ts";
import { takingTurns } from "./taking-turns.ts";

const mostPoints = 300;
const bins = 40;

/** The bar that a margin stands in. */
export function marginBar(margin: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(((margin + 1) / 2) * bins)));
}

/** Counts by bar. */
export function marginBars(margins: Iterable<number>): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const margin of margins) counts[marginBar(margin)]++;
  return counts;
}
/** Rounds that are always drawn beside the one that is looked at, as in the paper's figure. */
const compared = [1, 5, 30, 100, 1000];

/** Asking every member is most of the work, and the same for all rounds. */
const asked = new WeakMap<Model, { table: Table; votes: Promise<MemberVotes> }>();

/** The votes of a model on the rows of a table, asked for once. */
async function votesOf(model: Model, table: Table): Promise<MemberVotes> {
  const known = asked.get(model);
  const votes = known?.table === table ? known.votes : memberVotes(model, table, takingTurns());
  asked.set(model, { table, votes });
  return votes.catch((thrown: unknown) => {
    asked.delete(model);
    throw thrown;
  });
}

/** The margins of rows of `table` after `round` rounds (after all where left out), and which rows these are. */
export async function voteMarginsOf(
  model: Model,
  table: Table,
  round = Number.POSITIVE_INFINITY,
): Promise<{ margins: Float64Array; rows: Uint32Array }> {
  const votes = await votesOf(model, table);
  const [margins] = voteMargins(votes, [round]);
  return { margins, rows: votes.rows };
}

/** Margins of the training rows after `round` rounds (after all where left out), and after some others. */
export async function voteMarginsLook(model: Model, table: Table, round?: number): Promise<MarginsLook> {
  const found = await votesOf(model, table);
  const count = roundsOf(model) ?? 1;
  const chosen = Math.min(round ?? count, count);
  const rounds = [...new Set([...compared.filter((one) => one <= count), chosen])].sort((a, b) => a - b);
  const margins = voteMargins(found, rounds);
  return {
    rows: found.truth.length,
    of: found.of,
    round: chosen,
    ...summary(margins[rounds.indexOf(chosen)]),
    curves: rounds.map((one, i) => ({ round: one, ...curveOf(margins[i]) })),
  };
}

/** Margins of predictions by their probabilities. */
export function probabilityMarginsLook(predictions: ClassPredictions): MarginsLook {
  const { margins } = probabilityMargins(predictions);
  return { rows: margins.length, of: margins.length, ...summary(margins), curves: [curveOf(margins)] };
}

/** Where steps lie that a screen can tell apart: `share` of the rows have a margin of at most `x`. */
function curveOf(margins: Float64Array): Pick<MarginCurve, "x" | "share"> {
  const sorted = margins.slice().sort();
  const ranks = evenlyOf(Uint32Array.from(sorted.keys()), mostPoints);
  const steps = new Map(
    Array.from(ranks, (rank) => [sorted[rank], upTo(sorted, sorted[rank]) / sorted.length]),
  );
  return { x: [...steps.keys()], share: [...steps.values()] };
}

/** How many of the sorted values are at most `value`. */
function upTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function summary(margins: Float64Array): Pick<MarginsLook, "smallest" | "median" | "wrong" | "counts"> {
  const sorted = margins.slice().sort();
  const counts = marginBars(margins);
  const middle = (sorted.length - 1) / 2;
  return {
    smallest: sorted[0],
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    wrong: upTo(sorted, 0) / sorted.length,
    counts,
  };
}
