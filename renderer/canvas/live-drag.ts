/**
 * A drag under way, drawn without React: cards that are dragged are shifted by a style, their wires are redrawn as one
 * path a colour. React Flow would render every card and wire of the drag anew with each step; it is told the places once,
 * when the drag ends or when a card comes into view.
 */
import type { WireRecord } from "../../core/graph/document.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { familyOf } from "../../core/types/wire-type.ts";
import type { Point } from "../store/editor-state.ts";
import type { SeenGraph } from "../store/seen.ts";
import { pointsOf, wirePath } from "./wire-geometry.ts";

/** What is seen, in the canvas's own units. */
export type Seen = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Dragged = {
  readonly id: string;
  readonly position: Point;
  readonly width: number;
  readonly height: number;
};

export type LiveDrag = {
  /** Shows these places. `false`: something comes into sight that is not in the page, so React Flow must be told. */
  move(places: ReadonlyMap<string, Point>, seen: Seen): boolean;
  /** React Flow has drawn the cards at other places, or has drawn other cards. */
  rebase(dragged: readonly Dragged[]): void;
  end(): void;
};

type Parts = {
  readonly canvas: HTMLElement;
  readonly sheet: SVGSVGElement;
  readonly graph: SeenGraph;
  readonly descriptors: ReadonlyMap<string, NodeDescriptor>;
  /** Wires with an error stay red. */
  readonly faults: ReadonlyMap<string, unknown>;
};

/** Begins it for these cards; nothing is seen of it before `rebase`. */
export function beginLiveDrag(parts: Parts, ids: ReadonlySet<string>): LiveDrag {
  const { canvas, sheet, graph, descriptors, faults } = parts;
  const wires = Object.entries(graph.wires).filter(([, { from, to }]) => ids.has(from[0]) || ids.has(to[0]));
  const attached = new Set(wires.map(([id]) => id));
  const places: Record<string, readonly [number, number]> = { ...graph.view.positions };
  const moved = { nodes: graph.nodes, view: { ...graph.view, positions: places } };
  const paths = new Map<string, SVGPathElement>();
  const hidden: SVGElement[] = [];
  let cards = new Map<string, { base: Dragged; element: HTMLElement | undefined }>();
  let shown: ReadonlyMap<string, Point> = new Map();

  function drawWires(): void {
    for (const [id, { base }] of cards) {
      const { x, y } = shown.get(id) ?? base.position;
      places[id] = [x, y];
    }
    const drawn = new Map<string, string[]>();
    for (const [id, wire] of wires) {
      const points = pointsOf(moved, descriptors, id, wire);
      const colour = points && colourOf(id, wire);
      if (!points || !colour) continue;
      const known = drawn.get(colour);
      if (known) known.push(wirePath(points));
      else drawn.set(colour, [wirePath(points)]);
    }
    for (const [colour, parts] of drawn) pathOf(colour).setAttribute("d", parts.join(""));
  }

  function colourOf(id: string, { from: [node, port] }: WireRecord): string | undefined {
    if (faults.has(id)) return "danger";
    const { outputs = [] } = descriptors.get(graph.nodes[node]?.type ?? "") ?? {};
    const type = outputs.find(({ name }) => name === port)?.type;
    return type && `t-${familyOf[type]}`;
  }

  function pathOf(colour: string): SVGPathElement {
    const known = paths.get(colour);
    if (known) return known;
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.style.stroke = `var(--${colour})`;
    sheet.append(path);
    paths.set(colour, path);
    return path;
  }

  function hideWires(): void {
    for (const drawn of canvas.querySelectorAll<SVGElement>(".react-flow__edge")) {
      if (!attached.has(drawn.dataset.id ?? "") || drawn.style.visibility === "hidden") continue;
      drawn.style.visibility = "hidden";
      hidden.push(drawn);
    }
  }

  function shift(): void {
    let by: Point = { x: 0, y: 0 };
    for (const [id, { base, element }] of cards) {
      const at = shown.get(id) ?? base.position;
      by = { x: at.x - base.position.x, y: at.y - base.position.y };
      if (element) element.style.translate = `${by.x}px ${by.y}px`;
    }
    // What was selected by a box moves as one, with the box that React Flow draws around it.
    const box = canvas.querySelector<HTMLElement>(".react-flow__nodesselection-rect");
    if (box) box.style.translate = `${by.x}px ${by.y}px`;
  }

  function rebase(now: readonly Dragged[]): void {
    const elements = new Map<string, HTMLElement>();
    for (const element of canvas.querySelectorAll<HTMLElement>(".react-flow__node"))
      elements.set(element.dataset.id ?? "", element);
    cards = new Map(now.map((base) => [base.id, { base, element: elements.get(base.id) }]));
    hideWires();
    shift();
    drawWires();
  }

  return {
    move(to, seen) {
      shown = to;
      // What is being dragged React Flow keeps in the page, in sight or not: a step through it for each card out of sight would
      // draw the cards a frame later than a canvas that moves along with them, and they would jump.
      for (const [id, { base, element }] of cards)
        if (!element && meets({ ...base, ...(to.get(id) ?? base.position) }, seen)) return false;
      shift();
      drawWires();
      return true;
    },
    rebase,
    end() {
      for (const { element } of cards.values()) if (element) element.style.translate = "";
      const box = canvas.querySelector<HTMLElement>(".react-flow__nodesselection-rect");
      if (box) box.style.translate = "";
      for (const wire of hidden) wire.style.visibility = "";
      for (const path of paths.values()) path.remove();
    },
  };
}

function meets(a: Seen, b: Seen): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
