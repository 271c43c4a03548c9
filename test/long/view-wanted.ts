/** What `view-graph.ts` must come to, by scikit-learn, numpy and pandas, and what a reading of a view is. */
import type { Locator } from "playwright-core";
import { golden } from "../golden/golden.ts";
import { shows, type Table } from "./view-reading.ts";

type Pairs = [number, number][];
export const want = golden<{
  rows: [number, number, string][];
  majority: number;
  profile: Record<string, number[]>;
  bayes: {
    theta: Pairs;
    sd: Pairs;
    prior: [number, number];
    first: number[];
    confusion: Pairs;
    accuracy: number;
    mcc: number;
    auc: number;
    ap: number;
    margins: number[];
    roc: Pairs;
    pr: Pairs;
    calibration: Pairs;
  };
  boost: Record<"error" | "alpha" | "training" | "bound" | "stage" | "margins", number[]> & {
    heaviest: Pairs;
    effective: number;
  };
  tree: [string, number, number, number][];
  line: {
    coefficients: number[];
    intercept: number;
    means: number[];
    predicted: number[];
    residuals: number[];
    correlation: number;
  };
  perceptron: number[];
  replay: number[][];
}>("view-values.json");

/** `read` is given the panel, with the tables behind its pictures. */
export type Reading = {
  node: string;
  port: string;
  kind: string;
  view: string;
  read: (tables: readonly Table[], panel: Locator) => unknown;
};

/** A column of a table, by position, as many rows as there are numbers. */
export function column(table: Table | undefined, at: number, numbers: readonly number[]): void {
  shows(
    (table ?? []).slice(0, numbers.length).map((row) => row[at] ?? ""),
    numbers,
  );
}

/** The points of the lines whose name begins so. */
export function points(table: Table | undefined, name: string, pairs: Pairs): void {
  const rows = (table ?? []).filter(([first = ""]) => first.startsWith(name));
  shows(
    rows.flatMap((row) => row.slice(1)),
    pairs.flat(),
  );
}
