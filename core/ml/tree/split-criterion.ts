/**
 * What a tree wants of its nodes, as one interface for classes and numbers: the impurity of a node, what the node says,
 * and how good it is to move the rows of a node to the left one after another. The formulas are those of
 * scikit-learn 1.9's `_criterion.pyx`, so that trees agree node by node.
 *
 * Compared are proxies of the improvement that leave out what is the same for all splits of a node; higher is better.
 */
import { fail } from "../../base/diagnostic.ts";
import type { LearningData } from "../learner/algorithm.ts";
import { absoluteCriterion } from "./absolute-criterion.ts";
import { impurity } from "./impurity.ts";

export const classCriteria = ["gini", "entropy"] as const;
export const valueCriteria = ["squared", "absolute", "poisson"] as const;
export type ClassCriterion = (typeof classCriteria)[number];
export type ValueCriterion = (typeof valueCriteria)[number];

/** A criterion at one node at a time. */
export type SplitCriterion = {
  /** Numbers that a node says: one a class, or one. */
  width: number;
  /** Looks at the rows `order[start … end − 1]` as a node. The rest speaks of this node. */
  enter(order: Uint32Array, start: number, end: number): void;
  weight(): number;
  impurity(): number;
  /** Writes the node's `width` numbers: weighted class shares, the mean or the median. */
  say(into: number[]): void;
  /** Proxies closer than this count as equal, or the order of summation would decide. */
  slack(): number;
  /** All rows of the node go to the right; they will move to the left in the order `order[start … end − 1]`. */
  begin(order: Uint32Array, start: number, end: number): void;
  advance(row: number): void;
  /** Of the split into what has moved and what has not; −∞ for a split that is not allowed. */
  proxy(): number;
};

/** Some 45 units in the last place of the sums that are compared. */
const slackShare = 1e-14;

/** The criterion for these targets and weights (`[rows]`). Throws `tree.poisson-target`. */
export function splitCriterion(
  data: LearningData,
  weights: Float64Array,
  ofClasses: ClassCriterion,
  ofValues: ValueCriterion,
  breathe: () => void,
): SplitCriterion {
  const { target } = data;
  if (target.task === "classification")
    return classCriterion(target.codes, target.classes.length, weights, ofClasses);
  if (ofValues === "absolute") return absoluteCriterion(target.values, weights, breathe);
  if (ofValues === "squared") return squaredCriterion(target.values, weights);
  const row = target.values.findIndex((value) => value < 0);
  if (row >= 0) fail("tree.poisson-target", { row: row + 1, value: target.values[row] });
  if (!target.values.some((value, at) => value > 0 && weights[at] > 0))
    fail("tree.poisson-target", { row: 1, value: 0 });
  return poissonCriterion(target.values, weights);
}

/** Gini 1 − Σ p_k², or entropy −Σ p_k·log₂ p_k. */
function classCriterion(
  codes: Int32Array,
  classes: number,
  weights: Float64Array,
  criterion: ClassCriterion,
): SplitCriterion {
  const totals = new Float64Array(classes);
  const left = new Float64Array(classes);
  let total = 0;

  return {
    width: classes,
    enter(order, start, end) {
      totals.fill(0);
      for (let i = start; i < end; i++) totals[codes[order[i]]] += weights[order[i]];
      total = 0;
      for (let k = 0; k < classes; k++) total += totals[k];
    },
    weight: () => total,
    impurity: () => impurity(totals, criterion),
    say(into) {
      for (let k = 0; k < classes; k++) into.push(totals[k] / total);
    },
    slack: () => slackShare * total,
    begin: () => void left.fill(0),
    advance(row) {
      left[codes[row]] += weights[row];
    },
    proxy: criterion === "gini" ? giniProxy : entropyProxy,
  };

  function giniProxy(): number {
    let leftWeight = 0;
    let leftSquares = 0;
    let rightWeight = 0;
    let rightSquares = 0;
    for (let k = 0; k < classes; k++) {
      const here = left[k];
      const there = totals[k] - here;
      leftWeight += here;
      leftSquares += here * here;
      rightWeight += there;
      rightSquares += there * there;
    }
    // Cancellation can leave a last right side without weight: then there is no right side.
    if (!(rightWeight > 0)) return Number.NEGATIVE_INFINITY;
    return leftSquares / leftWeight + rightSquares / rightWeight;
  }

  function entropyProxy(): number {
    let leftWeight = 0;
    let rightWeight = 0;
    for (let k = 0; k < classes; k++) {
      leftWeight += left[k];
      rightWeight += totals[k] - left[k];
    }
    if (!(rightWeight > 0)) return Number.NEGATIVE_INFINITY;
    let bits = 0;
    for (let k = 0; k < classes; k++) {
      const here = left[k];
      const there = totals[k] - here;
      if (here > 0) bits += here * Math.log2(here / leftWeight);
      if (there > 0) bits += there * Math.log2(there / rightWeight);
    }
    return bits;
  }
}

/** Variance around the mean. The targets are centred once: sums of squares then lose no digits to a large mean. */
function squaredCriterion(values: Float64Array, weights: Float64Array): SplitCriterion {
  const center = weightedMean(values, weights);
  const y = values.map((value) => value - center);
  let [total, sum, squares, leftWeight, leftSum] = [0, 0, 0, 0, 0];
  let pure = false;

  return {
    width: 1,
    enter(order, start, end) {
      total = sum = squares = 0;
      const first = y[order[start]];
      pure = true;
      for (let i = start; i < end; i++) {
        const row = order[i];
        pure &&= y[row] === first;
        const part = weights[row] * y[row];
        total += weights[row];
        sum += part;
        squares += part * y[row];
      }
    },
    weight: () => total,
    // What rounding leaves of equal targets must not be split on.
    impurity: () => (pure ? 0 : Math.max(0, squares / total - (sum / total) ** 2)),
    say: (into) => void into.push(center + sum / total),
    slack: () => slackShare * squares,
    begin: () => {
      leftWeight = leftSum = 0;
    },
    advance(row) {
      leftWeight += weights[row];
      leftSum += weights[row] * y[row];
    },
    proxy() {
      const rightWeight = total - leftWeight;
      if (!(rightWeight > 0)) return Number.NEGATIVE_INFINITY;
      const rightSum = sum - leftSum;
      return (leftSum * leftSum) / leftWeight + (rightSum * rightSum) / rightWeight;
    },
  };
}

/** Half the Poisson deviance, Σ w·y·ln(y/ȳ) / Σ w. A child whose targets are all 0 is not allowed: its ln is −∞. */
function poissonCriterion(y: Float64Array, weights: Float64Array): SplitCriterion {
  let [total, sum, logs, leftWeight, leftSum] = [0, 0, 0, 0, 0];

  return {
    width: 1,
    enter(order, start, end) {
      total = sum = logs = 0;
      for (let i = start; i < end; i++) {
        const row = order[i];
        total += weights[row];
        sum += weights[row] * y[row];
        if (y[row] > 0) logs += weights[row] * y[row] * Math.log(y[row]);
      }
    },
    weight: () => total,
    impurity: () =>
      sum <= Number.EPSILON
        ? Number.POSITIVE_INFINITY
        : Math.max(0, (logs - sum * Math.log(sum / total)) / total),
    say: (into) => void into.push(sum / total),
    slack: () => slackShare * (Math.abs(logs) + sum),
    begin: () => {
      leftWeight = leftSum = 0;
    },
    advance(row) {
      leftWeight += weights[row];
      leftSum += weights[row] * y[row];
    },
    proxy() {
      const rightWeight = total - leftWeight;
      const rightSum = sum - leftSum;
      if (leftSum <= Number.EPSILON || rightSum <= Number.EPSILON || !(rightWeight > 0))
        return Number.NEGATIVE_INFINITY;
      return leftSum * Math.log(leftSum / leftWeight) + rightSum * Math.log(rightSum / rightWeight);
    },
  };
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    sum += weights[row] * values[row];
    total += weights[row];
  }
  return sum / total;
}
