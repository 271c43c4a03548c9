/** Labels after each stage, kept as changes (`Stages`): recorded while voting, played back when scoring. */
import type { Stages } from "../values.ts";

/** Collects label changes stage by stage. */
export type StageRecorder = {
  /** Row `row` has label `label` from the current stage on. */
  changed(row: number, label: number): void;
  /** Ends the current stage. `labels` are the labels after it; they are kept if it is the first. */
  end(labels: Int32Array): void;
  finish(): Stages;
};

/** A recorder at stage 0. */
export function recordStages(): StageRecorder {
  const flips = { stage: growing(), row: growing(), label: growing() };
  let count = 0;
  let first = new Int32Array(0);
  return {
    changed(row, label) {
      if (count === 0) return;
      flips.stage.push(count);
      flips.row.push(row);
      flips.label.push(label);
    },
    end(labels) {
      if (count === 0) first = labels.slice();
      count++;
    },
    finish: () => ({
      count,
      first,
      flipStage: flips.stage.taken(),
      flipRow: flips.row.taken(),
      flipLabel: Int32Array.from(flips.label.taken()),
    }),
  };
}

/**
 * Calls back with the labels after each stage. The array is reused: read it, do not keep it.
 *
 * ```ts
 * import { adaBoost, eachStage, fit, moons, predict, stump } from "espalier";
 * const data = moons({ rows: 40 });
 * const predictions = await predict(await fit(adaBoost(stump(), { rounds: 3 }), data), data);
 * let stages = 0;
 * if (predictions.task === "classification" && predictions.stages) eachStage(predictions.stages, () => stages++);
 * stages; // 3
 * ```
 */
export function eachStage(stages: Stages, visit: (labels: Int32Array, stage: number) => void): void {
  const labels = stages.first.slice();
  let next = 0;
  for (let stage = 0; stage < stages.count; stage++) {
    for (; next < stages.flipStage.length && stages.flipStage[next] === stage; next++)
      labels[stages.flipRow[next]] = stages.flipLabel[next];
    visit(labels, stage);
  }
}

/** A list of unsigned integers that doubles when it is full: flips can be many millions. */
function growing(): { push(value: number): void; taken(): Uint32Array } {
  let values = new Uint32Array(256);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    taken: () => values.slice(0, length),
  };
}
