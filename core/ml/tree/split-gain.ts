/**
 * What a split of second-order boosting is worth, and what a leaf says (Chen & Guestrin 2016, equations 5 to 7): with the sums G and
 * H of gradients and hessians, w* = −T(G)/(H + λ) and the gain T(G)²/(H + λ), where T shrinks G towards 0 by α.
 * Sums are float64; what XGBoost rounds to float32 is rounded here, so that equal splits stay equal.
 */

/** What regularises a tree. All but `maxDepth` are rounded to float32 by {@link rounded}. */
export type TreeRules = {
  /** Questions from the root to a leaf, at least 1. */
  maxDepth: number;
  /** Factor on what a leaf says. */
  learningRate: number;
  /** γ: a split that gains less is pruned. */
  gamma: number;
  /** λ */
  lambda: number;
  /** α */
  alpha: number;
  /** Least Σh on either side. */
  minChildWeight: number;
  /** Largest |w| of a leaf before shrinkage; 0 is no limit. */
  maxDeltaStep: number;
};

const { fround, abs } = Math;

/** The rules as XGBoost keeps them, in float32. */
export function rounded(rules: TreeRules): TreeRules {
  return {
    maxDepth: rules.maxDepth,
    learningRate: fround(rules.learningRate),
    gamma: fround(rules.gamma),
    lambda: fround(rules.lambda),
    alpha: fround(rules.alpha),
    minChildWeight: fround(rules.minChildWeight),
    maxDeltaStep: fround(rules.maxDeltaStep),
  };
}

/** What a leaf with these sums says before shrinkage. */
export function leafWeight({ minChildWeight, lambda, alpha, maxDeltaStep }: TreeRules, G: number, H: number) {
  if (H < minChildWeight || H <= 0) return 0;
  const weight = -thresholded(G, alpha) / (H + lambda);
  const limited = maxDeltaStep !== 0 && abs(weight) > maxDeltaStep;
  return fround(limited ? Math.sign(weight) * maxDeltaStep : weight);
}

/** What a leaf with these sums takes off the loss, twice. */
export function leafGain(rules: TreeRules, G: number, H: number): number {
  if (H <= 0) return 0;
  const { lambda, alpha, maxDeltaStep } = rules;
  if (maxDeltaStep === 0) return fround(thresholded(G, alpha) ** 2 / (H + lambda));
  // A limited weight is not the best one: its gain is what the second-order loss says. α has no say in it, as in XGBoost.
  const weight = leafWeight(rules, G, H);
  const [g, h] = [fround(G), fround(H)];
  return fround(-(2 * g * weight + (h + lambda) * weight ** 2));
}

/** The gain of a question: that of both sides, less that of the node. */
export function splitGain(
  rules: TreeRules,
  leftG: number,
  leftH: number,
  rightG: number,
  rightH: number,
  nodeGain: number,
): number {
  return fround(fround(leafGain(rules, leftG, leftH) + leafGain(rules, rightG, rightH)) - nodeGain);
}

function thresholded(G: number, alpha: number): number {
  if (G > alpha) return G - alpha;
  return G < -alpha ? G + alpha : 0;
}
