/**
 * How a wire runs: from port to port in curves that leave and arrive level, through its reroute points if it has any. Drawing
 * and hitting use the same curves.
 */
import type { WireRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Point } from "../store/editor-state.ts";
import type { SeenGraph } from "../store/seen.ts";
import { wireEnd } from "./card-geometry.ts";

type Descriptors = ReadonlyMap<string, NodeDescriptor>;
type Curve = readonly [Point, Point, Point, Point];
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The wire as an SVG path through these points. */
export function wirePath(points: readonly Point[]): string {
  const [start] = points;
  if (!start) return "";
  const curves = curvesOf(points).map(([, b, c, d]) => `C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`);
  return `M${start.x},${start.y} ${curves.join(" ")}`;
}

/** Halfway along: where a wire's words stand. */
export function wireMiddle(points: readonly Point[]): Point {
  const curves = curvesOf(points);
  const middle = curves[(curves.length - 1) >> 1];
  if (!middle) return { x: 0, y: 0 };
  return curves.length % 2 === 1 ? pointOn(middle, 0.5) : middle[3];
}

/** The ends of a wire and the points between; `undefined` where a card or port is not there. */
export function pointsOf(
  { nodes, view }: Pick<SeenGraph, "nodes" | "view">,
  descriptors: Descriptors,
  id: string,
  { from, to }: WireRecord,
): Point[] | undefined {
  const end = ([node, port]: WireRecord["from"], side: "in" | "out") => {
    const at = lookup(view.positions, node);
    const place = wireEnd(descriptors.get(lookup(nodes, node)?.type ?? ""), port, side);
    return at && place && { x: at[0] + place.x, y: at[1] + place.y };
  };
  const [start, stop] = [end(from, "out"), end(to, "in")];
  const through = lookup(view.reroutes ?? {}, id) ?? [];
  return start && stop && [start, ...through.map(([x, y]) => ({ x, y })), stop];
}

/** The wire that passes through a box, closest to its middle, of those that `wanted` allows. */
export function wireThrough(
  graph: SeenGraph,
  descriptors: Descriptors,
  box: Box,
  wanted: (wire: string) => boolean,
): string | undefined {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, wire] of Object.entries(graph.wires)) {
    const points = pointsOf(graph, descriptors, id, wire);
    if (!points || !mayCross(points, box)) continue;
    for (const curve of curvesOf(points)) {
      for (let step = 1; step < samples; step++) {
        const at = pointOn(curve, step / samples);
        if (!contains(box, at)) continue;
        const far = (at.x - middle.x) ** 2 + (at.y - middle.y) ** 2;
        if (far >= least || !wanted(id)) continue;
        [best, least] = [id, far];
      }
    }
  }
  return best;
}

/** Between which points, counted from the start, a wire comes nearest to a place: where a new point belongs. */
export function placeOnWire(points: readonly Point[], at: Point): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  curvesOf(points).forEach((curve, index) => {
    for (let step = 0; step <= samples; step++) {
      const on = pointOn(curve, step / samples);
      const far = (on.x - at.x) ** 2 + (on.y - at.y) ** 2;
      if (far < least) [best, least] = [index, far];
    }
  });
  return best;
}

const samples = 24;
/** How far a curve that runs backwards bulges beyond its ends. */
const bulge = 160;

function mayCross(points: readonly Point[], box: Box): boolean {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return (
    Math.min(...xs) - bulge <= box.x + box.width &&
    Math.max(...xs) + bulge >= box.x &&
    Math.min(...ys) <= box.y + box.height &&
    Math.max(...ys) >= box.y
  );
}

function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function curvesOf(points: readonly Point[]): Curve[] {
  return points.slice(1).map((stop, index): Curve => {
    const start = points[index];
    const reach = reachOf(stop.x - start.x);
    return [start, { x: start.x + reach, y: start.y }, { x: stop.x - reach, y: stop.y }, stop];
  });
}

/** Half the way when it goes to the right; back to the left a loop that grows with the root of the way. */
function reachOf(across: number): number {
  return across >= 0 ? across / 2 : 6.25 * Math.sqrt(-across);
}

function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const weigh = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: weigh(a.x, b.x, c.x, d.x), y: weigh(a.y, b.y, c.y, d.y) };
}
