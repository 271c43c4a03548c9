/** What repairs add to a flat graph: nodes with their defaults, under paths that nothing has yet. */
import { freeId } from "../base/ids.ts";
import { hashJson } from "../base/json.ts";
import type { GraphDocument, NodeRecord } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { pathOf, type Scope } from "../graph/scope.ts";
import type { AnyNode } from "../node/node.ts";
import { defaultParams, maxSeed } from "../node/params.ts";

/** A node as it is when it is placed. Its seed follows from the document, so that a repair is the same each time. */
export function newRecord(definition: AnyNode, document: GraphDocument): NodeRecord {
  const params = defaultParams(definition.params);
  const drawn =
    Number.parseInt(hashJson([document.seed, Object.keys(document.nodes).length]).slice(0, 8), 16) % maxSeed;
  for (const [name, spec] of Object.entries(definition.params))
    if (spec.kind === "seed") params[name] = drawn;
  return { type: definition.id, version: definition.version, params };
}

/** A path within `scope` for a node, and for a wire, that is free. */
export function freeNodePath(document: GraphDocument, scope: Scope, base: string): string {
  const has = (name: string) => lookup(document.nodes, pathOf(scope, name)) !== undefined;
  return pathOf(scope, freeId(base, { has }));
}

/** Wires are called w1, w2, …: the bare letter is nobody's. */
export function freeWirePath(document: GraphDocument, scope: Scope): string {
  const has = (name: string) => name === "w" || lookup(document.wires, pathOf(scope, name)) !== undefined;
  return pathOf(scope, freeId("w", { has }));
}
