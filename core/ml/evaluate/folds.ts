/**
 * Which row is tested in which fold. A folding is one number a row, not a list of rows for each fold: it is small however
 * many folds there are, and no row can stand in two test parts. Knows rows, classes, groups and moments, and no learner.
 */
import { fail, warning } from "../../base/diagnostic.ts";
import { permutation, type Random, randomStream } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import { byCodePoint } from "../table/columns.ts";
import { groupsOf, onlyColumn } from "../table/split-by.ts";
import { columnsWithRole } from "../table/table.ts";
import { countMissing } from "../table/validity.ts";
import type { CodeColumn, Table } from "../values.ts";

export const foldKinds = ["stratified", "random", "group", "time"] as const;
export type FoldKind = (typeof foldKinds)[number];

export type FoldOptions = {
  /** Number of folds K, at least 2. Default 5. */
  folds?: number;
  /**
   * How rows come to folds. `"stratified"` spreads every class of the target evenly; `"random"` spreads rows;
   * `"group"` keeps rows of one group (the column with the role group) together; `"time"` tests each part on what was
   * learned from all before it, by the column with the role time or, without one, by the order of the table.
   * Default `"stratified"`.
   */
  kind?: FoldKind;
  /** How often everything is repeated with other folds. Default 1. */
  repeats?: number;
  /** Default 0. */
  seed?: number;
};

/** One division of a table into folds. */
export type Folding = {
  kind: FoldKind;
  /** `[rows]`: the fold that tests the row, 0 … K−1; −1 for the first rows in time, which no fold tests. */
  of: Int32Array;
};

/**
 * One folding a repeat. Every row is tested in exactly one fold, and fold sizes differ by one at most (scikit-learn's
 * KFold); stratified, so do the counts of each class (StratifiedKFold). Groups go whole, the largest first, to the fold
 * that is smallest so far (GroupKFold); which of several groups of one size comes first is drawn. By time the n rows are
 * cut into K + 1 parts, ⌊n/(K+1)⌋ rows in each of the K that are tested (TimeSeriesSplit); rows of one moment are told
 * apart by their order in the table.
 *
 * Throws `folds.kind`, `folds.count`, `folds.repeats`, `folds.more-than-rows`, `folds.repeated-time`,
 * `folds.not-classes`, `folds.classes-too-small`, `folds.too-few-groups`, what `onlyColumn` throws, and `split.time-kind`;
 * warns `folds.small-classes` and `folds.same-again`.
 */
export function foldings(table: Table, options: FoldOptions, ctx: WorkContext): readonly Folding[] {
  const { folds = 5, kind = "stratified", repeats = 1, seed = 0 } = options;
  if (!foldKinds.includes(kind)) fail("folds.kind", { kind: String(kind), known: foldKinds });
  if (!(Number.isInteger(folds) && folds >= 2)) fail("folds.count", { folds });
  if (!(Number.isInteger(repeats) && repeats >= 1)) fail("folds.repeats", { repeats });
  if (kind === "time" && repeats > 1) fail("folds.repeated-time", { repeats });
  const parts = kind === "time" ? folds + 1 : folds;
  if (parts > table.rowCount) fail("folds.more-than-rows", { folds, rows: table.rowCount, parts });

  const target = kind === "stratified" ? classesOf(table, folds, ctx) : undefined;
  const made = Array.from({ length: repeats }, (_, repeat): Folding => {
    ctx.progress(0, 1);
    const random = randomStream(seed, `folds/${repeat + 1}`);
    if (target) return { kind, of: byClass(target, folds, random) };
    if (kind === "group") return { kind, of: byGroup(table, folds, random) };
    return { kind, of: kind === "time" ? byTime(table, folds) : dealt(table.rowCount, folds, random) };
  });
  const [first, ...others] = made;
  // Only groups whose sizes all differ can do this: then there is nothing to draw.
  if (others.some(({ of }) => of.every((fold, row) => fold === first.of[row])))
    ctx.warn(warning("folds.same-again", { repeats }));
  return made;
}

/** The rows that a fold is fitted on and tested on, in the order of the table. */
export function foldRows({ kind, of }: Folding, fold: number): { train: Uint32Array; test: Uint32Array } {
  const train = new Uint32Array(of.length);
  const test = new Uint32Array(of.length);
  let trained = 0;
  let tested = 0;
  for (let row = 0; row < of.length; row++) {
    if (of[row] === fold) test[tested++] = row;
    else if (kind !== "time" || of[row] < fold) train[trained++] = row;
  }
  return { train: train.subarray(0, trained), test: test.subarray(0, tested) };
}

function dealt(rows: number, folds: number, random: Random): Int32Array {
  const of = new Int32Array(rows);
  permutation(rows, random).forEach((row, place) => {
    of[row] = place % folds;
  });
  return of;
}

/** Classes one after the other, each in an order that is drawn, and dealt out like cards without starting over. */
function byClass(target: CodeColumn, folds: number, random: Random): Int32Array {
  const of = new Int32Array(target.codes.length);
  let place = 0;
  for (const { rows } of classRows(target))
    for (const i of permutation(rows.length, random)) of[rows[i]] = place++ % folds;
  return of;
}

/** In the order of their names, so that the folds do not depend on how a reader numbered the levels. */
function classRows(target: CodeColumn): { level: string; rows: number[] }[] {
  const rowsOf = target.levels.map((level) => ({ level, rows: [] as number[] }));
  target.codes.forEach((code, row) => {
    rowsOf[code].rows.push(row);
  });
  return rowsOf.filter(({ rows }) => rows.length > 0).sort((a, b) => byCodePoint(a.level, b.level));
}

function classesOf(table: Table, folds: number, ctx: WorkContext): CodeColumn {
  const target = columnsWithRole(table, "target")[0] ?? fail("fit.no-target", { columns: namesOf(table) });
  if (!("codes" in target)) return fail("folds.not-classes", { column: target.name, kind: target.kind });
  const missing = countMissing(target, table.rowCount);
  if (missing > 0) fail("fit.missing-target", { column: target.name, missing, rows: table.rowCount });
  const classes = classRows(target);
  const small = classes.filter(({ rows }) => rows.length < folds).map(({ level }) => level);
  const most = classes.reduce((largest, { rows }) => Math.max(largest, rows.length), 0);
  if (small.length === classes.length) fail("folds.classes-too-small", { column: target.name, folds, most });
  if (small.length > 0)
    ctx.warn(warning("folds.small-classes", { column: target.name, folds, classes: small.slice(0, 10) }));
  return target;
}

function namesOf(table: Table): string[] {
  return table.columns.map((column) => column.name);
}

function byGroup(table: Table, folds: number, random: Random): Int32Array {
  const column = onlyColumn(table, "group");
  const { of, groups } = groupsOf(column);
  if (groups < folds) fail("folds.too-few-groups", { column: column.name, groups, folds });
  const sizes = new Uint32Array(groups);
  for (const group of of) sizes[group]++;
  const loads = new Float64Array(folds);
  const foldOf = new Int32Array(groups);
  for (const group of permutation(groups, random).sort((a, b) => sizes[b] - sizes[a])) {
    const lightest = loads.indexOf(loads.reduce((least, load) => Math.min(least, load)));
    foldOf[group] = lightest;
    loads[lightest] += sizes[group];
  }
  return Int32Array.from(of, (group) => foldOf[group]);
}

function byTime(table: Table, folds: number): Int32Array {
  const rows = table.rowCount;
  const each = Math.floor(rows / (folds + 1));
  const start = rows - folds * each;
  const of = new Int32Array(rows);
  inTime(table).forEach((row, place) => {
    of[row] = place < start ? -1 : Math.floor((place - start) / each);
  });
  return of;
}

function inTime(table: Table): Uint32Array {
  const order = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
  if (columnsWithRole(table, "time").length === 0) return order;
  const column = onlyColumn(table, "time");
  if (!("values" in column)) return fail("split.time-kind", { column: column.name, kind: column.kind });
  const { values } = column;
  return order.sort((a, b) => values[a] - values[b] || a - b);
}
