/** Lining up what is selected: cards, notes and frames by their edges or middles, and even gaps between them. */
import type { Command } from "../../core/graph/commands.ts";
import { lookup } from "../../core/graph/entries.ts";
import { cardGeometry } from "../canvas/card-geometry.ts";
import type { WordKey } from "../words/words.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { EditorState, Point } from "./editor-state.ts";
import { descriptorOf } from "./port-types.ts";
import { terminalOf } from "./seen.ts";

export type Alignment = "left" | "right" | "top" | "bottom" | "centre" | "middle";
type Kind = "nodes" | "notes" | "frames";

/** Something that stands on the canvas, with its size. */
export type Item = Point & {
  readonly kind: Kind;
  readonly id: string;
  readonly width: number;
  readonly height: number;
};

/** Lines up the selection by one edge, or by its middles. */
export function align(editor: Editor, alignment: Alignment): void {
  place(editor, aligned(selectedItems(editor.store.getState()), alignment), "step.align");
}

/** Makes the gaps between the selected things equal; the outermost stay. */
export function distribute(editor: Editor, way: "across" | "down"): void {
  place(editor, distributed(selectedItems(editor.store.getState()), way), "step.align");
}

/** The items lined up. */
export function aligned(items: readonly Item[], alignment: Alignment): Item[] {
  const left = least(items.map(({ x }) => x));
  const top = least(items.map(({ y }) => y));
  const right = -least(items.map(({ x, width }) => -x - width));
  const bottom = -least(items.map(({ y, height }) => -y - height));
  return items.map((item) => ({ ...item, ...placeOf(item) }));

  function placeOf({ width, height }: Item): Partial<Point> {
    switch (alignment) {
      case "left":
        return { x: left };
      case "right":
        return { x: right - width };
      case "top":
        return { y: top };
      case "bottom":
        return { y: bottom - height };
      case "centre":
        return { x: Math.round((left + right - width) / 2) };
      case "middle":
        return { y: Math.round((top + bottom - height) / 2) };
    }
  }
}

/** The items with equal gaps, in the order in which their middles stand. Where they overlap, the gaps are negative, and equal. */
export function distributed(items: readonly Item[], way: "across" | "down"): Item[] {
  const [at, size] = way === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  const sorted = [...items].sort((a, b) => a[at] + a[size] / 2 - (b[at] + b[size] / 2));
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (!first || !last || sorted.length < 3) return [...items];
  const filled = sorted.reduce((sum, item) => sum + item[size], 0);
  const gap = (last[at] + last[size] - first[at] - filled) / (sorted.length - 1);
  let next = first[at];
  return sorted.map((item) => {
    const placed = { ...item, [at]: Math.round(next) };
    next += item[size] + gap;
    return placed;
  });
}

/** What is selected and may be moved. */
export function selectedItems(state: EditorState): Item[] {
  const { selection, graph } = state;
  const { positions, notes, frames } = graph.view;
  const nodes = [...selection.nodes].flatMap((id): Item[] => {
    const at = lookup(positions, id);
    if (!at || terminalOf(id)) return [];
    const { width, height } = cardGeometry(descriptorOf(state, id));
    return [{ kind: "nodes", id, x: at[0], y: at[1], width, height }];
  });
  const boxes = (kind: "notes" | "frames", records: typeof notes | typeof frames) =>
    [...selection[kind]].flatMap((id): Item[] => {
      const box = lookup<{ at: readonly [number, number]; size: readonly [number, number] }>(records, id);
      return box ? [{ kind, id, x: box.at[0], y: box.at[1], width: box.size[0], height: box.size[1] }] : [];
    });
  return [...nodes, ...boxes("notes", notes), ...boxes("frames", frames)];
}

/** Moves things to where they stand in `items`, in one step of history. */
export function place(editor: Editor, items: readonly Item[], label: WordKey): boolean {
  const { view } = editor.store.getState().graph;
  const moved = items.filter(({ kind }) => kind === "nodes").map(({ id, x, y }) => [id, [x, y]] as const);
  const commands: Command[] =
    moved.length > 0 ? [{ kind: "move", positions: Object.fromEntries(moved) }] : [];
  for (const { kind, id, x, y } of items) {
    const note = kind === "notes" ? lookup(view.notes, id) : undefined;
    const frame = kind === "frames" ? lookup(view.frames, id) : undefined;
    if (note) commands.push({ kind: "setNote", id, note: { ...note, at: [x, y] } });
    if (frame) commands.push({ kind: "setFrame", id, frame: { ...frame, at: [x, y] } });
  }
  return edit(editor, { kind: "batch", commands }, { label });
}

function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}
