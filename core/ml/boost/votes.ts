/**
 * The weighted vote of a boosted ensemble, round by round, with scikit-learn's arithmetic and tie rule: for two
 * classes one signed sum that must be above 0 for the second class, for more the first of the largest sums.
 */

/** Running votes for `rows` rows. `labels` holds the ensemble's current labels, `[rows]`. */
export type Votes = { classes: number; sums: Float64Array; norm: number; labels: Int32Array };

/** No votes yet. Before the first round every row has label −1. */
export function noVotes(rows: number, classes: number): Votes {
  const sums = new Float64Array(classes === 2 ? rows : rows * classes);
  return { classes, sums, norm: 0, labels: new Int32Array(rows).fill(-1) };
}

/**
 * Adds a learner's labels with weight α and calls back, where somebody listens, for each row whose label changes. A
 * learner's vote is α for its class and −α/(K−1) for every other one (Zhu et al. 2009, eq. 9), so for two classes ±α.
 */
export function addVotes(
  votes: Votes,
  labels: Int32Array,
  alpha: number,
  changed?: (row: number, label: number) => void,
): void {
  votes.norm += alpha;
  if (votes.classes === 2) addVotesOfTwo(votes, labels, alpha, changed);
  else addVotesOfMany(votes, labels, alpha, changed);
}

function addVotesOfTwo(
  { sums, labels: current }: Votes,
  labels: Int32Array,
  alpha: number,
  changed?: (row: number, label: number) => void,
): void {
  for (let row = 0; row < labels.length; row++) {
    const sum = sums[row] + (labels[row] === 1 ? alpha : -alpha);
    sums[row] = sum;
    const label = sum > 0 ? 1 : 0;
    if (label === current[row]) continue;
    current[row] = label;
    changed?.(row, label);
  }
}

function addVotesOfMany(
  votes: Votes,
  labels: Int32Array,
  alpha: number,
  changed?: (row: number, label: number) => void,
): void {
  for (let row = 0; row < labels.length; row++) {
    const label = voteOfMany(votes, row, labels[row], alpha);
    if (label === votes.labels[row]) continue;
    votes.labels[row] = label;
    changed?.(row, label);
  }
}

function voteOfMany({ classes, sums }: Votes, row: number, label: number, alpha: number): number {
  const start = row * classes;
  const against = (-1 / (classes - 1)) * alpha;
  let best = 0;
  for (let k = 0; k < classes; k++) {
    sums[start + k] += k === label ? alpha : against;
    if (sums[start + k] > sums[start + best]) best = k;
  }
  return best;
}

/**
 * Class probabilities softmax(f/(K−1)) of the decision f = votes/Σα (Zhu et al. 2009, eq. 15), `[rows, classes]`.
 * For two classes f = (−d, d) with the signed mean vote d, so p = (σ(−2d), σ(2d)), as in scikit-learn.
 */
export function voteProbabilities({ classes, sums, norm, labels }: Votes): Float64Array {
  const rows = labels.length;
  const probabilities = new Float64Array(rows * classes);
  const logits = new Float64Array(classes);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < classes; k++) {
      const sum = classes === 2 ? (k === 1 ? sums[row] : -sums[row]) : sums[row * classes + k];
      logits[k] = sum / norm / (classes - 1);
    }
    const top = Math.max(...logits);
    let total = 0;
    for (let k = 0; k < classes; k++) {
      logits[k] = Math.exp(logits[k] - top);
      total += logits[k];
    }
    for (let k = 0; k < classes; k++) probabilities[row * classes + k] = logits[k] / total;
  }
  return probabilities;
}
