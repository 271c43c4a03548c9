/** The mean of several rising curves at each x (Fawcett 2006, algorithm 3), keeping their steps upright. */
import type { WorkContext } from "../context.ts";

type Rising = { x: Float64Array; y: Float64Array };

/**
 * Each x of any curve stands twice where some curve jumps there: the mean of what they have below the jump, and above.
 * So the area under the mean is the mean of the areas. All curves start at x = 0 and end at x = 1.
 */
export function verticalAverage(curves: readonly Rising[], ctx: WorkContext): Rising {
  const grid = Float64Array.from(new Set(curves.flatMap(({ x }) => [...x]))).sort();
  const below = new Float64Array(grid.length);
  const above = new Float64Array(grid.length);
  for (const { x, y } of curves) {
    ctx.progress(0, 1);
    let at = 0;
    grid.forEach((value, i) => {
      while (at < x.length && x[at] < value) at++;
      let last = at;
      while (last + 1 < x.length && x[last + 1] === value) last++;
      const onPoint = x[at] === value;
      const between = onPoint
        ? 0
        : y[at - 1] + ((y[at] - y[at - 1]) * (value - x[at - 1])) / (x[at] - x[at - 1]);
      below[i] += (onPoint ? y[at] : between) / curves.length;
      above[i] += (onPoint ? y[last] : between) / curves.length;
    });
  }
  const points = [...grid].flatMap((x, i): [number, number][] =>
    below[i] === above[i]
      ? [[x, below[i]]]
      : [
          [x, below[i]],
          [x, above[i]],
        ],
  );
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}
