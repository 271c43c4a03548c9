/**
 * Rows that a reader chose, found in the whole value of which the page has a window, and found again in other values. A
 * selection is a row set: rows of one source by their number in it. Of a table of several sources the first counts.
 */
import { createHash } from "node:crypto";
import { fail } from "../base/diagnostic.ts";
import { arrivals, rowsAtNode } from "../ml/inspect/arrivals.ts";
import { weightsOfRound } from "../ml/inspect/sample-weights.ts";
import type { Column, ConfusionFigure, Predictions, RowSet, Table, Value } from "../ml/values.ts";
import type { Marks, MarksRequest, Where } from "../service/selection.ts";
import { barMarks } from "./bar-marks.ts";
import { byProbability, classMarks } from "./class-rows.ts";
import { pointMarks } from "./look-points.ts";

/** The rows of a value, as it counts them, and which of them are meant. Throws `selection.not-here`. */
export type Chosen = { set: RowSet; positions: Uint32Array };

/**
 * Finds the rows. `table` is what `where` names beside the value itself, `order` the positions that its ranges are counted in.
 * Throws `selection.not-here`.
 */
export function choose(value: Value, where: Where, table: unknown, order?: Uint32Array): Chosen {
  if (where.by === "node") {
    if (value.kind === "model" && isTable(table)) {
      const positions = rowsAtNode(value, table, where.node, where.member);
      if (positions) return { set: setOf(table.origin), positions };
    }
    return notHere(where);
  }
  if (value.kind === "table") return { set: setOf(value.origin), positions: inTable(value, where, order) };
  if (value.kind === "trace" && where.by === "weight" && isTable(table)) {
    const { order } = weightsOfRound(value, where.round);
    if (order.length !== table.rowCount) return notHere(where);
    return { set: setOf(table.origin), positions: order.slice(0, where.top) };
  }
  if (value.kind === "predictions") return { set: setOf(value.rows), positions: inPredictions(value, where) };
  if (value.kind === "figure" && value.form === "confusion" && where.by === "cell") {
    const k = value.classes.length;
    const cell =
      classAt(value.classes, where.truth, where) * k + classAt(value.classes, where.predicted, where);
    return {
      set: setOf(value.rows),
      positions: value.cellRows.slice(value.cellStart[cell], value.cellStart[cell + 1]),
    };
  }
  return notHere(where);
}

function inTable(table: Table, where: Where, order: Uint32Array | undefined): Uint32Array {
  const count = table.rowCount;
  if (where.by === "rows" && order) return inRanges(order.length, where.ranges).map((at) => order[at]);
  if (where.by === "rows") return inRanges(count, where.ranges);
  if (where.by === "between") {
    const ends = Object.entries(where.columns).map(([name, [low, high]]) => {
      const column = columnOf(table, name, where);
      return "values" in column ? { values: column.values, low, high } : notHere(where);
    });
    return rowsThat(count, (row) =>
      ends.every(({ values, low, high }) => isWithin(values[row], low, high, where.below)),
    );
  }
  if (where.by === "level") {
    const column = columnOf(table, where.column, where);
    if (!("codes" in column)) return notHere(where);
    const code = where.level === null ? -1 : column.levels.indexOf(where.level);
    if (where.level !== null && code < 0) return notHere(where);
    return rowsThat(count, (row) => column.codes[row] === code);
  }
  return notHere(where);
}

function inPredictions(predictions: Predictions, where: Where): Uint32Array {
  const count = setOf(predictions.rows).ids.length;
  if (where.by === "rows") return inRanges(count, where.ranges);
  if (where.by === "cell" && predictions.task === "classification") {
    const { classes, labels, truth } = predictions;
    const cell = [classAt(classes, where.truth, where), classAt(classes, where.predicted, where)];
    return rowsThat(count, (row) => truth?.[row] === cell[0] && labels[row] === cell[1]);
  }
  if (where.by === "probability" && predictions.task === "classification")
    return byProbability(predictions, where) ?? notHere(where);
  if (where.by === "between" && predictions.task === "regression") {
    const { values, truth } = predictions;
    const read: Readonly<Record<string, (row: number) => number>> = {
      predicted: (row) => values[row],
      truth: (row) => truth?.[row] ?? Number.NaN,
      residual: (row) => (truth?.[row] ?? Number.NaN) - values[row],
    };
    const ends = Object.entries(where.columns).map(([name, [low, high]]) => {
      if (!Object.hasOwn(read, name)) return notHere(where);
      return { value: read[name], low, high };
    });
    return rowsThat(count, (row) =>
      ends.every(({ value, low, high }) => isWithin(value(row), low, high, where.below)),
    );
  }
  return notHere(where);
}

function isWithin(value: number, low: number, high: number, below = false): boolean {
  return value >= low && (below ? value < high : value <= high);
}

/** What of a selection is in a value. */
export function marksOf(
  value: Value,
  selected: RowSet,
  request: MarksRequest,
  table: unknown,
  order?: Uint32Array,
): Marks {
  switch (value.kind) {
    case "table":
      if (request.points) return tablePoints(value, selected);
      return request.bars === undefined
        ? rowMarks(
            setOf(value.origin),
            selected,
            request,
            request.among ? Uint32Array.from(request.among) : order,
          )
        : tableBars(value, selected, request.bars);
    case "predictions": {
      const set = setOf(value.rows);
      if (!request.classes || value.task !== "classification") return rowMarks(set, selected, request);
      if (set.source !== selected.source) return { kind: "none" };
      const isIn = membership(selected);
      return classMarks(value, (row) => isIn(set.ids[row]));
    }
    case "figure":
      return value.form === "confusion" ? cellMarks(value, selected) : { kind: "none" };
    case "model": {
      if (!isTable(table)) return { kind: "none" };
      const set = setOf(table.origin);
      if (set.source !== selected.source) return { kind: "none" };
      const isIn = membership(selected);
      const rows = rowsThat(set.ids.length, (row) => isIn(set.ids[row]));
      const counts = arrivals(value, table, request.member, rows);
      return counts ? { kind: "nodes", count: rows.length, nodes: Array.from(counts) } : { kind: "none" };
    }
    default:
      return { kind: "none" };
  }
}

function tablePoints(table: Table, selected: RowSet): Marks {
  const set = setOf(table.origin);
  return set.source === selected.source ? pointMarks(set, membership(selected)) : { kind: "none" };
}

function tableBars(table: Table, selected: RowSet, from: number): Marks {
  const set = setOf(table.origin);
  if (set.source !== selected.source) return { kind: "none" };
  const isIn = membership(selected);
  const rows = rowsThat(set.ids.length, (row) => isIn(set.ids[row]));
  return { kind: "bars", count: rows.length, columns: barMarks(table, rows, from) };
}

const mostMarks = 100_000;

function rowMarks(
  set: RowSet,
  selected: RowSet,
  { offset = 0, limit = mostMarks, among }: MarksRequest,
  order?: Uint32Array,
): Marks {
  if (set.source !== selected.source) return { kind: "none" };
  const isIn = membership(selected);
  const end = offset + Math.min(limit, mostMarks);
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < set.ids.length; row++) {
    if (!isIn(set.ids[row])) continue;
    count++;
    if (!order && row >= offset && row < end) rows.push(row);
  }
  // Counted in all of the table, marked in what of it is shown.
  if (order)
    for (let at = offset; at < Math.min(end, order.length); at++)
      if (isIn(set.ids[order[at]])) rows.push(among ? order[at] : at);
  return { kind: "rows", count, rows };
}

function cellMarks({ classes, cellStart, cellRows, rows }: ConfusionFigure, selected: RowSet): Marks {
  const set = setOf(rows);
  if (set.source !== selected.source) return { kind: "none" };
  const isIn = membership(selected);
  const k = classes.length;
  const counts = new Array<number>(k * k).fill(0);
  for (let cell = 0; cell < counts.length; cell++)
    for (let at = cellStart[cell]; at < cellStart[cell + 1]; at++)
      if (isIn(set.ids[cellRows[at]])) counts[cell]++;
  return {
    kind: "cells",
    count: counts.reduce((sum, count) => sum + count, 0),
    cells: classes.map((_, truth) => counts.slice(truth * k, truth * k + k)),
  };
}

/** The chosen rows as a row set, put to a selection that is there already. One byte a row of the source, and plain loops: a hundred thousand rows are chosen in a drag. */
export function selectedSet(
  { set, positions }: Chosen,
  onto: RowSet | undefined,
  how: "add" | "toggle" | undefined,
): RowSet {
  const { source, from } = set;
  const base = how !== undefined && onto?.source === source ? onto.ids : new Uint32Array(0);
  const size = Math.max(sizeFor(base), sizeFor(set.ids));
  const before = flags(base, size);
  const after = how === undefined ? before : before.slice();
  for (let at = 0; at < positions.length; at++) {
    const id = set.ids[positions[at]];
    after[id] = how === "toggle" && before[id] === 1 ? 0 : 1;
  }
  return { source, ids: flagged(after), ...(from && { from }) };
}

/** How many rows of a set are selected, and how many it has. */
export function heldBy(set: RowSet, selected: RowSet): { here: number; total: number } {
  const isIn = membership(selected);
  let here = 0;
  for (const id of set.ids) if (isIn(id)) here++;
  return { here, total: set.ids.length };
}

/** Content key of a row set. */
export function keyOf({ source, ids }: RowSet): string {
  const bytes = new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength);
  return createHash("sha256").update(`selection\n${source}\n`).update(bytes).digest("hex");
}

/** The row set that a stored selection holds. */
export function storedSet(stored: unknown): RowSet {
  if (stored === null || typeof stored !== "object" || !("ids" in stored)) return fail("selection.gone");
  return stored as RowSet;
}

export function isTable(value: unknown): value is Table {
  return value !== null && typeof value === "object" && "kind" in value && value.kind === "table";
}

const noRows: RowSet = { source: "", ids: new Uint32Array(0) };

/** The rows of a value: of several sources the first. */
export function setOf(origin: readonly RowSet[]): RowSet {
  return origin[0] ?? noRows;
}

function columnOf(table: Table, name: string, where: Where): Column {
  return table.columns.find((column) => column.name === name) ?? notHere(where);
}

function classAt(classes: readonly string[], name: string, where: Where): number {
  const at = classes.indexOf(name);
  return at < 0 ? notHere(where) : at;
}

export function notHere({ by }: Where): never {
  return fail("selection.not-here", { by });
}

function inRanges(count: number, ranges: readonly (readonly [number, number])[]): Uint32Array {
  const member = new Uint8Array(count);
  for (const [first, last] of ranges) member.fill(1, first, last + 1);
  return flagged(member);
}

function rowsThat(count: number, meets: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) if (meets(row)) rows[found++] = row;
  return rows.slice(0, found);
}

/** One more than the largest id. */
function sizeFor(ids: Uint32Array): number {
  let size = 0;
  for (let at = 0; at < ids.length; at++) if (ids[at] >= size) size = ids[at] + 1;
  return size;
}

/** 1 where the id is there. */
function flags(ids: Uint32Array, size: number): Uint8Array {
  const member = new Uint8Array(size);
  for (let at = 0; at < ids.length; at++) member[ids[at]] = 1;
  return member;
}

/** Where there is a 1, ascending. */
function flagged(member: Uint8Array): Uint32Array {
  const ids = new Uint32Array(member.length);
  let count = 0;
  for (let id = 0; id < member.length; id++) if (member[id] === 1) ids[count++] = id;
  return ids.slice(0, count);
}

const members = new WeakMap<Uint32Array, Uint8Array>();

/** Whether a row of the source is selected: all views ask of the same selection, one after the other. */
export function membership({ ids }: RowSet): (id: number) => boolean {
  const known = members.get(ids) ?? flags(ids, sizeFor(ids));
  members.set(ids, known);
  return (id) => known[id] === 1;
}
