/** Cells of a surface by place and by number, and what is said of them. Pure. */
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import type { Sheet } from "../csv.ts";

/** The middle of a cell. */
export function middleOf({ x, y, steps }: SurfaceLook, cell: number): { x: number; y: number } {
  const along = ({ low, high }: typeof x, step: number) => low + ((step + 0.5) / steps) * (high - low);
  return { x: along(x, cell % steps), y: along(y, Math.floor(cell / steps)) };
}

/** The cell at shares of the way across and up, each within 0 … 1. */
export function cellAt({ steps }: SurfaceLook, across: number, up: number): number {
  const step = (share: number) => Math.min(steps - 1, Math.max(0, Math.floor(share * steps)));
  return step(up) * steps + step(across);
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The cell next to `cell` in the direction of an arrow key; the middle one where there was none. */
export function movedBy(key: string, cell: number | undefined, steps: number): number | undefined {
  const move = moves[key];
  if (!move) return undefined;
  const from = cell ?? Math.floor(steps / 2) * (steps + 1);
  const column = Math.min(steps - 1, Math.max(0, (from % steps) + move[0]));
  const row = Math.min(steps - 1, Math.max(0, Math.floor(from / steps) + move[1]));
  return row * steps + column;
}

/** Every cell: its middle, class and probability, or value. */
export function surfaceSheet(surface: SurfaceLook, classes: readonly string[], target: string): Sheet {
  const { x, y, labels, strengths, values, steps } = surface;
  return {
    head: [x.name, y.name, target, ...(strengths ? ["probability"] : [])],
    rows: Array.from({ length: steps * steps }, (_, cell) => {
      const middle = middleOf(surface, cell);
      const said = values ? (values[cell] ?? null) : (classes[labels?.[cell] ?? -1] ?? null);
      return [middle.x, middle.y, said, ...(strengths ? [strengths[cell] ?? null] : [])];
    }),
  };
}

const spoken = 12;

/** Some cells spread over the plane, for a table that is listened to. */
export function spreadCells({ steps }: SurfaceLook): number[] {
  const some = Math.min(spoken, steps);
  const lines = Array.from({ length: some }, (_, i) => Math.floor(((i + 0.5) * steps) / some));
  return lines.flatMap((row) => lines.map((column) => row * steps + column));
}
