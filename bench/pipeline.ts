/**
 * 1,000,000 × 50 rows split, standardised and fitted by logistic regression, against scikit-learn's pipeline on the same
 * numbers with the same tolerance. Ours runs in a process of its own, so that its peak of memory is its own.
 */
import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomStream } from "../core/base/random.ts";
import { type Bench, byTurns } from "./bench.ts";
import type { PipelineAnswer, PipelineRequest } from "./pipeline-once.ts";
import { cacheFolder, startPeer } from "./python-peer.ts";

const rows = 1_000_000;
const columns = 50;
const turns = 3;

type PeerAnswer = { seconds: number; version: string; accuracy: number; coefficients: number[] };

export const pipelineBench: Bench = {
  name: "pipeline",
  about: `${rows} × ${columns}: split, standardise, logistic regression; against scikit-learn`,
  async run(log) {
    const request = writeData();
    const peer = startPeer("pipeline.py", log);
    let ours: PipelineAnswer | undefined;
    let theirs: PeerAnswer | undefined;
    const best = await byTurns(
      turns,
      async () => {
        ours = await runOnce(request);
        log(`ours: ${JSON.stringify({ ...ours, coefficients: undefined })}`);
        return ours.seconds;
      },
      async () => {
        theirs = (await peer.turn(request)) as PeerAnswer;
        return theirs.seconds;
      },
      log,
    );
    peer.dispose();
    if (!ours || !theirs) throw new Error("no turn was run");
    log(`accuracy on the test part: ours ${ours.accuracy}, peer ${theirs.accuracy} (parts drawn apart)`);
    const agrees = agreement(ours, theirs, log);
    const bytes = rows * (columns * 8 + 8);
    return [
      { name: "pipeline", ...best, peerName: theirs.version, unit: "s", goal: 0.7, agrees },
      {
        name: "pipeline memory",
        ours: ours.peakBytes / 2 ** 20,
        peer: (3 * bytes) / 2 ** 20,
        peerName: "3 × the table",
        unit: "MiB",
        goal: 1,
        agrees,
      },
    ];
  },
};

/** Parts are drawn by other generators, so weights agree as far as 700,000 rows tell: within a few standard errors. */
function agreement(ours: PipelineAnswer, theirs: PeerAnswer, log: (line: string) => void): boolean {
  const apart = Math.max(...ours.coefficients.map((w, j) => Math.abs(w - theirs.coefficients[j])));
  log(`largest difference of a weight: ${apart.toPrecision(3)}`);
  return apart < 0.03 && Math.abs(ours.accuracy - theirs.accuracy) < 0.005;
}

function writeData(): PipelineRequest {
  const folder = `${cacheFolder}bench-data`;
  mkdirSync(folder, { recursive: true });
  const request = { features: `${folder}/pipeline.f64`, labels: `${folder}/pipeline.i32`, rows, columns };
  const random = randomStream(1, "bench/pipeline");
  const truth = Float64Array.from({ length: columns }, () => random.normal() / 4);
  const features = new Float64Array(rows * columns);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let score = 0;
    for (let j = 0; j < columns; j++) {
      const z = random.normal();
      features[row * columns + j] = (j % 5) * 10 + (1 + (j % 7)) * z;
      score += truth[j] * z;
    }
    labels[row] = random.uniform() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
  }
  writeFileSync(request.features, features);
  writeFileSync(request.labels, labels);
  return request;
}

function runOnce(request: PipelineRequest): Promise<PipelineAnswer> {
  return new Promise((done, failed) => {
    const program = fileURLToPath(new URL("pipeline-once.ts", import.meta.url));
    const child = fork(program, [JSON.stringify(request)], { stdio: ["ignore", 2, 2, "ipc"] });
    child.once("message", (answer) => done(answer as PipelineAnswer));
    child.once("exit", (code) => failed(new Error(`pipeline-once ended with ${code}`)));
  });
}
