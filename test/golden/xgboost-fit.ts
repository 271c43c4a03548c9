/** Fits what a case of the golden numbers describes. For tests only. */

import {
  type BoostedEnsemble,
  boostedRounds,
  ensembleMargins,
} from "../../core/ml/boost/xgboost/boosted-rounds.ts";
import { objectives } from "../../core/ml/boost/xgboost/objectives.ts";
import { quietContext } from "../../core/ml/context.ts";
import { exactGrower } from "../../core/ml/tree/exact-grower.ts";
import { type goldenData, readGolden } from "./plain-csv.ts";

/** A case of `xgboost-exact.json`. */
export type GoldenCase = {
  data: keyof typeof goldenData;
  objective: { objective: string; num_class?: number; huber_slope?: number; tweedie_variance_power?: number };
  given: Record<string, number | boolean>;
  rows: number[];
  margins: number[];
  leaves: number[];
  contributions?: { rows: number[]; values: number[] };
};

/** Features, float32 and with the case's holes, and the target as numbers. */
export function goldenFeatures(data: GoldenCase["data"], holes: boolean) {
  const table = readGolden(data);
  const columns = table.columns.filter(({ role }) => role === "feature");
  const features = columns.map((column, at) =>
    Float32Array.from("values" in column ? column.values : column.codes, (value, row) =>
      holes && (row * 7 + at * 13) % 10 === 0 ? Number.NaN : value,
    ),
  );
  const target = table.columns.find(({ role }) => role === "target");
  const values = Float32Array.from((target && ("values" in target ? target.values : target.codes)) || []);
  return { features, values, rowCount: table.rowCount, names: columns.map(({ name }) => name) };
}

/** The ensemble of a case, and its margins on the training rows. */
export function goldenFit(want: GoldenCase): {
  ensemble: BoostedEnsemble;
  margins: Float32Array;
  features: readonly Float32Array[];
} {
  const { given } = want;
  const { features, values, rowCount, names } = goldenFeatures(want.data, given.holes === true);
  const named = want.objective.objective;
  const objective = objectives.find(({ name }) => name === named);
  if (!objective) throw new Error(`no objective ${named}`);
  const groups = want.objective.num_class ?? 1;
  // Poisson limits the steps of its leaves as well, unless told otherwise.
  const stepOf = (otherwise: number) => Number(given.max_delta_step ?? otherwise);
  const base =
    given.base_score === undefined ? undefined : objective.toMargin(Math.fround(Number(given.base_score)));
  const ensemble = boostedRounds({
    objective,
    options: {
      tweediePower: want.objective.tweedie_variance_power ?? 1.5,
      huberSlope: want.objective.huber_slope ?? 1,
      maxDeltaStep: stepOf(0.7),
    },
    rounds: Number(given.rounds ?? 20),
    rules: {
      maxDepth: Number(given.max_depth ?? 6),
      learningRate: Number(given.eta ?? 0.3),
      gamma: Number(given.gamma ?? 0),
      lambda: Number(given.lambda ?? 1),
      alpha: Number(given.alpha ?? 0),
      minChildWeight: Number(given.min_child_weight ?? 1),
      maxDeltaStep: stepOf(named === "count:poisson" ? 0.7 : 0),
    },
    labels: {
      values,
      groups,
      weights: given.weights
        ? Float32Array.from(values, (_, row) => 0.5 + ((row * 37) % 100) / 100)
        : undefined,
    },
    start: base === undefined ? undefined : new Float32Array(groups).fill(base),
    features,
    grower: exactGrower({ rowCount, names, features }, quietContext),
    ctx: quietContext,
  });
  return { ensemble, features, margins: ensembleMargins(ensemble, features, rowCount, quietContext) };
}
