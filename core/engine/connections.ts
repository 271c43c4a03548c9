/**
 * Where each input of a node really gets its value: wires are followed backwards through bypassed nodes, and end at
 * muted ones. A bypassed node stands aside: its output is taken from its connected input of the same type.
 */
import { type Diagnostic, problem } from "../base/diagnostic.ts";
import type { NamedWire } from "../graph/closure.ts";
import type { PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import type { AnyNode } from "../node/node.ts";
import type { NodeAnalysis } from "./analysis.ts";

export type Connected = {
  /** The wire that enters the input. */
  readonly wire: string;
  /** The output that feeds it, bypassed nodes skipped. */
  readonly from: PortRef;
};

/**
 * Input port → what feeds it, from the wires that end at the node. A port that is present with `undefined` has a wire whose problem was reported here.
 */
export function connect(
  wires: readonly NamedWire[],
  nodes: ReadonlyMap<string, NodeAnalysis>,
  report: (diagnostic: Diagnostic) => void,
  definition: AnyNode,
): Map<string, Connected | undefined> {
  const connections = new Map<string, Connected | undefined>();
  for (const { id: wire, from, to } of wires) {
    if (!Object.hasOwn(definition.inputs, to[1])) {
      const ports = Object.keys(definition.inputs);
      report(problem("wire.no-such-port", { port: to[1], type: definition.id, ports }, { wire }));
      continue;
    }
    connections.set(to[1], follow(from, to[1], wire, nodes, report));
  }
  return connections;
}

function follow(
  start: PortRef,
  port: string,
  wire: string,
  nodes: ReadonlyMap<string, NodeAnalysis>,
  report: (diagnostic: Diagnostic) => void,
): Connected | undefined {
  let from = start;
  for (;;) {
    const source = nodes.get(from[0]);
    if (source?.record.state === undefined) return { wire, from };
    if (source.record.state === "muted") {
      report(problem("input.muted", { port, from: from[0] }, { port, wire }));
      return undefined;
    }
    const next = standIn(source, from[1]);
    if (!next) {
      report(problem("node.bypass-impossible", { port: from[1] }, { node: from[0], wire }));
      return undefined;
    }
    from = next;
  }
}

/** The output that a bypassed node's `port` is replaced by. */
function standIn(source: NodeAnalysis, port: string): PortRef | undefined {
  const wanted = source.definition && lookup(source.definition.outputs, port)?.type;
  const match = Object.values(source.inputs).find((input) => input.type.kind === wanted);
  return match?.from;
}
