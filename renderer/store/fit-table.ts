/** The table that a model was fitted on: the rows that come to the nodes of its tree are looked for there. */
import type { PortRef } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import type { EditorState } from "./editor-state.ts";
import { resultOf } from "./node-view.ts";
import { recordAt } from "./seen.ts";
import type { RowSource } from "./use-row-selection.ts";

/**
 * Where the table lies, as `signature|port`: a text, so that a component is drawn anew only when it changes. `undefined`
 * where the model or the table is of before the last change, or where no node says what it was fitted on.
 */
export function fitTable(state: EditorState, { signature, maker }: RowSource): string | undefined {
  if (maker === undefined || signature === "") return undefined;
  const fit = state.known.get(recordAt(state, maker)?.type ?? "")?.traits.fit;
  if (!fit) return undefined;
  const own = resultOf(state, maker);
  const from = own.old || own.signature !== signature ? undefined : feeding(state, maker, fit.data);
  const table = from && resultOf(state, from[0]);
  return table?.signature === undefined || table.old ? undefined : `${table.signature}|${from?.[1]}`;
}

function feeding({ document }: EditorState, node: string, port: string): PortRef | undefined {
  const wires = Object.values(flattenGroups(document).wires);
  return wires.find(({ to }) => to[0] === node && to[1] === port)?.from;
}
