/** Which columns a parameter may name: known before any run, from the types that the check found. */
import type { ColumnFacts } from "../../core/base/table-facts.ts";
import type { Graph, GroupRecord, PortRef } from "../../core/graph/document.ts";
import { sourceOf } from "../../core/graph/flatten.ts";
import { graphAt, pathOf, type Scope, splitPath } from "../../core/graph/scope.ts";
import type { WireType } from "../../core/types/wire-type.ts";
import type { EditorState } from "../store/editor-state.ts";

/** The columns of the table at `input`, or of the node's own table, as the last check knows them. */
export function columnsFor(
  state: Pick<EditorState, "document" | "check">,
  node: string,
  input: string | undefined,
): readonly ColumnFacts[] | undefined {
  const { check } = state;
  if (input === undefined) return columnsOf(Object.values(check?.nodes[node]?.outputs ?? {}));
  const { scope, id } = splitPath(node);
  const fed = feederOf(state.document, scope, [id, input]);
  if (!fed) return undefined;
  const type = check?.nodes[fed.from[0]]?.outputs[fed.from[1]] ?? check?.wires[fed.wire];
  return type && columnsOf([type]);
}

/** The output, by path, that feeds an input within `scope`, through the ports of the groups around it. */
function feederOf(
  document: Graph,
  scope: Scope,
  [id, port]: PortRef,
): { wire: string; from: PortRef } | undefined {
  const graph = graphAt(document, scope);
  if (!graph) return undefined;
  const wire = Object.entries(graph.wires).find(([, { to }]) => to[0] === id && to[1] === port);
  if (wire) {
    const from = sourceOf(graph, scope, wire[1].from);
    return from && { wire: pathOf(scope, wire[0]), from };
  }
  if (scope.length === 0) return undefined;
  const inputs = Object.entries((graph as GroupRecord).inputs);
  const outer = inputs.find(([, { to }]) => to.some(([node, name]) => node === id && name === port));
  return outer && feederOf(document, scope.slice(0, -1), [scope[scope.length - 1], outer[0]]);
}

function columnsOf(types: readonly WireType[]): readonly ColumnFacts[] | undefined {
  for (const type of types) if (type.kind === "table" && type.columns) return type.columns;
  return undefined;
}
