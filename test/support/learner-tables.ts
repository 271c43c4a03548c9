/** Tables that the estimator checks train on, changed in one thing each, and predictions beside predictions. */
import { expect } from "vitest";
import { categoryColumn, numberColumn } from "../../core/ml/table/columns.ts";
import { tableFrom } from "../../core/ml/table/table.ts";
import type { Column, Predictions, Table } from "../../core/ml/values.ts";

/** What the raised weights of AdaBoost may change, and solvers leave open. */
const near = 1e-5;

export const classData = twoOrMore(["a", "b"]);
export const threeData = twoOrMore(["a", "b", "c"]);
export const numberData = numbers();

/** Three features without ties. 41 rows below: a prime, so that row · 7 reaches every one. */
function features(rows: number): Column[] {
  const wave = (row: number, speed: number): number =>
    Math.sin(row * speed) * 2 + Math.cos(row * row * speed);
  return ["u", "v", "w"].map((name, j) =>
    numberColumn(
      name,
      Array.from({ length: rows }, (_, row) => wave(row + 1, 0.7 + j / 3) + j),
    ),
  );
}

function twoOrMore(levels: readonly string[]): Table {
  const columns = features(41);
  const [u, v] = columns.map((column) => ("values" in column ? column.values : new Float64Array(41)));
  const y = Array.from(u, (value, row) => {
    const score = value - v[row] + 1 + (row % 5 === 0 ? 1.5 : 0);
    return levels[Math.min(levels.length - 1, Math.max(0, Math.floor((score + 3) / (6 / levels.length))))];
  });
  return tableFrom({
    columns: [...columns, categoryColumn("y", y, { role: "target", levels })],
    source: "checks",
  });
}

function numbers(): Table {
  const columns = features(41);
  const [u, v] = columns.map((column) => ("values" in column ? column.values : new Float64Array(41)));
  const y = Array.from(u, (value, row) => 3 * value - v[row] * value + Math.sin(row * 13));
  return tableFrom({ columns: [...columns, numberColumn("y", y, { role: "target" })], source: "checks" });
}

export function weighed(table: Table, weights: readonly number[]): Table {
  return { ...table, columns: [...table.columns, numberColumn("weight", weights, { role: "weight" })] };
}

export function withHole(table: Table): Table {
  const [first, ...rest] = table.columns;
  return { ...table, columns: [withCell(first, Number.NaN), ...rest] };
}

export function withCell(column: Column, cell: number): Column {
  if (!("values" in column)) return column;
  const cells = Array.from(column.values, (value, row) => (row === 4 ? cell : value));
  return numberColumn(column.name, cells, { role: column.role });
}

export function renamed(table: Table, name: (level: string) => string): Table {
  const columns = table.columns.map((column) =>
    "levels" in column ? { ...column, levels: column.levels.map(name) } : column,
  );
  return { ...table, columns };
}

export function classRows(table: Table): number[] {
  const target = table.columns.find((column) => column.role === "target");
  if (!target || !("codes" in target)) return [];
  return [...target.codes.keys()].filter((row) => target.codes[row] === target.codes[0]);
}

export function lengthOf(predictions: Predictions): number {
  return predictions.task === "classification" ? predictions.labels.length : predictions.values.length;
}

export function labels(predictions: Predictions): number[] {
  return predictions.task === "classification" ? [...predictions.labels] : [];
}

/** All numbers that are said of one row. */
export function said(predictions: Predictions, row: number): number[] {
  if (predictions.task === "regression") return [predictions.values[row]];
  const width = predictions.classes.length;
  const shares = predictions.probabilities?.subarray(row * width, (row + 1) * width) ?? [];
  return [predictions.labels[row], ...shares];
}

export function expectNear(got: Predictions, want: Predictions): void {
  for (let row = 0; row < lengthOf(want); row++) {
    const [a, b] = [said(got, row), said(want, row)];
    expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]))), `row ${row}`).toBeLessThan(near);
  }
}
