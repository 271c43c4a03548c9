/**
 * What the folds scored, as one set of scores and as a table. A metric that is not defined in some fold (R² of a single
 * row) is a missing cell there and has no mean, because a mean over the other folds would be of another thing.
 */
import { hashJson } from "../../base/json.ts";
import { numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Scores, Table } from "../values.ts";

/** One fit: counted from 1, its rows, its scores by metric name. */
export type FoldScores = {
  repeat: number;
  fold: number;
  train: number;
  test: number;
  values: Readonly<Record<string, number>>;
};

/**
 * The mean of every metric over the fits, then its standard deviation as `<metric>Sd`, √(Σ(s−s̄)²/(F−1)) of F fits.
 * The fits share most of their rows: Sd/√F is no standard error of the mean (Bengio & Grandvalet 2004).
 */
export function meanScores(fits: readonly FoldScores[], rows: number): Scores {
  const names = sharedMetrics(fits);
  const means: Record<string, number> = {};
  const spreads: Record<string, number> = {};
  for (const name of names) {
    const scores = fits.map(({ values }) => values[name]);
    const mean = sum(scores) / scores.length;
    means[name] = mean;
    spreads[`${name}Sd`] = Math.sqrt(sum(scores.map((s) => (s - mean) ** 2)) / (scores.length - 1));
  }
  return { kind: "scores", on: "unseen", rows, values: { ...means, ...spreads } };
}

/** The metrics that every fit has. */
export function sharedMetrics(fits: readonly FoldScores[]): string[] {
  return metricsOf(fits).filter((name) => fits.every(({ values }) => name in values));
}

/** One row a fit. Its rows are those of no other table: the source is the hash of its own cells. */
export function foldTable(fits: readonly FoldScores[]): Table {
  const cells: [name: string, (number | null)[]][] = [
    ["repeat", fits.map(({ repeat }) => repeat)],
    ["fold", fits.map(({ fold }) => fold)],
    ["train rows", fits.map(({ train }) => train)],
    ["test rows", fits.map(({ test }) => test)],
    ...metricsOf(fits).map((name): [string, (number | null)[]] => [
      name,
      fits.map(({ values }) => values[name] ?? null),
    ]),
  ];
  const columns = cells.map(([name, numbers]) => numberColumn(name, numbers));
  return tableFrom({ columns, source: hashJson({ folds: cells }) });
}

function metricsOf(fits: readonly FoldScores[]): string[] {
  return [...new Set(fits.flatMap(({ values }) => Object.keys(values)))];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
