/** The smallest use of a node, as `npm run reference` writes it, and how its cards stand. */
import type { GraphDocument, Position } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { bodyHeight, cardWidth } from "../canvas/card-geometry.ts";

export type Example = {
  /** The node's own id in the graph. */
  readonly node: string;
  readonly graph: Pick<GraphDocument, "nodes" | "wires">;
  readonly script: string;
};

export type Examples = Readonly<Record<string, Example>>;
export type Descriptors = ReadonlyMap<string, NodeDescriptor>;

const between = 64;
const below = 28;
/** The height that a wire takes in a column that it passes. */
const lane = 10;

export type Laid = {
  readonly positions: Readonly<Record<string, Position>>;
  /** Points that a wire passes on its way through other columns. */
  readonly through: Readonly<Record<string, readonly Position[]>>;
  readonly width: number;
  readonly height: number;
};

/** What stands in a column: a card, or a wire that goes by. */
type Standing = { id: string; wire?: string; height: number };

/**
 * Cards in columns, the last step at the right; each column stands in the middle of the height. A card stands one column
 * before the first that it feeds, and a wire that goes further has a place of its own in the columns that it passes.
 */
export function layExample({ graph }: Example, descriptors: Descriptors): Laid {
  const column = columnsOf(graph);
  const columns: Standing[][] = Array.from({ length: Math.max(...column.values()) + 1 }, () => []);
  for (const [id, at] of column) {
    const descriptor = descriptors.get(graph.nodes[id]?.type ?? "");
    columns[at]?.push({ id, height: descriptor ? bodyHeight(descriptor) : 0 });
  }
  for (const [wire, { from, to }] of Object.entries(graph.wires)) {
    for (let at = (column.get(from[0]) ?? 0) + 1; at < (column.get(to[0]) ?? 0); at++)
      columns[at]?.unshift({ id: `${wire}@${at}`, wire, height: lane });
  }
  const full = (all: readonly Standing[]) => all.reduce((sum, { height }) => sum + height + below, 0) - below;
  const height = Math.max(...columns.map(full));
  const positions: Record<string, Position> = {};
  const through: Record<string, Position[]> = {};
  columns.forEach((all, at) => {
    const x = at * (cardWidth + between);
    let y = (height - full(all)) / 2;
    for (const one of all) {
      if (one.wire === undefined) positions[one.id] = [x, Math.round(y)];
      else
        through[one.wire] = [
          ...(through[one.wire] ?? []),
          ...[x, x + cardWidth].map((end): Position => [end, y + lane / 2]),
        ];
      y += one.height + below;
    }
  });
  return { positions, through, width: columns.length * (cardWidth + between) - between, height };
}

/** The column of each card, from the left. */
function columnsOf({ nodes, wires }: Example["graph"]): Map<string, number> {
  const all = Object.values(wires);
  const after = new Map<string, number>();
  const stepsAfter = (id: string): number => {
    const known = after.get(id);
    if (known !== undefined) return known;
    const next = all.filter(({ from }) => from[0] === id).map(({ to }) => stepsAfter(to[0]) + 1);
    const steps = Math.max(0, ...next);
    after.set(id, steps);
    return steps;
  };
  const ids = Object.keys(nodes);
  const most = Math.max(0, ...ids.map(stepsAfter));
  return new Map(ids.map((id) => [id, most - stepsAfter(id)]));
}
