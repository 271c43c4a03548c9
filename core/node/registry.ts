/** The registry: node type → definition. Handed the list by the host; a duplicate id throws. */
import { fail } from "../base/diagnostic.ts";
import { describe, type NodeDescriptor } from "./descriptor.ts";
import type { AnyNode } from "./node.ts";

export type Registry = {
  get(type: string): AnyNode | undefined;
  all(): readonly AnyNode[];
  descriptors(): readonly NodeDescriptor[];
};

/** Builds the registry. Throws `registry.duplicate-id` when two nodes share an id. */
export function createRegistry(nodes: readonly AnyNode[]): Registry {
  const byId = new Map<string, AnyNode>();
  for (const node of nodes) {
    if (byId.has(node.id)) fail("registry.duplicate-id", { type: node.id });
    byId.set(node.id, node);
  }
  const descriptors = nodes.map(describe);
  return { get: (type) => byId.get(type), all: () => nodes, descriptors: () => descriptors };
}
