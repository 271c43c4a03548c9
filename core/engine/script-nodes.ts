/** What a script is written from: the nodes that could run. */
import type { ScriptNode } from "../script/script-node.ts";
import type { Analysis } from "./analysis.ts";

/** In the order in which they run. */
export function scriptNodes({ order, nodes }: Analysis): ScriptNode[] {
  return order.flatMap((id) => {
    const node = nodes.get(id);
    if (!node?.ready || !node.definition) return [];
    const { definition, params, sourceHash } = node;
    const inputs = Object.fromEntries(Object.entries(node.inputs).map(([port, input]) => [port, input.from]));
    return [{ id, definition, params, inputs, ...(sourceHash === undefined ? {} : { sourceHash }) }];
  });
}
