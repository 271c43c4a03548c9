/** The mean of several rising curves at each x (Fawcett 2006, algorithm 3), keeping their steps upright. */
import type { WorkContext } from "../context.ts";
import { breath } from "./descending-order.ts";

type Rising = { x: Float64Array; y: Float64Array };

/**
 * Each x of any curve stands twice where some curve jumps there: the mean of what they have below the jump, and above.
 * So the area under the mean is the mean of the areas. All curves start at x = 0 and end at x = 1.
 */
export function verticalAverage(curves: readonly Rising[], ctx: WorkContext): Rising {
  const grid = gridOf(curves, ctx);
  const below = new Float64Array(grid.length);
  const above = new Float64Array(grid.length);
  for (const { x, y } of curves) {
    let at = 0;
    for (let i = 0; i < grid.length; i++) {
      if (i % breath === 0) ctx.progress(0, 1);
      while (x[at] < grid[i]) at++;
      let last = at;
      while (last + 1 < x.length && x[last + 1] === grid[i]) last++;
      const onPoint = x[at] === grid[i];
      const between = onPoint
        ? 0
        : y[at - 1] + ((y[at] - y[at - 1]) * (grid[i] - x[at - 1])) / (x[at] - x[at - 1]);
      below[i] += (onPoint ? y[at] : between) / curves.length;
      above[i] += (onPoint ? y[last] : between) / curves.length;
    }
  }
  return upright(grid, below, above);
}

/** Every x of every curve once, ascending. */
function gridOf(curves: readonly Rising[], ctx: WorkContext): Float64Array {
  const all = new Float64Array(curves.reduce((sum, { x }) => sum + x.length, 0));
  let filled = 0;
  for (const { x } of curves) {
    all.set(x, filled);
    filled += x.length;
  }
  ctx.progress(0, 1);
  all.sort();
  ctx.progress(0, 1);
  let count = 0;
  for (let i = 0; i < all.length; i++) if (count === 0 || all[i] !== all[count - 1]) all[count++] = all[i];
  return all.slice(0, count);
}

/** One point where both sides agree, two where the curve goes straight up. */
function upright(grid: Float64Array, below: Float64Array, above: Float64Array): Rising {
  const x = new Float64Array(2 * grid.length);
  const y = new Float64Array(2 * grid.length);
  let count = 0;
  for (let i = 0; i < grid.length; i++) {
    for (const value of below[i] === above[i] ? [below[i]] : [below[i], above[i]]) {
      x[count] = grid[i];
      y[count++] = value;
    }
  }
  return { x: x.slice(0, count), y: y.slice(0, count) };
}
