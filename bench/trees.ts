/**
 * Boosted trees from float32 columns in memory to the finished model, both sides with their own matrix, on the same threads.
 * Each row also says both sides' log loss on rows that neither has seen: a speed means nothing beside a worse model.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { randomStream } from "../core/base/random.ts";
import { type BoostedEnsemble, ensembleMargins } from "../core/ml/boost/xgboost/boosted-rounds.ts";
import { histRounds } from "../core/ml/boost/xgboost/hist-rounds.ts";
import { objectives, softmaxed } from "../core/ml/boost/xgboost/objectives.ts";
import { quietContext } from "../core/ml/context.ts";
import { type Bench, byTurns, type Measured } from "./bench.ts";
import { higgsColumns, higgsLike } from "./higgs-like.ts";
import { cacheFolder, type PythonPeer, startPeer } from "./python-peer.ts";

const turns = 5;
const testRows = 50_000;

/** Row-major, as the peers read it. */
type Data = {
  name: string;
  rows: number;
  columns: number;
  classes: number;
  features: Float32Array;
  labels: Int32Array;
};
type Work = {
  name: string;
  data: () => Data;
  test: () => Data;
  rounds: number;
  depth: number;
  /** Leaf-wise to this many leaves; 0: depth-wise. */
  leaves: number;
  peers: readonly { peer: "xgboost" | "lightgbm" | "sklearn"; goals: Readonly<Record<number, number>> }[];
};

const works: readonly Work[] = [
  {
    name: "400,000 × 28",
    data: () => higgs(400_000, 1),
    test: () => higgs(testRows, 2),
    rounds: 100,
    depth: 6,
    leaves: 0,
    peers: [
      { peer: "xgboost", goals: { 1: 1.9, 2: 1.5 } },
      { peer: "sklearn", goals: { 1: 2.5, 2: 2 } },
    ],
  },
  {
    name: "400,000 × 28, 63 leaves",
    data: () => higgs(400_000, 1),
    test: () => higgs(testRows, 2),
    rounds: 100,
    depth: 0,
    leaves: 63,
    peers: [{ peer: "lightgbm", goals: { 1: 1.6, 2: 1.3 } }],
  },
  ...[
    { rows: 200_000, columns: 200, classes: 2, missing: 0 },
    { rows: 20_000, columns: 2_000, classes: 2, missing: 0 },
    { rows: 1_000_000, columns: 10, classes: 2, missing: 0 },
    { rows: 100_000, columns: 30, classes: 5, missing: 0 },
    { rows: 200_000, columns: 28, classes: 2, missing: 0.3 },
  ].map(
    (shape): Work => ({
      name: `${shape.rows.toLocaleString("en")} × ${shape.columns}${shape.classes > 2 ? `, ${shape.classes} classes` : ""}${shape.missing > 0 ? ", 30 % missing" : ""}`,
      data: () => sums(shape.rows, shape.columns, shape.classes, shape.missing, 1),
      test: () => sums(20_000, shape.columns, shape.classes, shape.missing, 2),
      rounds: shape.columns >= 200 ? 30 : 100,
      depth: 6,
      leaves: 0,
      peers: [{ peer: "xgboost", goals: { 1: 1.3, 2: 1.3 } }],
    }),
  ),
];

type Answer = { seconds: number; version: string; loss: number; peakBytes: number };

export const treesBench: Bench = {
  name: "trees",
  about: "boosted trees against XGBoost, LightGBM and scikit-learn, on one thread and on two",
  async run(log) {
    const rows: Measured[] = [];
    for (const work of works)
      for (const threads of [1, 2]) {
        const peer = startPeer("trees.py", log, [String(threads)]);
        try {
          rows.push(...(await compare(work, threads, peer, log)));
        } finally {
          peer.dispose();
        }
      }
    return rows;
  },
};

async function compare(
  work: Work,
  threads: number,
  peer: PythonPeer,
  log: (line: string) => void,
): Promise<Measured[]> {
  const [train, test] = [work.data(), work.test()];
  const files = { train: onDisk(train), test: onDisk(test) };
  const [features, testFeatures] = [columnsOf(train), columnsOf(test)];
  const measured: Measured[] = [];
  for (const { peer: name, goals } of work.peers) {
    log(`${work.name}, ${threads} threads, ${name}`);
    let ensemble: BoostedEnsemble | undefined;
    let answer: Answer | undefined;
    const best = await byTurns(
      turns,
      () => {
        const start = performance.now();
        ensemble = boosted(work, train, features, threads);
        return (performance.now() - start) / 1000;
      },
      async () => {
        const { rounds, depth, leaves } = work;
        const { columns, classes } = train;
        answer = (await peer.turn({
          ...files,
          columns,
          classes,
          peer: name,
          rounds,
          depth,
          leaves,
          threads,
        })) as Answer;
        return answer.seconds;
      },
      log,
    );
    if (!ensemble || !answer) throw new Error("no turn was run");
    const loss = meanLoss(ensemble, testFeatures, test.labels);
    log(`log loss on ${test.rows} other rows: ours ${loss.toFixed(5)}, peer ${answer.loss.toFixed(5)}`);
    log(
      `peak of the peer's memory: ${(answer.peakBytes / 2 ** 20).toFixed(0)} MiB; of all of ours: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
    );
    measured.push({
      name: `${work.name}, ${threads} ${threads > 1 ? "threads" : "thread"}`,
      ...best,
      peerName: answer.version,
      unit: "s",
      goal: goals[threads] ?? 1,
      agrees: loss < 1.01 * answer.loss,
    });
  }
  return measured;
}

function boosted(work: Work, data: Data, features: Float32Array[], threads: number): BoostedEnsemble {
  const name = data.classes > 2 ? "multi:softprob" : "binary:logistic";
  const objective = objectives.find((one) => one.name === name);
  if (!objective) throw new Error(`no objective ${name}`);
  return histRounds({
    objective,
    options: { tweediePower: 1.5, huberSlope: 1, maxDeltaStep: 0.7 },
    rounds: work.rounds,
    rules: {
      maxDepth: work.depth,
      learningRate: 0.1,
      gamma: 0,
      lambda: 1,
      alpha: 0,
      minChildWeight: 1,
      maxDeltaStep: 0,
    },
    labels: { values: Float32Array.from(data.labels), groups: data.classes > 2 ? data.classes : 1 },
    data: { rowCount: data.rows, names: features.map((_, f) => `f${f}`), features },
    hist: {
      bins: 256,
      growth: work.leaves > 0 ? "leaf-wise" : "depth-wise",
      maxLeaves: work.leaves,
      subsample: 1,
      columnsByTree: 1,
      seed: 0,
      threads,
    },
    ctx: quietContext,
  });
}

function meanLoss(ensemble: BoostedEnsemble, features: Float32Array[], labels: Int32Array): number {
  const { groups } = ensemble;
  const margins = ensembleMargins(ensemble, features, labels.length, quietContext);
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    if (groups === 1) {
      const sign = labels[row] === 1 ? -1 : 1;
      sum += Math.log1p(Math.exp(sign * margins[row]));
      continue;
    }
    const shares = margins.slice(row * groups, (row + 1) * groups);
    softmaxed(shares);
    sum -= Math.log(Math.max(shares[labels[row]], 1e-15));
  }
  return sum / labels.length;
}

function higgs(rows: number, seed: number): Data {
  return { name: `higgs-${rows}-${seed}`, rows, columns: higgsColumns, classes: 2, ...higgsLike(rows, seed) };
}

/** Normal features; the class is the bucket of a sum of steps and products of the first ten, with noise. */
function sums(rows: number, columns: number, classes: number, missing: number, seed: number): Data {
  const random = randomStream(seed, `bench/trees/${rows}/${columns}/${classes}`);
  const features = new Float32Array(rows * columns);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = features.subarray(row * columns, (row + 1) * columns);
    for (let f = 0; f < columns; f++) own[f] = random.normal();
    let signal = 0.7 * random.normal();
    for (let f = 0; f < 5; f++) signal += (own[f] > 0.3 * f ? 1 : -0.5) + 0.5 * own[f] * own[f + 5];
    labels[row] =
      classes === 2 ? Number(signal > 1) : Math.max(0, Math.min(classes - 1, Math.round(signal + 1)));
    if (missing > 0) for (let f = 0; f < columns; f++) if (random.uniform() < missing) own[f] = Number.NaN;
  }
  return {
    name: `sums-${rows}-${columns}-${classes}-${missing}-${seed}`,
    rows,
    columns,
    classes,
    features,
    labels,
  };
}

function columnsOf({ rows, columns, features }: Data): Float32Array[] {
  return Array.from({ length: columns }, (_, f) => {
    const column = new Float32Array(rows);
    for (let row = 0; row < rows; row++) column[row] = features[row * columns + f];
    return column;
  });
}

/** The path without its endings. */
function onDisk({ name, features, labels }: Data): string {
  const folder = `${cacheFolder}bench-data`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.f32`, features);
  writeFileSync(`${folder}/${name}.i32`, labels);
  return `${folder}/${name}`;
}
