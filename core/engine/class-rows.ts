/** Rows of class predictions by their probabilities, and what a selection of them says as a whole. Only rows with a known class count. */
import type { ClassPredictions } from "../ml/values.ts";
import type { ClassMarks, Where } from "../service/selection.ts";

/** Positions of the rows that are meant; `undefined` where there are no probabilities, no truth, or no such class. */
export function byProbability(
  { classes, probabilities, truth }: ClassPredictions,
  { of, atLeast = -Infinity, above = -Infinity, upTo = Infinity }: Extract<Where, { by: "probability" }>,
): Uint32Array | undefined {
  const code = of === undefined ? undefined : classes.indexOf(of);
  if (!probabilities || !truth || code === -1) return undefined;
  const k = classes.length;
  const rows = new Uint32Array(truth.length);
  let found = 0;
  for (let row = 0; row < truth.length; row++) {
    const score = probabilities[row * k + (code ?? mostProbable(probabilities, row * k, k))];
    if (truth[row] >= 0 && score >= atLeast && score > above && score <= upTo) rows[found++] = row;
  }
  return rows.slice(0, found);
}

/** The selected rows by class, and their mean probabilities. */
export function classMarks(
  { classes, probabilities, truth, labels }: ClassPredictions,
  isIn: (row: number) => boolean,
): ClassMarks {
  const k = classes.length;
  const selected = new Array<number>(k).fill(0);
  const all = new Array<number>(k).fill(0);
  const sums = new Array<number>(k).fill(0);
  let [count, right, confidence] = [0, 0, 0];
  for (let row = 0; row < labels.length; row++) {
    const own = truth?.[row] ?? -1;
    if (own < 0) continue;
    all[own]++;
    if (!isIn(row)) continue;
    count++;
    selected[own]++;
    if (!probabilities) continue;
    for (let code = 0; code < k; code++) sums[code] += probabilities[row * k + code];
    const best = mostProbable(probabilities, row * k, k);
    confidence += probabilities[row * k + best];
    if (best === own) right++;
  }
  const marks: ClassMarks = { kind: "classes", count, classes: [...classes], selected, all };
  if (!probabilities || count === 0) return marks;
  return { ...marks, mean: sums.map((sum) => sum / count), confidence: confidence / count, right };
}

/** The first of equal ones, as calibration has it. */
function mostProbable(probabilities: Float64Array, start: number, count: number): number {
  let best = 0;
  for (let code = 1; code < count; code++)
    if (probabilities[start + code] > probabilities[start + best]) best = code;
  return best;
}
