/** Which wire a card would be put on while it is dragged, and what a drop on it does. */
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Editor } from "../store/editor.ts";
import type { Point } from "../store/editor-state.ts";
import { type Insertion, insertionOf, insertionOfNode, insertNode } from "../store/insert.ts";
import { descriptorOf } from "../store/port-types.ts";
import { cardGeometry } from "./card-geometry.ts";
import { wireThrough } from "./wire-geometry.ts";

/** A wire counts when it runs under the card, not when it touches an edge. */
const inner = 14;

/** Looks for a wire under a node that is there, lights it up, and answers how the node would stand in it. */
export function aimNode(editor: Editor, node: string, at: Point): Insertion | undefined {
  const state = editor.store.getState();
  return aim(editor, descriptorOf(state, node), at, (wire) => insertionOfNode(state, wire, node));
}

/** The same for a node that would be added. */
export function aimNew(editor: Editor, descriptor: NodeDescriptor, at: Point): Insertion | undefined {
  const state = editor.store.getState();
  return aim(editor, descriptor, at, (wire) => insertionOf(state, wire, descriptor));
}

/** No wire is aimed at any more. */
export function stopAiming(editor: Editor): void {
  if (editor.store.getState().aimed !== undefined) editor.store.setState({ aimed: undefined });
}

/** Drops a node that is there on the wire that is aimed at; answers whether there was one. */
export function dropOnAim(editor: Editor, node: string, at: Point): boolean {
  const state = editor.store.getState();
  const insertion = state.aimed === undefined ? undefined : insertionOfNode(state, state.aimed, node);
  return insertion !== undefined && insertNode(editor, node, at, insertion);
}

function aim(
  editor: Editor,
  descriptor: NodeDescriptor | undefined,
  at: Point,
  insertion: (wire: string) => Insertion | undefined,
): Insertion | undefined {
  const { graph, descriptors, file, aimed } = editor.store.getState();
  const { width, height } = cardGeometry(descriptor);
  const box = { x: at.x + inner, y: at.y + inner, width: width - 2 * inner, height: height - 2 * inner };
  const wire = file.readOnly
    ? undefined
    : wireThrough(graph, descriptors, box, (id) => insertion(id) !== undefined);
  if (wire !== aimed) editor.store.setState({ aimed: wire });
  return wire === undefined ? undefined : insertion(wire);
}
