/** What a change of the document means for the rest of the page. */
import type { Diff } from "../../core/graph/diff.ts";
import type { Selection } from "./editor-state.ts";
import type { SeenGraph } from "./seen.ts";

/** Positions, notes and frames mean nothing to the engine. */
export function concernsEngine(diff: Diff): boolean {
  return [diff.added, diff.removed, diff.changed].some((part) =>
    Object.keys(part).some((path) => !/^(?:groups\/[^/]+\/)*view\//.test(path)),
  );
}

/** The selection without what is not seen any more. */
export function prune(selection: Selection, { nodes, wires, view }: SeenGraph): Selection {
  const keep = (ids: ReadonlySet<string>, record: object) =>
    [...ids].every((id) => Object.hasOwn(record, id))
      ? ids
      : new Set([...ids].filter((id) => Object.hasOwn(record, id)));
  const next = {
    nodes: keep(selection.nodes, nodes),
    wires: keep(selection.wires, wires),
    notes: keep(selection.notes, view.notes),
    frames: keep(selection.frames, view.frames),
  };
  const same = (Object.keys(next) as (keyof Selection)[]).every((key) => next[key] === selection[key]);
  return same ? selection : next;
}
