/**
 * Splitting a table into a training and a test part that share no row. Sizes are scikit-learn's, the rows drawn are
 * ours (another generator), and both parts keep the order of the table so that they can be read.
 */
import { fail } from "../../base/diagnostic.ts";
import { permutation, type Random, randomStream } from "../../base/random.ts";
import type { CodeColumn, Table } from "../values.ts";
import { byCodePoint } from "./columns.ts";
import { earliest, groupsLeft } from "./split-by.ts";
import { columnsWithRole, takeRows } from "./table.ts";
import { countMissing } from "./validity.ts";

export const splitWays = ["rows", "group", "time"] as const;
export type SplitBy = (typeof splitWays)[number];

export type SplitOptions = {
  /** Share of rows for the test part, between 0 and 1. Default 0.25. */
  test?: number;
  /** Keep the class shares of the target in both parts. Default false. */
  stratify?: boolean;
  /**
   * What is drawn: rows; whole groups, by the column with the role group; or nothing, and the last rows by the column
   * with the role time are the test part. Default `"rows"`.
   */
  by?: SplitBy;
  /** Default 0. */
  seed?: number;
};

/**
 * Draws a test part of ⌈test·n⌉ rows; the rest is the training part. Stratified: class k gives ⌊n_train·n_k/n⌋ rows
 * to the training part, and what is still missing goes to the largest remainders (scikit-learn's
 * StratifiedShuffleSplit; equal remainders go to the first class there is, where scikit-learn draws).
 *
 * By group ⌈test·G⌉ of the G groups are the test part, so that no group stands in both. By time the test part has the
 * ⌈test·n⌉ rows of the latest moments; rows of one moment are told apart by their order in the table.
 *
 * Throws `split.share`, `split.too-few-rows`, `split.by`, and when stratifying `split.no-target`, `split.target-not-classes`,
 * `split.missing-target`, `split.single-row-class`, `split.part-smaller-than-classes`, `split.stratify-by`; else what
 * `groupsLeft` and `earliest` throw.
 *
 * ```ts
 * import { moons, split } from "espalier";
 * const { train, test } = split(moons({ rows: 100 }), { test: 0.3, stratify: true, seed: 7 });
 * [train.rowCount, test.rowCount]; // [70, 30]
 * ```
 */
export function split(table: Table, options: SplitOptions = {}): { train: Table; test: Table } {
  const { test: share = 0.25, stratify = false, by = "rows", seed = 0 } = options;
  if (!(share > 0 && share < 1)) fail("split.share", { share });
  if (!splitWays.includes(by)) fail("split.by", { by: String(by), known: splitWays });
  if (stratify && by !== "rows") fail("split.stratify-by", { by });
  const testCount = Math.ceil(share * table.rowCount);
  const trainCount = table.rowCount - testCount;
  if (trainCount < 1 || testCount < 1)
    fail("split.too-few-rows", { rows: table.rowCount, train: trainCount, test: testCount });

  const random = randomStream(seed, "split");
  const inTrain =
    by === "group"
      ? groupsLeft(table, share, random)
      : by === "time"
        ? earliest(table, trainCount)
        : stratify
          ? stratified(classesOf(table), trainCount, testCount, random)
          : drawn(table.rowCount, trainCount, random);
  return { train: takeRows(table, rowsWhere(inTrain, 1)), test: takeRows(table, rowsWhere(inTrain, 0)) };
}

function rowsWhere(marks: Uint8Array, mark: number): Uint32Array {
  const rows = new Uint32Array(marks.length);
  let count = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] === mark) rows[count++] = row;
  return rows.subarray(0, count);
}

/** How many of `draws` rows each class gives: proportional, rounded by largest remainder. `counts`: `[classes]`. */
export function allocate(counts: readonly number[], draws: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / total) * draws);
  const given = exact.map(Math.floor);
  const order = exact.map((_, k) => k).sort((a, b) => exact[b] - given[b] - (exact[a] - given[a]) || a - b);
  const missing = draws - given.reduce((sum, count) => sum + count, 0);
  for (const k of order.slice(0, missing)) given[k]++;
  return given;
}

function drawn(rows: number, count: number, random: Random): Uint8Array {
  const chosen = new Uint8Array(rows);
  for (const row of permutation(rows, random).subarray(0, count)) chosen[row] = 1;
  return chosen;
}

function stratified(target: CodeColumn, trainCount: number, testCount: number, random: Random): Uint8Array {
  const rowsOf = target.levels.map((): number[] => []);
  for (let row = 0; row < target.codes.length; row++) rowsOf[target.codes[row]].push(row);
  // In the order of their names, so that the rows drawn do not depend on how a reader numbered the levels.
  const groups = rowsOf
    .map((rows, code) => ({ rows, level: target.levels[code] }))
    .filter((group) => group.rows.length > 0)
    .sort((a, b) => byCodePoint(a.level, b.level));
  const single = groups.filter((group) => group.rows.length < 2).map((group) => group.level);
  if (single.length > 0) fail("split.single-row-class", { column: target.name, classes: single });
  const smaller = Math.min(trainCount, testCount);
  if (smaller < groups.length)
    fail("split.part-smaller-than-classes", { rows: smaller, classes: groups.length });

  const share = allocate(
    groups.map((group) => group.rows.length),
    trainCount,
  );
  const chosen = new Uint8Array(target.codes.length);
  groups.forEach(({ rows }, k) => {
    for (const i of permutation(rows.length, random).subarray(0, share[k])) chosen[rows[i]] = 1;
  });
  return chosen;
}

function classesOf(table: Table): CodeColumn {
  const [target] = columnsWithRole(table, "target");
  if (target === undefined) fail("split.no-target");
  if (!("codes" in target)) fail("split.target-not-classes", { column: target.name, kind: target.kind });
  const missing = countMissing(target, table.rowCount);
  if (missing > 0) fail("split.missing-target", { column: target.name, missing });
  return target;
}
