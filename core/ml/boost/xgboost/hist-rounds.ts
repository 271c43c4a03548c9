/**
 * The rounds of second-order boosting with trees from histograms. The same ensemble as `boostedRounds` with the exact grower
 * gives, but for thresholds between bins and gradients in small integers; margins and derivatives stay in kernel memory.
 */

import { type Random, randomStream } from "../../../base/random.ts";
import { type Kernels, withKernels } from "../../../kernels/kernels.ts";
import { KernelPool } from "../../../kernels/pool.ts";
import type { FeatureData } from "../../learner/algorithm.ts";
import type { BoostedTree } from "../../tree/boosted-tree.ts";
import { binFeatures } from "../../tree/hist/binned.ts";
import { type GrowSettings, HistGrower } from "../../tree/hist/grow.ts";
import type { BoostedEnsemble, RoundsWork } from "./boosted-rounds.ts";

/** What histograms add to the parameters of a tree. */
export type HistOptions = {
  /** Bins of a feature, that of missing values included: 2 … 256. */
  bins: number;
  growth: GrowSettings["growth"];
  /** 0: no limit but the depth. */
  maxLeaves: number;
  /** Share of the rows that each tree is grown on, drawn without replacement. */
  subsample: number;
  /** Share of the features that each tree may ask about. */
  columnsByTree: number;
  seed: number;
  /** Threads that share the work of a tree; the result is the same for any number. */
  threads: number;
};

/** As {@link RoundsWork}, with features that are not yet binned. `maxDepth` 0 is no limit. */
export type HistWork = Omit<RoundsWork, "features" | "grower"> & { data: FeatureData; hist: HistOptions };

/** Boosts for `rounds` rounds. Throws `kernels.memory` when the bins do not fit. */
export function histRounds(work: HistWork): BoostedEnsemble {
  return withKernels((kernels) => roundsIn(kernels, work));
}

function roundsIn(kernels: Kernels, work: HistWork): BoostedEnsemble {
  const { objective, options, labels, data, hist, rules, rounds, ctx } = work;
  const { groups, values, weights } = labels;
  const rows = data.rowCount;
  const pool = hist.threads > 1 ? new KernelPool(kernels, hist.threads) : undefined;
  try {
    const binned = binFeatures(
      kernels,
      data,
      { bins: hist.bins, seed: hist.seed, ...(pool && { pool }) },
      ctx,
    );
    const grower = new HistGrower(kernels, binned, pool);
    const room = 4 * rows + 12;
    const gradients = Array.from({ length: groups }, () => ({
      gradients: kernels.take(room),
      hessians: kernels.take(room),
    }));
    const margins = kernels.take(groups * room);
    const [targets, weighing] = [kernels.take(room), weights ? kernels.take(room) : 0];
    kernels.f32(targets, rows).set(values);
    if (weights) kernels.f32(weighing, rows).set(weights);
    const start = work.start ?? objective.start(labels, options);
    const all = kernels.f32(margins, rows * groups);
    for (let at = 0; at < all.length; at++) all[at] = start[at % groups];

    const settings: GrowSettings = { ...rules, maxLeaves: hist.maxLeaves, growth: hist.growth };
    const draw = randomStream(hist.seed, "xgboost/hist");
    const trees: BoostedTree[] = [];
    for (let round = 0; round < rounds; round++) {
      ctx.progress(round, rounds);
      const [first] = gradients;
      if (objective.name === "binary:logistic")
        kernels.run.logisticGradients(
          margins,
          targets,
          weighing,
          rows,
          smallestHessian,
          first.gradients,
          first.hessians,
        );
      else if (objective.name === "reg:squarederror")
        kernels.run.squaredGradients(margins, targets, weighing, rows, first.gradients, first.hessians);
      else
        objective.derivatives(
          kernels.f32(margins, rows * groups),
          labels,
          options,
          gradients.map((one) => ({
            grad: kernels.f32(one.gradients, rows),
            hess: kernels.f32(one.hessians, rows),
          })),
        );
      for (const [group, one] of gradients.entries()) {
        const tree = {
          ...one,
          margins: margins + 4 * group,
          width: groups,
          sampled: hist.subsample < 1 ? drawRows(draw, rows, hist.subsample) : undefined,
          allowed: hist.columnsByTree < 1 ? drawFeatures(draw, data, hist.columnsByTree) : undefined,
        };
        const within = { ...ctx, progress: () => ctx.progress(round, rounds) };
        trees.push(grower.grow(tree, settings, within));
      }
      work.ended?.(round, kernels.f32(margins, rows * groups));
    }
    ctx.progress(rounds, rounds);
    return { objective: objective.name, featureCount: data.features.length, groups, start, trees, options };
  } finally {
    pool?.dispose();
  }
}

const smallestHessian = Math.fround(1e-16);

/** Each row with the given chance, ascending; never none. */
function drawRows(random: Random, rows: number, share: number): Uint32Array {
  const drawn = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (random.uniform() < share) drawn[count++] = row;
  if (count === 0) drawn[count++] = random.below(rows);
  return drawn.slice(0, count);
}

/** The given share of the features, at least one, without replacement (Fisher & Yates 1938). */
function drawFeatures(random: Random, { features }: FeatureData, share: number): Uint8Array {
  const order = features.map((_, f) => f);
  const count = Math.max(1, Math.floor(share * features.length));
  const allowed = new Uint8Array(features.length);
  for (let i = 0; i < count; i++) {
    const at = i + random.below(order.length - i);
    [order[i], order[at]] = [order[at], order[i]];
    allowed[order[i]] = 1;
  }
  return allowed;
}
