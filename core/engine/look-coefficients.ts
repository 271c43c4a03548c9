/** Coefficients and class means → the largest of them, as a view lists them. */
import {
  type ClassMeans,
  classMeansOf,
  coefficientsOf,
  type LinearScore,
  weighingOf,
} from "../ml/inspect/coefficients.ts";
import type { Model } from "../ml/values.ts";
import type { CoefficientsLook, ScoreLook } from "../service/look-detail.ts";
import { finite } from "./look-numbers.ts";

const mostFeatures = 200;
const mostScores = 50;

/** Throws `look.no-coefficients` for a model that has neither. */
export function coefficientsLook(model: Model): CoefficientsLook {
  return weighingOf(model) === "means" ? meansLook(model, classMeansOf(model)) : weightsLook(model);
}

function weightsLook(model: Model): CoefficientsLook {
  const { features, scores, perUnit } = coefficientsOf(model);
  const largest = largestOf(features, (j) => Math.max(...scores.map(({ weights }) => Math.abs(weights[j]))));
  const shown = (list: readonly LinearScore[]) =>
    list.slice(0, mostScores).map((score) => scoreLook(model, score, largest));
  return {
    form: "coefficients",
    features: largest.map((j) => features[j]),
    count: features.length,
    scores: shown(scores),
    scoreCount: scores.length,
    ...(perUnit ? { perUnit: shown(perUnit) } : {}),
  };
}

function scoreLook(
  model: Model,
  { of, against, weights, intercept }: LinearScore,
  features: number[],
): ScoreLook {
  return {
    of: of === undefined ? model.target : model.classes[of],
    ...(against === undefined ? {} : { against: model.classes[against] }),
    values: features.map((j) => finite(weights[j])),
    intercept: finite(intercept),
  };
}

/** Features whose class means lie far apart, in their own deviations, come first. */
function meansLook(model: Model, { features, means, deviations, priors }: ClassMeans): CoefficientsLook {
  const apart = (j: number) => {
    const own = means.map((of) => of[j]);
    const spread = deviations.reduce((sum, of) => sum + of[j], 0) / deviations.length;
    return (Math.max(...own) - Math.min(...own)) / spread;
  };
  const largest = largestOf(features, apart);
  return {
    form: "means",
    features: largest.map((j) => features[j]),
    count: features.length,
    scores: means.slice(0, mostScores).map((of, k) => ({
      of: model.classes[k],
      values: largest.map((j) => finite(of[j])),
      deviations: largest.map((j) => finite(deviations[k][j])),
      intercept: finite(priors[k]),
    })),
    scoreCount: means.length,
  };
}

/** Positions of the features with the largest sizes, largest first; what is no number comes last. */
function largestOf(features: readonly string[], size: (j: number) => number): number[] {
  const sizes = features.map((_, j) => size(j) || 0);
  return [...features.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b).slice(0, mostFeatures);
}
