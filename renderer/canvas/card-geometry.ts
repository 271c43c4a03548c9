/**
 * Where a card's ports are and how large it is, from its declaration alone. With this React Flow measures nothing: wires
 * to cards that are not in the page know their ends, and a thousand cards open without a thousand layouts. The numbers
 * are those of `card.css`; a browser test compares the two.
 */
import type { NodeHandle, Position } from "@xyflow/react";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { hasThumbnail } from "../store/thumbnail.ts";

export const cardWidth = 212;
const border = 1;
export const headHeight = 34;
const portsAbove = 5;
const portsBelow = 1;
export const portRow = 20;
export const paramRow = 22;
const paramsBelow = 2;
const picture = 84 + 5 + 6;
const foot = 2 + 24;
const groupLine = 22;
const terminal = { width: 140, height: 34 };
const handle = 11;

export type CardGeometry = {
  readonly width: number;
  readonly height: number;
  readonly handles: NodeHandle[];
};

const known = new WeakMap<NodeDescriptor, CardGeometry>();
/** A card of a type that nobody knows has a sentence in place of ports. */
const unknownCard: CardGeometry = { width: cardWidth, height: 92, handles: [] };

/** Size and ports of a node's card; the same object for the same type. */
export function cardGeometry(descriptor: NodeDescriptor | undefined): CardGeometry {
  if (!descriptor) return unknownCard;
  const found = known.get(descriptor) ?? measured(descriptor);
  known.set(descriptor, found);
  return found;
}

/** The middle of a port, from the card's top left corner. */
export function portPlace(
  descriptor: NodeDescriptor | undefined,
  port: string,
  side: "in" | "out",
): { x: number; y: number } | undefined {
  const type = side === "in" ? "target" : "source";
  const found = cardGeometry(descriptor).handles.find((one) => one.id === port && one.type === type);
  return found && { x: found.x + handle / 2, y: found.y + handle / 2 };
}

/** Where a wire begins or ends: at the outer edge of its port. */
export function wireEnd(
  descriptor: NodeDescriptor | undefined,
  port: string,
  side: "in" | "out",
): { x: number; y: number } | undefined {
  const middle = portPlace(descriptor, port, side);
  return middle && { x: middle.x + (side === "in" ? -handle / 2 : handle / 2), y: middle.y };
}

/** Where the rows of a card begin, from its top: ports first, key parameters below them. */
export function rowPlaces(descriptor: NodeDescriptor): { ports: number; params: number } {
  const ports = border + headHeight + portsAbove;
  const rows = Math.max(descriptor.inputs.length, descriptor.outputs.length);
  return { ports, params: ports + rows * portRow + portsBelow };
}

/** How high a card is down to its last parameter, without picture and foot. */
export function bodyHeight(descriptor: NodeDescriptor): number {
  const keys = descriptor.params.filter(({ spec }) => spec.key).length;
  return rowPlaces(descriptor).params + (keys > 0 ? keys * paramRow + paramsBelow : 0);
}

function measured(descriptor: NodeDescriptor): CardGeometry {
  const { inputs, outputs, category } = descriptor;
  if (category === "terminal") return terminalGeometry(descriptor);
  const height =
    bodyHeight(descriptor) +
    (category === "group" ? groupLine : hasThumbnail(descriptor) ? picture : 0) +
    foot +
    border;
  const place = (row: number) => border + headHeight + portsAbove + row * portRow + portRow / 2 - handle / 2;
  const handles: NodeHandle[] = [
    ...inputs.map(({ name }, row) => port(name, "target", "left" as Position, border, place(row))),
    ...outputs.map(({ name }, row) =>
      port(name, "source", "right" as Position, cardWidth - border, place(row)),
    ),
  ];
  return { width: cardWidth, height, handles };
}

/** One port in the middle of one side. */
function terminalGeometry({ inputs, outputs }: NodeDescriptor): CardGeometry {
  const y = (terminal.height - handle) / 2;
  const handles = [
    ...inputs.map(({ name }) => port(name, "target", "left" as Position, border, y)),
    ...outputs.map(({ name }) => port(name, "source", "right" as Position, terminal.width - border, y)),
  ];
  return { ...terminal, handles };
}

function port(
  id: string,
  type: "source" | "target",
  position: Position,
  middle: number,
  y: number,
): NodeHandle {
  return { id, type, position, x: middle - handle / 2, y, width: handle, height: handle };
}
