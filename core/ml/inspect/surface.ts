/**
 * What a model predicts over the plane of two features, the others held where most rows are. It asks a fitted model and
 * fits nothing. The work is cut into pieces with a pause between them, so that whoever computes it can do other things too.
 */
import { fail } from "../../base/diagnostic.ts";
import { predictNow } from "../learner/predict.ts";
import { countMissing, isValid } from "../table/validity.ts";
import type { Column, Model, NumberColumn, Table } from "../values.ts";
import { afterRounds } from "./after-rounds.ts";
import { axesOf } from "./plane.ts";

export type SurfaceOptions = {
  /** Names of two numeric features; where none fits, the two along which the prediction moves most. */
  x?: string;
  y?: string;
  /** Cells along each side, 2 … 120. Default 100. Fewer where the model is slow. */
  steps?: number;
  /** Of an ensemble: after so many rounds. */
  round?: number;
};

export type SurfaceAxis = { name: string; low: number; high: number };

export type Surface = {
  x: SurfaceAxis;
  y: SurfaceAxis;
  steps: number;
  /** Class codes of the cells' middles, `[steps, steps]` row-major from the low end of y; or their values. */
  labels?: Int32Array;
  /** Probability of the predicted class, where the model has probabilities. */
  strengths?: Float64Array;
  values?: Float64Array;
  /** Features that do not span the plane, each with the value it is held at: the median, or the most frequent level. */
  held: { name: string; value: number | string | null }[];
};

const most = 120;
const usual = 100;
const air = 0.04;
/** Cells that are predicted in one go. */
const atOnce = 1000;
/** A surface is looked at, not waited for; and nobody else waits longer than a turn for the thread. */
const budget = 4000;
const longestTurn = 40;

/** What the work needs of whoever runs it. */
export type Pace = {
  /** Called every few thousand predictions. */
  pause(): Promise<void>;
  /** Milliseconds since some moment. */
  now(): number;
};

/**
 * Predicts the middles of `steps` × `steps` cells that cover the rows of `table` (the rows that the model was fitted on)
 * with 4 % to spare. Throws `surface.features` where the table has fewer than two numeric features of the model, and what
 * `predict` throws.
 */
export async function surfaceOf(
  model: Model,
  table: Table,
  options: SurfaceOptions,
  pace: Pace,
): Promise<Surface> {
  const axes = axesOf(table, model.features);
  if (axes.length < 2) fail("surface.features", { count: axes.length });
  const asked = options.round === undefined ? model : afterRounds(model, options.round);
  const held = await heldCells(table, model.features, pace);
  const known = axes.some(({ name }) => name === options.x || name === options.y);
  // The whole model decides, so that the plane stays while the rounds are replayed.
  const ranked = known || axes.length === 2 ? axes : liveliest(model, held, axes);
  const x = axes.find(({ name }) => name === options.x) ?? ranked.find(({ name }) => name !== options.y);
  const y = axes.find((axis) => axis.name === options.y && axis !== x) ?? ranked.find((axis) => axis !== x);
  if (!x || !y) return fail("surface.features", { count: axes.length });
  const [across, upward] = [axisOf(x), axisOf(y)];
  let steps = Math.min(most, Math.max(2, Math.trunc(options.steps ?? usual)));
  const predict = (from: number, to: number) =>
    predictNow(asked, gridTable(held, across, upward, { steps, from, to }));

  // One line tells what all of them will take.
  const started = pace.now();
  predict(0, 1);
  const line = pace.now() - started;
  const forecast = line * steps;
  if (forecast > budget) steps = Math.max(2, Math.floor(steps * Math.sqrt(budget / forecast)));

  const cells = steps * steps;
  const surface: Surface = {
    x: across,
    y: upward,
    steps,
    held: held
      .filter(({ column }) => column !== x && column !== y)
      .map(({ column, value }) => ({ name: column.name, value: heldValue(column, value) })),
  };
  const lines = Math.max(1, Math.floor(Math.min(atOnce / steps, longestTurn / line)));
  for (let from = 0; from < steps; from += lines) {
    const found = predict(from, Math.min(steps, from + lines));
    const start = from * steps;
    if (found.task === "regression") {
      surface.values ??= new Float64Array(cells);
      surface.values.set(found.values, start);
    } else {
      surface.labels ??= new Int32Array(cells);
      surface.labels.set(found.labels, start);
      const { probabilities, labels, classes } = found;
      if (probabilities) {
        surface.strengths ??= new Float64Array(cells);
        for (let i = 0; i < labels.length; i++)
          surface.strengths[start + i] = probabilities[i * classes.length + labels[i]];
      }
    }
    await pace.pause();
  }
  return surface;
}

/** From the lowest to the highest value, and a little further; a single value gets room on both sides. */
function axisOf({ name, values }: NumberColumn): SurfaceAxis {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return { name, low: 0, high: 1 };
  const spare = (high - low || Math.abs(high) || 1) * air;
  return { name, low: low - spare, high: high + spare };
}

type Held = { column: Column; value: number };

/** A number or a code for each feature. */
async function heldCells(table: Table, names: readonly string[], { pause }: Pace): Promise<Held[]> {
  const held: Held[] = [];
  for (const name of names) {
    const column = table.columns.find((one) => one.name === name);
    if (!column) return fail("predict.missing-features", { columns: [name] });
    held.push({ column, value: usualOf(column, table.rowCount) });
    await pause();
  }
  return held;
}

function usualOf(column: Column, rowCount: number): number {
  return "values" in column ? median(column, rowCount) : mostFrequent(column.codes, column.levels.length);
}

/** The middle of the values that are there, the mean of the two middle ones; `NaN` where there are none. */
function median(column: NumberColumn, rowCount: number): number {
  const present = new Float64Array(rowCount - countMissing(column, rowCount));
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (isValid(column, row)) present[count++] = column.values[row];
  present.sort();
  if (count === 0) return Number.NaN;
  return (present[(count - 1) >> 1] + present[count >> 1]) / 2;
}

/** The code that occurs most often, the first of equals; −1 where nothing occurs. */
function mostFrequent(codes: Int32Array, levels: number): number {
  const counts = new Float64Array(levels);
  for (const code of codes) if (code >= 0) counts[code]++;
  let best = -1;
  for (let code = 0; code < levels; code++) if (counts[code] > (counts[best] ?? 0)) best = code;
  return best;
}

function heldValue(column: Column, value: number): number | string | null {
  if ("values" in column) return Number.isNaN(value) ? null : value;
  return column.levels[value] ?? null;
}

const mostTried = 60;
const tries = 7;

/**
 * The two axes along which the prediction moves most between lowest and highest value while all else is held, in table
 * order: a plane on which nothing happens is not worth a look. The first 60 are tried; earlier ones win ties.
 */
function liveliest(model: Model, held: readonly Held[], axes: readonly NumberColumn[]): NumberColumn[] {
  const tried = axes.slice(0, mostTried).map((column) => ({ column, axis: axisOf(column), moved: 0 }));
  const rowCount = tried.length * tries;
  const columns = held.map((cell): Column => {
    const filled = filledColumn(cell, rowCount);
    const at = tried.findIndex(({ column }) => column === cell.column);
    if (at < 0 || !("values" in filled) || Number.isNaN(cell.value)) return filled;
    const { low, high } = tried[at].axis;
    for (let i = 0; i < tries; i++) filled.values[at * tries + i] = low + (i / (tries - 1)) * (high - low);
    return filled;
  });
  const found = predictNow(model, { kind: "table", rowCount, columns, origin: [] });
  const width = found.task === "regression" ? 1 : found.classes.length;
  const said = (row: number, k: number) => {
    if (found.task === "regression") return found.values[row];
    return found.probabilities?.[row * width + k] ?? (found.labels[row] === k ? 1 : 0);
  };
  tried.forEach((one, at) => {
    for (let k = 0; k < width; k++) {
      const path = Array.from({ length: tries }, (_, i) => said(at * tries + i, k));
      one.moved = Math.max(one.moved, Math.max(...path) - Math.min(...path));
    }
  });
  const first = new Set([...tried].sort((a, b) => b.moved - a.moved).slice(0, 2));
  return tried.filter((one) => first.has(one)).map(({ column }) => column);
}

type Lines = { steps: number; from: number; to: number };

/** The middles of the cells in some lines of the grid, as a table of the model's features. */
function gridTable(held: readonly Held[], x: SurfaceAxis, y: SurfaceAxis, lines: Lines): Table {
  const { steps, from, to } = lines;
  const rowCount = (to - from) * steps;
  const middle = ({ low, high }: SurfaceAxis, step: number) => low + ((step + 0.5) / steps) * (high - low);
  const columns = held.map((cell): Column => {
    const filled = filledColumn(cell, rowCount);
    const { name } = cell.column;
    if (!("values" in filled) || (name !== x.name && name !== y.name)) return filled;
    const { valid: _, ...whole } = filled;
    const { values } = whole;
    for (let i = 0; i < rowCount; i++)
      values[i] = name === x.name ? middle(x, i % steps) : middle(y, from + Math.floor(i / steps));
    return whole;
  });
  return { kind: "table", rowCount, columns, origin: [] };
}

/** The column with its usual value in every cell; one that has no value anywhere is missing here too. */
function filledColumn({ column, value }: Held, rowCount: number): Column {
  const { valid: _, ...rest } = column;
  if ("codes" in rest)
    return { ...rest, codes: new Int32Array(rowCount).fill(value), ...(value < 0 ? noCells(rowCount) : {}) };
  const values = new Float64Array(rowCount).fill(value);
  return { ...rest, values, ...(Number.isNaN(value) ? noCells(rowCount) : {}) };
}

function noCells(rowCount: number): { valid: Uint8Array } {
  return { valid: new Uint8Array((rowCount + 7) >> 3) };
}
