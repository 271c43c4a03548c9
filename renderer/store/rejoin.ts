/** What to join when nodes between others go: the nearest upstream output of a type that each follower accepts. */
import { incomingWires, outgoingWires, type Wiring } from "../../core/graph/closure.ts";
import type { PortRef } from "../../core/graph/document.ts";
import { accepts } from "../../core/types/accepts.ts";
import type { EditorState } from "./editor-state.ts";
import { inputOf, typeOfOutput } from "./port-types.ts";
import { terminalOf } from "./seen.ts";

export type NewWire = { id: string; from: PortRef; to: PortRef };

/** The wires that take the place of those which vanish with `ids`. */
export function rejoinWires(
  state: Pick<EditorState, "graph" | "descriptors" | "check">,
  ids: readonly string[],
): NewWire[] {
  const graph = { ...state.graph, groups: {} };
  const gone = new Set(ids);
  const wires: NewWire[] = [];
  const followers = ids.flatMap((id) => outgoingWires(graph, id)).filter((wire) => !gone.has(wire.to[0]));
  for (const wire of followers) {
    const port = inputOf(state, wire.to);
    const from =
      port &&
      sources(graph, wire.from[0], gone).find((source) => {
        const type = typeOfOutput(state, source);
        // A port that leads straight through a group has nothing inside to lead to.
        if (terminalOf(source[0]) && terminalOf(wire.to[0])) return false;
        return type !== undefined && accepts(port.type, type, port.needs).kind !== "no";
      });
    if (from) wires.push({ id: wire.id, from, to: wire.to });
  }
  return wires;
}

/** Outputs that feed `node`, looking through other nodes that go, nearest first. */
function sources(graph: Wiring, node: string, gone: ReadonlySet<string>): PortRef[] {
  return incomingWires(graph, node).flatMap((wire) =>
    gone.has(wire.from[0]) ? sources(graph, wire.from[0], gone) : [wire.from],
  );
}
