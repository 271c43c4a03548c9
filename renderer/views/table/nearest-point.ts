/** The point that was clicked at. Pure. */

type Place = { readonly x: number; readonly y: number };

/** Pixels within which a click means a point. */
const reach = 9;

/** The nearest of `points` to a place on the screen; of several equally near ones the last, which is drawn on top. */
export function nearestPoint<P extends Place>(
  points: readonly P[],
  toPixels: (point: P) => Place,
  at: Place,
  within = reach,
): P | undefined {
  let found: P | undefined;
  let least = within;
  for (const point of points) {
    const { x, y } = toPixels(point);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance > least) continue;
    least = distance;
    found = point;
  }
  return found;
}
