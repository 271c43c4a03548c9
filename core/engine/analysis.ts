/**
 * The check before a run, as a pipeline over the nodes in topological order: resolve parameters, connect inputs through
 * bypassed nodes, judge each wire, look at sources, infer output types, sign. It reports all problems at once and never
 * stops at the first. Pure but for `probe`, which looks at source files.
 */
import type { BackendChoice } from "../base/backend-report.ts";
import { type Diagnostic, diagnosticOf, problem, type Repair, warning } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { type NamedWire, topologicalOrder, wiresByTarget } from "../graph/closure.ts";
import type { Command } from "../graph/commands.ts";
import type { GraphDocument, NodeRecord, PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import type { AnyNode, SourceFacts } from "../node/node.ts";
import { checkParam } from "../node/params.ts";
import type { Registry } from "../node/registry.ts";
import { accepts } from "../types/accepts.ts";
import type { WireType } from "../types/wire-type.ts";
import { type Connected, connect } from "./connections.ts";
import { signNode, type UpstreamSignature } from "./signature.ts";

export type NodeAnalysis = {
  readonly id: string;
  readonly record: NodeRecord;
  readonly definition?: AnyNode;
  /** Every parameter of the definition, checked values where the document has them. */
  readonly params: Readonly<Record<string, Json>>;
  readonly inputs: Readonly<Record<string, ConnectedInput>>;
  readonly outputs: Readonly<Record<string, WireType>>;
  /** Could run: it and everything it needs is free of errors. Muted and bypassed nodes never run. */
  readonly ready: boolean;
  readonly signature?: string;
  /** Content hash of what a source reads. */
  readonly sourceHash?: string;
};

export type ConnectedInput = Connected & { readonly type: WireType; readonly convert?: string };

export type Analysis = {
  readonly order: readonly string[];
  readonly nodes: ReadonlyMap<string, NodeAnalysis>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Looks at a source's data before the run; throws `DiagnosticError` when it cannot be read. */
export type Probe = (node: AnyNode, params: Readonly<Record<string, Json>>) => Promise<SourceFacts>;

/** Checks and signs the whole document. */
export async function analyse(
  document: GraphDocument,
  registry: Registry,
  probe: Probe,
  build = "",
  tensor?: BackendChoice,
): Promise<Analysis> {
  const order = topologicalOrder(document);
  const incoming = wiresByTarget(document);
  const nodes = new Map<string, NodeAnalysis>();
  const diagnostics: Diagnostic[] = [];
  const around: Surroundings = { document, registry, incoming, probe, build, tensor, nodes, diagnostics };
  for (const id of order) {
    const record = lookup(document.nodes, id);
    if (record) nodes.set(id, await analyseNode(id, record, around));
  }
  const circular = Object.keys(document.nodes).filter((id) => !nodes.has(id));
  if (circular.length > 0) diagnostics.push(problem("graph.cycle", { nodes: circular }));
  return { order, nodes, diagnostics };
}

type Surroundings = {
  document: GraphDocument;
  registry: Registry;
  incoming: ReadonlyMap<string, readonly NamedWire[]>;
  probe: Probe;
  build: string;
  tensor: BackendChoice | undefined;
  nodes: ReadonlyMap<string, NodeAnalysis>;
  diagnostics: Diagnostic[];
};

async function analyseNode(id: string, record: NodeRecord, around: Surroundings): Promise<NodeAnalysis> {
  const definition = around.registry.get(record.type);
  if (!definition) {
    around.diagnostics.push(problem("node.unknown-type", { type: record.type }, { node: id }));
    return { id, record, params: record.params, inputs: {}, outputs: {}, ready: false };
  }
  if (record.version > definition.version) {
    const values = { type: record.type, version: record.version, known: definition.version };
    around.diagnostics.push(problem("node.newer-version", values, { node: id }));
    return { id, record, params: record.params, inputs: {}, outputs: {}, ready: false };
  }
  const active = record.state === undefined;
  let healthy = active;
  const report = (diagnostic: Diagnostic) => {
    if (!active) return;
    around.diagnostics.push({ ...diagnostic, node: diagnostic.node ?? id });
    if (diagnostic.severity === "error") healthy = false;
  };

  const params = resolveParams(id, definition, record, report);
  const { inputs, complete } = connectInputs(id, definition, around, report);
  const facts =
    healthy && definition.probe ? await look(definition, params, around.probe, report) : undefined;
  for (const finding of facts?.diagnostics ?? []) report(finding);

  // What is broken further up has lost its rows on the way: whether they leak can only be told once it is mended.
  let whole = true;
  const upstream: Record<string, UpstreamSignature> = {};
  for (const [port, { from, convert }] of Object.entries(inputs)) {
    const source = around.nodes.get(from[0]);
    if (!source?.ready) whole = false;
    upstream[port] = { signature: source?.signature ?? "", port: from[1], convert };
  }
  const judge = (found: Diagnostic) => {
    if (whole || !found.code.startsWith("leakage.")) report(found);
  };
  const outputs = healthy
    ? await inferOutputs(id, definition, params, inputs, facts, judge)
    : bareOutputs(definition);
  if (definition.traits.tensor) refuseUnusable(around.tensor, report);
  const ready = healthy && complete;
  const signature = ready
    ? signNode(definition, params, upstream, facts?.hash, around.build, tensorOf(definition, around))
    : undefined;
  return {
    id,
    record,
    definition,
    params,
    inputs,
    outputs,
    ready,
    ...(signature === undefined ? {} : { signature }),
    ...(facts ? { sourceHash: facts.hash } : {}),
  };
}

/** A backend that was named is used or refused, never replaced. */
function refuseUnusable(tensor: BackendChoice | undefined, report: (diagnostic: Diagnostic) => void): void {
  const finding = tensor?.backends.find(({ name }) => name === tensor.chosen);
  if (!finding || finding.usable) return;
  const found = problem("backend.unusable", { backend: finding.name });
  report(finding.reason ? { ...found, cause: finding.reason } : found);
}

/** What computes, for the signature of a node that it matters to. */
function tensorOf({ traits }: AnyNode, { tensor }: Surroundings): string | undefined {
  return traits.tensor && tensor ? `${tensor.chosen} ${tensor.build}` : undefined;
}

/** Defaults for what the file does not say; every value checked. A wrong value is reported and its default stands in. */
function resolveParams(
  id: string,
  definition: AnyNode,
  record: NodeRecord,
  report: (diagnostic: Diagnostic) => void,
): Record<string, Json> {
  const params: Record<string, Json> = {};
  for (const [name, spec] of Object.entries(definition.params)) {
    const stored = lookup(record.params, name);
    if (stored === undefined) {
      const values = { name, value: String(spec.default) };
      report({ ...warning("param.missing", values, { param: name }), severity: "info" });
    }
    const value = stored === undefined ? spec.default : stored;
    const wrong = checkParam(spec, value);
    if (wrong) report({ ...wrong, param: name });
    params[name] = wrong ? spec.default : value;
  }
  for (const name of Object.keys(record.params)) {
    if (Object.hasOwn(definition.params, name)) continue;
    const values = { type: record.type, name, known: Object.keys(definition.params) };
    report({
      ...problem("param.unknown", values, { param: name }),
      repairs: [withoutParam(id, record, name)],
    });
  }
  return params;
}

/** A misspelled name would silently leave the default in its place: taking it out must be somebody's choice. */
function withoutParam(id: string, record: NodeRecord, name: string): Repair {
  const { [name]: _, ...params } = record.params;
  const command: Command = { kind: "replaceNode", node: id, record: { ...record, params } };
  return { code: "remove-param", values: { name }, commands: [command] };
}

function connectInputs(
  id: string,
  definition: AnyNode,
  around: Surroundings,
  report: (diagnostic: Diagnostic) => void,
): { inputs: Record<string, ConnectedInput>; complete: boolean } {
  const inputs: Record<string, ConnectedInput> = {};
  let complete = true;
  const connections = connect(around.incoming.get(id) ?? [], around.nodes, report, definition);
  for (const [port, declared] of Object.entries(definition.inputs)) {
    const found = connections.get(port);
    if (!found) {
      if (declared.optional) continue;
      complete = false;
      if (!connections.has(port)) report(problem("input.missing", { port, type: declared.type }, { port }));
      continue;
    }
    const source = around.nodes.get(found.from[0]);
    const type = source?.outputs[found.from[1]];
    if (!type) {
      complete = false;
      if (lookup(around.document.nodes, found.from[0]))
        reportMissingPort(found.from, source, found.wire, report);
      else report(problem("input.missing", { port, type: declared.type }, { port, wire: found.wire }));
      continue;
    }
    if (!source?.ready) complete = false;
    const verdict = accepts(declared.type, type, declared.needs);
    if (verdict.kind === "no") {
      report({ ...verdict.reason, port, wire: found.wire });
      complete = false;
      continue;
    }
    const convert = verdict.kind === "convert" ? { convert: verdict.via } : {};
    inputs[port] = { wire: found.wire, from: found.from, type, ...convert };
  }
  return { inputs, complete };
}

/** A wire from a port that a known node does not have. An unknown node has said its own problem already. */
function reportMissingPort(
  from: PortRef,
  source: NodeAnalysis | undefined,
  wire: string,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (!source?.definition) return;
  if (Object.hasOwn(source.definition.outputs, from[1])) return;
  const ports = Object.keys(source.definition.outputs);
  report(problem("wire.no-such-port", { port: from[1], type: source.record.type, ports }, { wire }));
}

async function look(
  definition: AnyNode,
  params: Readonly<Record<string, Json>>,
  probe: Probe,
  report: (diagnostic: Diagnostic) => void,
): Promise<SourceFacts | undefined> {
  try {
    return await probe(definition, params);
  } catch (thrown) {
    report(diagnosticOf(thrown));
    return undefined;
  }
}

async function inferOutputs(
  id: string,
  definition: AnyNode,
  params: Readonly<Record<string, Json>>,
  inputs: Readonly<Record<string, ConnectedInput>>,
  facts: SourceFacts | undefined,
  report: (diagnostic: Diagnostic) => void,
): Promise<Readonly<Record<string, WireType>>> {
  const types = Object.fromEntries(Object.entries(inputs).map(([port, input]) => [port, input.type]));
  return definition.infer(types, {
    params,
    node: id,
    ...(facts ? { facts } : {}),
    report: (found) => {
      const wire = found.port === undefined ? undefined : inputs[found.port]?.wire;
      report(wire === undefined || found.wire !== undefined ? found : { ...found, wire });
    },
  });
}

function bareOutputs(definition: AnyNode): Record<string, WireType> {
  return Object.fromEntries(
    Object.entries(definition.outputs).map(([name, port]) => [name, { kind: port.type } as WireType]),
  );
}
