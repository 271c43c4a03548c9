/** The rounds of gradient boosting, in the order of scikit-learn 1.9 (`BaseGradientBoosting._fit_stages`). */
import { problem, warning } from "../../base/diagnostic.ts";
import { permutation, randomStream } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import type { Fitted, FitWork, LearningData } from "../learner/algorithm.ts";
import { type FeatureDraw, growTree } from "../tree/grow.ts";
import { float32Features, type Presorted, presort } from "../tree/presort.ts";
import { splitCriterion } from "../tree/split-criterion.ts";
import { leafOf, type TreeBody, treeBody } from "../tree/tree-body.ts";
import { recordTrace } from "./boosting-trace.ts";
import type { GbdtBody } from "./gbdt-body.ts";
import { type GbdtLoss, gbdtLoss, meanLoss } from "./gbdt-losses.ts";
import { drawRows, validationParts } from "./gbdt-parts.ts";
import { type GbdtSettings, gbdtSettings } from "./gbdt-settings.ts";

/**
 * Warns `gbdt.not-finite`, `gbdt.no-splits`, and for information `gbdt.stopped-early` and `gbdt.constant-target`. Throws
 * what losses and the validation part throw.
 */
export function boostGradients(work: FitWork<Presorted>): Fitted<GbdtBody> {
  const { ctx } = work;
  const data = evenly(work.data);
  const set = gbdtSettings(work.learner.params);
  const { rounds, learningRate: rate, subsample, patience, seed } = set;
  const loss = gbdtLoss(data, set.loss, set.classLoss, set.alpha);
  const everyRow = Uint32Array.from({ length: data.rowCount }, (_, row) => row);
  const parts =
    patience > 0
      ? validationParts(data, set.validation, seed)
      : { train: everyRow, validation: everyRow.subarray(0, 0) };
  const weighs = (row: number): boolean => !data.weights || data.weights[row] > 0;
  const train = parts.train.filter(weighs);
  const validation = parts.validation.filter(weighs);
  ctx.progress(0, rounds);
  const plant = planter(data, work.prepared ?? presort(data, ctx), set, loss, ctx);
  const start = loss.start(train);
  const F = Array.from(start, (value) => new Float64Array(data.rowCount).fill(value));
  const gradient = F.map(() => new Float64Array(data.rowCount));
  const draws = subsample < 1 ? randomStream(seed, "gbdt/rows") : undefined;
  const record = recordTrace(0, rounds, seriesOf(set, loss));
  const trees: TreeBody[] = [];
  const best = new Float64Array(Math.max(1, patience)).fill(Number.POSITIVE_INFINITY);

  for (let m = 0; m < rounds; m++) {
    const { inBag, outOfBag } = draws
      ? drawRows(train, subsample, draws)
      : { inBag: train, outOfBag: undefined };
    const before = outOfBag && meanLoss(loss, F, outOfBag, data.weights);
    loss.begin(F, train);
    loss.negativeGradient(F, gradient);
    const planted = gradient.map((slope, k) => plant(F, slope, k, inBag, m));
    const trainingLoss = meanLoss(loss, F, inBag, data.weights);
    if (!Number.isFinite(trainingLoss)) {
      ctx.warn(warning("gbdt.not-finite", { round: m + 1, rounds, learningRate: rate }));
      break;
    }
    trees.push(...planted);
    const oobLoss = outOfBag && meanLoss(loss, F, outOfBag, data.weights);
    const validationLoss = patience > 0 ? meanLoss(loss, F, validation, data.weights) : Number.NaN;
    record.add({
      trainingLoss,
      validationLoss,
      oobLoss: oobLoss ?? Number.NaN,
      oobImprovement: before !== undefined && oobLoss !== undefined ? before - oobLoss : Number.NaN,
      delta: loss.delta?.() ?? Number.NaN,
    });
    ctx.progress(m + 1, rounds);
    ctx.preview(record.live);
    if (patience === 0) continue;
    if (best.some((kept) => validationLoss + set.tolerance < kept)) best[m % patience] = validationLoss;
    else {
      const found = { round: m + 1, rounds, patience, rows: validation.length };
      ctx.warn({ ...problem("gbdt.stopped-early", found), severity: "info" });
      break;
    }
  }
  sayWhatIsOdd(data, trees, ctx);
  const body: GbdtBody = {
    loss: data.target.task === "classification" ? set.classLoss : set.loss,
    alpha: set.alpha,
    start,
    rate,
    width: loss.width,
    trees,
    ...(patience > 0 && { heldOut: parts.validation }),
  };
  return { body, trace: record.trace() };
}

/** Weights that are all the same are none: so a column of ones changes nothing, not even which median is taken. */
function evenly(data: LearningData): LearningData {
  const { weights, ...rest } = data;
  if (!weights) return data;
  const [first] = weights;
  return weights.every((weight) => weight === first) ? rest : data;
}

function seriesOf({ patience, subsample }: GbdtSettings, loss: GbdtLoss): string[] {
  return [
    "trainingLoss",
    ...(patience > 0 ? ["validationLoss"] : []),
    ...(subsample < 1 ? ["oobLoss", "oobImprovement"] : []),
    ...(loss.delta ? ["delta"] : []),
  ];
}

type Plant = (
  F: readonly Float64Array[],
  gradient: Float64Array,
  k: number,
  inBag: Uint32Array,
  round: number,
) => TreeBody;

/** Grows the tree of a round and class on its rows, gives its leaves their values, and adds it to F of all rows. */
function planter(
  data: LearningData,
  presorted: Presorted,
  set: GbdtSettings,
  loss: GbdtLoss,
  ctx: WorkContext,
): Plant {
  const features = float32Features(data);
  const leaves = new Uint32Array(data.rowCount);
  const weights = new Float64Array(data.rowCount);
  const drawn = featureDraw(features.length, set);
  return (F, gradient, k, inBag, round) => {
    weights.fill(0);
    for (const row of inBag) weights[row] = data.weights ? data.weights[row] : 1;
    const breathe = (): void => ctx.progress(round, set.rounds);
    breathe();
    const inner = { ...ctx, progress: breathe };
    const goal = { ...data, target: { task: "regression", values: gradient } as const };
    const criterion = splitCriterion(goal, weights, "gini", "squared", breathe);
    const tree = treeBody(growTree(features, weights, presorted, criterion, set.limits, inner, drawn));
    for (let row = 0; row < leaves.length; row++) {
      if ((row & 0xffff) === 0) breathe();
      leaves[row] = leafOf(tree, features, row);
    }
    const says = tree.says.slice();
    for (const { leaf, rows } of byLeaf(tree, leaves, inBag)) {
      breathe();
      says[leaf] = loss.leaf(F, gradient, k, rows);
    }
    const sum = F[k];
    for (let row = 0; row < leaves.length; row++) sum[row] += set.learningRate * says[leaves[row]];
    return { ...tree, says };
  };
}

/** The rows of each leaf, in their order. */
function byLeaf(
  { feature }: TreeBody,
  leaves: Uint32Array,
  rows: Uint32Array,
): { leaf: number; rows: Uint32Array }[] {
  const ends = new Uint32Array(feature.length);
  for (const row of rows) ends[leaves[row]]++;
  for (let node = 1; node < ends.length; node++) ends[node] += ends[node - 1];
  const starts = ends.map((_, node) => (node === 0 ? 0 : ends[node - 1]));
  const next = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[leaves[row]]++] = row;
  return Array.from(feature.keys())
    .filter((node) => ends[node] > starts[node])
    .map((leaf) => ({ leaf, rows: sorted.subarray(starts[leaf], ends[leaf]) }));
}

function featureDraw(features: number, { maxFeatures, seed }: GbdtSettings): FeatureDraw | undefined {
  const most = Math.max(1, Math.floor(maxFeatures * features));
  if (most >= features) return undefined;
  const random = randomStream(seed, "gbdt/features");
  return { most, draw: () => permutation(features, random) };
}

function sayWhatIsOdd({ target }: LearningData, trees: readonly TreeBody[], ctx: WorkContext): void {
  if (target.task === "regression" && target.values.every((value) => value === target.values[0])) {
    const value = target.values[0];
    ctx.warn({ ...problem("gbdt.constant-target", { value }), severity: "info" });
  } else if (trees.every(({ feature }) => feature.length === 1))
    ctx.warn(warning("gbdt.no-splits", { trees: trees.length }));
}
