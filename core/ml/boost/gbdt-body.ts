/** A fitted gradient booster as plain data, and how its trees are summed. */
import type { FeatureData } from "../learner/algorithm.ts";
import { float32Features } from "../tree/presort.ts";
import { leafOf, type TreeBody } from "../tree/tree-body.ts";
import type { ClassLoss, ValueLoss } from "./gbdt-losses.ts";

export type GbdtBody = {
  loss: ValueLoss | ClassLoss;
  /** The quantile, or Huber's share. */
  alpha: number;
  /** F₀ `[width]` */
  start: Float64Array;
  /** ν, which every tree is multiplied with. */
  rate: number;
  /** Trees a round: 1, or one a class. */
  width: number;
  /** Round by round, within a round class by class. A node says what is added to F before shrinkage. */
  trees: readonly TreeBody[];
  /** Positions, in the table of the fit, of the validation rows: no tree has seen them, the number of rounds has. */
  heldOut?: Uint32Array;
};

/** Rows between two looks at the cancel flag. */
const stride = 65_536;

/** F₀ for every row, and the features as trees see them. */
export function startOf(
  { start }: GbdtBody,
  data: FeatureData,
): { F: Float64Array[]; features: readonly Float32Array[] } {
  const F = Array.from(start, (value) => new Float64Array(data.rowCount).fill(value));
  return { F, features: float32Features(data) };
}

/** F ← F + ν·h, in place. */
export function addTree(
  F: Float64Array,
  tree: TreeBody,
  rate: number,
  features: readonly Float32Array[],
  breathe: () => void,
): void {
  const { says } = tree;
  for (let row = 0; row < F.length; row++) {
    if (row % stride === 0) breathe();
    F[row] += rate * says[leafOf(tree, features, row)];
  }
}
