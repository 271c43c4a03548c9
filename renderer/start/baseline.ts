/**
 * The graph that "Start from data" builds: a held-out part, a constant and two or three learners cross-validated on the
 * rest and compared, one of them fitted and scored on what was held out. Every learner gets the steps that it needs for
 * these columns and no others. Pure: choices in, document out; it knows nodes by name and their parameters by descriptor.
 */
import type { Json } from "../../core/base/json.ts";
import type { ColumnProfile, TableProfile, TargetProfile } from "../../core/base/table-profile.ts";
import type { Command } from "../../core/graph/commands.ts";
import { emptyDocument, type GraphDocument } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { baselineNote, framesOf } from "./baseline-note.ts";
import { draw, type Sketch } from "./draw.ts";
import { type Learners, learnersFor } from "./learners.ts";

export type BaselineChoice = {
  /** Path of the file below the granted folder. */
  path: string;
  profile: TableProfile;
  /** Names of columns that no learner is to see. */
  leaveOut: ReadonlySet<string>;
  /** The column of moments by which the rows are divided, rather than by chance. */
  time?: string;
};

/** Why no graph can be built from a choice. */
export type Obstacle = "no-target" | "no-features" | "few-rows" | "one-class";

const fewestRows = 10;
const heldOut = 0.2;
const seed = 7;

/** What keeps the choice from becoming a graph that runs, or nothing. */
export function obstacleOf({ profile, leaveOut, time }: BaselineChoice): Obstacle | undefined {
  const { target, columns, rows } = profile;
  if (!target) return "no-target";
  const truth = columns.find(({ name }) => name === target.column);
  if (!truth || truth.distinct < 2) return "one-class";
  if (rows - truth.missing < fewestRows) return "few-rows";
  return featuresOf({ profile, leaveOut, time }).length === 0 ? "no-features" : undefined;
}

/** The document, its cards in their places. Only for a choice without an obstacle. */
export function baselineDocument(
  choice: BaselineChoice,
  descriptors: ReadonlyMap<string, NodeDescriptor>,
): GraphDocument {
  const { profile, path } = choice;
  const { target } = profile;
  if (!target) throw new Error("a baseline needs a target");
  const facts = factsOf(choice, target);
  const learners = learnersFor(facts);
  const drawn = draw(sketchOf(choice, target, facts, learners), descriptors);
  const title = path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  return {
    ...emptyDocument(title, seed),
    ...drawn.graph,
    view: {
      positions: drawn.positions,
      frames: framesOf(drawn),
      notes: { about: baselineNote(choice, target, facts, drawn) },
    },
  };
}

/** The commands that make an empty document into this one. */
export function commandsFor({ title, seed: from, nodes, wires, view }: GraphDocument): Command[] {
  return [
    { kind: "setDocument", title, seed: from },
    ...Object.entries(nodes).map(
      ([id, node]): Command => ({ kind: "addNode", id, node, at: view.positions[id] }),
    ),
    ...Object.entries(wires).map(([id, wire]): Command => ({ kind: "addWire", id, ...wire })),
    ...Object.entries(view.frames).map(([id, frame]): Command => ({ kind: "setFrame", id, frame })),
    ...Object.entries(view.notes).map(([id, note]): Command => ({ kind: "setNote", id, note })),
  ];
}

/** What decides the shape of the graph. */
export type Facts = {
  rows: number;
  features: readonly ColumnProfile[];
  classes: boolean;
  /** Cells may be missing among the features: seen, or possible because not every row was looked at. */
  gaps: boolean;
  categories: boolean;
  kind: "stratified" | "random" | "time";
  folds: number;
};

function factsOf(choice: BaselineChoice, target: TargetProfile): Facts {
  const { profile, time } = choice;
  const features = featuresOf(choice);
  const truth = profile.columns.find(({ name }) => name === target.column);
  const labelled = profile.rows - (truth?.missing ?? 0);
  const folds = labelled >= 60 ? 5 : 3;
  return {
    rows: labelled * profile.every,
    features,
    classes: target.task === "classification",
    gaps: profile.every > 1 || features.some(({ missing }) => missing > 0),
    categories: features.some(({ kind }) => kind === "categorical"),
    kind: time === undefined ? drawnKind(target, labelled, truth?.distinct ?? 0, folds) : "time",
    folds,
  };
}

/** Stratified where both parts and every fold can have each class. */
function drawnKind(target: TargetProfile, rows: number, classes: number, folds: number) {
  if (target.task === "regression") return "random";
  const { smallestClass = 0 } = target;
  return smallestClass >= 2 && rows * heldOut >= classes && (rows * (1 - heldOut)) / classes >= folds
    ? "stratified"
    : "random";
}

/** The columns that learners see: those of a kind that can be seen, unless left out. */
export function featuresOf({
  profile: { columns, target },
  leaveOut,
  time,
}: Omit<BaselineChoice, "path">): ColumnProfile[] {
  return columns.filter(
    ({ name, kind }) =>
      name !== target?.column &&
      name !== time &&
      !leaveOut.has(name) &&
      (kind === "numeric" || kind === "boolean" || kind === "categorical"),
  );
}

function sketchOf(choice: BaselineChoice, target: TargetProfile, facts: Facts, learners: Learners): Sketch {
  const { path, profile, time } = choice;
  const truth = profile.columns.find(({ name }) => name === target.column);
  const seen = new Set([...facts.features.map(({ name }) => name), target.column, ...(time ? [time] : [])]);
  const out = profile.columns.map(({ name }) => name).filter((name) => !seen.has(name));
  const asClasses = truth?.kind === "numeric" || truth?.kind === "text";
  const rows: Sketch["rows"] = [
    {
      id: "data",
      type: "data.file",
      params: {
        path,
        target: target.column,
        targetAs: facts.classes && asClasses ? "classes" : "auto",
        roles: time === undefined ? {} : { [time]: "time" },
      },
    },
    ...conditionsOf(choice, target).map((where) => ({
      id: "known",
      type: "prepare.filter",
      params: { where },
    })),
    ...(out.length === 0
      ? []
      : [{ id: "chosen", type: "prepare.select", params: { keep: "others", columns: out } }]),
    { id: "parts", type: "prepare.split", params: { test: heldOut, kind: facts.kind, seed } },
  ];
  const folds = { folds: facts.folds, kind: facts.kind, repeats: 1, seed };
  return {
    rows,
    learners,
    folds,
    compare: { metric: "auto", rope: facts.classes ? 0.01 : trifle(target.spread ?? 0) },
    metric: facts.classes ? "metric.classification" : "metric.regression",
  };
}

/** A row without a target teaches nothing, and one without a moment stands nowhere in time. */
function conditionsOf({ profile, time }: BaselineChoice, target: TargetProfile): string[] {
  const needed = [target.column, ...(time === undefined ? [] : [time])];
  const gappy = needed.filter(
    (column) =>
      profile.every > 1 || profile.columns.some(({ name, missing }) => name === column && missing > 0),
  );
  return gappy.length === 0
    ? []
    : [gappy.map((name) => `"${name.replaceAll('"', '""')}" IS NOT NULL`).join(" AND ")];
}

/** A hundredth of the target's standard deviation, with one digit: differences below it are none. */
function trifle(spread: number): Json & number {
  return spread > 0 && Number.isFinite(spread) ? Math.min(1e9, Number((spread / 100).toPrecision(1))) : 0;
}
