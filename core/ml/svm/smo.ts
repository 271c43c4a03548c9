/**
 * The dual of the two-class support vector machine by sequential minimal optimisation, with libsvm's choice of the
 * working set by second-order information (Fan, Chen & Lin 2005, WSS 2), without its shrinking.
 */

/** min ½·αᵀQα − Σα with 0 ≤ α_i ≤ C_i and Σ s_i·α_i = 0, Q_ij = s_i·s_j·K_ij. `signs`: ±1; all `[rows]`. */
export type DualProblem = {
  signs: Float64Array;
  limits: Float64Array;
  diagonal: Float64Array;
  kernelRow(row: number): Float64Array;
};

export type DualSolution = { alphas: Float64Array; rho: number; iterations: number; converged: boolean };

/** Stands in for a curvature that is not positive, as in libsvm. */
const tau = 1e-12;

/** Goes on until the largest violation of optimality is below `tolerance`. */
export function solveDual(
  { signs, limits, diagonal, kernelRow }: DualProblem,
  tolerance: number,
  maxIterations: number,
  breathe: () => void,
): DualSolution {
  const rows = signs.length;
  const alphas = new Float64Array(rows);
  const gradient = new Float64Array(rows).fill(-1);
  let iterations = 0;
  let converged = false;

  for (; iterations < maxIterations; iterations++) {
    breathe();
    const i = firstOfPair();
    if (i < 0) {
      converged = true;
      break;
    }
    const kernelOfFirst = kernelRow(i);
    const j = secondOfPair(i, kernelOfFirst);
    if (j < 0) {
      converged = true;
      break;
    }
    // The cache may give the memory of one row to the other only if it can hold no more than two.
    update(i, j, kernelOfFirst, kernelRow(j));
  }
  return { alphas, rho: threshold(), iterations, converged };

  function canRise(row: number): boolean {
    return signs[row] > 0 ? alphas[row] < limits[row] : alphas[row] > 0;
  }

  function canFall(row: number): boolean {
    return signs[row] > 0 ? alphas[row] > 0 : alphas[row] < limits[row];
  }

  function firstOfPair(): number {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      const pull = -signs[row] * gradient[row];
      if (pull > most && canRise(row)) {
        most = pull;
        best = row;
      }
    }
    return best;
  }

  function secondOfPair(first: number, kernelOfFirst: Float64Array): number {
    const pull = -signs[first] * gradient[first];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      if (!canFall(row)) continue;
      const other = -signs[row] * gradient[row];
      if (other < lowest) lowest = other;
      const gap = pull - other;
      if (gap <= 0) continue;
      const curve = diagonal[first] + diagonal[row] - 2 * kernelOfFirst[row];
      const gain = -(gap * gap) / (curve > 0 ? curve : tau);
      if (gain < least) {
        least = gain;
        best = row;
      }
    }
    return pull - lowest < tolerance ? -1 : best;
  }

  /** The two-variable problem solved exactly; along the line Σ s·α = const, clipped to the box. */
  function update(i: number, j: number, kernelI: Float64Array, kernelJ: Float64Array): void {
    const curve = diagonal[i] + diagonal[j] - 2 * kernelI[j];
    const gap = -signs[i] * gradient[i] + signs[j] * gradient[j];
    // α_i moves by s_i·step and α_j by −s_j·step, step > 0.
    const roomI = signs[i] > 0 ? limits[i] - alphas[i] : alphas[i];
    const roomJ = signs[j] > 0 ? alphas[j] : limits[j] - alphas[j];
    const step = Math.min(gap / (curve > 0 ? curve : tau), roomI, roomJ);
    // On the border exactly: a rounded α would stay in the working set for ever.
    alphas[i] = step === roomI ? (signs[i] > 0 ? limits[i] : 0) : alphas[i] + signs[i] * step;
    alphas[j] = step === roomJ ? (signs[j] > 0 ? 0 : limits[j]) : alphas[j] - signs[j] * step;
    for (let row = 0; row < rows; row++) gradient[row] += signs[row] * step * (kernelI[row] - kernelJ[row]);
  }

  /** ρ from the free rows, or the middle of what the others allow. */
  function threshold(): number {
    let high = Number.POSITIVE_INFINITY;
    let low = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let free = 0;
    for (let row = 0; row < rows; row++) {
      const at = signs[row] * gradient[row];
      const atLimit = alphas[row] >= limits[row];
      if (alphas[row] > 0 && !atLimit) {
        free++;
        sum += at;
      } else if (atLimit === signs[row] > 0) low = Math.max(low, at);
      else high = Math.min(high, at);
    }
    return free > 0 ? sum / free : (high + low) / 2;
  }
}
