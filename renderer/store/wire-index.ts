/** Which ports hold a wire, looked up at once: built once for each set of wires, whoever asks. */
import type { GraphDocument } from "../../core/graph/document.ts";

const indices = new WeakMap<GraphDocument["wires"], ReadonlySet<string>>();

/** Whether any wire starts (`out`) or ends (`in`) at this port. */
export function isConnected(
  wires: GraphDocument["wires"],
  node: string,
  port: string,
  side: "in" | "out",
): boolean {
  const known = indices.get(wires) ?? build(wires);
  return known.has(`${side} ${node} ${port}`);
}

function build(wires: GraphDocument["wires"]): ReadonlySet<string> {
  const index = new Set<string>();
  for (const { from, to } of Object.values(wires)) {
    index.add(`out ${from[0]} ${from[1]}`);
    index.add(`in ${to[0]} ${to[1]}`);
  }
  indices.set(wires, index);
  return index;
}
