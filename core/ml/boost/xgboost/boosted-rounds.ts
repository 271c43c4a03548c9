/** The rounds of second-order boosting: derivatives at the margins, one tree a group, margins moved on. */
import type { WorkContext } from "../../context.ts";
import { addTree, type BoostedTree, type TreeFeatures } from "../../tree/boosted-tree.ts";
import type { TreeGrower } from "../../tree/exact-grower.ts";
import type { TreeRules } from "../../tree/split-gain.ts";
import type { Labels, Objective, ObjectiveOptions } from "./objectives.ts";

/** A fitted ensemble: what a model keeps, and what a model file of XGBoost holds. */
export type BoostedEnsemble = {
  /** XGBoost's name of the objective. */
  objective: string;
  featureCount: number;
  /** Margins a row: classes of softmax, else 1. */
  groups: number;
  /** Margins before the first tree, `[groups]`. */
  start: Float32Array;
  /** Round by round, in each the trees of all groups: tree t belongs to group t mod groups. */
  trees: readonly BoostedTree[];
  options: ObjectiveOptions;
};

export type RoundsWork = {
  objective: Objective;
  options: ObjectiveOptions;
  rounds: number;
  rules: TreeRules;
  labels: Labels;
  /** Margins to start from; by the objective when left out. */
  start?: Float32Array | undefined;
  features: TreeFeatures;
  grower: TreeGrower;
  ctx: WorkContext;
  /** Called after each round with the margins of all rows, `[rows, groups]`. */
  ended?(round: number, margins: Float32Array): void;
};

/** Boosts for `rounds` rounds. */
export function boostedRounds(work: RoundsWork): BoostedEnsemble {
  const { objective, options, rounds, rules, labels, features, grower, ctx } = work;
  const { groups } = labels;
  const rows = labels.values.length;
  const start = work.start ?? objective.start(labels, options);
  const margins = startMargins(start, rows);
  const gradients = Array.from({ length: groups }, () => ({
    grad: new Float32Array(rows),
    hess: new Float32Array(rows),
  }));
  const trees: BoostedTree[] = [];
  for (let round = 0; round < rounds; round++) {
    ctx.progress(round, rounds);
    objective.derivatives(margins, labels, options, gradients);
    // All trees of a round see the margins before it.
    const grown = gradients.map((one) => grower.grow(one, rules));
    grown.forEach((tree, group) => {
      addTree(tree, features, margins, { from: 0, to: rows, width: groups, group });
      trees.push(tree);
    });
    work.ended?.(round, margins);
  }
  ctx.progress(rounds, rounds);
  return { objective: objective.name, featureCount: features.length, groups, start, trees, options };
}

/** Rows between two looks at the cancel flag. */
const stride = 16_384;

/** What the ensemble says of each row, before the link. `[rows, groups]` */
export function ensembleMargins(
  { start, trees, groups }: BoostedEnsemble,
  features: TreeFeatures,
  rows: number,
  ctx: WorkContext,
): Float32Array {
  const margins = startMargins(start, rows);
  for (let from = 0; from < rows; from += stride) {
    ctx.progress(from, rows);
    const to = Math.min(rows, from + stride);
    trees.forEach((tree, at) => {
      addTree(tree, features, margins, { from, to, width: groups, group: at % groups });
    });
  }
  ctx.progress(rows, rows);
  return margins;
}

/** The start in every row. `[rows, groups]` */
export function startMargins(start: Float32Array, rows: number): Float32Array {
  const margins = new Float32Array(rows * start.length);
  for (let at = 0; at < margins.length; at++) margins[at] = start[at % start.length];
  return margins;
}
