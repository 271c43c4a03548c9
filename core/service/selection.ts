/**
 * Selections: rows of one source, chosen in one result and lit up in every other that has rows of that source. A page
 * only ever has windows of a table, so the engine finds the rows; the page holds a key. ADR 12 says why.
 */
import type { LookRequest } from "./look.ts";
import type { RowOrder } from "./look-detail.ts";

/** One output of a result. */
export type ResultPort = Pick<LookRequest, "signature" | "port">;

/** Which rows of a result are meant. What does not fit the result is refused with `selection.not-here`. */
export type Where =
  /** By position in the table, as it is shown in `order`, or in the predictions: 0-based, both ends included. */
  | { by: "rows"; ranges: readonly (readonly [first: number, last: number])[]; order?: RowOrder }
  /**
   * Rows whose numbers lie between the ends of every column named, ends included: one column is a bar, two are a
   * rectangle. Of predictions of numbers the columns are `predicted`, `truth` and `residual`.
   */
  | {
      by: "between";
      columns: Readonly<Record<string, readonly [low: number, high: number]>>;
      /** The high ends themselves are left out, as in a bar that another one follows. */
      below?: boolean;
    }
  /** Rows with this level in a column; `null`: without a value. */
  | { by: "level"; column: string; level: string | null }
  /** A cell of a confusion matrix, or the rows of predictions that fall into it. */
  | { by: "cell"; truth: string; predicted: string }
  /**
   * Of predictions with probabilities: the rows with a known class to which the class `of`, or, without one, the most
   * probable class, was given at least, more than, or at most so much.
   */
  | { by: "probability"; of?: string; atLeast?: number; above?: number; upTo?: number }
  /**
   * The rows in these bars of the margins, 0-based, both ends included: of predictions by probability, of a model that votes
   * after so many rounds, among the rows of `table`, which it was fitted on.
   */
  | { by: "margin"; bars: readonly [first: number, last: number]; round?: number; table?: ResultPort }
  /** Of a trace with sample weights: the `top` heaviest rows of a round, among the rows of `table`, which it was fitted on. */
  | { by: "weight"; round: number; top: number; table: ResultPort }
  /** The rows of `table` that come to a node of the model's tree, by its position in the look. */
  | { by: "node"; node: number; member?: number; table: ResultPort };

export type SelectRequest = ResultPort & {
  where: Where;
  /** A selection to change; one of another source is replaced. */
  onto?: string;
  /** With `onto`: all of both, or those in one of them only. */
  how?: "add" | "toggle";
};

export type Selected = {
  /** Content key: equal rows of one source have one key, however they were chosen. */
  selection: string;
  /** SHA-256 of what the rows are rows of. */
  source: string;
  /** Rows of the source that are selected. */
  count: number;
  /** How many rows of the result they were chosen in are selected, and how many it has. */
  here: number;
  total: number;
};

export type MarksRequest = ResultPort & {
  selection: string;
  /** Window of rows, for tables and predictions; at most 100,000. */
  offset?: number;
  limit?: number;
  /** Of a table: the order that the window is counted in, and the marks. */
  order?: RowOrder;
  /** Of an ensemble: the member that is open, 0-based. */
  member?: number;
  /** Of a table: the bars of its column profile, from this column on, in place of its rows. */
  bars?: number;
  /** Of a table: these positions in place of a window; at most 10,000. */
  among?: readonly number[];
  /** Of a table: the points that the detail `points` of its look has, in place of its rows. */
  points?: boolean;
  /** Of predictions of classes: what stands in the rows as a whole, in place of the rows. */
  classes?: boolean;
  /** The bars of the margins, in place of rows: of predictions, or of a model after so many rounds. */
  margins?: { round?: number };
  /** For a tree: the table whose rows come to its nodes; for the margins of a model: the one that it was fitted on. */
  table?: ResultPort;
};

/** What of a selection is in a result. `count` is the number of its rows that are selected, in sight or not. */
export type Marks =
  /** Rows of no common source, or a result that has no rows. */
  | { kind: "none" }
  /** Positions of selected rows in the window, ascending. */
  | { kind: "rows"; count: number; rows: number[] }
  /** A bit a point, the lowest of a byte first, in base64: a hundred thousand of them are as quick as ten. */
  | { kind: "points"; count: number; bits: string }
  /** `cells[truth][predicted]` */
  | { kind: "cells"; count: number; cells: number[][] }
  /** Selected rows in each bar, `[columns][bars]`. */
  | { kind: "bars"; count: number; columns: number[][] }
  /** Selected rows that come to each node of the tree. */
  | { kind: "nodes"; count: number; nodes: number[] }
  | ClassMarks;

/** Selected rows with a known class, as a whole; `[classes]` each. */
export type ClassMarks = {
  kind: "classes";
  count: number;
  classes: string[];
  /** Rows of each class: those that are selected, and all. */
  selected: number[];
  all: number[];
  /** Mean probability of each class, and of the most probable one, over the selected rows; with no rows or no probabilities left out. */
  mean?: number[];
  confidence?: number;
  /** Selected rows whose most probable class is the true one. */
  right?: number;
};

/** The numbers of selected rows in their source, as `filter` takes them: `0-4, 7, 9-12`. */
export type SelectedRows = { source: string; count: number; rows: string };
