/**
 * 100 stumps on 100,000 × 28 against scikit-learn's AdaBoostClassifier, one thread each. Timed is `fit`: ours from
 * the table to the model with its trace, theirs from the float32 matrix to the estimator.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import {
  accuracy,
  adaBoost,
  codeColumn,
  fitNow,
  type Model,
  numberColumn,
  predictNow,
  stump,
  type Table,
  tableFrom,
} from "../core/ml/espalier.ts";
import { type Bench, byTurns } from "./bench.ts";
import { higgsColumns, higgsLike } from "./higgs-like.ts";
import { cacheFolder, startPeer } from "./python-peer.ts";

const rows = 100_000;
const rounds = 100;
const turns = 3;

type Answer = { seconds: number; version: string; alpha: number[]; accuracy: number };

export const adaBoostBench: Bench = {
  name: "adaboost",
  about: `${rounds} stumps on ${rows} × ${higgsColumns}, against scikit-learn`,
  async run(log) {
    const { features, labels } = higgsLike(rows, 1);
    const folder = `${cacheFolder}bench-data`;
    mkdirSync(folder, { recursive: true });
    const files = { features: `${folder}/higgs.f32`, labels: `${folder}/higgs.i32` };
    writeFileSync(files.features, features);
    writeFileSync(files.labels, labels);
    const table = asTable(features, labels);
    const learner = adaBoost(stump(), { rounds });

    const peer = startPeer("adaboost.py", log);
    let model: Model | undefined;
    let answer: Answer | undefined;
    const best = await byTurns(
      turns,
      () => {
        const start = performance.now();
        model = fitNow(learner, table);
        return (performance.now() - start) / 1000;
      },
      async () => {
        answer = (await peer.turn({ ...files, rows, rounds })) as Answer;
        return answer.seconds;
      },
      log,
    );
    peer.dispose();
    if (!model || !answer) throw new Error("no turn was run");
    const agrees = agreement(model, table, answer, log);
    return [{ name: "adaboost", ...best, peerName: answer.version, unit: "s", goal: 5, agrees }];
  },
};

/** The same α in every round, to 1e-9 of it, and the same accuracy to 0.001. */
function agreement(model: Model, table: Table, answer: Answer, log: (line: string) => void): boolean {
  const alpha = model.trace?.series.alpha ?? new Float64Array(0);
  const differs = answer.alpha.findIndex((theirs, m) => !(Math.abs(alpha[m] - theirs) <= 1e-9 * theirs));
  const ours = accuracy(predictNow(model, table), { on: "training" });
  log(`training accuracy: ours ${ours}, peer ${answer.accuracy}`);
  log(differs < 0 ? `α agrees in all ${alpha.length} rounds` : `α differs from round ${differs + 1} on`);
  return differs < 0 && Math.abs(ours - answer.accuracy) < 1e-3;
}

function asTable(features: Float32Array, labels: Int32Array): Table {
  const columns = Array.from({ length: higgsColumns }, (_, k) =>
    numberColumn(
      `f${k}`,
      Float64Array.from(labels, (_, row) => features[row * higgsColumns + k]),
    ),
  );
  const target = codeColumn("signal", labels, ["no", "yes"], { role: "target" });
  return tableFrom({ columns: [...columns, target], source: "bench/higgs-like" });
}
