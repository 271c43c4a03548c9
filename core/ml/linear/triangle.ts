/**
 * The rows of a least-squares problem, folded into a triangle: ‖y − Xw‖² = ‖q − Rw‖² + rest with R of `[d, d]`. Made by
 * Householder reflections on one block of rows after another (sequential TSQR; Demmel, Grigori, Hoemmen & Langou
 * 2012), so it needs d² numbers beside the data and keeps the digits that a Gram matrix would square away. Least
 * squares, ridge, lasso and elastic net are then all problems of d rows.
 */
import type { FeatureColumn } from "../learner/algorithm.ts";

/** R column by column: entry (i, j) at `r[j·size + i]`, zero below the diagonal. `q`: `[size]`. */
export type Triangle = { size: number; r: Float64Array; q: Float64Array };

/** Rows of the features and the target less their means, times the root of their weight. */
export type CenteredRows = {
  features: readonly FeatureColumn[];
  values: Float64Array;
  weights: Float64Array;
  /** `[features]`, and the target's own last. */
  means: Float64Array;
};

const blockRows = 512;

/** Folds all rows, and after them `ridge`·w_j² for each coefficient. `breathe` is called once a column and block. */
export function triangleOf(rows: CenteredRows, ridge: number, breathe: () => void): Triangle {
  const size = rows.features.length;
  const triangle = { size, r: new Float64Array(size * size), q: new Float64Array(size) };
  const columns = [...rows.features, rows.values];
  const count = rows.values.length;
  const roots = rows.weights.map(Math.sqrt);
  const block = columns.map(() => new Float64Array(blockRows));
  for (let start = 0; start < count; start += blockRows) {
    const length = Math.min(blockRows, count - start);
    columns.forEach((column, j) => {
      const mean = rows.means[j];
      for (let i = 0; i < length; i++) block[j][i] = (column[start + i] - mean) * roots[start + i];
    });
    fold(triangle, block, length, breathe);
  }
  if (ridge > 0) {
    const root = Math.sqrt(ridge);
    for (let start = 0; start < size; start += blockRows) {
      const length = Math.min(blockRows, size - start);
      for (const column of block) column.fill(0);
      for (let i = 0; i < length; i++) block[start + i][i] = root;
      fold(triangle, block, length, breathe);
    }
  }
  return triangle;
}

/** Reflects the block into the triangle, column by column. The block is used up. */
function fold(
  { size, r, q }: Triangle,
  block: readonly Float64Array[],
  length: number,
  breathe: () => void,
): void {
  for (let j = 0; j < size; j++) {
    breathe();
    const own = block[j];
    let squares = 0;
    for (let i = 0; i < length; i++) squares += own[i] * own[i];
    if (squares === 0) continue;
    const top = r[j * size + j];
    const norm = Math.sqrt(top * top + squares);
    const reached = top > 0 ? -norm : norm;
    const first = top - reached;
    const scale = 2 / (first * first + squares);
    r[j * size + j] = reached;
    for (let k = j + 1; k <= size; k++) {
      const other = block[k];
      const head = k === size ? q[j] : r[k * size + j];
      let dot = first * head;
      for (let i = 0; i < length; i++) dot += own[i] * other[i];
      const factor = dot * scale;
      if (k === size) q[j] = head - factor * first;
      else r[k * size + j] = head - factor * first;
      for (let i = 0; i < length; i++) other[i] -= factor * own[i];
    }
  }
}
