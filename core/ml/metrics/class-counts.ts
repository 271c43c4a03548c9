/** Everything about a classification that follows from its confusion counts, with scikit-learn's conventions. */

/** `[truth, predicted]` row-major counts of the given rows. */
export function countPairs(
  truth: Int32Array,
  labels: Int32Array,
  rows: Uint32Array,
  classes: number,
): Float64Array {
  const counts = new Float64Array(classes * classes);
  for (const row of rows) counts[truth[row] * classes + labels[row]]++;
  return counts;
}

/** Precision, recall, F1 and support by class, `[classes]` each. A class never predicted has precision 0, never true recall 0. */
export type ClassSeries = Record<"precision" | "recall" | "f1" | "support", Float64Array>;

/** P = TP/(TP+FP), R = TP/(TP+FN), F1 = 2·TP/(2·TP+FP+FN); 0/0 is 0. */
export function classSeries(counts: Float64Array, classes: number): ClassSeries {
  const { truths, guesses } = margins(counts, classes);
  const hits = Float64Array.from(truths, (_, k) => counts[k * classes + k]);
  return {
    precision: hits.map((hit, k) => ratio(hit, guesses[k])),
    recall: hits.map((hit, k) => ratio(hit, truths[k])),
    f1: hits.map((hit, k) => ratio(2 * hit, truths[k] + guesses[k])),
    support: truths,
  };
}

/** Scores by name from the counts; see `classification` for the formulas. */
export function countScores(counts: Float64Array, classes: number): Record<string, number> {
  const { truths, guesses } = margins(counts, classes);
  const rows = total(truths);
  const correct = total(truths.map((_, k) => counts[k * classes + k]));
  const series = classSeries(counts, classes);
  // Macro means run over the classes that occur as truth or guess (scikit-learn's labels); balanced accuracy over the truths.
  const used = truths.map((truth, k) => (truth + guesses[k] > 0 ? 1 : 0));
  const mean = (values: Float64Array): number =>
    total(values.map((value, k) => value * used[k])) / total(used);
  const byChance = total(truths.map((truth, k) => truth * guesses[k]));
  const spreadTruth = rows * rows - total(truths.map((truth) => truth * truth));
  const spreadGuess = rows * rows - total(guesses.map((guess) => guess * guess));
  const spread = Math.sqrt(spreadTruth * spreadGuess);
  return {
    accuracy: correct / rows,
    balancedAccuracy: total(series.recall) / truths.filter((truth) => truth > 0).length,
    macroPrecision: mean(series.precision),
    macroRecall: mean(series.recall),
    macroF1: mean(series.f1),
    mcc: ratio(correct * rows - byChance, spread),
    cohenKappa: ratio(correct * rows - byChance, rows * rows - byChance),
  };
}

function margins(counts: Float64Array, classes: number): { truths: Float64Array; guesses: Float64Array } {
  const truths = new Float64Array(classes);
  const guesses = new Float64Array(classes);
  counts.forEach((count, cell) => {
    truths[Math.floor(cell / classes)] += count;
    guesses[cell % classes] += count;
  });
  return { truths, guesses };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
