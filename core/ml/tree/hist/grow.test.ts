/** The grower against a slow version of itself that shares nothing with it but the small integers in kernel memory. */
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Random, randomStream } from "../../../base/random.ts";
import { Kernels } from "../../../kernels/kernels.ts";
import { KernelPool } from "../../../kernels/pool.ts";
import { quietContext } from "../../context.ts";
import { type BoostedTree, boostedLeaf, treeFault } from "../boosted-tree.ts";
import { type BinnedFeatures, binFeatures } from "./binned.ts";
import { type GrowSettings, HistGrower, type TreeWork } from "./grow.ts";

const standard: GrowSettings = {
  maxDepth: 6,
  maxLeaves: 0,
  growth: "depth-wise",
  gamma: 0,
  lambda: 1,
  alpha: 0,
  minChildWeight: 1,
  learningRate: 0.3,
  maxDeltaStep: 0,
};

const cases: {
  name: string;
  settings?: Partial<GrowSettings>;
  missing?: number;
  levels?: number;
  rows?: number;
  bins?: number;
}[] = [
  { name: "as it comes" },
  { name: "missing values", missing: 0.3 },
  { name: "few levels, missing values", missing: 0.1, levels: 3 },
  { name: "leaf-wise, 31 leaves", settings: { growth: "leaf-wise", maxDepth: 0, maxLeaves: 31 } },
  {
    name: "leaf-wise, missing, depth and leaves",
    missing: 0.2,
    settings: { growth: "leaf-wise", maxLeaves: 20 },
  },
  { name: "γ, λ and α", settings: { gamma: 3, lambda: 5, alpha: 2 } },
  { name: "no λ", settings: { lambda: 0, minChildWeight: 0 } },
  { name: "children of 20", settings: { minChildWeight: 20 } },
  { name: "16 bins", bins: 16 },
  { name: "two rows", rows: 2 },
  { name: "one row", rows: 1 },
];

describe("a tree from histograms", () => {
  it.each(cases)(
    "equals the slow one: $name",
    ({ settings: own, missing = 0, levels = 0, rows = 260, bins = 256 }) => {
      const settings = { ...standard, ...own };
      const random = randomStream(11, `hist/${rows}/${missing}/${levels}`);
      const { kernels, data, grower, work, features } = setUp(random, rows, missing, levels, bins);
      const tree = grower.grow(work, settings, quietContext);
      expect(strip(tree)).toEqual(strip(slowTree(kernels, data, work, settings)));
      expect(treeFault(tree, data.featureCount)).toBeUndefined();
      // A leaf weighs what its rows say, and its rows are told.
      const sums = tree.feature.reduce((list) => [...list, [0, 0]], [] as number[][]);
      for (let row = 0; row < rows; row++) {
        const leaf = boostedLeaf(tree, features, row);
        sums[leaf][0] += kernels.f32(work.gradients, rows)[row];
        sums[leaf][1] += kernels.f32(work.hessians, rows)[row];
        expect(kernels.f32(work.margins, rows)[row]).toBe(tree.weight[leaf]);
      }
      for (const [leaf, [gradient, hessian]] of sums.entries()) {
        if (tree.feature[leaf] >= 0) continue;
        // As in XGBoost a node lighter than the smallest child says nothing.
        const heavy = hessian >= settings.minChildWeight ? 1 : 0;
        const kept = heavy * Math.sign(gradient) * Math.max(Math.abs(gradient) - settings.alpha, 0);
        expect(tree.weight[leaf]).toBeCloseTo(
          (-settings.learningRate * kept) / (hessian + settings.lambda),
          5,
        );
        expect(tree.cover[leaf]).toBeCloseTo(hessian, 3);
      }
      expect(tree.cover[0]).toBeCloseTo(
        sums.reduce((sum, [, hessian]) => sum + hessian, 0),
        2,
      );
    },
  );

  it("asks allowed features only, and grows on sampled rows only, but tells all rows", () => {
    const { kernels, data, grower, work, features } = setUp(
      randomStream(13, "hist/sampled"),
      600,
      0.1,
      0,
      256,
    );
    const sampled = Uint32Array.from({ length: 300 }, (_, i) => 2 * i);
    const allowed = Uint8Array.from({ length: data.featureCount }, (_, f) => f % 2);
    const tree = grower.grow({ ...work, sampled, allowed }, standard, quietContext);
    expect([...tree.feature].every((feature) => feature < 0 || feature % 2 === 1)).toBe(true);
    expect(strip(tree)).toEqual(strip(slowTree(kernels, data, work, standard, [...sampled], allowed)));
    for (let row = 0; row < 600; row++)
      expect(kernels.f32(work.margins, 600)[row]).toBe(tree.weight[boostedLeaf(tree, features, row)]);
  });

  it("is the same to the last bit at any number of threads", async () => {
    const rows = 30_000;
    const grown: unknown[] = [];
    for (const threads of [1, 2, 3]) {
      const random = randomStream(16, "hist/threads");
      const { kernels, data, grower, work, pool } = setUp(random, rows, 0.1, 0, 256, threads);
      while (pool && !pool.ready()) await after(5);
      const sampled = Uint32Array.from({ length: 15_000 }, (_, i) => 2 * i);
      const settings = { ...standard, maxDepth: 4 };
      const trees = [
        grower.grow(work, settings, quietContext),
        grower.grow({ ...work, sampled }, settings, quietContext),
      ];
      grown.push({
        trees,
        margins: kernels.f32(work.margins, rows).slice(),
        bins: kernels.u8(data.columns, rows).slice(),
      });
      pool?.dispose();
    }
    expect(grown[1]).toEqual(grown[0]);
    expect(grown[2]).toEqual(grown[0]);
  }, 60_000);

  it("is a single leaf when there is nothing to learn", () => {
    const { kernels, grower, work } = setUp(randomStream(14, "hist/nothing"), 100, 0, 0, 256);
    kernels.f32(work.gradients, 100).fill(0);
    const tree = grower.grow(work, standard, quietContext);
    expect([...tree.feature]).toEqual([-1]);
    expect([...tree.weight]).toEqual([0]);
  });

  it("gives its memory back", () => {
    const { kernels, data, grower, work } = setUp(randomStream(15, "hist/memory"), 100, 0, 0, 256);
    grower.grow({ ...work, sampled: Uint32Array.of(1, 2, 3) }, standard, quietContext);
    grower.dispose();
    data.giveBack();
    for (const address of [work.gradients, work.hessians, work.margins]) kernels.giveBack(address);
    expect(kernels.take(64)).toBe(65_536);
  });
});

function setUp(random: Random, rows: number, missing: number, levels: number, bins: number, threads = 1) {
  const kernels = Kernels.load();
  const pool = threads > 1 ? new KernelPool(kernels, threads) : undefined;
  const features = Array.from({ length: 7 }, () =>
    Float32Array.from({ length: rows }, () => {
      if (random.uniform() < missing) return Number.NaN;
      return levels > 0 ? random.below(levels) : random.normal();
    }),
  );
  const data = binFeatures(
    kernels,
    { rowCount: rows, names: features.map(String), features },
    { bins, seed: 0, ...(pool && { pool }) },
    quietContext,
  );
  const grower = new HistGrower(kernels, data, pool);
  const [gradients, hessians, margins] = [0, 1, 2].map(() => kernels.take(4 * rows + 12));
  const work: TreeWork = { gradients, hessians, margins, width: 1 };
  for (let row = 0; row < rows; row++) {
    const signal = (features[0][row] > 0.3 ? 1 : -1) * (features[3][row] < 0 ? 1 : 0.2);
    kernels.f32(gradients, rows)[row] = signal + random.normal();
    kernels.f32(hessians, rows)[row] = 0.05 + random.uniform();
  }
  return { kernels, data, grower, work, features, pool };
}

/** What both must agree on to the last bit; weights are compared with their rows. */
function strip({
  feature,
  threshold,
  left,
  right,
  defaultLeft,
  gain,
}: Omit<BoostedTree, "weight" | "cover">) {
  return { feature, threshold, left, right, defaultLeft, gain };
}

type Slow = { rows: number[]; depth: number; node: number };

/** Grows by looking at every row of a leaf for every bin of every feature. */
function slowTree(
  kernels: Kernels,
  data: BinnedFeatures,
  work: TreeWork,
  settings: GrowSettings,
  sampled = [...Array(data.rowCount).keys()],
  allowed = new Uint8Array(data.featureCount).fill(1),
): Omit<BoostedTree, "weight" | "cover"> {
  const bins = kernels.u8(data.rows, data.rowCount * data.stride).slice();
  const bin = (row: number, f: number): number => bins[row * data.stride + f];
  const both = new Int32Array(bins.buffer);
  const whole = (row: number): number => both[(row * data.stride + data.gradientAt) / 4];
  const sums = (rows: number[]): [number, number] => {
    let [gradient, hessian] = [0, 0];
    for (const row of rows) {
      gradient += whole(row) >> 16;
      hessian += whole(row) & 0xffff;
    }
    return [gradient, hessian];
  };
  const most = (address: number): number =>
    kernels.f32(address, data.rowCount).reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const levels = [31, 32].map((bits, i) =>
    Math.min(32_000 * (i + 1), Math.floor(2 ** bits / (data.rowCount + 1)) - 1),
  );
  const scale = [work.gradients, work.hessians].map((each, i) => 1 / Math.fround(levels[i] / most(each)));
  // The right side is the whole less the left, in this order, as in the kernel: else equal gains differ in their last bit.
  const score = (gradient: number, hessian: number): number => {
    const kept = Math.max(Math.abs(gradient) - settings.alpha, 0);
    return (kept * kept) / (hessian + settings.lambda);
  };

  const best = (rows: number[]) => {
    const total = sums(rows);
    const own = score(scale[0] * total[0], scale[1] * total[1]);
    let found: { gain: number; feature: number; bin: number; missingLeft: boolean } | undefined;
    for (let f = 0; f < data.featureCount; f++) {
      if (allowed[f] === 0) continue;
      const count = data.cuts[f].length + 1;
      const absent = rows.filter((row) => bin(row, f) === count);
      for (const missingLeft of absent.length > 0 ? [false, true] : [false])
        for (let b = 0; b < count - (missingLeft || absent.length === 0 ? 1 : 0); b++) {
          const left = rows.filter((row) => bin(row, f) <= b || (missingLeft && bin(row, f) === count));
          const [gradient, hessian] = sums(left);
          const [g, h, rest] = [
            scale[0] * gradient,
            scale[1] * hessian,
            scale[1] * total[1] - scale[1] * hessian,
          ];
          if (h < settings.minChildWeight || rest < settings.minChildWeight) continue;
          const gain = score(g, h) + score(scale[0] * total[0] - g, rest);
          if (gain > (found?.gain ?? 1e-6 + own)) {
            const heavierLeft = 2 * hessian > total[1];
            found = { gain, feature: f, bin: b, missingLeft: absent.length > 0 ? missingLeft : heavierLeft };
          }
        }
    }
    return found && { ...found, gain: found.gain - own };
  };

  const nodes: {
    feature: number;
    threshold: number;
    left: number;
    right: number;
    defaultLeft: number;
    gain: number;
  }[] = [];
  const add = (): number =>
    nodes.push({ feature: -1, threshold: 0, left: -1, right: -1, defaultLeft: 0, gain: 0 }) - 1;
  const open: (Slow & { split: ReturnType<typeof best> })[] = [];
  const enter = (rows: number[], depth: number): number => {
    const node = add();
    const deep = settings.maxDepth > 0 && depth >= settings.maxDepth;
    open.push({ rows, depth, node, split: deep ? undefined : best(rows) });
    return node;
  };
  enter(sampled, 0);
  for (let leaves = 1; open.length > 0; ) {
    const gains = open.map(({ split }) => split?.gain ?? 0);
    const at = settings.growth === "leaf-wise" ? gains.indexOf(Math.max(...gains)) : 0;
    const [{ rows, depth, node, split }] = open.splice(at, 1);
    if (!split || split.gain < settings.gamma) continue;
    if (settings.maxLeaves > 0 && leaves >= settings.maxLeaves) continue;
    leaves++;
    const { feature, bin: border, missingLeft, gain } = split;
    const absent = data.cuts[feature].length + 1;
    const goesLeft = (row: number): boolean =>
      bin(row, feature) <= border || (missingLeft && bin(row, feature) === absent);
    const left = enter(rows.filter(goesLeft), depth + 1);
    const right = enter(
      rows.filter((row) => !goesLeft(row)),
      depth + 1,
    );
    const threshold = data.cuts[feature][border] ?? 3.4028234663852886e38;
    nodes[node] = { feature, threshold, left, right, defaultLeft: missingLeft ? 1 : 0, gain };
  }
  return {
    feature: Int32Array.from(nodes, (node) => node.feature),
    threshold: Float32Array.from(nodes, (node) => node.threshold),
    left: Int32Array.from(nodes, (node) => node.left),
    right: Int32Array.from(nodes, (node) => node.right),
    defaultLeft: Uint8Array.from(nodes, (node) => node.defaultLeft),
    gain: Float32Array.from(nodes, (node) => node.gain),
  };
}
