/**
 * From a sketch to cards, wires and frames in their places, as chapters that are read from left to right in two bands. Above,
 * the way of the rows from the file to the split, and the score on what was held out. Below, the learners in two rows, each
 * ending in its cross-validation, and all of them compared on the right. Heights are those of the cards, so nothing overlaps.
 */
import type { Json } from "../../core/base/json.ts";
import type { GraphDocument, NodeRecord, Position, WireRecord } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { cardGeometry, cardWidth } from "../canvas/card-geometry.ts";
import type { LearnerPlan, Learners, NodePlan } from "./learners.ts";

type Params = Readonly<Record<string, Json>>;

export type Sketch = {
  /** From the file to the split, one after the other. */
  rows: readonly NodePlan[];
  /** What has to be beaten, the one that is scored on the held-out part, another one. */
  learners: Learners;
  folds: Params;
  compare: Params;
  /** Type of the node that scores the held-out part. */
  metric: string;
};

export type Box = { at: Position; size: Position };

export type Drawn = {
  graph: Pick<GraphDocument, "nodes" | "wires">;
  positions: Record<string, Position>;
  /** Around the way to the split, the final score, and the cross-validations. */
  chapters: Readonly<Record<"rows" | "final" | "folds", Box>>;
  /** Room left of the learners. */
  free: Box;
};

const gapX = 28;
const gapY = 20;
const pitch = cardWidth + gapX;
/** Of a frame around its cards, and the room for the title above the frame of the second band. */
const air = 10;
const titleRoom = 34;
const slots = ["a", "b", "c"];

/** Nodes, wires, positions and chapters. */
export function draw(sketch: Sketch, descriptors: ReadonlyMap<string, NodeDescriptor>): Drawn {
  const nodes: Record<string, NodeRecord> = {};
  const wires: Record<string, WireRecord> = {};
  const positions: Record<string, Position> = {};
  /** Puts cards side by side from a column on; answers the height of the highest. */
  const place = (plans: readonly NodePlan[], column: number, y: number): number => {
    const heights = plans.map(({ id, type, params }, at) => {
      const descriptor = descriptors.get(type);
      nodes[id] = {
        type,
        version: descriptor?.version ?? 1,
        params: { ...defaultsOf(descriptor), ...params },
      };
      positions[id] = [(column + at) * pitch, y];
      return cardGeometry(descriptor).height;
    });
    return Math.max(...heights);
  };
  const join = (from: string, to: string): void => {
    wires[`w${Object.keys(wires).length + 1}`] = { from: portOf(from), to: portOf(to) };
  };

  const { rows, learners, folds, compare, metric } = sketch;
  const judged = (lane: LearnerPlan): NodePlan[] => [
    ...lane.chain,
    { id: `${lane.name}Folds`, type: "evaluate.cross-validate", params: folds },
  ];
  const final = [
    { id: "fitted", type: "evaluate.fit", params: {} },
    { id: "predicted", type: "evaluate.predict", params: {} },
    { id: "scored", type: metric, params: {} },
  ];
  const [plain, main, other] = learners;
  const lanes = [judged(main), [...judged(plain), ...judged(other)]];
  const longest = Math.max(...lanes.map((lane) => lane.length));
  // A column for the note before the learners, and one for the comparison behind them.
  const last = Math.max(rows.length + final.length, longest + 2) - 1;

  const above = Math.max(place(rows, 0, 0), place(final, last + 1 - final.length, 0));
  const top = above + 2 * air + titleRoom;
  let y = top;
  for (const lane of lanes) y += place(lane, last - lane.length, y) + gapY;
  const below = y - gapY - top;
  const { height } = cardGeometry(descriptors.get("evaluate.compare"));
  place(
    [{ id: "compared", type: "evaluate.compare", params: compare }],
    last,
    top + Math.round((below - height) / 2),
  );

  for (const [at, { id }] of rows.slice(1).entries()) join(`${rows[at].id}.table`, `${id}.table`);
  join("parts.train", "fitted.data");
  join("fitted.model", "predicted.model");
  join("parts.test", "predicted.data");
  join("predicted.predictions", "scored.predictions");
  for (const lane of learners) {
    const way = judged(lane);
    for (const [at, { id }] of way.slice(1).entries()) join(`${way[at].id}.learner`, `${id}.learner`);
    join("parts.train", `${lane.name}Folds.data`);
    if (lane === main) join(`${lane.chain[lane.chain.length - 1].id}.learner`, "fitted.learner");
  }
  learners.forEach(({ name }, lane) => {
    join(`${name}Folds.scores`, `compared.${slots[lane]}`);
  });

  return {
    graph: { nodes, wires },
    positions,
    chapters: {
      rows: framed(0, rows.length, 0, above),
      final: framed(last + 1 - final.length, final.length, 0, above),
      folds: framed(last - longest, longest + 1, top, below),
    },
    free: { at: [0, top], size: [(last - longest) * pitch - gapX - air, below] },
  };
}

/** A frame around so many columns of cards. */
function framed(column: number, columns: number, y: number, height: number): Box {
  return {
    at: [column * pitch - air, y - air],
    size: [columns * pitch - gapX + 2 * air, height + 2 * air],
  };
}

function portOf(text: string): [string, string] {
  const at = text.indexOf(".");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The parameters of a new node. */
export function defaultsOf(descriptor: NodeDescriptor | undefined): Params {
  return Object.fromEntries((descriptor?.params ?? []).map(({ name, spec }) => [name, spec.default as Json]));
}
