/** Histogram rounds against the exact ones, the oracle, and against themselves. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../../test/golden/golden.ts";
import { type GoldenCase, goldenFeatures, goldenFit } from "../../../../test/golden/xgboost-fit.ts";
import { quietContext } from "../../context.ts";
import { type BoostedEnsemble, ensembleMargins } from "./boosted-rounds.ts";
import { type HistOptions, histRounds } from "./hist-rounds.ts";
import { type Objective, objectives } from "./objectives.ts";

const standard: HistOptions = {
  bins: 256,
  growth: "depth-wise",
  maxLeaves: 0,
  subsample: 1,
  columnsByTree: 1,
  seed: 0,
  threads: 1,
};
const { cases } = golden<{ cases: GoldenCase[] }>("xgboost-exact.json");
/** Of each data set and objective, the case with parameters as they come. */
const first = cases.filter(({ given }) => Object.keys(given).length === 0);

describe.each(first)("$data, $objective.objective", (want) => {
  it("gains on the training rows what exact trees gain, to a twentieth", () => {
    const { objective, labels, rules, data } = taskOf(want);
    const exact = goldenFit(want);
    const hist = fitted(want);
    const loss = (margins: Float32Array): number =>
      meanLoss(objective, margins, labels.values, labels.groups);
    const [ours, oracle] = [loss(margins(hist, data)), loss(exact.margins)];
    const nothing = loss(startOf(hist, data.rowCount));
    expect(rules.learningRate).toBe(0.3);
    // From a start too far off (Huber's one step) neither finds a split: every hessian is below the smallest child.
    if (oracle === nothing) expect(ours).toBe(oracle);
    else expect(nothing - ours).toBeGreaterThan(0.95 * (nothing - oracle));
  });
});

const cancer = first.find(({ data }) => data === "breast-cancer") ?? first[0];

describe("histogram rounds", () => {
  it("end with the margins that the ensemble says", () => {
    let ended = new Float32Array();
    const ensemble = fitted(cancer, {}, (margins) => {
      ended = margins.slice();
    });
    const said = margins(ensemble, taskOf(cancer).data);
    for (const [at, margin] of ended.entries()) expect(margin).toBeCloseTo(said[at], 4);
  });

  it("draw rows and features by the seed alone", () => {
    const draws = { subsample: 0.5, columnsByTree: 0.3 };
    const [one, same, other] = [1, 1, 2].map((seed) => fitted(cancer, { ...draws, seed }));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    const used = one.trees.map(({ feature }) => new Set(feature.filter((each) => each >= 0)).size);
    expect(Math.max(...used)).toBeLessThanOrEqual(9);
    expect(new Set(one.trees.flatMap(({ feature }) => [...feature])).size).toBeGreaterThan(15);
  });

  it("keep to the leaves that are allowed, the best first", () => {
    const { trees } = fitted(cancer, { growth: "leaf-wise", maxLeaves: 5 });
    for (const { feature, gain } of trees) {
      expect(feature.filter((each) => each < 0).length).toBeLessThanOrEqual(5);
      expect(gain[0]).toBeGreaterThan(0);
    }
  });
});

function taskOf(want: GoldenCase) {
  const { features, values, rowCount, names } = goldenFeatures(want.data, want.given.holes === true);
  const objective = objectives.find(({ name }) => name === want.objective.objective);
  if (!objective) throw new Error(`no objective ${want.objective.objective}`);
  const rules = {
    maxDepth: 6,
    learningRate: 0.3,
    gamma: 0,
    lambda: 1,
    alpha: 0,
    minChildWeight: 1,
    // As XGBoost has it, unless told otherwise.
    maxDeltaStep: want.objective.objective === "count:poisson" ? 0.7 : 0,
  };
  const labels = { values, groups: want.objective.num_class ?? 1 };
  return { data: { features, rowCount, names }, objective, rules, labels };
}

function fitted(
  want: GoldenCase,
  own: Partial<HistOptions> = {},
  ended = (_: Float32Array): void => undefined,
) {
  return histRounds({
    ...taskOf(want),
    options: {
      tweediePower: want.objective.tweedie_variance_power ?? 1.5,
      huberSlope: want.objective.huber_slope ?? 1,
      maxDeltaStep: 0.7,
    },
    rounds: 20,
    hist: { ...standard, ...own },
    ctx: quietContext,
    ended: (_, margins) => ended(margins),
  });
}

function margins(ensemble: BoostedEnsemble, data: ReturnType<typeof taskOf>["data"]): Float32Array {
  return ensembleMargins(ensemble, data.features, data.rowCount, quietContext);
}

function startOf({ start, groups }: BoostedEnsemble, rows: number): Float32Array {
  return Float32Array.from({ length: rows * groups }, (_, at) => start[at % groups]);
}

/** The objective's own loss, or the cross-entropy of softmax. */
function meanLoss(objective: Objective, all: Float32Array, labels: Float32Array, groups: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    if (objective.loss) {
      sum += objective.loss(all[row], labels[row], { tweediePower: 1.5, huberSlope: 1, maxDeltaStep: 0.7 });
      continue;
    }
    const own = [...all.subarray(row * groups, (row + 1) * groups)];
    const most = Math.max(...own);
    const total = own.reduce((whole, margin) => whole + Math.exp(margin - most), 0);
    sum += Math.log(total) + most - own[labels[row]];
  }
  return sum / labels.length;
}
