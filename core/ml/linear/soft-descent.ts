/** Lasso and elastic net on a triangle, by cyclic coordinate descent (Friedman, Hastie & Tibshirani 2010). */
import type { Triangle } from "./triangle.ts";

/**
 * Minimises ½‖q − Rw‖² + l1·‖w‖₁ + ½·l2·‖w‖² until a sweep moves no fitted value by more than `tolerance`·‖q‖.
 */
export function softDescent(
  { size, r, q }: Triangle,
  penalty: { l1: number; l2: number },
  limits: { tolerance: number; maxIterations: number },
  breathe: (sweep: number) => void,
): { solution: Float64Array; sweeps: number; converged: boolean } {
  const solution = new Float64Array(size);
  const rest = q.slice();
  const squares = new Float64Array(size);
  for (let j = 0; j < size; j++) for (let i = 0; i <= j; i++) squares[j] += r[j * size + i] * r[j * size + i];
  const goal = limits.tolerance * Math.sqrt(q.reduce((sum, value) => sum + value * value, 0));
  for (let sweep = 0; sweep < limits.maxIterations; sweep++) {
    breathe(sweep);
    let most = 0;
    for (let j = 0; j < size; j++) {
      const curve = squares[j] + penalty.l2;
      if (squares[j] === 0) continue;
      const before = solution[j];
      const column = r.subarray(j * size, j * size + j + 1);
      let pull = squares[j] * before;
      for (let i = 0; i <= j; i++) pull += column[i] * rest[i];
      const after = (Math.sign(pull) * Math.max(0, Math.abs(pull) - penalty.l1)) / curve;
      if (after === before) continue;
      solution[j] = after;
      for (let i = 0; i <= j; i++) rest[i] -= column[i] * (after - before);
      most = Math.max(most, Math.abs(after - before) * Math.sqrt(squares[j]));
    }
    if (most <= goal) return { solution, sweeps: sweep + 1, converged: true };
  }
  return { solution, sweeps: limits.maxIterations, converged: false };
}
