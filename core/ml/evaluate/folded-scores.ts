/** What pairs the scores of two learners: the same rows in the same folds, by a hash. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Task } from "../../base/table-facts.ts";
import { isStep } from "../prepare/steps.ts";
import type { FoldedScores, Learner, Table } from "../values.ts";
import { type FoldScores, sharedMetrics } from "./fold-table.ts";
import type { Folding } from "./folds.ts";

/** The scores of every fit, with the partition they were measured on. */
export function foldedScores(
  fits: readonly FoldScores[],
  learner: Learner,
  {
    table,
    foldings,
    target,
    task,
  }: { table: Table; foldings: readonly Folding[]; target: string; task: Task },
): FoldedScores {
  return {
    partition: partitionOf(table, foldings, target),
    task,
    learner: nameOf(learner),
    train: Float64Array.from(fits, ({ train }) => train),
    test: Float64Array.from(fits, ({ test }) => test),
    values: Object.fromEntries(
      sharedMetrics(fits).map((name) => [name, Float64Array.from(fits, ({ values }) => values[name])]),
    ),
  };
}

/** The algorithm behind the steps that prepare its features. */
export function nameOf(learner: Learner): string {
  const inner = learner.parts.learner;
  return inner && isStep(learner.algorithm) ? nameOf(inner) : learner.algorithm;
}

function partitionOf(table: Table, foldings: readonly Folding[], target: string): string {
  const hash = sha256.create();
  hash.update(utf8ToBytes(JSON.stringify([target, foldings.map(({ kind }) => kind === "time")])));
  for (const { source, ids } of table.origin) hash.update(utf8ToBytes(source)).update(bytesOf(ids));
  for (const { of } of foldings) hash.update(bytesOf(of));
  return bytesToHex(hash.digest());
}

/** A copy: a hash takes no shared memory. */
function bytesOf(numbers: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}
