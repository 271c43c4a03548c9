/**
 * Opens a fitted model for looking: its members with their say, and one tree as a list of nodes. Views and reports are
 * made from this and never from a model's body, whose shape belongs to its algorithm.
 */
import type { AdaBoostBody } from "../boost/adaboost.ts";
import type { GbdtBody } from "../boost/gbdt-body.ts";
import type { FittedPart } from "../learner/algorithm.ts";
import { stepBody } from "../prepare/steps.ts";
import type { StumpBody, StumpLeaf } from "../tree/stump.ts";
import type { TreeBody } from "../tree/tree-body.ts";
import type { Model } from "../values.ts";

/** A node of a binary tree; `left` and `right` are positions in the same list. Rows with feature ≤ threshold go left. */
export type OpenedNode = {
  feature?: number;
  /** `Infinity` for the question whether there is a value at all. */
  threshold?: number;
  /** Where a row without a value goes, if the model knows. */
  missing?: "left" | "right";
  left?: number;
  right?: number;
  /** Weighted share of each class, `[classes]`, summing to 1; nothing in a tree of numbers. */
  shares: readonly number[];
  /** Code of the heaviest class; −1 in a tree of numbers. */
  label: number;
  /** What a tree of numbers says here. */
  value?: number;
  impurity: number;
  /** Share of the whole weight that arrives here. */
  weight: number;
  rows: number;
};

export type OpenedModel = {
  /**
   * For an ensemble: how many members, the say of each (none where all have the same), and which one is opened; and members a
   * round, where that is not one.
   */
  members?: { count: number; says: Float64Array; shown: number; each?: number };
  tree?: readonly OpenedNode[];
  /** What the tree's features are called, where steps before it have made them from the model's own. */
  features?: readonly string[];
  /** How many steps stand around the learner that is opened. */
  steps?: number;
};

/**
 * Opens a model at `member` (0-based, clamped) if it is an ensemble.
 *
 * ```ts
 * import { fit, moons, openModel, stump } from "espalier";
 * openModel(await fit(stump(), moons({ rows: 50 }))).tree?.length; // 3
 * ```
 */
export function openModel(model: Model, member = 0): OpenedModel {
  return openPart(model, model.task === "regression", member);
}

function openPart(part: FittedPart, numbers: boolean, member: number): OpenedModel {
  const step = stepBody(part);
  if (step) {
    const opened = openPart(step.part, numbers, member);
    return { features: step.names, ...opened, steps: (opened.steps ?? 0) + 1 };
  }
  if (part.algorithm === "adaboost") {
    const body = part.body as AdaBoostBody;
    const count = body.rounds.length;
    const shown = Math.min(Math.max(0, member), count - 1);
    const opened = body.rounds[shown] ? openPart(body.rounds[shown], numbers, 0) : {};
    const { tree, features } = opened;
    return {
      ...(tree ? { tree } : {}),
      ...(features ? { features } : {}),
      members: { count, says: body.alphas, shown },
    };
  }
  if (part.algorithm === "gbdt") return openGradients(part.body as GbdtBody, member);
  if (part.algorithm === "stump") return { tree: openStump(part.body as StumpBody) };
  if (part.algorithm === "tree") return { tree: openTree(part.body as TreeBody, numbers) };
  return {};
}

/** The trees of a gradient booster are of numbers whatever it predicts, and all are added in the same part. */
function openGradients({ trees, width }: GbdtBody, member: number): OpenedModel {
  const shown = Math.min(Math.max(0, member), trees.length - 1);
  const each = width > 1 ? { each: width } : {};
  return {
    ...(trees[shown] ? { tree: openTree(trees[shown], true) } : {}),
    members: { count: trees.length, says: new Float64Array(0), shown, ...each },
  };
}

function openStump({ root, split, leaves }: StumpBody): OpenedNode[] {
  const whole = total(root);
  const open = (leaf: StumpLeaf): OpenedNode => ({
    shares: Array.from(leaf.weights, (weight) => weight / total(leaf)),
    label: leaf.label,
    impurity: leaf.impurity,
    weight: total(leaf) / whole,
    rows: leaf.rows,
  });
  if (!split) return [open(root)];
  const { feature, threshold } = split;
  return [{ ...open(root), feature, threshold, left: 1, right: 2 }, ...leaves.map(open)];
}

function total(leaf: StumpLeaf): number {
  return leaf.weights.reduce((sum, weight) => sum + weight, 0);
}

function openTree(body: TreeBody, numbers: boolean): OpenedNode[] {
  return Array.from(body.feature, (feature, node) => {
    const says = Array.from(body.says.subarray(node * body.width, (node + 1) * body.width));
    return {
      ...(numbers
        ? { shares: [], label: -1, value: says[0] }
        : { shares: says, label: says.indexOf(Math.max(...says)) }),
      impurity: body.impurity[node],
      weight: body.weight[node] / body.weight[0],
      rows: body.rows[node],
      ...(feature >= 0 && {
        feature,
        threshold: body.threshold[node],
        missing: body.missingLeft[node] === 1 ? ("left" as const) : ("right" as const),
        left: body.left[node],
        right: body.right[node],
      }),
    };
  });
}
