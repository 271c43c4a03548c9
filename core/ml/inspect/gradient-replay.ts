/**
 * One round of a gradient booster, replayed on the rows that it was fitted on: what was predicted before it, the negative
 * gradients that were left, the tree that was fitted to them, and the sum. It asks a fitted model and fits nothing.
 */
import { fail } from "../../base/diagnostic.ts";
import { addTree, type GbdtBody, startOf } from "../boost/gbdt-body.ts";
import { type ClassLoss, gbdtLoss, sigmoid, type ValueLoss } from "../boost/gbdt-losses.ts";
import { quietContext } from "../context.ts";
import type { FeatureData, FittedPart, TargetData } from "../learner/algorithm.ts";
import { modelFeatures } from "../learner/predict.ts";
import { stepBody, throughStep } from "../prepare/steps.ts";
import { takeRows } from "../table/table.ts";
import type { Model, Table } from "../values.ts";
import { axesOf, evenlyOf, planeOf } from "./plane.ts";
import type { Pace } from "./surface.ts";

export type ReplayOptions = {
  /** From 1. */
  round: number;
  /** Of several classes: the code of the one that is looked at. Default 0. */
  part?: number;
  /** The feature to draw along; the first of numbers where it fits none. */
  x?: string;
};

/** Predictions are values, or probabilities of a class; the gradient and the tree are in units of F. */
export type ReplayCurves = {
  before: Float64Array;
  /** What the tree says before it is shrunk. */
  tree: Float64Array;
  after: Float64Array;
};

export type GradientReplay = ReplayCurves & {
  round: number;
  rounds: number;
  x: string;
  axes: string[];
  /** Positions in the table, and how many rows there are with a target. */
  rows: Uint32Array;
  of: number;
  xs: Float64Array;
  /** The target: a value, or 1 for the class and 0 for others. */
  truth: Float64Array;
  gradient: Float64Array;
  /** Where the model has one feature: the same along it. */
  line?: ReplayCurves & { xs: Float64Array };
  loss: ValueLoss | ClassLoss;
  rate: number;
  /** Mean training loss before and after, where the fit has recorded it. */
  lossBefore?: number;
  lossAfter?: number;
  /** Huber's δ of the round. */
  delta?: number;
};

const mostRows = 1500;
const gridPoints = 400;

/** The gradient booster in a model, also behind steps around it. */
export function gradientBooster(part: FittedPart): GbdtBody | undefined {
  const step = stepBody(part);
  if (step) return gradientBooster(step.part);
  return part.algorithm === "gbdt" ? (part.body as GbdtBody) : undefined;
}

/**
 * Replays round `round` on `table`'s rows (evenly spaced ones where there are more than 1500). Throws `look.no-replay` for a
 * model that boosts no gradients, or whose features are no numbers, and what `predict` throws.
 */
export async function replayRound(
  model: Model,
  table: Table,
  options: ReplayOptions,
  { pause }: Pace,
): Promise<GradientReplay> {
  const body = gradientBooster(model);
  const axes = axesOf(table, model.features);
  const axis = axes.find(({ name }) => name === options.x) ?? axes[0];
  if (!body || !axis) return fail("look.no-replay");
  const rounds = body.trees.length / body.width;
  const round = Math.min(Math.max(1, Math.trunc(options.round)), rounds);
  const part = Math.min(Math.max(0, options.part ?? 0), body.width - 1);
  const known = planeOf(table, axis, axis).rows.filter(hasTarget(model, table));
  if (known.length === 0) fail("predict.no-rows");
  const rows = evenlyOf(known, mostRows);
  const taken = takeRows(table, rows);
  const data = behindSteps(model, modelFeatures(model, taken, quietContext));
  const target = targetOf(model, taken);
  const found = await curvesOf(body, data, { round, part, pause });
  const series = model.trace?.series;
  const recorded = (name: string, at: number): number | undefined => series?.[name]?.[at];
  const delta = recorded("delta", round - 1);
  const line =
    model.features.length === 1 ? await lineOf(model, body, axis.values, { round, part, pause }) : undefined;
  const [lossBefore, lossAfter] = [recorded("trainingLoss", round - 2), recorded("trainingLoss", round - 1)];
  return {
    round,
    rounds,
    x: axis.name,
    axes: axes.map(({ name }) => name),
    rows,
    of: known.length,
    xs: Float64Array.from(rows, (row) => axis.values[row]),
    truth:
      target.task === "regression"
        ? target.values
        : Float64Array.from(target.codes, (code) => (code === classOf(body, part) ? 1 : 0)),
    gradient: gradientAt(body, data, target, found.F, part, delta),
    ...found.curves,
    ...(line && { line }),
    loss: body.loss,
    rate: body.rate,
    ...(lossBefore !== undefined && { lossBefore }),
    ...(lossAfter !== undefined && { lossAfter }),
    ...(delta !== undefined && { delta }),
  };
}

type At = { round: number; part: number; pause: Pace["pause"] };

/** F before the round, and what is drawn of it. */
async function curvesOf(
  body: GbdtBody,
  data: FeatureData,
  { round, part, pause }: At,
): Promise<{ F: Float64Array[]; curves: ReplayCurves }> {
  const { F, features } = startOf(body, data);
  const add = (sums: readonly Float64Array[], m: number): void => {
    for (const [k, sum] of sums.entries())
      addTree(sum, body.trees[m * body.width + k], body.rate, features, () => undefined);
  };
  for (let m = 0; m < round - 1; m++) {
    add(F, m);
    await pause();
  }
  const next = F.map((sum) => sum.slice());
  add(next, round - 1);
  const tree = next[part].map((value, row) => (value - F[part][row]) / body.rate);
  return { F, curves: { before: responseOf(body, F, part), tree, after: responseOf(body, next, part) } };
}

async function lineOf(
  model: Model,
  body: GbdtBody,
  values: Float64Array,
  at: At,
): Promise<GradientReplay["line"]> {
  const known = values.filter(Number.isFinite);
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const xs = Float64Array.from({ length: gridPoints }, (_, i) => low + ((high - low) * i) / (gridPoints - 1));
  const grid = behindSteps(model, { rowCount: xs.length, names: model.features, features: [xs] });
  const { curves } = await curvesOf(body, grid, at);
  return { xs, ...curves };
}

/** F itself for numbers; the probability of a class for classes. */
function responseOf({ loss, width }: GbdtBody, F: readonly Float64Array[], part: number): Float64Array {
  if (loss === "exponential") return F[0].map((value) => sigmoid(2 * value));
  if (loss !== "deviance") return F[0];
  if (width === 1) return F[0].map(sigmoid);
  return F[part].map((own, row) => 1 / F.reduce((sum, other) => sum + Math.exp(other[row] - own), 0));
}

/** Of two classes the second is the one that F speaks for. */
function classOf({ width }: GbdtBody, part: number): number {
  return width === 1 ? 1 : part;
}

function gradientAt(
  body: GbdtBody,
  data: FeatureData,
  target: TargetData,
  F: readonly Float64Array[],
  part: number,
  delta: number | undefined,
): Float64Array {
  const { loss: name, alpha } = body;
  const ofValues = name === "deviance" || name === "exponential" ? "squared" : name;
  const ofClasses = name === "exponential" ? name : "deviance";
  // δ is a quantile over all rows of the fit: what was recorded is right also where only some are looked at.
  const recorded = ofValues === "huber" && delta !== undefined;
  const loss = gbdtLoss({ ...data, target }, recorded ? "squared" : ofValues, ofClasses, alpha);
  loss.begin(
    F,
    Uint32Array.from({ length: data.rowCount }, (_, row) => row),
  );
  const into = F.map(() => new Float64Array(data.rowCount));
  loss.negativeGradient(F, into);
  return recorded ? into[part].map((one) => Math.max(-delta, Math.min(delta, one))) : into[part];
}

function hasTarget({ target, classes }: Model, table: Table): (row: number) => boolean {
  const column = table.columns.find(({ name }) => name === target);
  if (!column) return () => false;
  if ("values" in column) return (row) => Number.isFinite(column.values[row]);
  return (row) => classes.includes(column.levels[column.codes[row]] ?? "");
}

function targetOf({ target, classes }: Model, table: Table): TargetData {
  const column = table.columns.find(({ name }) => name === target);
  if (!column) return fail("look.no-replay");
  if ("values" in column) return { task: "regression", values: column.values };
  const codeOf = column.levels.map((level) => classes.indexOf(level));
  return { task: "classification", classes, codes: column.codes.map((code) => codeOf[code]) };
}

function behindSteps(part: FittedPart, data: FeatureData): FeatureData {
  const step = stepBody(part);
  return step ? behindSteps(step.part, throughStep(part.algorithm, step, data, quietContext)) : data;
}
