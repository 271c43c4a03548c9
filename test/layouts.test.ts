/** Graphs that are handed out open large enough to be read: every example, and what is built from data. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../core/graph/document.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { describe as describeNode, type NodeDescriptor } from "../core/node/descriptor.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { cardGeometry } from "../renderer/canvas/card-geometry.ts";
import { fitPadding } from "../renderer/canvas/fit-padding.ts";
import { framesOf } from "../renderer/start/baseline-note.ts";
import { draw, type Sketch } from "../renderer/start/draw.ts";
import { learnersFor } from "../renderer/start/learners.ts";

/** The canvas in a window of 1440 × 900 with its panels and the dock as they are at first, in pixels. */
const canvas = { width: 914, height: 533 };
/** Below half a card shows neither parameters nor pictures. */
const readable = 0.5;

const descriptors = new Map<string, NodeDescriptor>(nodes.map((node) => [node.id, describeNode(node)]));
const folder = fileURLToPath(new URL("../examples/", import.meta.url));

type Box = { id: string; x: number; y: number; width: number; height: number };

function cardsOf({
  nodes: all,
  view,
}: Pick<GraphDocument, "nodes"> & { view: Pick<GraphDocument["view"], "positions"> }): Box[] {
  return Object.entries(view.positions).map(([id, [x, y]]) => {
    const { width, height } = cardGeometry(descriptors.get(all[id].type));
    return { id, x, y, width, height };
  });
}

function boxesOf(
  of: Readonly<Record<string, { at: readonly [number, number]; size: readonly [number, number] }>>,
): Box[] {
  return Object.entries(of).map(([id, { at, size }]) => ({
    id,
    x: at[0],
    y: at[1],
    width: size[0],
    height: size[1],
  }));
}

/** The zoom at which all of it is in sight. */
function zoomOf(boxes: readonly Box[]): number {
  const ends = (start: "x" | "y", size: "width" | "height") =>
    Math.max(...boxes.map((box) => box[start] + box[size])) - Math.min(...boxes.map((box) => box[start]));
  const { left, right, top, bottom } = fitPadding;
  const room = { width: canvas.width - left - right, height: canvas.height - top - bottom };
  return Math.min(1, room.width / ends("x", "width"), room.height / ends("y", "height"));
}

function expectApart(boxes: readonly Box[]): void {
  for (const a of boxes)
    for (const b of boxes) {
      if (a === b) continue;
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.id} on ${b.id}`).toBe(true);
    }
}

describe("the examples", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".espalier"));

  it.each(names)("%s opens at half its size or larger, nothing on anything else", (name) => {
    const { document } = parseDocument(readFileSync(`${folder}${name}`, "utf8"));
    if (!document) throw new Error(`${name} cannot be read`);
    const things = [...cardsOf(document), ...boxesOf(document.view.notes)];
    expect(zoomOf([...things, ...boxesOf(document.view.frames)])).toBeGreaterThanOrEqual(readable);
    expectApart(things);
  });
});

describe("a graph from data", () => {
  const flags = [false, true];
  const every = flags.flatMap((classes) =>
    flags.flatMap((gaps) =>
      flags.flatMap((categories) => [0, 1, 2].map((steps) => ({ classes, gaps, categories, steps }))),
    ),
  );

  it.each(every)("opens at half its size or larger: %j", ({ classes, gaps, categories, steps }) => {
    const facts = { rows: 1000, features: [], classes, gaps, categories, kind: "random", folds: 5 } as const;
    const before = [
      { id: "known", type: "prepare.filter", params: {} },
      { id: "chosen", type: "prepare.select", params: {} },
    ];
    const sketch: Sketch = {
      rows: [
        { id: "data", type: "data.file", params: {} },
        ...before.slice(0, steps),
        { id: "parts", type: "prepare.split", params: {} },
      ],
      learners: learnersFor(facts),
      folds: {},
      compare: {},
      metric: classes ? "metric.classification" : "metric.regression",
    };
    const drawn = draw(sketch, descriptors);
    const cards = cardsOf({ nodes: drawn.graph.nodes, view: { positions: drawn.positions } });
    const note = boxesOf({ note: drawn.free });
    expect(zoomOf([...cards, ...note, ...boxesOf(framesOf(drawn))])).toBeGreaterThanOrEqual(readable);
    expectApart([...cards, ...note]);
    expectApart([...boxesOf(framesOf(drawn)), ...note]);
    expect(drawn.free.size[0]).toBeGreaterThanOrEqual(190);
  });
});
