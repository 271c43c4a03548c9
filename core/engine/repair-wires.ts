/** Repairs of wires: a missing one whose only possible source is known, and one that brings what is not wanted there. */
import type { Diagnostic, Repair } from "../base/diagnostic.ts";
import { descendants } from "../graph/closure.ts";
import type { Command } from "../graph/commands.ts";
import type { GraphDocument, PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { splitPath } from "../graph/scope.ts";
import type { AnyNode, Port } from "../node/node.ts";
import { accepts } from "../types/accepts.ts";
import type { WireType } from "../types/wire-type.ts";
import type { NodeAnalysis } from "./analysis.ts";
import { freeNodePath, freeWirePath, newRecord } from "./new-node.ts";
import type { Ground } from "./repairs.ts";

const mostConverters = 2;

/** Connects an input to the one output in the graph that it can take. Nothing where there are several, or none. */
export function connectRepairs(ground: Ground, node: string, port: string): Repair[] {
  const declared = lookup<Port>(ground.nodes.get(node)?.definition?.inputs ?? {}, port);
  if (!declared) return [];
  const after = descendants(ground.document, [node]);
  const candidates = [...ground.nodes.values()].flatMap((source) =>
    source.record.state !== undefined || after.has(source.id)
      ? []
      : fittingOutputs(source, declared).map((name): PortRef => [source.id, name]),
  );
  if (candidates.length !== 1) return [];
  const [from] = candidates;
  const id = freeWirePath(ground.document, splitPath(node).scope);
  const command: Command = { kind: "addWire", id, from, to: [node, port] };
  return [{ code: "connect", values: { from: from.join(".") }, commands: [command] }];
}

/** Another output of the same node, a node that turns one into the other, another input, or no wire at all. */
export function mismatchRepairs(
  ground: Ground,
  { node = "", wire = "" }: Diagnostic,
  port: string,
): Repair[] {
  const { document, nodes } = ground;
  const record = lookup(document.wires, wire);
  const source = record && nodes.get(record.from[0]);
  const target = nodes.get(node);
  const declared = lookup<Port>(target?.definition?.inputs ?? {}, port);
  const type = record && source?.outputs[record.from[1]];
  if (!record || !source || !target || !declared || !type) return [];
  const others = fittingOutputs(source, declared).map((name) =>
    rewire("use-output", { port: `${source.id}.${name}` }, wire, [source.id, name], record.to),
  );
  if (others.length > 0) return others;
  // What makes nothing else comes first: scores of predictions are made by their metric, not beside a calibration curve.
  const converters = [...ground.registry.all()]
    .sort((a, b) => Object.keys(a.outputs).length - Object.keys(b.outputs).length)
    .flatMap((definition) => convert(document, definition, type, declared, wire))
    .slice(0, mostConverters);
  const free = freeInputs(document, target, type).map((name) =>
    rewire("use-input", { port: `${node}.${name}` }, wire, record.from, [node, name]),
  );
  return [...converters, ...(free.length === 1 ? free : []), ...(declared.optional ? [remove(wire)] : [])];
}

/** A wire to or from a port that is not there: the one free port that would do, or no wire. */
export function portRepairs({ document, nodes }: Ground, { node = "", wire = "" }: Diagnostic): Repair[] {
  const record = lookup(document.wires, wire);
  const source = record && nodes.get(record.from[0]);
  const target = nodes.get(node);
  if (!record || !source || !target) return [];
  const type = source.outputs[record.from[1]];
  if (type) {
    const free = freeInputs(document, target, type).map((name) =>
      rewire("use-input", { port: `${node}.${name}` }, wire, record.from, [node, name]),
    );
    return [...(free.length === 1 ? free : []), remove(wire)];
  }
  const declared = lookup<Port>(target.definition?.inputs ?? {}, record.to[1]);
  const outputs = declared ? fittingOutputs(source, declared) : [];
  const other = outputs.map((name) =>
    rewire("use-output", { port: `${source.id}.${name}` }, wire, [source.id, name], record.to),
  );
  return [...other, remove(wire)];
}

function fittingOutputs(source: NodeAnalysis, { type, needs }: Port): string[] {
  return Object.entries(source.outputs).flatMap(([name, output]) =>
    accepts(type, output, needs).kind === "no" ? [] : [name],
  );
}

/** Inputs of this node that no wire ends at and that can take the type. */
function freeInputs(document: GraphDocument, target: NodeAnalysis, type: WireType): string[] {
  const taken = new Set(
    Object.values(document.wires).flatMap(({ to }) => (to[0] === target.id ? [to[1]] : [])),
  );
  return Object.entries<Port>(target.definition?.inputs ?? {}).flatMap(([name, { type: wanted, needs }]) =>
    taken.has(name) || accepts(wanted, type, needs).kind === "no" ? [] : [name],
  );
}

/** A node that needs this one thing only and makes what is wanted. */
function convert(
  document: GraphDocument,
  definition: AnyNode,
  type: WireType,
  wanted: Port,
  wire: string,
): Repair[] {
  const needed = Object.entries<Port>(definition.inputs).filter(([, input]) => !input.optional);
  const [input, ...more] = needed;
  if (!input || more.length > 0 || type.kind === wanted.type) return [];
  const output = Object.entries<Port>(definition.outputs).find(([, { type: made }]) => made === wanted.type);
  const record = lookup(document.wires, wire);
  if (!output || !record || accepts(input[1].type, type, input[1].needs).kind === "no") return [];
  const { scope } = splitPath(record.to[0]);
  const id = freeNodePath(document, scope, definition.idBase);
  const [a, b] = [record.from[0], record.to[0]].map((end) => lookup(document.view.positions, end) ?? [0, 0]);
  const commands: Command[] = [
    {
      kind: "addNode",
      id,
      node: newRecord(definition, document),
      at: [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)],
    },
    { kind: "removeWires", ids: [wire] },
    { kind: "addWire", id: freeWirePath(document, scope), from: record.from, to: [id, input[0]] },
    { kind: "addWire", id: wire, from: [id, output[0]], to: record.to },
  ];
  return [{ code: "insert-converter", values: { step: definition.title }, commands }];
}

function rewire(code: string, values: Repair["values"], wire: string, from: PortRef, to: PortRef): Repair {
  const commands: Command[] = [
    { kind: "removeWires", ids: [wire] },
    { kind: "addWire", id: wire, from, to },
  ];
  return { code, values, commands };
}

function remove(wire: string): Repair {
  return { code: "remove-wire", values: { wire }, commands: [{ kind: "removeWires", ids: [wire] }] };
}
