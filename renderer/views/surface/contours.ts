/** Lines of a grid of predictions: where the class changes, and where a value is reached. Pure; in units of cells. */

/**
 * The edges between cells of different classes as an SVG path, `[steps × steps]` row-major from below, in a picture whose
 * y grows downward: cell (0, 0) lies at its lower left.
 */
export function classEdges(labels: readonly number[], steps: number): string {
  const path: string[] = [];
  for (let row = 0; row < steps; row++) {
    const bottom = steps - row;
    for (let column = 0; column < steps; column++) {
      const here = labels[row * steps + column];
      if (column + 1 < steps && labels[row * steps + column + 1] !== here)
        path.push(`M${column + 1} ${bottom}v-1`);
      if (row + 1 < steps && labels[(row + 1) * steps + column] !== here)
        path.push(`M${column} ${bottom - 1}h1`);
    }
  }
  return path.join("");
}

/**
 * The line on which the values reach `level`, by marching squares between the middles of the cells (Lorensen & Cline
 * 1987 in the plane), linear in between; saddles are cut by the mean of their corners.
 */
export function contour(values: readonly number[], steps: number, level: number): string {
  const path: string[] = [];
  for (let row = 0; row + 1 < steps; row++)
    for (let column = 0; column + 1 < steps; column++) {
      const at = row * steps + column;
      const value = (place: number) => values[place] ?? Number.NaN;
      const corners: Corners = [value(at), value(at + 1), value(at + steps + 1), value(at + steps)];
      for (const [from, to] of cutsOf(corners, level)) {
        const [x1, y1] = placeOf(from, corners, level);
        const [x2, y2] = placeOf(to, corners, level);
        const x = column + 0.5;
        const y = steps - row - 0.5;
        path.push(`M${short(x + x1)} ${short(y - y1)}L${short(x + x2)} ${short(y - y2)}`);
      }
    }
  return path.join("");
}

/** Lower left, lower right, upper right, upper left. */
type Corners = readonly [number, number, number, number];
/** Below, right, above, left. */
type Side = 0 | 1 | 2 | 3;

function cutsOf(corners: Corners, level: number): [Side, Side][] {
  const above = corners.map((value) => value >= level);
  const sides = ([0, 1, 2, 3] as const).filter((side) => above[side] !== above[(side + 1) % 4]);
  const [a, b, c, d] = sides;
  if (a === undefined || b === undefined) return [];
  if (c === undefined || d === undefined) return [[a, b]];
  const middle = corners.reduce((sum, value) => sum + value, 0) / 4 >= level;
  return middle === above[0]
    ? [
        [0, 1],
        [2, 3],
      ]
    : [
        [3, 0],
        [1, 2],
      ];
}

function placeOf(side: Side, corners: Corners, level: number): [number, number] {
  const from = corners[side];
  const to = corners[((side + 1) % 4) as Side];
  const share = (level - from) / (to - from);
  if (side === 0) return [share, 0];
  if (side === 1) return [1, share];
  return side === 2 ? [1 - share, 1] : [0, 1 - share];
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
