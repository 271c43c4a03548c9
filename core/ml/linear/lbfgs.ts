/** Minimising a smooth function of many variables from its value and gradient: L-BFGS (Liu & Nocedal 1989). */

/** Writes the gradient at `x` into `gradient` and returns the value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Where a search stands. */
export type Point = { x: Float64Array; value: number; gradient: Float64Array };

/** A step that was taken and the gradient's change over it, with their product: what L-BFGS knows of the curvature. */
export type Step = { dx: Float64Array; dg: Float64Array; product: number };

export type Minimum = {
  x: Float64Array;
  iterations: number;
  converged: boolean;
  values: number[];
  /** The last steps, oldest first. */
  steps: readonly Step[];
};

const memory = 10;
const mostSteps = 50;

/** The value and the gradient at `x`. */
export function pointAt(objective: Objective, x: Float64Array): Point {
  const gradient = new Float64Array(x.length);
  return { x, value: objective(x, gradient), gradient };
}

/**
 * Minimises from `start` until max |∂f/∂x_j| ≤ tolerance, or for `maxIterations`. A step is accepted by the weak Wolfe
 * conditions, found by bisection (Lewis & Overton 2013), with room for rounding: near the minimum the value stops
 * telling steps apart long before the gradient does. `steps`: those of a function that curves like this one.
 */
export function minimize(
  objective: Objective,
  start: Point,
  options: {
    tolerance: number;
    maxIterations: number;
    steps?: readonly Step[];
    each?: (iteration: number) => void;
  },
): Minimum {
  let { x, value, gradient } = start;
  const values = [value];
  const steps = [...(options.steps ?? [])];

  for (let iteration = 0; iteration < options.maxIterations; iteration++) {
    if (largest(gradient) <= options.tolerance)
      return { x, iterations: iteration, converged: true, values, steps };
    options.each?.(iteration);
    const direction = descent(gradient, steps);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      steps.length = 0;
      direction.set(gradient.map((part) => -part));
      slope = -dot(gradient, gradient);
    }
    const first = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const found = search(objective, x, value, direction, slope, first);
    if (!found) return { x, iterations: iteration, converged: false, values, steps };
    const dx = found.x.map((part, j) => part - x[j]);
    const dg = found.gradient.map((part, j) => part - gradient[j]);
    const product = dot(dx, dg);
    if (product > 0) steps.push({ dx, dg, product });
    if (steps.length > memory) steps.shift();
    ({ x, gradient, value } = found);
    values.push(value);
  }
  const converged = largest(gradient) <= options.tolerance;
  return { x, iterations: options.maxIterations, converged, values, steps };
}

/** −H·g by the two loops over the last steps. */
function descent(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = Float64Array.from(gradient, (part) => -part);
  const factors = new Float64Array(steps.length);
  for (let i = steps.length - 1; i >= 0; i--) {
    factors[i] = dot(steps[i].dx, direction) / steps[i].product;
    add(direction, -factors[i], steps[i].dg);
  }
  const last = steps.at(-1);
  const scale = last ? last.product / dot(last.dg, last.dg) : 1;
  for (let j = 0; j < direction.length; j++) direction[j] *= scale;
  for (let i = 0; i < steps.length; i++)
    add(direction, factors[i] - dot(steps[i].dg, direction) / steps[i].product, steps[i].dx);
  return direction;
}

function search(
  objective: Objective,
  x: Float64Array,
  value: number,
  direction: Float64Array,
  slope: number,
  first: number,
): Point | undefined {
  const rounding = 1e-15 * Math.abs(value) * 8;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let step = first;
  for (let tries = 0; tries < mostSteps; tries++) {
    const next = pointAt(
      objective,
      Float64Array.from(x, (part, j) => part + step * direction[j]),
    );
    const reached = next.value;
    const slopeThere = dot(direction, next.gradient);
    // Where the value cannot tell any more, the slope must: it may not have turned up again.
    const lower =
      reached <= value + 1e-4 * step * slope || (reached <= value + rounding && slopeThere <= -0.9 * slope);
    if (!lower) high = step;
    else if (slopeThere < 0.9 * slope) low = step;
    else return next;
    step = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

function add(a: Float64Array, factor: number, b: Float64Array): void {
  for (let j = 0; j < a.length; j++) a[j] += factor * b[j];
}

function largest(a: Float64Array): number {
  let most = 0;
  for (let j = 0; j < a.length; j++) most = Math.max(most, Math.abs(a[j]));
  return most;
}
