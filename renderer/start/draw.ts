/**
 * From a sketch to cards and wires in their places. The way of the rows runs along the top, from the file to the score on
 * the held-out part; below it each learner has a lane of its own that ends in its cross-validation, and all meet on the
 * right. Heights are those of the cards, so nothing overlaps.
 */
import type { Json } from "../../core/base/json.ts";
import type { GraphDocument, NodeRecord, Position, WireRecord } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { cardGeometry, cardWidth } from "../canvas/card-geometry.ts";
import type { LearnerPlan, NodePlan } from "./learners.ts";

type Params = Readonly<Record<string, Json>>;

export type Sketch = {
  /** From the file to the split, one after the other. */
  rows: readonly NodePlan[];
  learners: readonly LearnerPlan[];
  folds: Params;
  compare: Params;
  /** Type of the node that scores the held-out part. */
  metric: string;
};

export type Drawn = {
  graph: Pick<GraphDocument, "nodes" | "wires">;
  positions: Record<string, Position>;
  /** Room left of the first learner, which has the shortest lane. */
  free: { at: Position; size: Position };
};

const gapX = 48;
const gapY = 28;
const slots = ["a", "b", "c"];

/** Nodes, wires and positions. */
export function draw(sketch: Sketch, descriptors: ReadonlyMap<string, NodeDescriptor>): Drawn {
  const nodes: Record<string, NodeRecord> = {};
  const wires: Record<string, WireRecord> = {};
  const positions: Record<string, Position> = {};
  const add = ({ id, type, params }: NodePlan, column: number, y: number): number => {
    const descriptor = descriptors.get(type);
    nodes[id] = { type, version: descriptor?.version ?? 1, params: { ...defaultsOf(descriptor), ...params } };
    positions[id] = [column * (cardWidth + gapX), y];
    return cardGeometry(descriptor).height;
  };
  const join = (from: string, to: string): void => {
    wires[`w${Object.keys(wires).length + 1}`] = { from: portOf(from), to: portOf(to) };
  };

  const { rows, learners, folds, compare, metric } = sketch;
  const longest = Math.max(...learners.map(({ chain }) => chain.length));
  // At least so far to the right that a note has room to be read.
  const judged = Math.max(longest, rows.length, 3);
  const way = [
    ...rows,
    { id: "fitted", type: "evaluate.fit", params: {} },
    { id: "predicted", type: "evaluate.predict", params: {} },
    { id: "scored", type: metric, params: {} },
  ];
  // The split ends left of the fit, which stands over the cross-validations.
  const first = judged - rows.length;
  const heights = way.map((plan, at) => add(plan, first + at, 0));
  for (const [at, { id }] of rows.slice(1).entries()) join(`${rows[at].id}.table`, `${id}.table`);
  join("parts.train", "fitted.data");
  join("fitted.model", "predicted.model");
  join("parts.test", "predicted.data");
  join("predicted.predictions", "scored.predictions");

  const top = Math.max(...heights) + 2 * gapY;
  let y = top;
  const laneHeights: number[] = [];
  learners.forEach(({ name, chain }, lane) => {
    const start = judged - chain.length;
    const score = { id: `${name}Folds`, type: "evaluate.cross-validate", params: folds };
    const lanes = [...chain, score].map((plan, at) => add(plan, start + at, y));
    for (const [at, { id }] of [...chain.slice(1), score].entries())
      join(`${chain[at].id}.learner`, `${id}.learner`);
    join("parts.train", `${score.id}.data`);
    if (lane === 1) join(`${chain[chain.length - 1].id}.learner`, "fitted.learner");
    laneHeights.push(Math.max(...lanes));
    y += Math.max(...lanes) + gapY;
  });
  const compared = cardGeometry(descriptors.get("evaluate.compare")).height;
  add(
    { id: "compared", type: "evaluate.compare", params: compare },
    judged + 1,
    Math.round((top + y - gapY - compared) / 2),
  );
  learners.forEach(({ name }, lane) => {
    join(`${name}Folds.scores`, `compared.${slots[lane]}`);
  });
  const [shortest] = learners;
  const columns = judged - shortest.chain.length;
  const size: Position = [columns * (cardWidth + gapX) - gapX, laneHeights[0]];
  return { graph: { nodes, wires }, positions, free: { at: [0, top], size } };
}

function portOf(text: string): [string, string] {
  const at = text.indexOf(".");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** The parameters of a new node. */
export function defaultsOf(descriptor: NodeDescriptor | undefined): Params {
  return Object.fromEntries((descriptor?.params ?? []).map(({ name, spec }) => [name, spec.default as Json]));
}
