/**
 * Opens a fitted model for looking: its members with their say, and one tree as a list of nodes. Views and reports are
 * made from this and never from a model's body, whose shape belongs to its algorithm.
 */
import type { AdaBoostBody } from "../boost/adaboost.ts";
import type { FittedPart } from "../learner/algorithm.ts";
import type { StumpBody, StumpLeaf } from "../tree/stump.ts";
import type { Model } from "../values.ts";

/** A node of a binary tree; `left` and `right` are positions in the same list. Rows with feature ≤ threshold go left. */
export type OpenedNode = {
  feature?: number;
  threshold?: number;
  left?: number;
  right?: number;
  /** Weighted share of each class, `[classes]`, summing to 1. */
  shares: readonly number[];
  label: number;
  /** Share of the whole weight that arrives here. */
  weight: number;
  rows: number;
};

export type OpenedModel = {
  /** For an ensemble: how many members, the say of each, and which one is opened. */
  members?: { count: number; says: Float64Array; shown: number };
  tree?: readonly OpenedNode[];
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
  return openPart(model, member);
}

function openPart(part: FittedPart, member: number): OpenedModel {
  if (part.algorithm === "adaboost") {
    const body = part.body as AdaBoostBody;
    const count = body.rounds.length;
    const shown = Math.min(Math.max(0, member), count - 1);
    const opened = body.rounds[shown] ? openPart(body.rounds[shown], 0) : {};
    return { ...(opened.tree ? { tree: opened.tree } : {}), members: { count, says: body.alphas, shown } };
  }
  if (part.algorithm === "stump") return { tree: openStump(part.body as StumpBody) };
  return {};
}

function openStump({ root, split, leaves }: StumpBody): OpenedNode[] {
  const whole = total(root);
  const open = (leaf: StumpLeaf): OpenedNode => ({
    shares: Array.from(leaf.weights, (weight) => weight / total(leaf)),
    label: leaf.label,
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
