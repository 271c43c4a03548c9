/**
 * Tidying up: a layered layout from left to right, worked out by elkjs in a thread of its own, so that a thousand cards hold
 * up nothing. Ports stay where the cards have them. What was tidied keeps the place of its top left corner.
 */
import { lookup } from "../../core/graph/entries.ts";
import { cardGeometry } from "../canvas/card-geometry.ts";
import { say } from "../words/words.ts";
import { type Item, place, selectedItems } from "./arrange.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { notify } from "./notices.ts";
import { descriptorOf } from "./port-types.ts";
import { terminalOf } from "./seen.ts";

/** What elkjs takes and gives back, as far as it is used here. */
export type LayoutNode = {
  id: string;
  x?: number;
  y?: number;
  width: number;
  height: number;
  ports: { id: string; x: number; y: number; width: number; height: number }[];
  layoutOptions: Record<string, string>;
};
export type LayoutGraph = {
  id: string;
  children: LayoutNode[];
  edges: { id: string; sources: string[]; targets: string[] }[];
  layoutOptions: Record<string, string>;
};

const options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.spacing.nodeNodeBetweenLayers": "72",
  "elk.spacing.nodeNode": "36",
  "elk.spacing.componentComponent": "60",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
};

/** Tidies the selected cards, or all that are seen when fewer than two are selected. One step of history. */
export async function tidy(editor: Editor): Promise<void> {
  const state = editor.store.getState();
  const items = tidiedItems(state);
  if (items.length < 2) return;
  const { layOut } = await import("../canvas/layout-worker.ts");
  const laid = await layOut(layoutOf(state, items)).catch(() => undefined);
  const now = editor.store.getState();
  if (!laid) {
    notify(editor, "error", say(now.language, "notice.tidyFailed"));
    return;
  }
  // What was removed meanwhile, or left behind in another group, is not put back.
  if (now.scope !== state.scope) return;
  const there = items.filter(({ id }) => Object.hasOwn(now.graph.nodes, id));
  place(editor, placed(there, laid), "step.tidy");
}

/** The cards that are tidied. */
export function tidiedItems(state: EditorState): Item[] {
  const chosen = selectedItems(state).filter(({ kind }) => kind === "nodes");
  if (chosen.length > 1) return chosen;
  const all = Object.keys(state.graph.nodes).filter((id) => !terminalOf(id));
  const selection = {
    ...state.selection,
    nodes: new Set(all),
    notes: new Set<string>(),
    frames: new Set<string>(),
  };
  return selectedItems({ ...state, selection });
}

/** The cards with their ports, in reading order, and the wires among them. */
export function layoutOf(state: EditorState, items: readonly Item[]): LayoutGraph {
  const ids = new Set(items.map(({ id }) => id));
  const children = [...items]
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map(({ id, width, height }): LayoutNode => {
      const { handles } = cardGeometry(descriptorOf(state, id));
      return {
        id,
        width,
        height,
        ports: handles.map((handle) => ({
          id: portId(id, handle.type === "source" ? "out" : "in", handle.id ?? ""),
          x: handle.type === "source" ? width : 0,
          y: handle.y + (handle.height ?? 0) / 2,
          width: 0,
          height: 0,
        })),
        layoutOptions: { "elk.portConstraints": "FIXED_POS" },
      };
    });
  const edges = Object.entries(state.graph.wires)
    .filter(([, { from, to }]) => ids.has(from[0]) && ids.has(to[0]))
    .filter(([, { from, to }]) => hasPort(state, from, "source") && hasPort(state, to, "target"))
    .map(([id, { from, to }]) => ({
      id,
      sources: [portId(from[0], "out", from[1])],
      targets: [portId(to[0], "in", to[1])],
    }));
  return { id: "root", children, edges, layoutOptions: options };
}

/** The cards where the layout puts them, on the grid, their top left corner where it was. */
export function placed(items: readonly Item[], laid: Pick<LayoutGraph, "children">): Item[] {
  const found = new Map(laid.children.map((child) => [child.id, child]));
  const at = (item: Item) => ({ x: found.get(item.id)?.x ?? 0, y: found.get(item.id)?.y ?? 0 });
  const corner = (xs: readonly number[]) => xs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const dx = corner(items.map(({ x }) => x)) - corner(items.map((item) => at(item).x));
  const dy = corner(items.map(({ y }) => y)) - corner(items.map((item) => at(item).y));
  return items.map((item) => ({ ...item, x: Math.round(at(item).x + dx), y: Math.round(at(item).y + dy) }));
}

function portId(node: string, side: "in" | "out", port: string): string {
  return `${node}|${side}|${port}`;
}

function hasPort(
  state: EditorState,
  [node, port]: readonly [string, string],
  type: "source" | "target",
): boolean {
  const { handles } = cardGeometry(state.descriptors.get(lookup(state.graph.nodes, node)?.type ?? ""));
  return handles.some((handle) => handle.id === port && handle.type === type);
}
