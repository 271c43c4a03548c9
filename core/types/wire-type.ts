/**
 * Wire types: values of a small lattice. The bottom of each kind knows nothing but the kind; facts that are known
 * before a run (columns, rows, provenance, abilities) only make a type more special. Plain JSON, so that the page and
 * the engine speak of the same types.
 */
import type { Abilities, ColumnFacts, Task } from "../base/table-facts.ts";
import type { Provenance } from "./provenance.ts";

export type TableType = {
  kind: "table";
  columns?: readonly ColumnFacts[];
  rows?: number;
  /** A row of the source may stand in it more than once, so that no split can part it from itself. */
  repeats?: boolean;
  provenance?: Provenance;
  /** Rows that have a say in the cells without standing in the table: what is fitted on it has seen them too. */
  informed?: Provenance;
};

export type LearnerType = {
  kind: "learner";
  /** The algorithm's name, e.g. `"stump"`. */
  algorithm?: string;
  abilities?: Abilities;
  /** How often a fit goes through its cells, about: for forecasts. */
  passes?: number;
};

export type ModelType = {
  kind: "model";
  algorithm?: string;
  task?: Task;
  target?: string;
  features?: readonly string[];
  classes?: readonly string[];
  /** Whether it predicts class probabilities, not labels alone. */
  probabilities?: boolean;
  seen?: Provenance;
};

export type PredictionsType = {
  kind: "predictions";
  task?: Task;
  target?: string;
  classes?: readonly string[];
  probabilities?: boolean;
  /** Brings the weights of its rows along. */
  weights?: boolean;
  rows?: number;
  /** The rows that were predicted. */
  provenance?: Provenance;
  /** The rows that the model was fitted on. */
  seen?: Provenance;
};

export type FigureType = { kind: "figure"; form?: string };

/** Kinds that carry no facts yet. */
export type PlainType = { kind: PlainKind };
export const plainKinds = [
  "number",
  "text",
  "images",
  "corpus",
  "boxes",
  "scores",
  "layers",
  "optimizer",
  "schedule",
  "precision",
  "loss",
  "trace",
] as const;
export type PlainKind = (typeof plainKinds)[number];

export type WireType = TableType | LearnerType | ModelType | PredictionsType | FigureType | PlainType;
export type WireKind = WireType["kind"];

export const wireKinds: readonly WireKind[] = [
  "table",
  "learner",
  "model",
  "predictions",
  "figure",
  ...plainKinds,
];

/** The family that gives a kind its colour and its port shape (interface.md, Look). */
export const familyOf: Readonly<Record<WireKind, string>> = {
  table: "table",
  learner: "learner",
  model: "model",
  predictions: "predictions",
  scores: "scores",
  layers: "layers",
  loss: "layers",
  schedule: "layers",
  precision: "layers",
  optimizer: "optimizer",
  images: "images",
  boxes: "boxes",
  text: "text",
  corpus: "text",
  figure: "figure",
  trace: "figure",
  number: "number",
};
