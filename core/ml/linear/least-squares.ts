/**
 * The least-squares solution of a triangle, of least norm where several are as good: QR with column pivoting, and a second
 * QR of what is left where the rank is short (the complete orthogonal decomposition; Golub & Van Loan 2013, 5.5.2).
 */
import type { Triangle } from "./triangle.ts";

/** `tolerance`: share of the largest pivot below which a pivot counts as 0. */
export function leastSquares(
  { size, r, q }: Triangle,
  tolerance: number,
  breathe: () => void,
): { solution: Float64Array; rank: number } {
  const columns = Array.from({ length: size }, (_, j) => r.slice(j * size, (j + 1) * size));
  const right = q.slice();
  const order = columns.map((_, j) => j);
  let rank = 0;
  let largest = 0;
  for (; rank < size; rank++) {
    breathe();
    const norms = columns.map((column, j) => (j < rank ? -1 : squaresFrom(column, rank)));
    const pivot = norms.indexOf(Math.max(...norms));
    const norm = Math.sqrt(norms[pivot]);
    largest = Math.max(largest, norm);
    if (norm <= tolerance * largest || norm === 0) break;
    [columns[rank], columns[pivot]] = [columns[pivot], columns[rank]];
    [order[rank], order[pivot]] = [order[pivot], order[rank]];
    reflect(columns[rank], rank, [...columns.slice(rank + 1), right]);
  }

  const inOrder = rank === size ? backward(columns, right, rank) : leastNorm(columns, right, rank, breathe);
  const solution = new Float64Array(size);
  order.forEach((column, at) => {
    solution[column] = inOrder[at];
  });
  return { solution, rank };
}

/** R w = q by back substitution; the diagonal must have no 0. */
export function solveTriangle({ size, r, q }: Triangle): Float64Array {
  return backward(
    Array.from({ length: size }, (_, j) => r.subarray(j * size, (j + 1) * size)),
    q,
    size,
  );
}

function backward(columns: readonly Float64Array[], right: Float64Array, rank: number): Float64Array {
  const rest = right.slice(0, rank);
  const solution = new Float64Array(columns.length);
  for (let j = rank - 1; j >= 0; j--) {
    solution[j] = rest[j] / columns[j][j];
    for (let i = 0; i < j; i++) rest[i] -= columns[j][i] * solution[j];
  }
  return solution;
}

/** The shortest z with [R₁₁ R₁₂]·z = c: z = Q·u with [R₁₁ R₁₂]ᵀ = Q·T and Tᵀ·u = c. */
function leastNorm(
  columns: readonly Float64Array[],
  right: Float64Array,
  rank: number,
  breathe: () => void,
): Float64Array {
  const size = columns.length;
  const rows = Array.from({ length: rank }, (_, i) => Float64Array.from(columns, (column) => column[i]));
  const mirrors: Float64Array[] = [];
  for (let i = 0; i < rank; i++) {
    breathe();
    mirrors.push(reflect(rows[i], i, rows.slice(i + 1)));
  }
  const u = new Float64Array(size);
  for (let i = 0; i < rank; i++) {
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= rows[i][k] * u[k];
    u[i] = sum / rows[i][i];
  }
  for (let i = rank - 1; i >= 0; i--) mirror(mirrors[i], i, u);
  return u;
}

/** Reflects everything from `from` on so that `column` has zeros below there; returns the unit vector. */
function reflect(column: Float64Array, from: number, others: readonly Float64Array[]): Float64Array {
  const norm = Math.sqrt(squaresFrom(column, from));
  const unit = column.slice(from);
  unit[0] += column[from] > 0 ? norm : -norm;
  const length = Math.sqrt(squaresFrom(unit, 0));
  if (length > 0) for (let i = 0; i < unit.length; i++) unit[i] /= length;
  mirror(unit, from, column);
  for (const other of others) mirror(unit, from, other);
  return unit;
}

function mirror(unit: Float64Array, from: number, values: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < unit.length; i++) dot += unit[i] * values[from + i];
  for (let i = 0; i < unit.length; i++) values[from + i] -= 2 * dot * unit[i];
}

function squaresFrom(values: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}
