/**
 * Where in a document something stands: the ids of the groups that lead to it, outermost first. A *path* names a node
 * from anywhere by the same ids with slashes, `"prep/scaler"`; no id holds a slash.
 */
import type { Graph, GraphDocument } from "./document.ts";
import { lookup } from "./entries.ts";

/** Group ids from the outermost in; empty for the document itself. */
export type Scope = readonly string[];

/** The graph inside these groups, or `undefined` if one of them is not there. */
export function graphAt(document: GraphDocument | Graph, scope: Scope): Graph | undefined {
  let graph: Graph = document;
  for (const id of scope) {
    const group = lookup(graph.groups, id);
    if (!group) return undefined;
    graph = group;
  }
  return graph;
}

/** `["prep", "inner"]`, `"scaler"` → `"prep/inner/scaler"`. */
export function pathOf(scope: Scope, id: string): string {
  return [...scope, id].join("/");
}

/** `"prep/inner/scaler"` → the groups that lead there, and the id. */
export function splitPath(path: string): { scope: Scope; id: string } {
  const names = path.split("/");
  return { scope: names.slice(0, -1), id: names[names.length - 1] };
}
