/**
 * What a person should know of a table before learning from it: each column with what is odd about it, and which column
 * was probably meant to be predicted. Measured where the table is (`core/ml/profile`), read where the graph is built.
 */
import type { Diagnostic } from "./diagnostic.ts";
import type { ColumnKind, Task } from "./table-facts.ts";

/** How a column was found to give the target away. */
export const givingWays = ["copy", "linear", "monotone", "lookup"] as const;
export type GivingWay = (typeof givingWays)[number];

/**
 * Whether the rows can be divided by a column of moments: not where a cell is missing, nor where the earliest rows are
 * all of one class, since from these alone nothing could be learned.
 */
export const timeOrders = ["yes", "gaps", "one-class"] as const;
export type TimeOrder = (typeof timeOrders)[number];

/** Something odd about a column. All but `missing` and `date` are reasons to leave it out. */
export type ColumnSign =
  | { kind: "empty" }
  | { kind: "constant"; value: string }
  /** Nearly every row has a value of its own, so that the column names the row. */
  | { kind: "identifier" }
  /** Texts that hardly repeat: no learner takes them. */
  | { kind: "text" }
  /** More categories than can be learned from so many rows. */
  | { kind: "many-levels" }
  /** More than half of the cells are missing. */
  | { kind: "missing" }
  /** A moment, which no learner takes; it may divide the rows by time. */
  | { kind: "date"; orders: TimeOrder }
  /**
   * Who knows this column knows the target. `strength`: share of what a constant guess gets wrong that this column gets
   * right, 1 being all (`lookup`), or the size of the correlation (`linear`, `monotone`).
   */
  | { kind: "gives-away"; how: GivingWay; strength: number };

export type ColumnProfile = {
  name: string;
  kind: ColumnKind;
  /** Missing cells among the rows that were looked at. */
  missing: number;
  /** Different values among the others. */
  distinct: number;
  /** The first few different values, as text. */
  examples: readonly string[];
  /** The gravest first. */
  signs: readonly ColumnSign[];
};

/** Why a column was taken for the target. */
export type TargetReason =
  | { kind: "chosen" }
  | { kind: "name"; word: string }
  | { kind: "last" }
  | { kind: "few-levels"; levels: number }
  | { kind: "only" };

export type TargetProfile = {
  column: string;
  reason: TargetReason;
  task: Task;
  /** Whether the other task can be asked of the column too. */
  either: boolean;
  /** Rows of the smallest class, of those looked at; for classes only. */
  smallestClass?: number;
  /** Standard deviation, for numbers only. */
  spread?: number;
};

export type TableProfile = {
  /** Rows that were looked at. */
  rows: number;
  /** Every so-many-th row of the file was looked at; 1 is all of them. */
  every: number;
  columns: readonly ColumnProfile[];
  /** Left out where no column can be predicted. */
  target?: TargetProfile;
  /** What the reader had to say of the file. */
  diagnostics: readonly Diagnostic[];
};

/** What is asked of a profile: the column to predict, and as what; guessed where left out. */
export type ProfileQuestion = { target?: string; task?: Task };
