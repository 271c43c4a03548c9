/** From the learner's parameters to a fitted ensemble: the objective, checked labels, a grower of trees, and the curve of the loss. */
import { fail } from "../../../base/diagnostic.ts";
import type { Fitted, FitWork, TargetData } from "../../learner/algorithm.ts";
import { oneOf } from "../../learner/options.ts";
import { exactGrower } from "../../tree/exact-grower.ts";
import { float32Features } from "../../tree/presort.ts";
import type { Learner } from "../../values.ts";
import { recordTrace } from "../boosting-trace.ts";
import { type BoostedEnsemble, boostedRounds, type RoundsWork } from "./boosted-rounds.ts";
import { type HistOptions, histRounds } from "./hist-rounds.ts";
import { type Labels, type Objective, type ObjectiveOptions, objectiveNamed } from "./objectives.ts";

/** How splits are found: among all values, or among at most 256 bins of them. */
export const methods = ["exact", "hist"] as const;
export type Method = (typeof methods)[number];

/** Which leaf of a tree is split next: level by level, or the one that gains most. */
export const growths = ["depth-wise", "leaf-wise"] as const;

/** What can be learned of numbers. */
export const valueObjectives = ["squared", "huber", "poisson", "gamma", "tweedie"] as const;
export type ValueObjective = (typeof valueObjectives)[number];

const namesOfXgboost: Readonly<Record<ValueObjective, string>> = {
  squared: "reg:squarederror",
  huber: "reg:pseudohubererror",
  poisson: "count:poisson",
  gamma: "reg:gamma",
  tweedie: "reg:tweedie",
};

/** Poisson's limit on steps when none is stated, as in XGBoost. */
const poissonStep = 0.7;

/** Fits the ensemble. */
export function fitXgboost({ learner, data, ctx }: FitWork<undefined>): Fitted<BoostedEnsemble> {
  const { params } = learner;
  const rounds = Number(params.rounds);
  const { name, objective } = objectiveFor(data.target, params);
  const stated = Number(params.maxDeltaStep);
  const maxDeltaStep = stated === 0 && name === "count:poisson" ? poissonStep : stated;
  const options: ObjectiveOptions = {
    tweediePower: Number(params.tweediePower),
    huberSlope: Number(params.huberSlope),
    maxDeltaStep,
  };
  const labels = labelsOf(data.target, data.weights, objective);
  const trace = recordTrace(0, rounds, ["trainingLoss"]);
  const work: Omit<RoundsWork, "features" | "grower"> = {
    objective,
    options,
    rounds,
    rules: {
      maxDepth: Number(params.maxDepth),
      learningRate: Number(params.learningRate),
      gamma: Number(params.gamma),
      lambda: Number(params.lambda),
      alpha: Number(params.alpha),
      minChildWeight: Number(params.minChildWeight),
      maxDeltaStep,
    },
    labels,
    start: startOf(params, objective, labels.groups),
    ctx,
    ended(round, margins) {
      if (!margins.every(Number.isFinite)) fail("xgboost.not-finite", { round: round + 1 });
      trace.add({ trainingLoss: meanLoss(objective, options, labels, margins) });
      ctx.preview(trace.live);
    },
  };
  const body =
    oneOf("method", params.method, methods) === "exact"
      ? boostedRounds({ ...work, features: float32Features(data), grower: exactGrower(data, ctx) })
      : histRounds({ ...work, data, hist: histOptions(params) });
  return { body, trace: trace.trace() };
}

function histOptions(params: Learner["params"]): HistOptions {
  return {
    bins: Number(params.bins),
    growth: oneOf("growth", params.growth, growths),
    maxLeaves: Number(params.maxLeaves),
    subsample: Number(params.subsample),
    columnsByTree: Number(params.columnsByTree),
    seed: Number(params.seed),
    // The engine runs several fits at a time, each on a thread of its own.
    threads: 1,
  };
}

function objectiveFor(target: TargetData, params: Learner["params"]): { name: string; objective: Objective } {
  const name =
    target.task === "regression"
      ? namesOfXgboost[oneOf("objective", params.objective, valueObjectives)]
      : target.classes.length > 2
        ? "multi:softprob"
        : "binary:logistic";
  return { name, objective: objectiveNamed(name) ?? fail("xgboost-model.objective", { objective: name }) };
}

/** Labels and weights as float32, as XGBoost keeps them, and refused where the objective cannot learn them. */
function labelsOf(target: TargetData, weights: Float64Array | undefined, objective: Objective): Labels {
  const values = Float32Array.from(target.task === "classification" ? target.codes : target.values);
  const bad = values.findIndex((value) => !Number.isFinite(value) || (objective.refuses?.(value) ?? false));
  if (bad >= 0 && target.task === "regression")
    fail("xgboost.target", { row: bad + 1, value: String(target.values[bad]), objective: objective.name });
  // The logarithm of a mean of 0 is no margin to start from.
  if (objective.refuses && !values.some((value) => value > 0))
    fail("xgboost.zero-target", { objective: objective.name });
  const groups = target.task === "classification" && target.classes.length > 2 ? target.classes.length : 1;
  if (!weights) return { values, groups };
  const rounded = Float32Array.from(weights);
  const sum = rounded.reduce((total, weight) => total + weight, 0);
  if (!(sum > 1e-30 && sum < 1e30)) fail("xgboost.weights");
  return { values, groups, weights: rounded };
}

function startOf(params: Learner["params"], objective: Objective, groups: number): Float32Array | undefined {
  if (params.base !== "stated") return undefined;
  const score = Number(params.baseScore);
  if (objective.allowsBase && !objective.allowsBase(score))
    fail("xgboost.base-score", { score, objective: objective.name });
  return new Float32Array(groups).fill(objective.toMargin(Math.fround(score)));
}

/** Mean loss of the training rows, by their weights. */
function meanLoss(
  { loss }: Objective,
  options: ObjectiveOptions,
  { values, weights, groups }: Labels,
  margins: Float32Array,
): number {
  let [sum, total] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const weight = weights?.[row] ?? 1;
    const one = loss ? loss(margins[row], values[row], options) : logLoss(margins, row, groups, values[row]);
    sum += weight * one;
    total += weight;
  }
  return sum / total;
}

/** −ln of the softmax share of the row's class. */
function logLoss(margins: Float32Array, row: number, groups: number, code: number): number {
  const own = margins.subarray(row * groups, (row + 1) * groups);
  const most = own.reduce((left, right) => Math.max(left, right), Number.NEGATIVE_INFINITY);
  const sum = own.reduce((total, margin) => total + Math.exp(margin - most), 0);
  return Math.log(sum) + most - own[code];
}
