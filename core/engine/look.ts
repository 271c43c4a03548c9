/** Values → looks: the small JSON that views draw. Cuts tables to a window, turns what JSON cannot say into `null`. */

import { weighingOf } from "../ml/inspect/coefficients.ts";
import { gradientBooster } from "../ml/inspect/gradient-replay.ts";
import { hasVotes } from "../ml/inspect/margins.ts";
import { openModel } from "../ml/inspect/open-model.ts";
import type { Column, Model, Predictions, Scores, Table, Trace, Value } from "../ml/values.ts";
import type { Cell, Look, ModelLook, PredictionsLook, TableLook, TraceLook } from "../service/look.ts";
import { figureLook } from "./look-figure.ts";
import { finite } from "./look-numbers.ts";

export type LookWindow = {
  offset?: number;
  limit?: number;
  member?: number;
  /** A part of a model, as in `NodeReport.mirror`: one of its members, looked at by itself. */
  path?: string;
  /** Of a model whose training rows are known: which of their columns are numbers. */
  numeric?: readonly string[];
};

const tableWindow = { usual: 100, most: 1000 };
const traceWindow = { usual: 2000, most: 100_000 };

/** The look at a value, or `undefined` for something that is no value. */
export function lookAt(value: unknown, window: LookWindow): Look | undefined {
  if (value === null || typeof value !== "object" || !("kind" in value)) return undefined;
  const known = value as Value;
  switch (known.kind) {
    case "table":
      return tableLook(known, window);
    case "trace":
      return traceLook(known, window);
    case "scores":
      return scoresLook(known);
    case "figure":
      return figureLook(known);
    case "model":
      return modelLook(known, window);
    case "predictions":
      return predictionsLook(known, window);
    case "learner":
      return {
        kind: "learner",
        algorithm: known.algorithm,
        params: { ...known.params },
        parts: Object.keys(known.parts),
      };
    case "number":
      return { kind: "number", value: finite(known.value) };
    case "text":
      return { kind: "text", value: known.value };
    default:
      return undefined;
  }
}

function rowsOf(count: number, { offset = 0, limit = tableWindow.usual }: LookWindow): number[] {
  const first = Math.min(Math.max(0, Math.trunc(offset)), count);
  const last = Math.min(count, first + Math.min(Math.max(0, Math.trunc(limit)), tableWindow.most));
  return Array.from({ length: last - first }, (_, i) => first + i);
}

/** The look at a table, with a window of `order`, which is positions in it. */
export function tableLook(table: Table, window: LookWindow, order?: Uint32Array): TableLook {
  const shown = rowsOf(order?.length ?? table.rowCount, window);
  const rows = order ? shown.map((at) => order[at]) : shown;
  const ids = table.origin[0]?.ids;
  return {
    kind: "table",
    rowCount: table.rowCount,
    columns: table.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      role: column.role,
      missing: missingIn(column, table.rowCount),
      ...("levels" in column ? { levels: column.levels.slice(0, 200) } : {}),
    })),
    offset: shown[0] ?? 0,
    rows: rows.map((row) => table.columns.map((column) => cell(column, row))),
    rowIds: rows.map((row) => ids?.[row] ?? row),
  };
}

function cell(column: Column, row: number): Cell {
  if ("values" in column) {
    const value = finite(column.values[row]);
    return column.kind === "datetime" && value !== null ? moment(value) : value;
  }
  const code = column.codes[row];
  if (code < 0) return null;
  return column.kind === "boolean" ? column.levels[code] === "true" : column.levels[code];
}

/** Beyond these milliseconds a `Date` says nothing (ECMA-262, time values). */
function moment(milliseconds: number): Cell {
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}

const missing = new WeakMap<Column, number>();

/** Counted once: each page of a million rows asks for it. */
function missingIn(column: Column, rowCount: number): number {
  if (!column.valid) return 0;
  const known = missing.get(column);
  if (known !== undefined) return known;
  let present = 0;
  for (let row = 0; row < rowCount; row++) present += (column.valid[row >> 3] >> (row & 7)) & 1;
  missing.set(column, rowCount - present);
  return rowCount - present;
}

/** Every point of a short trace; of a long one evenly spaced points, first and last among them. */
function traceLook(trace: Trace, { limit = traceWindow.usual }: LookWindow): TraceLook {
  const most = Math.min(Math.max(2, limit), traceWindow.most);
  const { length } = trace;
  const points =
    length <= most
      ? Array.from({ length }, (_, i) => i)
      : Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
  return {
    kind: "trace",
    index: trace.index,
    length,
    at: points.map((i) => i + 1),
    series: mapSeries(trace.series, (values) => points.map((i) => finite(values[i]))),
    ...(trace.sampleWeights && length > 0 ? { weighted: trace.sampleWeights.rows } : {}),
  };
}

function scoresLook(scores: Scores): Look {
  return {
    kind: "scores",
    on: scores.on,
    rows: scores.rows,
    values: Object.fromEntries(Object.entries(scores.values).map(([name, value]) => [name, finite(value)])),
    ...(scores.perClass
      ? {
          perClass: {
            classes: [...scores.perClass.classes],
            series: mapSeries(scores.perClass.series, numbers),
          },
        }
      : {}),
    ...(scores.byStage ? { byStage: mapSeries(scores.byStage, numbers) } : {}),
  };
}

function modelLook(model: Model, { member, path = "", numeric }: LookWindow): ModelLook {
  const { members, steps = 0, ...opened } = openModel(model, member);
  // Behind the steps around it an ensemble is still looked at whole.
  const depth = path === "" ? 0 : path.split(".").length;
  const names = opened.features ?? model.features;
  const whole = depth <= steps;
  const weighs = weighingOf(model);
  const booster = gradientBooster(model);
  const axes = model.features.filter((name) => numeric?.includes(name));
  return {
    kind: "model",
    algorithm: model.algorithm,
    task: model.task,
    target: model.target,
    features: [...model.features],
    classes: [...model.classes],
    ...(members && whole ? { members: { ...members, says: Array.from(members.says) } } : {}),
    ...(opened.tree
      ? {
          tree: {
            nodes: opened.tree.map(({ feature, threshold, label, shares, value, impurity, ...node }) => ({
              ...node,
              ...(feature === undefined ? {} : { feature: names[feature] }),
              ...(Number.isFinite(threshold) ? { threshold } : {}),
              ...(Number.isFinite(impurity) ? { impurity } : {}),
              ...(label >= 0 ? { label: model.classes[label] } : {}),
              distribution: value === undefined ? [...shares] : [value],
            })),
          },
        }
      : {}),
    seenRows: model.seen.reduce((sum, rows) => sum + rows.ids.length, 0),
    ...(whole && axes.length > 1 ? { spans: true } : {}),
    ...(whole && numeric && hasVotes(model) ? { votes: true } : {}),
    ...(whole && axes.length > 0 && booster ? { replays: booster.loss } : {}),
    ...(whole && weighs ? { weighs } : {}),
  };
}

function predictionsLook(predictions: Predictions, window: LookWindow): PredictionsLook {
  const count = predictions.task === "classification" ? predictions.labels.length : predictions.values.length;
  const rows = rowsOf(count, window);
  const ids = predictions.rows[0]?.ids;
  const base = {
    kind: "predictions" as const,
    target: predictions.target,
    rowCount: count,
    offset: rows[0] ?? 0,
  };
  if (predictions.task === "regression") {
    return {
      ...base,
      task: "regression",
      classes: [],
      rows: rows.map((row) => ({
        row: ids?.[row] ?? row,
        predicted: predictions.values[row],
        truth: finite(predictions.truth?.[row]),
        probability: null,
      })),
    };
  }
  const { classes, labels, probabilities, truth } = predictions;
  return {
    ...base,
    task: "classification",
    classes: [...classes],
    ...(probabilities && classes.length > 1 && truth?.some((code) => code >= 0) ? { leads: true } : {}),
    rows: rows.map((row) => ({
      row: ids?.[row] ?? row,
      predicted: classes[labels[row]] ?? "",
      truth: classes[truth?.[row] ?? -1] ?? null,
      probability: finite(probabilities?.[row * classes.length + labels[row]]),
    })),
  };
}

function mapSeries<T>(
  series: Readonly<Record<string, Float64Array>>,
  map: (values: Float64Array) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(series).map(([name, values]) => [name, map(values)]));
}

function numbers(values: Float64Array): (number | null)[] {
  return Array.from(values, finite);
}
