/**
 * Margins: how clearly a row is on the right side. Of a boosted ensemble by its votes, round by round; of any predictions
 * with probabilities by those. Reads what was fitted; fits nothing.
 */
import { fail } from "../../base/diagnostic.ts";
import type { AdaBoostBody } from "../boost/adaboost.ts";
import { quietContext } from "../context.ts";
import type { FeatureData, FittedPart } from "../learner/algorithm.ts";
import { tools } from "../learner/algorithms.ts";
import { modelFeatures } from "../learner/predict.ts";
import { stepBody, throughStep } from "../prepare/steps.ts";
import { takeRows } from "../table/table.ts";
import type { ClassPredictions, Model, Table } from "../values.ts";
import { evenlyOf } from "./plane.ts";
import type { Pace } from "./surface.ts";

/** What every learner of an ensemble says of rows whose class is known. */
export type MemberVotes = {
  classes: number;
  /** True class codes, `[rows]`. */
  truth: Int32Array;
  /** `[rounds, rows]` row-major. */
  labels: Uint16Array;
  alphas: Float64Array;
  /** Which rows of the table these are, `[rows]`. */
  rows: Uint32Array;
  /** Rows of the table with a known class: more than `truth` where they were too many. */
  of: number;
};

const mostRows = 20_000;
const mostVotes = 20_000_000;

/**
 * Asks every member of an AdaBoost ensemble for `table`'s rows; evenly spaced ones where there are more than 20,000, or
 * 20 million votes. Throws `look.no-margins` for a model without votes, and what `predict` throws.
 */
export async function memberVotes(model: Model, table: Table, { pause }: Pace): Promise<MemberVotes> {
  const ensemble = ensembleIn(model);
  if (!ensemble || model.task !== "classification") return fail("look.no-margins");
  const codes = truthOf(model, table);
  const known = Uint32Array.from(codes.keys()).filter((row) => codes[row] >= 0);
  if (known.length === 0) fail("predict.no-rows");
  const { rounds, alphas } = ensemble;
  const rows = evenlyOf(known, Math.min(mostRows, Math.max(1, Math.floor(mostVotes / rounds.length))));
  const data = behindSteps(model, modelFeatures(model, takeRows(table, rows), quietContext));
  const labels = new Uint16Array(rounds.length * rows.length);
  for (const [m, part] of rounds.entries()) {
    const raw = tools.predict(part, data, model.classes, "labels", quietContext);
    if (raw.task !== "classification") return fail("look.no-margins");
    labels.set(raw.labels, m * rows.length);
    await pause();
  }
  return {
    classes: model.classes.length,
    truth: Int32Array.from(rows, (row) => codes[row]),
    labels,
    alphas,
    rows,
    of: known.length,
  };
}

/**
 * The normalised margin of every row after each of `rounds` (1-based, ascending): what its own class got of the vote, less
 * what the strongest other one got, (Σ_m α_m·[h_m(x) = y] − max_{k ≠ y} Σ_m α_m·[h_m(x) = k]) / Σ_m α_m, in −1 … 1; for
 * two classes y·Σ α h / Σ α (Schapire, Freund, Bartlett & Lee 1998, eq. 1 and section 4).
 */
export function voteMargins(votes: MemberVotes, rounds: readonly number[]): Float64Array[] {
  const { truth, labels, alphas, classes } = votes;
  const rows = truth.length;
  const sums = new Float64Array(rows * classes);
  const found: Float64Array[] = [];
  let whole = 0;
  let m = 0;
  for (const round of rounds) {
    for (; m < Math.min(round, alphas.length); m++) {
      whole += alphas[m];
      for (let row = 0; row < rows; row++) sums[row * classes + labels[m * rows + row]] += alphas[m];
    }
    found.push(Float64Array.from(truth, (own, row) => lead(sums, row * classes, classes, own) / whole));
  }
  return found;
}

/**
 * The probability of the true class less that of the most probable other one, of the rows whose class is known, −1 … 1: below
 * 0 the row is predicted wrongly; and which rows these are. Throws `look.no-margins` where there are no probabilities or no truth.
 */
export function probabilityMargins(predictions: ClassPredictions): {
  margins: Float64Array;
  rows: Uint32Array;
} {
  const { classes, probabilities, truth } = predictions;
  if (!probabilities || !truth || classes.length < 2) return fail("look.no-margins");
  const rows = Uint32Array.from(truth.keys()).filter((row) => truth[row] >= 0);
  if (rows.length === 0) fail("look.no-margins");
  const margins = Float64Array.from(rows, (row) =>
    lead(probabilities, row * classes.length, classes.length, truth[row]),
  );
  return { margins, rows };
}

/** A class's share less the largest other one's. */
function lead(shares: Float64Array, start: number, classes: number, own: number): number {
  let other = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) if (k !== own && shares[start + k] > other) other = shares[start + k];
  return shares[start + own] - other;
}

/** Whether {@link memberVotes} has votes to count. */
export function hasVotes(model: Model): boolean {
  return model.task === "classification" && (ensembleIn(model)?.rounds.length ?? 0) > 0;
}

function ensembleIn(part: FittedPart): AdaBoostBody | undefined {
  const step = stepBody(part);
  if (step) return ensembleIn(step.part);
  return part.algorithm === "adaboost" ? (part.body as AdaBoostBody) : undefined;
}

function behindSteps(part: FittedPart, data: FeatureData): FeatureData {
  const step = stepBody(part);
  return step ? behindSteps(step.part, throughStep(part.algorithm, step, data, quietContext)) : data;
}

/** Codes into the model's classes, −1 where the class is unknown to it or missing. */
function truthOf({ target, classes }: Model, table: Table): Int32Array {
  const column = table.columns.find(({ name }) => name === target);
  if (!column || !("codes" in column)) return fail("look.no-margins");
  const codeOf = column.levels.map((level) => classes.indexOf(level));
  return column.codes.map((code) => (code < 0 ? -1 : codeOf[code]));
}
