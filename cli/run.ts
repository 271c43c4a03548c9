/** `espalier run`: checks a graph, runs it, prints scores. Exit codes: 0 done, 1 a node failed, 2 graph or call wrong, 130 cancelled. */
import { type Diagnostic, diagnosticOf } from "../core/base/diagnostic.ts";
import { equalJson } from "../core/base/json.ts";
import { expandTargets } from "../core/engine/wanted.ts";
import { ancestors } from "../core/graph/closure.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { flattenGroups } from "../core/graph/flatten.ts";
import { connectInProcess } from "../core/service/client/in-process.ts";
import type { Services } from "../core/service/client/services.ts";
import type { NodeRunState, RunEvent } from "../core/service/engine-service.ts";
import { checkBackendName } from "./backends.ts";
import { startEngine } from "./engine.ts";
import { errorsOf, loadGraph } from "./load.ts";
import { noHost } from "./no-host.ts";
import { type StoreOptions, storeOf } from "./store-folder.ts";
import { printDiagnostic, printJson, progressPrinter, worded } from "./terminal.ts";

export type RunOptions = {
  set?: string[];
  to?: string[];
  json?: boolean;
  grant?: string[];
  backend?: string;
} & StoreOptions;

const exitCodes = { done: 0, failed: 1, cancelled: 130 } as const;

/** Runs the command and answers with its exit code. */
export async function runCommand(file: string, options: RunOptions): Promise<number> {
  const outcome = newOutcome();
  const { document, diagnostics, folder } = await loadGraph(file, options.set);
  for (const found of diagnostics) say(found, options, outcome);
  if (!document) return refuse(options, outcome);

  const { backend } = options;
  const asked = backend === undefined ? {} : { backend };
  const engine = startEngine({ granted: [folder, ...(options.grant ?? [])], ...storeOf(options), ...asked });
  const services = connectInProcess({ engine, host: noHost });
  try {
    if (backend !== undefined) checkBackendName(backend);
    const flat = flattenGroups(document);
    const targets = options.to ? expandTargets(flat, options.to) : activeNodes(flat);
    const needed = ancestors(flat, targets);
    const report = await services.engine.check({ document });
    const findings = report.diagnostics.filter((found) => found.node === undefined || needed.has(found.node));
    for (const found of findings) if (found.severity !== "info") say(found, options, outcome);
    if (errorsOf(findings).length > 0) return refuse(options, outcome);
    const end = await follow(services, document, targets, options, outcome);
    for (const found of await engine.flush()) say(found, options, outcome);
    if (options.json) await printOutputs(services.engine, document, outcome);
    if (options.json) printJson({ event: "done", status: end.status, ...outcome });
    else for (const [name, value] of Object.entries(outcome.scores)) console.log(`${name} ${value}`);
    return exitCodes[end.status];
  } catch (thrown) {
    say(diagnosticOf(thrown), options, outcome);
    return refuse(options, outcome);
  } finally {
    services.close();
    await engine.dispose();
  }
}

type Outcome = {
  nodes: Record<string, { state: NodeRunState; ms: number }>;
  scores: Record<string, number>;
  diagnostics: ReturnType<typeof worded>[];
};

function newOutcome(): Outcome {
  return { nodes: {}, scores: {}, diagnostics: [] };
}

function activeNodes(document: GraphDocument): string[] {
  return Object.entries(document.nodes).flatMap(([id, node]) => (node.state === undefined ? [id] : []));
}

async function follow(
  { engine }: Services,
  document: GraphDocument,
  targets: readonly string[],
  options: RunOptions,
  outcome: Outcome,
): Promise<Extract<RunEvent, { kind: "finished" }>> {
  const total = ancestors(flattenGroups(document), targets).size;
  const printer = options.json ? undefined : progressPrinter(total);
  const finished = new Promise<Extract<RunEvent, { kind: "finished" }>>((resolve) => {
    engine.subscribe((event) => {
      printer?.event(event);
      note(event, options, outcome);
      if (event.kind === "finished") resolve(event);
    });
  });
  const { runId } = await engine.run({ document, targets });
  let cancelling: Promise<unknown> | undefined;
  const stop = () => {
    cancelling = engine.cancel({ runId });
  };
  process.once("SIGINT", stop);
  const end = await finished;
  // The answer to the cancel comes after the run's last event; the line must stay open for it.
  await cancelling;
  process.removeListener("SIGINT", stop);
  printer?.stop();
  outcome.scores = end.scores;
  return end;
}

function note(event: RunEvent, options: RunOptions, outcome: Outcome): void {
  if (event.kind === "diagnostic") return say(event.diagnostic, options, outcome);
  if (event.kind !== "node" || event.mirrorOf !== undefined) return;
  outcome.nodes[event.node] = { state: event.state, ms: event.ms ?? 0 };
  if (options.json) {
    const { kind: _kind, runId: _runId, seq: _seq, ...rest } = event;
    printJson({ event: "node", ...rest });
  }
}

/** The outputs that are numbers: scores, traces, single numbers. */
async function printOutputs(
  engine: Services["engine"],
  document: GraphDocument,
  outcome: Outcome,
): Promise<void> {
  const { nodes } = await engine.check({ document });
  for (const [node, { freshness, signature, outputs }] of Object.entries(nodes)) {
    if (freshness !== "cached" || signature === undefined || !(node in outcome.nodes)) continue;
    for (const [port, { kind }] of Object.entries(outputs)) {
      if (kind !== "scores" && kind !== "trace" && kind !== "number") continue;
      const value = await engine.look({ signature, port, limit: 100_000 });
      printJson({ event: "output", node, port, value });
    }
  }
}

function say(found: Diagnostic, options: RunOptions, outcome: Outcome): void {
  // The check and the run find the same thing in the same file: once is enough.
  if (outcome.diagnostics.some((before) => samePlaceAndWords(before, found))) return;
  outcome.diagnostics.push(worded(found));
  if (options.json) printJson({ event: "diagnostic", diagnostic: worded(found) });
  else printDiagnostic(found);
}

function samePlaceAndWords(a: Diagnostic, b: Diagnostic): boolean {
  const facts = ({ code, node, port, param, wire, values }: Diagnostic) => [
    code,
    node,
    port,
    param,
    wire,
    values,
  ];
  return equalJson(facts(a), facts(b));
}

/** The graph or the call is wrong: nothing ran. */
function refuse(options: RunOptions, outcome: Outcome): number {
  if (options.json) printJson({ event: "done", status: "failed", ...outcome });
  return 2;
}
