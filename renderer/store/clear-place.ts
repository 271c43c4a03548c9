/** Where a card that nobody placed by hand can stand without covering another. */
import type { Graph, Position } from "../../core/graph/document.ts";

const box = { width: 232, height: 190 };
const step = 30;
const farthest = 40;

/** The place nearest to `at` whose card would cover no other one; `at` itself when there is none near. */
export function clearPlace(document: Pick<Graph, "view">, at: Position): Position {
  const taken = Object.values(document.view.positions);
  const clear = ([x, y]: Position) =>
    taken.every(([a, b]) => Math.abs(a - x) >= box.width || Math.abs(b - y) >= box.height);
  for (let ring = 0; ring <= farthest; ring++) {
    const reach = ring * step;
    // Up and down first: a graph runs from left to right.
    const places: Position[] = [
      [at[0], at[1] - reach],
      [at[0], at[1] + reach],
      [at[0] + reach, at[1]],
      [at[0] - reach, at[1]],
    ];
    const found = places.find(clear);
    if (found) return found;
  }
  return at;
}
