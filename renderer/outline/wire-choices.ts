/** Every wire that a node has and every one it could have, among what is seen: for connecting without a mouse. */
import { ancestors, descendants } from "../../core/graph/closure.ts";
import type { PortRef } from "../../core/graph/document.ts";
import { accepts } from "../../core/types/accepts.ts";
import type { EditorState } from "../store/editor-state.ts";
import { descriptorOf, inputOf, typeOfOutput } from "../store/port-types.ts";

type Known = Pick<EditorState, "graph" | "descriptors" | "check">;

export type WireChoice = {
  /** The wire, where there is one: choosing it takes it away. */
  wire?: string;
  from: PortRef;
  to: PortRef;
  /** A wire stands in the input and would give way. */
  replaces: boolean;
};

/** Its wires first, then what could be joined: free inputs before taken ones, in the order of the graph. */
export function wireChoices(state: Known, node: string): WireChoice[] {
  const { graph } = state;
  const own = Object.entries(graph.wires)
    .filter(([, { from, to }]) => from[0] === node || to[0] === node)
    .map(([wire, { from, to }]): WireChoice => ({ wire, from, to, replaces: false }));
  const taken = new Set(Object.values(graph.wires).map(({ to }) => to.join("\n")));
  const joined = new Set(own.map(({ from, to }) => [...from, ...to].join("\n")));
  const possible = [...intoOthers(state, node), ...fromOthers(state, node)]
    .filter(({ from, to }) => !joined.has([...from, ...to].join("\n")) && joins(state, from, to))
    .map(({ from, to }): WireChoice => ({ from, to, replaces: taken.has(to.join("\n")) }));
  return [
    ...own,
    ...possible.filter(({ replaces }) => !replaces),
    ...possible.filter(({ replaces }) => replaces),
  ];
}

type Pair = { from: PortRef; to: PortRef };

function intoOthers(state: Known, node: string): Pair[] {
  const outputs = descriptorOf(state, node)?.outputs ?? [];
  const closed = ancestors({ ...state.graph, groups: {} }, [node]);
  const others = Object.keys(state.graph.nodes).filter((id) => !closed.has(id));
  return outputs.flatMap((output) =>
    others.flatMap((id) =>
      (descriptorOf(state, id)?.inputs ?? []).map(
        (input): Pair => ({ from: [node, output.name], to: [id, input.name] }),
      ),
    ),
  );
}

function fromOthers(state: Known, node: string): Pair[] {
  const inputs = descriptorOf(state, node)?.inputs ?? [];
  const closed = descendants({ ...state.graph, groups: {} }, [node]);
  const others = Object.keys(state.graph.nodes).filter((id) => !closed.has(id));
  return inputs.flatMap((input) =>
    others.flatMap((id) =>
      (descriptorOf(state, id)?.outputs ?? []).map(
        (output): Pair => ({ from: [id, output.name], to: [node, input.name] }),
      ),
    ),
  );
}

function joins(state: Known, from: PortRef, to: PortRef): boolean {
  const type = typeOfOutput(state, from);
  const port = inputOf(state, to);
  return type !== undefined && port !== undefined && accepts(port.type, type, port.needs).kind !== "no";
}
