/** The parameters of a gradient booster, typed, with ∞ for "no limit". */
import { oneOf } from "../learner/options.ts";
import type { GrowthLimits } from "../tree/grow.ts";
import type { Learner } from "../values.ts";
import { type ClassLoss, classLosses, type ValueLoss, valueLosses } from "./gbdt-losses.ts";

export type GbdtSettings = {
  loss: ValueLoss;
  classLoss: ClassLoss;
  limits: GrowthLimits;
} & Record<
  | "rounds"
  | "learningRate"
  | "alpha"
  | "subsample"
  | "maxFeatures"
  | "patience"
  | "validation"
  | "tolerance"
  | "seed",
  number
>;

/** Reads what `gbdt` has checked. */
export function gbdtSettings(params: Learner["params"]): GbdtSettings {
  const unlimited = (limit: number): number => (limit === 0 ? Number.POSITIVE_INFINITY : limit);
  return {
    rounds: Number(params.rounds),
    learningRate: Number(params.learningRate),
    loss: oneOf("loss", params.loss, valueLosses),
    classLoss: oneOf("classLoss", params.classLoss, classLosses),
    alpha: Number(params.alpha),
    subsample: Number(params.subsample),
    maxFeatures: Number(params.maxFeatures),
    patience: Number(params.patience),
    validation: Number(params.validation),
    tolerance: Number(params.tolerance),
    seed: Number(params.seed),
    limits: {
      maxDepth: unlimited(Number(params.maxDepth)),
      minSamplesSplit: Number(params.minSamplesSplit),
      minSamplesLeaf: Number(params.minSamplesLeaf),
      minImpurityDecrease: Number(params.minImpurityDecrease),
      maxLeafNodes: unlimited(Number(params.maxLeafNodes)),
    },
  };
}
