/**
 * What can be said of a table's columns without its rows: kinds and roles. Shared by the wire types
 * (before a run) and by the tables themselves (after it), so that the two can never use other words.
 */

export const columnKinds = ["numeric", "categorical", "boolean", "datetime", "text"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export const columnRoles = ["feature", "target", "weight", "group", "time", "id", "ignored"] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** One column as far as it is known: `levels` are the categories in code order. */
export type ColumnFacts = {
  name: string;
  kind: ColumnKind;
  role: ColumnRole;
  levels?: readonly string[];
  /** Number of missing cells, once counted. */
  missing?: number;
};

/** What a learner predicts: one of K classes, or a number. */
export const tasks = ["classification", "regression"] as const;
export type Task = (typeof tasks)[number];

/** What a learner can take, declared so that a mismatch is found before a run. */
export type Abilities = {
  tasks: readonly Task[];
  /** Uses sample weights in `fit`. */
  weights: boolean;
  /** Accepts missing feature values. */
  missing: boolean;
  /** Accepts categorical features as they are. */
  categories: boolean;
  /** Predicts class probabilities, not labels alone. */
  probabilities: boolean;
  /** Handles more than two classes. */
  multiclass: boolean;
  /** Sees features as the float64 of the table; left out, they are rounded to float32 first, as trees see them. */
  float64?: boolean;
};
