/** Features as bins in kernel memory: made once for a fit, read by every tree. */
import type { Kernels } from "../../../kernels/kernels.ts";
import type { KernelPool } from "../../../kernels/pool.ts";
import type { WorkContext } from "../../context.ts";
import type { FeatureData } from "../../learner/algorithm.ts";
import { cutsOf } from "./cuts.ts";
import { inParts } from "./parts.ts";

/** Bins that a histogram has room for, the one of missing values included. */
export const mostBins = 256;
const stagedBytes = 1 << 20;

/** Bins of all rows, by row and by feature, at addresses of kernel memory. */
export type BinnedFeatures = {
  rowCount: number;
  featureCount: number;
  /** Cuts of each feature, ascending; "bin ≤ b" says "value < cuts[b]". */
  cuts: readonly Float32Array[];
  /** Bins of each feature without that of missing values, which follows them. i32 `[features]` */
  bins: number;
  /** By row: `stride` bytes, a bin for each feature, at `gradientAt` hessian and gradient. */
  rows: number;
  stride: number;
  gradientAt: number;
  /** Features in blocks of four. */
  blocks: number;
  /** By feature: u8, `columnStride` bytes from each other. */
  columns: number;
  columnStride: number;
  giveBack(): void;
};

/**
 * Bins the features. Throws `kernels.memory` when the bins have no room. The caller gives them back.
 * `bins` is at most 256 and counts the bin of missing values. The threads of `pool` share the work.
 */
export function binFeatures(
  kernels: Kernels,
  { features, rowCount }: FeatureData,
  options: { bins: number; seed: number; pool?: KernelPool },
  ctx: WorkContext,
): BinnedFeatures {
  const { pool } = options;
  const featureCount = features.length;
  const blocks = Math.ceil(featureCount / 4);
  const gradientAt = 4 * blocks;
  const stride = Math.ceil((gradientAt + 4) / 16) * 16;
  const columnStride = Math.ceil(rowCount / 64) * 64;
  const taken: number[] = [];
  const take = (bytes: number): number => {
    const address = kernels.take(bytes);
    taken.push(address);
    return address;
  };
  const giveBack = (): void => {
    for (const address of taken.splice(0)) kernels.giveBack(address);
  };
  try {
    const rows = take(rowCount * stride);
    const columns = take(featureCount * columnStride);
    const bins = take(4 * featureCount);
    const cutTable = take(4 * mostBins * featureCount);
    const missing = take(featureCount);
    const cuts = features.map((feature, f) => {
      ctx.progress(f, 2 * featureCount);
      const own = cutsOf(feature, Math.min(options.bins, mostBins) - 1, options.seed);
      const table = kernels.f32(cutTable + 4 * mostBins * f, mostBins);
      table.fill(Number.POSITIVE_INFINITY);
      table.set(own);
      kernels.i32(bins, featureCount)[f] = own.length + 1;
      kernels.u8(missing, featureCount)[f] = own.length + 1;
      return own;
    });

    const together = Math.max(64, Math.floor(stagedBytes / 4 / Math.max(1, featureCount)));
    const stage = take(4 * together * featureCount);
    for (let from = 0; from < rowCount; from += together) {
      ctx.progress(rowCount + from, 2 * rowCount);
      const count = Math.min(together, rowCount - from);
      for (let f = 0; f < featureCount; f++)
        kernels.f32(stage + 4 * f * count, count).set(features[f].subarray(from, from + count));
      inParts(kernels, pool, "binRows", count, (begin, end) => [
        stage + 4 * begin,
        count,
        end - begin,
        featureCount,
        cutTable,
        missing,
        columns + from + begin,
        columnStride,
        rows + (from + begin) * stride,
        stride,
      ]);
    }
    for (const address of [stage, cutTable, missing]) {
      taken.splice(taken.indexOf(address), 1);
      kernels.giveBack(address);
    }
    return {
      rowCount,
      featureCount,
      cuts,
      bins,
      rows,
      stride,
      gradientAt,
      blocks,
      columns,
      columnStride,
      giveBack,
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}
