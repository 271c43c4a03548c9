/**
 * Whether a column gives the target away. Measured as a person would try: guess each row's target from the *other* rows
 * that have the same value, or stand next to it in order. Leaving the row itself out keeps a column of names, which
 * no other row shares, from looking as if it knew everything.
 */
import type { Task } from "../../base/table-facts.ts";
import type { ColumnSign } from "../../base/table-profile.ts";
import { isValid } from "../table/validity.ts";
import type { Column } from "../values.ts";

/** Cells of the target where it has one: class codes or numbers, by the rows they stand in. */
export type TargetCells = { task: Task; rows: Uint32Array; cells: Float64Array };

/** Rows that are enough to tell; a sort of more for each column would be felt. */
const enoughRows = 20_000;
/** Cells of all columns together: a table of a thousand columns is judged by fewer rows. */
const enoughCells = 4_000_000;

/** Of what a constant guess gets wrong, this share is got right by a column that gives the target away. */
const skillOfClasses = 0.99;
const skillOfNumbers = 0.999;
const correlation = 0.999;
/** Fewer rows prove nothing. */
const fewestRows = 30;

/** The target's cells, of at most 20,000 rows that stand evenly in the table. */
export function targetCells(column: Column, task: Task, rowCount: number): TargetCells {
  const step = Math.max(1, Math.ceil(rowCount / enoughRows));
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += step) if (isValid(column, row)) rows.push(row);
  const cells = "values" in column ? column.values : column.codes;
  return { task, rows: Uint32Array.from(rows), cells: Float64Array.from(rows, (row) => cells[row]) };
}

/** How the column gives the target away, if it does. `columns`: how many there are to be judged. */
export function givesAway(column: Column, target: TargetCells, columns = 1): ColumnSign | undefined {
  const { task, rows, cells: truth } = thinned(target, Math.max(1000, Math.floor(enoughCells / columns)));
  if (rows.length < fewestRows) return undefined;
  const own = "values" in column ? column.values : column.codes;
  // A missing cell is a value too: a date of death that only some rows have says all.
  const cells = Float64Array.from(rows, (row) => (isValid(column, row) ? own[row] : Number.NaN));
  const ordered = "values" in column;
  if (task === "regression") {
    if (ordered && cells.every((cell, i) => cell === truth[i])) return sign("copy", 1);
    const straight = ordered ? Math.abs(pearson(cells, truth)) : 0;
    if (straight > correlation) return sign("linear", straight);
    const rising = ordered ? Math.abs(pearson(ranks(cells), ranks(truth))) : 0;
    if (rising > correlation) return sign("monotone", rising);
    const skill = numberSkill(cells, truth, ordered);
    return skill > skillOfNumbers ? sign("lookup", skill) : undefined;
  }
  const skill = classSkill(cells, truth, ordered);
  return skill > skillOfClasses ? sign("lookup", skill) : undefined;
}

/** Share of the rows that a first fit by time learns from, at the least. */
const firstPart = 0.1;

/** Whether the earliest rows, by a column of moments, are all of one class. */
export function oneClassFirst(column: Column, { rows, cells: truth }: TargetCells): boolean {
  if (column.kind !== "datetime") return false;
  const order = orderOf(Float64Array.from(rows, (row) => column.values[row]));
  const first = order.subarray(0, Math.max(2, Math.floor(firstPart * order.length)));
  return first.every((row) => truth[row] === truth[first[0]]);
}

function sign(how: "copy" | "linear" | "monotone" | "lookup", strength: number): ColumnSign {
  return { kind: "gives-away", how, strength: Math.min(1, strength) };
}

function thinned({ task, rows, cells }: TargetCells, most: number): TargetCells {
  const step = Math.ceil(rows.length / most);
  if (step <= 1) return { task, rows, cells };
  const keep = (_: number, i: number) => i % step === 0;
  return { task, rows: rows.filter(keep), cells: cells.filter(keep) };
}

/**
 * 1 − error of a leave-one-out guess / error of the most frequent class. The guess: the most frequent class of the others
 * with the same value; of a number that no other row has, the class of one of its two neighbours (where a threshold
 * divides the classes, they differ, and one is right).
 */
export function classSkill(cells: Float64Array, truth: Float64Array, ordered: boolean): number {
  const counts = new Map<number, number>();
  for (const label of truth) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = largest(counts);
  const baseWrong = truth.length - (counts.get(most) ?? 0);
  if (baseWrong === 0) return 0;
  let wrong = 0;
  const groups = groupsOf(cells);
  groups.forEach((group, g) => {
    if (group.length === 1) {
      const [before, after] = [groups[g - 1], groups[g + 1]].map((other) => other && truth[other[0]]);
      const sides = [before, after].filter((side) => side !== undefined);
      const right = ordered && sides.length > 0 ? sides.includes(truth[group[0]]) : truth[group[0]] === most;
      if (!right) wrong++;
      return;
    }
    const own = new Map<number, number>();
    for (const i of group) own.set(truth[i], (own.get(truth[i]) ?? 0) + 1);
    for (const i of group) {
      own.set(truth[i], (own.get(truth[i]) ?? 0) - 1);
      if (largest(own) !== truth[i]) wrong++;
      own.set(truth[i], (own.get(truth[i]) ?? 0) + 1);
    }
  });
  return 1 - wrong / baseWrong;
}

/** R² of a leave-one-out guess: the mean of the others with the same value, else of the two neighbours in order. */
export function numberSkill(cells: Float64Array, truth: Float64Array, ordered: boolean): number {
  const total = truth.reduce((sum, value) => sum + value, 0);
  const mean = total / truth.length;
  const variance = truth.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(variance > 0)) return 0;
  let squares = 0;
  const groups = groupsOf(cells);
  const sums = groups.map((group) => group.reduce((sum, i) => sum + truth[i], 0));
  groups.forEach((group, g) => {
    for (const i of group) {
      let guess = mean;
      if (group.length > 1) guess = (sums[g] - truth[i]) / (group.length - 1);
      else if (ordered) {
        const sides = [g - 1, g + 1].filter((side) => side >= 0 && side < groups.length);
        guess = sides.reduce((sum, side) => sum + sums[side] / groups[side].length, 0) / sides.length;
      }
      squares += (truth[i] - guess) ** 2;
    }
  });
  return 1 - squares / variance;
}

/** Rows of equal value, in the order of their values, those without one last. */
function groupsOf(cells: Float64Array): number[][] {
  const order = orderOf(cells);
  const groups: number[][] = [];
  let before: number | undefined;
  for (const i of order) {
    if (before !== undefined && sameCell(cells[i], cells[before])) groups[groups.length - 1].push(i);
    else groups.push([i]);
    before = i;
  }
  return groups;
}

function sameCell(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function orderOf(cells: Float64Array): Uint32Array {
  const at = (i: number) => (Number.isNaN(cells[i]) ? Number.POSITIVE_INFINITY : cells[i]);
  return Uint32Array.from(cells, (_, i) => i).sort((a, b) =>
    at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b,
  );
}

/** Mean ranks; missing stays missing. */
function ranks(cells: Float64Array): Float64Array {
  const of = new Float64Array(cells.length).fill(Number.NaN);
  let place = 0;
  for (const group of groupsOf(cells)) {
    if (!Number.isNaN(cells[group[0]])) for (const i of group) of[i] = place + (group.length - 1) / 2;
    place += group.length;
  }
  return of;
}

/** Over the rows that have both; 0 where there are too few, or nothing varies. */
function pearson(a: Float64Array, b: Float64Array): number {
  let [n, sumA, sumB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) continue;
    n++;
    sumA += a[i];
    sumB += b[i];
  }
  if (n < fewestRows) return 0;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) continue;
    const [da, db] = [a[i] - sumA / n, b[i] - sumB / n];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** The key of the largest count, the first of equals. */
function largest(counts: ReadonlyMap<number, number>): number {
  let [best, most] = [Number.NaN, -1];
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count];
  return best;
}
