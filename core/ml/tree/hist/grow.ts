/**
 * Grows one regression tree on the gradient and hessian of a loss, from histograms over bins (Chen & Guestrin 2016; Ke et al.
 * 2017; Shi et al. 2022 for the small integers). The larger child's histogram is its parent's less its sibling's. All sums
 * over rows are sums of integers, so the tree does not depend on how many threads share the rows.
 */
import type { Kernels } from "../../../kernels/kernels.ts";
import type { KernelPool } from "../../../kernels/pool.ts";
import type { WorkContext } from "../../context.ts";
import type { BoostedTree } from "../boosted-tree.ts";
import { leafWeight, type TreeRules } from "../split-gain.ts";
import { type BinnedFeatures, mostBins } from "./binned.ts";
import { inParts, partsOf, worthThreads } from "./parts.ts";
import { TreeRecord } from "./tree-record.ts";

/**
 * Settings of a tree. Of {@link TreeRules}, `maxDepth` 0 is no limit but `maxLeaves`, and `maxDeltaStep` limits what leaves say,
 * not which split is chosen.
 */
export type GrowSettings = TreeRules & {
  /** 0: no limit but `maxDepth`. */
  maxLeaves: number;
  /** Level by level, or always the leaf with the largest gain. */
  growth: "depth-wise" | "leaf-wise";
};

/** What a tree is grown on; addresses of kernel memory. */
export type TreeWork = {
  /** f32 `[rows]`, with room for a multiple of four. */
  gradients: number;
  hessians: number;
  /** f32, `width` a row, at the place of this tree in the first row. */
  margins: number;
  width: number;
  /** The rows it is grown on, ascending; all when left out. */
  sampled?: Uint32Array | undefined;
  /** u8 `[features]`, 1 for a feature it may ask about; all when left out. */
  allowed?: Uint8Array | undefined;
};

/** A gain below this is rounding, not gain (as in XGBoost). */
const smallestGain = 1e-6;
/** With fewer levels of gradient (past a million rows) rounding is by chance, or many small ones would all round to nothing. */
const fewLevels = 2_000;
/** All that is there goes left, what is missing right: the largest float32. */
const aboveAll = 3.4028234663852886e38;
const histogramBytes = 8 * mostBins;

/** What a packed integer of gradient or hessian stands for, and the largest of each. */
type Scales = { gradient: number; hessian: number; largest: readonly number[] };

type Leaf = {
  node: number;
  depth: number;
  begin: number;
  end: number;
  /** Which of the two orders holds its rows. */
  side: 0 | 1;
  /** Address of its histograms, when it may be split. */
  histograms: number;
  total: bigint;
  best?: { gain: number; feature: number; bin: number; missingLeft: boolean; left: bigint };
};

/** Grows trees over the same rows again and again; holds the room for it. */
export class HistGrower {
  private readonly orders: readonly [number, number];
  /** Of each thread: rows on their way into a histogram. */
  private readonly rooms: readonly number[];
  /** Of each thread but the first: histograms of its own, and how many rows went left; one more order for partitions. */
  private readonly own: readonly number[];
  private readonly lefts: number;
  private readonly scratch: number;
  private readonly goesLeft: number;
  private readonly question: { total: number; settings: number; out: number; allowed: number; sums: number };
  private readonly unused: number[] = [];
  private readonly taken: number[] = [];
  private readonly kernels: Kernels;
  private readonly data: BinnedFeatures;
  private readonly pool: KernelPool | undefined;
  private seed = 0;

  /** The threads of `pool`, where there is one, share the work; the trees are the same. */
  constructor(kernels: Kernels, data: BinnedFeatures, pool?: KernelPool) {
    this.kernels = kernels;
    this.data = data;
    this.pool = pool;
    const threads = pool?.threads ?? 1;
    const rows = 4 * Math.ceil(data.rowCount / 4);
    this.orders = [this.take(4 * rows), this.take(4 * rows)];
    this.rooms = Array.from({ length: threads }, () => this.take(64 * data.stride));
    this.own = Array.from({ length: threads - 1 }, () => this.take(this.histogramBytes()));
    this.lefts = this.take(4 * threads);
    this.scratch = threads > 1 ? this.take(4 * rows) : 0;
    this.goesLeft = this.take(256);
    this.question = {
      total: this.take(8),
      settings: this.take(40),
      out: this.take(24),
      allowed: this.take(data.featureCount),
      sums: this.take(16),
    };
  }

  /** Grows one tree and adds what it says to the margins of all rows. */
  grow(work: TreeWork, settings: GrowSettings, ctx: WorkContext): BoostedTree {
    const { sampled, allowed } = work;
    const { kernels, data, question } = this;
    const scales = this.quantise(work);
    kernels
      .f64(question.settings, 5)
      .set([scales.gradient, scales.hessian, settings.lambda, settings.alpha, settings.minChildWeight]);
    const mask = kernels.u8(question.allowed, data.featureCount);
    if (allowed) mask.set(allowed);
    else mask.fill(1);
    const count = sampled?.length ?? data.rowCount;
    if (sampled) kernels.u32(this.orders[0], count).set(sampled);
    else kernels.run.fillOrder(this.orders[0], count);

    const record = new TreeRecord();
    const root: Leaf = {
      node: record.add(),
      depth: 0,
      begin: 0,
      end: count,
      side: 0,
      histograms: this.histograms(),
      total: 0n,
    };
    if (sampled) this.addRows(root);
    else this.addAll(root);
    root.total = this.totalOf(root);
    this.ask(root);

    const open: Leaf[] = [root];
    const leaves: Leaf[] = [];
    let leafCount = 1;
    while (open.length > 0) {
      ctx.progress(leaves.length, leaves.length + open.length);
      const next = takeNext(open, settings.growth);
      const full = settings.maxLeaves > 0 && leafCount >= settings.maxLeaves;
      if (full || !next.best || next.best.gain < settings.gamma) {
        this.release(next);
        leaves.push(next);
        continue;
      }
      open.push(...this.split(next, next.best, record, settings));
      leafCount++;
    }
    for (const each of leaves) this.close(each, record, work, settings, scales);
    const tree = record.finish((gradient, hessian) => weightOf(gradient, hessian, settings));
    if (sampled) this.addToOthers(work, sampled, record, tree);
    return tree;
  }

  dispose(): void {
    for (const address of this.taken.splice(0)) this.kernels.giveBack(address);
  }

  /** Writes gradient and hessian beside the bins, as integers whose sums over all rows stay within 32 bits. */
  private quantise({ gradients, hessians }: TreeWork): Scales {
    const { kernels, data } = this;
    const { rowCount } = data;
    const largest = [gradients, hessians].map((of) => kernels.run.largestOf(of, rowCount));
    const levels = [32_000, 64_000].map((most, i) =>
      Math.min(most, Math.floor(2 ** (31 + i) / (rowCount + 1)) - 1),
    );
    const up = largest.map((most, i) => Math.fround(most > 0 ? levels[i] / most : 1));
    const seed = Math.imul(this.seed++, 0x9e3779b1);
    inParts(kernels, this.pool, "quantise", rowCount, (begin, end) => [
      gradients,
      hessians,
      begin,
      end,
      up[0],
      up[1],
      seed,
      levels[0] < fewLevels ? 1 : 0,
      data.rows + data.gradientAt,
      data.stride,
    ]);
    return { gradient: 1 / up[0], hessian: 1 / up[1], largest };
  }

  /** Divides the rows of a leaf and asks its children, unless they are as deep as allowed. */
  private split(
    parent: Leaf,
    best: NonNullable<Leaf["best"]>,
    record: TreeRecord,
    settings: GrowSettings,
  ): Leaf[] {
    const { kernels, data } = this;
    const { feature, bin, missingLeft } = best;
    const cuts = data.cuts[feature];
    const table = kernels.u8(this.goesLeft, 256);
    table.fill(0);
    table.fill(1, 0, bin + 1);
    table[cuts.length + 1] = missingLeft ? 1 : 0;
    const side = parent.side === 0 ? 1 : 0;
    const wentLeft = this.partition(parent, feature);
    const middle = parent.begin + wentLeft;
    const [leftNode, rightNode] = record.split(parent.node, {
      feature,
      threshold: bin < cuts.length ? cuts[bin] : aboveAll,
      missingLeft,
      gain: best.gain,
      bin,
      absent: cuts.length + 1,
    });
    const depth = parent.depth + 1;
    const ends = settings.maxDepth > 0 && depth >= settings.maxDepth;
    const left: Leaf = {
      node: leftNode,
      depth,
      begin: parent.begin,
      end: middle,
      side,
      histograms: 0,
      total: best.left,
    };
    const right: Leaf = {
      node: rightNode,
      depth,
      begin: middle,
      end: parent.end,
      side,
      histograms: 0,
      total: parent.total - best.left,
    };
    if (ends) {
      this.release(parent);
      return [left, right];
    }
    const [smaller, larger] = wentLeft * 2 <= parent.end - parent.begin ? [left, right] : [right, left];
    smaller.histograms = this.histograms();
    this.addRows(smaller);
    larger.histograms = parent.histograms;
    kernels.run.subtractHistogram(
      parent.histograms,
      smaller.histograms,
      larger.histograms,
      4 * data.blocks * mostBins,
    );
    for (const child of [left, right]) this.ask(child);
    return [left, right];
  }

  /** Writes the rows of a leaf into the other order, left ones in front; how many those are. */
  private partition({ begin, end, side }: Leaf, feature: number): number {
    const { kernels, data, pool, lefts } = this;
    const column = data.columns + feature * data.columnStride;
    const from = this.orders[side];
    const to = this.orders[side === 0 ? 1 : 0];
    if (!worthThreads(pool, end - begin)) {
      kernels.run.partition(column, from, begin, end, this.goesLeft, to, lefts);
      return kernels.i32(lefts, 1)[0];
    }
    const starts = partsOf(end - begin, pool.threads).map((start) => begin + start);
    const parts = Array.from({ length: pool.threads }, (_, i) => i);
    pool.run(
      "partition",
      parts.map((i) => [column, from, starts[i], starts[i + 1], this.goesLeft, this.scratch, lefts + 4 * i]),
    );
    const counts = kernels.i32(lefts, pool.threads).slice();
    const wentLeft = counts.reduce((sum, count) => sum + count, 0);
    let front = to + 4 * begin;
    let back = front + 4 * wentLeft;
    pool.run(
      "placeParts",
      parts.map((i) => {
        const call: [number, number, number, number, number, number] = [
          this.scratch,
          starts[i],
          counts[i],
          starts[i + 1],
          front,
          back,
        ];
        front += 4 * counts[i];
        back += 4 * (starts[i + 1] - starts[i] - counts[i]);
        return call;
      }),
    );
    return wentLeft;
  }

  /** Finds a leaf's best split. */
  private ask(leaf: Leaf): void {
    const { kernels, data, question } = this;
    kernels.i64(question.total, 1)[0] = leaf.total;
    const gain = kernels.run.scanNode(
      leaf.histograms,
      data.featureCount,
      data.bins,
      question.allowed,
      question.total,
      question.settings,
      smallestGain,
      question.out,
    );
    const [feature, bin, missingLeft] = kernels.i32(question.out, 3);
    if (feature < 0) return;
    const left = kernels.i64(question.out, 3)[2];
    const bins = kernels.i32(data.bins, data.featureCount)[feature];
    const missing = kernels.i64(leaf.histograms + histogramBytes * feature + 8 * bins, 1)[0];
    // Where nothing was missing, the heavier side takes what will be.
    const heavierLeft = 2n * (left & 0xffffffffn) > (leaf.total & 0xffffffffn);
    leaf.best = { gain, feature, bin, missingLeft: missing === 0n ? heavierLeft : missingLeft === 1, left };
  }

  /** Weighs a leaf by the true sums of its rows, and adds the weight to their margins. */
  private close(
    leaf: Leaf,
    record: TreeRecord,
    { gradients, hessians, margins, width }: TreeWork,
    settings: GrowSettings,
    { largest }: Scales,
  ): void {
    const { kernels, question, data } = this;
    // Σ in fixed point with as many digits as 62 bits allow: the quantised sums chose the split, the true ones weigh the leaf.
    const scale = largest.map(
      (most) => 2 ** Math.floor(61 - Math.log2(Math.max(most, 1e-30) * data.rowCount)),
    );
    kernels.run.leafSums(
      gradients,
      hessians,
      this.orders[leaf.side],
      leaf.begin,
      leaf.end,
      scale[0],
      scale[1],
      question.sums,
    );
    const sums = kernels.i64(question.sums, 2);
    const gradient = Number(sums[0]) / scale[0];
    const hessian = Number(sums[1]) / scale[1];
    const weight = weightOf(gradient, hessian, settings);
    record.close(leaf.node, gradient, hessian);
    kernels.run.addToRows(margins, width, this.orders[leaf.side], leaf.begin, leaf.end, weight);
  }

  /** The rows that the tree was not grown on walk through it. */
  private addToOthers(
    { margins, width }: TreeWork,
    sampled: Uint32Array,
    record: TreeRecord,
    tree: BoostedTree,
  ): void {
    const { kernels, data } = this;
    const [order] = this.orders;
    const others = kernels.u32(order, data.rowCount);
    let count = 0;
    let next = 0;
    for (let row = 0; row < data.rowCount; row++) {
      if (row === sampled[next]) next++;
      else others[count++] = row;
    }
    const nodes = kernels.take(20 * tree.feature.length);
    record.writeBins(kernels.view(nodes, 20 * tree.feature.length), tree.weight);
    inParts(kernels, this.pool, "addByBins", count, (begin, end) => [
      margins,
      width,
      order,
      begin,
      end,
      data.rows,
      data.stride,
      nodes,
    ]);
    kernels.giveBack(nodes);
  }

  /** Fills the histograms of a leaf that has all rows in their order. */
  private addAll({ histograms }: Leaf): void {
    const { kernels, data } = this;
    this.prepareOwn(data.rowCount);
    inParts(kernels, this.pool, "histogramOfAll", data.rowCount, (begin, end, part) => [
      data.rows,
      data.stride,
      data.gradientAt,
      begin,
      end,
      data.blocks,
      part === 0 ? histograms : this.own[part - 1],
    ]);
    this.addOwn(data.rowCount, histograms);
  }

  /** Fills the histograms of any leaf. */
  private addRows({ side, begin: first, end: last, histograms }: Leaf): void {
    const { kernels, data } = this;
    this.prepareOwn(last - first);
    inParts(kernels, this.pool, "histogramOfRows", last - first, (begin, end, part) => [
      data.rows,
      data.stride,
      data.gradientAt,
      this.orders[side],
      first + begin,
      first + end,
      data.blocks,
      part === 0 ? histograms : this.own[part - 1],
      this.rooms[part],
    ]);
    this.addOwn(last - first, histograms);
  }

  private prepareOwn(rows: number): void {
    if (!worthThreads(this.pool, rows)) return;
    for (const own of this.own) this.kernels.u8(own, this.histogramBytes()).fill(0);
  }

  private addOwn(rows: number, histograms: number): void {
    if (!worthThreads(this.pool, rows)) return;
    for (const own of this.own) this.kernels.run.addHistogram(own, histograms, this.histogramBytes() / 8);
  }

  /** Every row is in some bin of the first feature. */
  private totalOf(leaf: Leaf): bigint {
    let total = 0n;
    for (const sum of this.kernels.i64(leaf.histograms, mostBins)) total += sum;
    return total;
  }

  private histogramBytes(): number {
    return 4 * this.data.blocks * histogramBytes;
  }

  /** Empty histograms of all features. */
  private histograms(): number {
    const bytes = this.histogramBytes();
    const kept = this.unused.pop();
    if (kept === undefined) return this.take(bytes);
    this.kernels.u8(kept, bytes).fill(0);
    return kept;
  }

  private release(leaf: Leaf): void {
    if (leaf.histograms !== 0) this.unused.push(leaf.histograms);
    leaf.histograms = 0;
  }

  private take(bytes: number): number {
    const address = this.kernels.take(bytes);
    this.taken.push(address);
    return address;
  }
}

function weightOf(gradient: number, hessian: number, settings: GrowSettings): number {
  // Never −0: it is no other weight, and looks like one.
  return Math.fround(leafWeight(settings, gradient, hessian) * settings.learningRate) + 0;
}

/** The oldest leaf, or the one with the largest gain. */
function takeNext(open: Leaf[], growth: GrowSettings["growth"]): Leaf {
  let at = 0;
  if (growth === "leaf-wise")
    for (let i = 1; i < open.length; i++) if ((open[i].best?.gain ?? 0) > (open[at].best?.gain ?? 0)) at = i;
  return open.splice(at, 1)[0];
}
