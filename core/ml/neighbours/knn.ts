/** Nearest neighbours for classes and numbers: scikit-learn's `KNeighborsClassifier` and `KNeighborsRegressor`. */
import { fail } from "../../base/diagnostic.ts";
import type { Algorithm, FitWork, PredictWork, RawPredictions } from "../learner/algorithm.ts";
import { oneOf, wholeIn } from "../learner/options.ts";
import type { Learner } from "../values.ts";
import { type Metric, metrics, type Neighbours, nearestIn } from "./nearest.ts";

export const voteWeights = ["uniform", "distance"] as const;
export type VoteWeights = (typeof voteWeights)[number];

/** Parameters of {@link knn}. */
export type KnnOptions = {
  /** Neighbours that are asked, 1 or more. Default 5. */
  k?: number;
  /** `"distance"`: a neighbour counts 1/distance. Default `"uniform"`. */
  weights?: VoteWeights;
  /** Default `"euclidean"`. */
  metric?: Metric;
};

/** The training rows themselves. `features`: `[features][rows]`; `codes` or `values`: `[rows]`. */
export type KnnBody = {
  features: readonly Float64Array[];
  codes?: Int32Array;
  values?: Float64Array;
  k: number;
  weights: VoteWeights;
  metric: Metric;
};

/**
 * Asks the k training rows nearest to x, by √Σ(x_j−z_j)² or Σ|x_j−z_j|. Classes: p_c = Σ v_i·[y_i = c] / Σ v_i, and the
 * first of the largest is said. Numbers: Σ v_i·y_i / Σ v_i. v_i is 1 or 1/distance; where some distance is 0 only those
 * rows count (Cover & Hart 1967; Dudani 1976 for the weights). Of rows at the same distance the first in training
 * is nearer. Features are not standardised: the one with the largest scale decides. Put a standardising step before it.
 *
 * Every row is compared with every training row: n·m·d steps for m rows of d features.
 * Throws `learner.option`, `learner.number`; fitting throws `knn.too-few-rows`.
 *
 * ```ts
 * import { accuracy, fit, knn, moons, predict, split } from "espalier";
 * const { train, test } = split(moons({ rows: 200, noise: 0.1, seed: 3 }), { test: 0.3, seed: 1 });
 * accuracy(await predict(await fit(knn({ k: 3 }), train), test)) > 0.95; // true
 * ```
 */
export function knn(options: KnnOptions = {}): Learner {
  return {
    kind: "learner",
    algorithm: "knn",
    params: {
      k: wholeIn("k", options.k ?? 5, 1, 10_000),
      weights: oneOf("weights", options.weights ?? "uniform", voteWeights),
      metric: oneOf("metric", options.metric ?? "euclidean", metrics),
    },
    parts: {},
    abilities: {
      tasks: ["classification", "regression"],
      weights: false,
      missing: false,
      categories: false,
      probabilities: true,
      multiclass: true,
      float64: true,
    },
  };
}

/** Nearest neighbours as `fit` and `predict` know them. */
export const knnAlgorithm: Algorithm<KnnBody> = {
  name: "knn",
  fit: (work) => ({ body: keep(work) }),
  predict: predictKnn,
};

function keep({ learner: { params }, data, ctx }: FitWork<undefined>): KnnBody {
  const k = Number(params.k);
  if (k > data.rowCount) fail("knn.too-few-rows", { k, rows: data.rowCount });
  return {
    features: data.features.map((feature) => {
      ctx.progress(0, 1);
      return Float64Array.from(feature);
    }),
    ...(data.target.task === "classification"
      ? { codes: data.target.codes.slice() }
      : { values: data.target.values.slice() }),
    k,
    weights: oneOf("weights", params.weights, voteWeights),
    metric: oneOf("metric", params.metric, metrics),
  };
}

function predictKnn({ body, data, classes, ctx }: PredictWork<KnnBody>): RawPredictions {
  const { features, codes, values, k, metric } = body;
  const trained = codes?.length ?? values?.length ?? 0;
  const nearest = nearestIn(features, trained, k, metric);
  const point = new Float64Array(features.length);
  const width = codes ? classes.length : 1;
  const said = new Float64Array(data.rowCount * width);
  for (let row = 0; row < data.rowCount; row++) {
    ctx.progress(row, data.rowCount);
    for (let j = 0; j < point.length; j++) point[j] = data.features[j][row];
    const found = nearest(point);
    const votes = votesOf(found, body.weights);
    for (let i = 0; i < k; i++) {
      const other = found.rows[i];
      if (codes) said[row * width + codes[other]] += votes[i];
      else if (values) said[row] += votes[i] * values[other];
    }
  }
  ctx.progress(data.rowCount, data.rowCount);
  if (!codes) return { task: "regression", values: said };
  const labels = new Int32Array(data.rowCount);
  for (let row = 0; row < labels.length; row++) {
    const shares = said.subarray(row * width, (row + 1) * width);
    labels[row] = shares.indexOf(Math.max(...shares));
  }
  return { task: "classification", labels, probabilities: said };
}

/** The vote of each neighbour, adding up to 1. `[k]` */
function votesOf({ distances }: Neighbours, weights: VoteWeights): Float64Array {
  const onIt = distances[0] === 0;
  const votes = distances.map((distance) =>
    weights === "uniform" ? 1 : onIt ? Number(distance === 0) : 1 / distance,
  );
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  return votes.map((vote) => vote / total);
}
