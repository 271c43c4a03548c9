/**
 * The decision stump: one question about one feature. It is scikit-learn's `DecisionTreeClassifier(max_depth=1)` on
 * float32 features, apart from ties, which go to the lowest feature and then the lowest threshold (scikit-learn
 * draws). The features are sorted once (`prepare`); a fit is then one linear scan a feature.
 */
import { fail } from "../../base/diagnostic.ts";
import type { WorkContext } from "../context.ts";
import type {
  Algorithm,
  FeatureData,
  FitWork,
  LearningData,
  PredictWork,
  RawPredictions,
} from "../learner/algorithm.ts";
import type { Learner } from "../values.ts";
import { type Criterion, criterionNamed, impurity } from "./impurity.ts";
import { float32Feature, type Presorted, presort } from "./presort.ts";
import { type BestSplit, fasterGini, noSplit, slowerSearch } from "./split-search.ts";

/** One side of the question, or the whole when no question helps. */
export type StumpLeaf = {
  /** Code of the heaviest class, the first of equals. */
  label: number;
  /** Weight of each class here, `[classes]`. */
  weights: Float64Array;
  impurity: number;
  /** Rows with a positive weight. */
  rows: number;
};

/** Rows with `feature ≤ threshold` go to `leaves[0]`, the others to `leaves[1]`; without a split all go to `leaves[0]`. */
export type StumpBody = {
  split?: { feature: number; threshold: number; improvement: number };
  root: StumpLeaf;
  leaves: readonly StumpLeaf[];
};

/**
 * A decision tree of depth 1. Chosen is the feature and threshold with the largest improvement
 * I − (W_L/W)·I_L − (W_R/W)·I_R of the weighted impurity I (Gini, or entropy in bits); a leaf says its heaviest class
 * (Breiman, Friedman, Olshen & Stone 1984, "Classification and regression trees"; Iba & Langley 1992 for the stump).
 * Throws `learner.criterion`.
 *
 * ```ts
 * import { fit, moons, stump } from "espalier";
 * const model = await fit(stump({ criterion: "entropy" }), moons({ rows: 50 }));
 * model.algorithm; // "stump"
 * ```
 */
export function stump(options: { criterion?: Criterion } = {}): Learner {
  const { criterion = "gini" } = options;
  return {
    kind: "learner",
    algorithm: "stump",
    params: { criterion: criterionNamed(criterion) },
    parts: {},
    abilities: {
      tasks: ["classification"],
      weights: true,
      missing: false,
      categories: false,
      probabilities: true,
      multiclass: true,
    },
  };
}

/** The stump as `fit` and `predict` know it. */
export const stumpAlgorithm: Algorithm<StumpBody, Prepared> = {
  name: "stump",
  prepare,
  fit: (work) => ({ body: fitStump(work) }),
  predict: predictStump,
};

/** `signed` is room for `halfSigned`, the same for all fits: a booster's rounds would else leave a pile of large arrays behind. */
type Prepared = Presorted & { signed: Float64Array };

function prepare(data: FeatureData, ctx: WorkContext): Prepared {
  return { ...presort(data, ctx), signed: new Float64Array(data.rowCount) };
}

// A purer node is not split, as in scikit-learn.
const pure = Number.EPSILON;

function fitStump({ learner, data, prepared, ctx }: FitWork<Prepared>): StumpBody {
  const { target } = data;
  if (target.task !== "classification")
    fail("fit.task", { column: "", task: target.task, can: ["classification"] });
  const criterion = criterionNamed(learner.params.criterion);
  const weights = data.weights ?? new Float64Array(data.rowCount).fill(1);
  const classes = target.classes.length;
  const [root] = leavesOf(target.codes, weights, classes, criterion);
  if (root.impurity <= pure) return { root, leaves: [root] };

  const ready = prepared ?? prepare(data, ctx);
  const best = bestSplit(data, target.codes, weights, root.weights, criterion, ready, ctx);
  if (best.feature < 0) return { root, leaves: [root] };
  const { feature, threshold } = best;
  const column = float32Feature(data.features[feature]);
  const leaves = leavesOf(target.codes, weights, classes, criterion, { column, threshold });
  return { split: { feature, threshold, improvement: improvement(root, leaves) }, root, leaves };
}

function bestSplit(
  data: LearningData,
  codes: Int32Array,
  weights: Float64Array,
  totals: Float64Array,
  criterion: Criterion,
  { orders, sorted, signed: room }: Prepared,
  ctx: WorkContext,
): BestSplit {
  const best = noSplit();
  const fast = criterion === "gini" && totals.length === 2;
  const signed = fast ? halfSigned(codes, weights, room) : weights;
  for (let feature = 0; feature < data.features.length; feature++) {
    ctx.progress(feature, data.features.length);
    if (fast) fasterGini(orders[feature], sorted[feature], signed, totals, feature, best);
    else slowerSearch(orders[feature], sorted[feature], codes, weights, totals, criterion, feature, best);
  }
  return best;
}

/** Half the weight of each row, negative for class 0: what `fasterGini` reads. `[rows]` */
function halfSigned(codes: Int32Array, weights: Float64Array, signed: Float64Array): Float64Array {
  for (let row = 0; row < signed.length; row++)
    signed[row] = codes[row] === 0 ? -weights[row] / 2 : weights[row] / 2;
  return signed;
}

/** The two sides of a question, or all rows as one. The sums of all sides lie in one array: this is a pass of every round. */
function leavesOf(
  codes: Int32Array,
  weights: Float64Array,
  classes: number,
  criterion: Criterion,
  question?: { column: Float32Array; threshold: number },
): StumpLeaf[] {
  const sides = question ? 2 : 1;
  const sums = new Float64Array(sides * classes);
  const rows = new Uint32Array(sides * classes);
  if (question) {
    const { column, threshold } = question;
    for (let row = 0; row < codes.length; row++) {
      const weight = weights[row];
      const at = codes[row] + (column[row] <= threshold ? 0 : classes);
      sums[at] += weight;
      if (weight !== 0) rows[at]++;
    }
  } else {
    for (let row = 0; row < codes.length; row++) {
      const weight = weights[row];
      sums[codes[row]] += weight;
      if (weight !== 0) rows[codes[row]]++;
    }
  }
  return Array.from({ length: sides }, (_, side) => {
    const own = sums.slice(side * classes, (side + 1) * classes);
    return {
      label: own.indexOf(Math.max(...own)),
      weights: own,
      impurity: impurity(own, criterion),
      rows: rows.subarray(side * classes, (side + 1) * classes).reduce((total, count) => total + count, 0),
    };
  });
}

function improvement(root: StumpLeaf, leaves: readonly StumpLeaf[]): number {
  const total = sum(root.weights);
  return leaves.reduce((rest, leaf) => rest - (sum(leaf.weights) / total) * leaf.impurity, root.impurity);
}

function predictStump({ body, data, classes, want }: PredictWork<StumpBody>): RawPredictions {
  const labels = new Int32Array(data.rowCount);
  const { split, leaves } = body;
  const column = float32Feature(data.features[split?.feature ?? 0]);
  const threshold = split?.threshold ?? Number.POSITIVE_INFINITY;
  const [low, high = low] = leaves;
  for (let row = 0; row < labels.length; row++)
    labels[row] = column[row] <= threshold ? low.label : high.label;
  if (want === "labels") return { task: "classification", labels };

  const shares = [low, high].map((leaf) => leaf.weights.map((weight) => weight / sum(leaf.weights)));
  const probabilities = new Float64Array(data.rowCount * classes.length);
  for (let row = 0; row < labels.length; row++)
    probabilities.set(shares[column[row] <= threshold ? 0 : 1], row * classes.length);
  return { task: "classification", labels, probabilities };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
