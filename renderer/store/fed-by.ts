/**
 * The results that a result was made from, where views look for rows: the table that a model was fitted on, whose rows come to
 * the nodes of its tree, and the predictions that a curve judges.
 */
import type { GraphDocument, PortRef } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import type { EditorState } from "./editor-state.ts";
import { resultOf } from "./node-view.ts";
import { recordAt } from "./seen.ts";
import type { RowSource } from "./use-row-selection.ts";

/**
 * Finds a result as JSON of signature, port and maker: a text, so that a component is drawn anew only when it changes.
 * `undefined` where either result is of before the last change, or where the node does not say what it was made from.
 */
export type FindFed = (state: EditorState, source: RowSource) => string | undefined;

/** The table that a fitted result was fitted on. */
export const fitTable: FindFed = (state, source) => fedBy(state, source, "fit");

/** The predictions that a metric judges. */
export const judgedPredictions: FindFed = (state, source) => fedBy(state, source, "evaluate");

function fedBy(
  state: EditorState,
  { signature, maker }: RowSource,
  trait: "fit" | "evaluate",
): string | undefined {
  if (maker === undefined || signature === "") return undefined;
  const { fit, evaluate } = state.known.get(recordAt(state, maker)?.type ?? "")?.traits ?? {};
  const port = trait === "fit" ? fit?.data : evaluate?.predictions;
  const own = resultOf(state, maker);
  if (port === undefined || own.old || own.signature !== signature) return undefined;
  const from = feeding(state, maker, port);
  const found = from && resultOf(state, from[0]);
  if (!from || found?.signature === undefined || found.old) return undefined;
  return JSON.stringify([found.signature, from[1], from[0]]);
}

const indices = new WeakMap<GraphDocument, ReadonlyMap<string, PortRef>>();

/** Looked up at once: views ask with every change of the state, and to flatten the groups of a large document takes long. */
function feeding({ document }: EditorState, node: string, port: string): PortRef | undefined {
  const known = indices.get(document) ?? build(document);
  return known.get(`${node} ${port}`);
}

function build(document: GraphDocument): ReadonlyMap<string, PortRef> {
  const index = new Map<string, PortRef>();
  for (const { from, to } of Object.values(flattenGroups(document).wires)) {
    const end = to.join(" ");
    if (!index.has(end)) index.set(end, from);
  }
  indices.set(document, index);
  return index;
}
