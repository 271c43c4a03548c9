/** Which columns a parameter may name: known before any run, from the types that the check found. */
import type { ColumnFacts } from "../../core/base/table-facts.ts";
import type { WireType } from "../../core/types/wire-type.ts";
import type { EditorState } from "../store/editor-state.ts";

/** The columns of the table at `input`, or of the node's own table, as the last check knows them. */
export function columnsFor(
  state: EditorState,
  node: string,
  input: string | undefined,
): readonly ColumnFacts[] | undefined {
  if (input === undefined) return columnsOf(Object.values(state.check?.nodes[node]?.outputs ?? {}));
  const wire = Object.entries(state.graph.wires).find(([, { to }]) => to[0] === node && to[1] === input);
  const type = wire && state.check?.wires[wire[0]];
  return type && columnsOf([type]);
}

function columnsOf(types: readonly WireType[]): readonly ColumnFacts[] | undefined {
  for (const type of types) if (type.kind === "table" && type.columns) return type.columns;
  return undefined;
}
