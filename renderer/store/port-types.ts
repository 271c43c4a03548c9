/** What ports take and give: declared kinds, made more special by what the check knows. */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import { descendants } from "../../core/graph/closure.ts";
import type { PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import { accepts } from "../../core/types/accepts.ts";
import type { WireKind, WireType } from "../../core/types/wire-type.ts";
import type { Connecting, EditorState } from "./editor-state.ts";
import { newPort } from "./group-descriptor.ts";
import { terminalOf } from "./seen.ts";
import { isConnected } from "./wire-index.ts";

type Known = Pick<EditorState, "graph" | "descriptors" | "check">;

/** The descriptor of a node of the document. */
export function descriptorOf(state: Known, node: string): NodeDescriptor | undefined {
  const record = lookup(state.graph.nodes, node);
  return record && state.descriptors.get(record.type);
}

/** The declared input port. */
export function inputOf(state: Known, [node, port]: PortRef): PortDescriptor | undefined {
  return descriptorOf(state, node)?.inputs.find(({ name }) => name === port);
}

/** The declared output port. */
export function outputOf(state: Known, [node, port]: PortRef): PortDescriptor | undefined {
  return descriptorOf(state, node)?.outputs.find(({ name }) => name === port);
}

/** What an output carries, with every fact known before a run. */
export function typeOfOutput(state: Known, ref: PortRef): WireType | undefined {
  const inferred = lookup(lookup(state.check?.nodes ?? {}, ref[0])?.outputs ?? {}, ref[1]);
  const declared = outputOf(state, ref);
  return inferred ?? (declared && bare(declared.type));
}

/** A type that knows its kind and nothing else. */
export function bare(kind: WireKind): WireType {
  return { kind } as WireType;
}

export type Fit =
  | { kind: "yes" | "convert" }
  | { kind: "no"; why: "same-side" | "self" | "cycle" | "through" }
  | { kind: "no"; why: "type"; reason: Diagnostic };

/** Whether a wire from `end` may go to the port `other`. */
export function fits(state: Known, end: Connecting, other: Connecting): Fit {
  if (end.side === other.side) return { kind: "no", why: "same-side" };
  if (end.node === other.node) return { kind: "no", why: "self" };
  const [out, into] = end.side === "out" ? [end, other] : [other, end];
  if (isNewPort(out.port) || isNewPort(into.port)) return fitsNewPort(state, out, into);
  if (terminalOf(out.node) && terminalOf(into.node)) return { kind: "no", why: "through" };
  const source = typeOfOutput(state, [out.node, out.port]);
  const port = inputOf(state, [into.node, into.port]);
  if (!source || !port) return { kind: "no", why: "same-side" };
  const answer = accepts(port.type, source, port.needs);
  if (answer.kind === "no") return { kind: "no", why: "type", reason: answer.reason };
  if (descendants({ ...state.graph, groups: {} }, [into.node]).has(out.node))
    return { kind: "no", why: "cycle" };
  return { kind: answer.kind };
}

function isNewPort(port: string): boolean {
  return port === newPort;
}

/** A port that does not exist yet takes anything but another terminal. */
function fitsNewPort(state: Known, out: Connecting, into: Connecting): Fit {
  const other = descriptorOf(state, isNewPort(out.port) ? into.node : out.node);
  return other && other.category !== "terminal" ? { kind: "yes" } : { kind: "no", why: "through" };
}

/** The best port of `node` for a wire from `end`: one that fits, free before taken, in order of declaration. */
export function bestPort(state: Known, end: Connecting, node: string): string | undefined {
  const fitting = fittingPorts(state, end, node);
  return freeOf(state, end, node, fitting) ?? fitting[0];
}

/** The best port that holds no wire yet. An output never gives way. */
export function bestFreePort(state: Known, end: Connecting, node: string): string | undefined {
  return freeOf(state, end, node, fittingPorts(state, end, node));
}

/** Names of the ports of `node` that a wire from `end` may go to, in order of declaration. */
export function fittingPorts(state: Known, end: Connecting, node: string): string[] {
  const descriptor = descriptorOf(state, node);
  const side = end.side === "out" ? "in" : "out";
  const ports = (side === "in" ? descriptor?.inputs : descriptor?.outputs) ?? [];
  return ports.map(({ name }) => name).filter((port) => fits(state, end, { node, port, side }).kind !== "no");
}

function freeOf(state: Known, end: Connecting, node: string, ports: readonly string[]): string | undefined {
  return ports.find((port) => end.side === "in" || !isConnected(state.graph.wires, node, port, "in"));
}

/** The port of a node type that a wire from `end` would enter, before such a node exists. */
export function portForEnd(state: Known, end: Connecting, descriptor: NodeDescriptor): string | undefined {
  if (isNewPort(end.port)) return (end.side === "out" ? descriptor.inputs : descriptor.outputs)[0]?.name;
  if (end.side === "out") {
    const source = typeOfOutput(state, [end.node, end.port]);
    return (
      source && descriptor.inputs.find((port) => accepts(port.type, source, port.needs).kind !== "no")?.name
    );
  }
  const into = inputOf(state, [end.node, end.port]);
  return into && descriptor.outputs.find((port) => accepts(into.type, bare(port.type)).kind !== "no")?.name;
}
