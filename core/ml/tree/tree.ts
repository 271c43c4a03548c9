/**
 * The decision tree CART, for classes and for numbers: scikit-learn's `DecisionTreeClassifier` and
 * `DecisionTreeRegressor` on float32 features, apart from ties, which go to the first feature and the first threshold
 * (scikit-learn draws). This file is the learner; growing is in `grow.ts`, pruning in `prune.ts`.
 */
import type { Algorithm, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { balancedWeights, type ClassWeights, classWeightings } from "../learner/class-weights.ts";
import { numberIn, oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { growTree } from "./grow.ts";
import { float32Features, type Presorted, presort } from "./presort.ts";
import { pruned } from "./prune.ts";
import {
  type ClassCriterion,
  classCriteria,
  splitCriterion,
  type ValueCriterion,
  valueCriteria,
} from "./split-criterion.ts";
import { leafOf, type TreeBody } from "./tree-body.ts";

/** Parameters of {@link tree}. */
export type TreeOptions = {
  /** Impurity of a node of classes. Default `"gini"`. */
  criterion?: ClassCriterion;
  /** Impurity of a node of numbers. Default `"squared"`. */
  valueCriterion?: ValueCriterion;
  /** Questions from the root to a leaf, at most; 0 is no limit. Default 0. */
  maxDepth?: number;
  /** A node of fewer rows is a leaf. Default 2. */
  minSamplesSplit?: number;
  /** No child has fewer rows. Default 1. */
  minSamplesLeaf?: number;
  /** A split must improve the weighted impurity of the whole tree by as much. Default 0. */
  minImpurityDecrease?: number;
  /** Leaves at most, the most improving split first; 0 is no limit. Default 0. */
  maxLeafNodes?: number;
  /** What a leaf must be worth to survive pruning, α. Default 0: no pruning. */
  ccpAlpha?: number;
  /** `"balanced"`: every class weighs the same. Default `"none"`. */
  classWeights?: ClassWeights;
};

const most = 1_000_000_000;

/**
 * A classification or regression tree. A node of weight W and impurity I is split by the feature and threshold with
 * the largest I − (W_L/W)·I_L − (W_R/W)·I_R. With p_k the weighted share of class k: Gini 1 − Σ p_k², entropy
 * −Σ p_k·log₂ p_k. With ȳ the weighted mean, m the weighted median: squared Σw(y−ȳ)²/W, absolute Σw|y−m|/W,
 * Poisson Σw·y·ln(y/ȳ)/W for counts y ≥ 0. A leaf says its class shares, its mean, or (absolute) its median.
 *
 * A missing cell goes to the side that is better at that split, learned from the rows that lack the value; where none
 * did, to the side with more rows. A threshold of +∞ parts missing from known. `ccpAlpha` prunes to the smallest subtree
 * with the least R(T) + α·|leaves| (Breiman, Friedman, Olshen & Stone 1984, "Classification and regression trees",
 * chapters 3, 4, 8; missing cells as in Twala, Jones & Hand 2008, "missing incorporated in attributes").
 * Features are rounded to float32. Throws `learner.option`, `learner.number`; fitting throws `tree.poisson-target`.
 *
 * ```ts
 * import { accuracy, fit, predict, split, tree, xor } from "espalier";
 * const { train, test } = split(xor({ rows: 300, noise: 0, seed: 2 }), { test: 0.3, seed: 1 });
 * accuracy(await predict(await fit(tree({ maxDepth: 4 }), train), test)) > 0.85; // true
 * ```
 */
export function tree(options: TreeOptions = {}): Learner {
  return {
    kind: "learner",
    algorithm: "tree",
    params: {
      criterion: oneOf("criterion", options.criterion ?? "gini", classCriteria),
      valueCriterion: oneOf("valueCriterion", options.valueCriterion ?? "squared", valueCriteria),
      maxDepth: wholeIn("maxDepth", options.maxDepth ?? 0, 0, most),
      minSamplesSplit: wholeIn("minSamplesSplit", options.minSamplesSplit ?? 2, 2, most),
      minSamplesLeaf: wholeIn("minSamplesLeaf", options.minSamplesLeaf ?? 1, 1, most),
      minImpurityDecrease: numberIn("minImpurityDecrease", options.minImpurityDecrease ?? 0, 0, 1e100),
      maxLeafNodes: wholeIn("maxLeafNodes", options.maxLeafNodes ?? 0, 0, most),
      ccpAlpha: numberIn("ccpAlpha", options.ccpAlpha ?? 0, 0, 1e100),
      classWeights: oneOf("classWeights", options.classWeights ?? "none", classWeightings),
    },
    parts: {},
    abilities: {
      tasks: ["classification", "regression"],
      weights: true,
      missing: true,
      categories: false,
      probabilities: true,
      multiclass: true,
    },
  };
}

/** The tree as `fit` and `predict` know it. */
export const treeAlgorithm: Algorithm<TreeBody, Presorted> = {
  name: "tree",
  prepare: presort,
  fit: (work) => ({ body: fitTree(work) }),
  predict: predictTree,
};

function fitTree({ learner: { params }, data, prepared, ctx }: FitWork<Presorted>): TreeBody {
  const weights = balancedWeights(data, oneOf("classWeights", params.classWeights, classWeightings), false);
  const criterion = splitCriterion(
    data,
    weights,
    oneOf("criterion", params.criterion, classCriteria),
    oneOf("valueCriterion", params.valueCriterion, valueCriteria),
    () => ctx.progress(0, 1),
  );
  const unlimited = (limit: number): number => (limit === 0 ? Number.POSITIVE_INFINITY : limit);
  const limits = {
    maxDepth: unlimited(Number(params.maxDepth)),
    minSamplesSplit: Number(params.minSamplesSplit),
    minSamplesLeaf: Number(params.minSamplesLeaf),
    minImpurityDecrease: Number(params.minImpurityDecrease),
    maxLeafNodes: unlimited(Number(params.maxLeafNodes)),
  };
  const presorted = prepared ?? presort(data, ctx);
  const grown = growTree(float32Features(data), weights, presorted, criterion, limits, ctx);
  return pruned(grown, Number(params.ccpAlpha));
}

/** Rows between two looks at the cancel flag. */
const stride = 16_384;

function predictTree({ body, data, classes, want, ctx }: PredictWork<TreeBody>): RawPredictions {
  const { rowCount } = data;
  const { width, says } = body;
  const features = float32Features(data);
  const leaves = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % stride === 0) ctx.progress(row, rowCount);
    leaves[row] = leafOf(body, features, row);
  }
  ctx.progress(rowCount, rowCount);
  if (classes.length === 0)
    return { task: "regression", values: Float64Array.from(leaves, (leaf) => says[leaf]) };

  const labelOf = heaviest(body);
  const labels = Int32Array.from(leaves, (leaf) => labelOf[leaf]);
  if (want === "labels") return { task: "classification", labels };
  const probabilities = new Float64Array(rowCount * width);
  for (let row = 0; row < rowCount; row++)
    for (let k = 0; k < width; k++) probabilities[row * width + k] = says[leaves[row] * width + k];
  return { task: "classification", labels, probabilities };
}

/** The class with the largest share in each node, the first of equals. `[nodes]` */
function heaviest({ says, width, feature }: TreeBody): Int32Array {
  return Int32Array.from(feature, (_, node) => {
    let best = 0;
    for (let k = 1; k < width; k++) if (says[node * width + k] > says[node * width + best]) best = k;
    return best;
  });
}
