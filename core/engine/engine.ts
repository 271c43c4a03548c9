/**
 * The engine: EngineService over a registry, a worker thread and a store of results. One per program; holds no document.
 * Each call brings the document along, so a page that reconnects, or two pages, need nothing from it but results.
 */

import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { DoctorReport } from "../base/backend-report.ts";
import { type Diagnostic, DiagnosticError, diagnosticOf, fail, warning } from "../base/diagnostic.ts";
import type { TableProfile } from "../base/table-profile.ts";
import type { GraphDocument } from "../graph/document.ts";
import { flattenGroups } from "../graph/flatten.ts";
import { migrateNodes, type NodeHistory } from "../graph/migrations.ts";
import type { Table, Value } from "../ml/values.ts";
import type { FileAccess } from "../node/node.ts";
import { type DiskStore, openDiskStore } from "../runs/disk-store.ts";
import { type WrittenScript, writeScript } from "../script/write-script.ts";
import type {
  CheckReport,
  EngineInfo,
  EngineService,
  NodeReport,
  ProfileRequest,
  RunEvent,
  ScriptText,
  Subject,
} from "../service/engine-service.ts";
import type { Look, LookRequest } from "../service/look.ts";
import type { Marks, MarksRequest, Selected, SelectedRows, SelectRequest } from "../service/selection.ts";
import { type Analysis, analyse } from "./analysis.ts";
import { computeNode } from "./compute-node.ts";
import type { EngineOptions } from "./engine-options.ts";
import { Rates } from "./forecast.ts";
import { grantedFiles } from "./granted-files.ts";
import { groupReports, placed, wireTypes } from "./groups.ts";
import { Lineage } from "./lineage.ts";
import { lookAt } from "./look.ts";
import { lookClosely } from "./look-detail.ts";
import { memoryGauge } from "./memory-gauge.ts";
import { mirrorsOf } from "./mirror.ts";
import { asNamed, pathsOf } from "./named-files.ts";
import { nodeReport } from "./node-report.ts";
import { probeCache } from "./probe-cache.ts";
import { withRepairs } from "./repairs.ts";
import { Results } from "./results.ts";
import { Run } from "./run.ts";
import { quietListener } from "./run-node.ts";
import { scoresOf } from "./scores.ts";
import { scriptNodes } from "./script-nodes.ts";
import { Selections } from "./selections.ts";
import { bytesOf, ResultStore } from "./store.ts";
import { backendNow, choiceFor } from "./tensor-choice.ts";
import { wantedNodes } from "./wanted.ts";
import { WorkerPool } from "./worker-pool.ts";

export const engineVersion = "0.1.0";

export class Engine implements EngineService {
  private readonly options: EngineOptions;
  private readonly workers: WorkerPool;
  private readonly results: Results;
  private readonly selections: Selections;
  private readonly probes = probeCache();
  private readonly lineage = new Lineage();
  private readonly listeners = new Set<(event: RunEvent) => void>();
  private readonly runs = new Map<string, Run>();
  /** Last result of each node by document place and node id: what "stale" refers to. */
  private readonly last = new Map<string, string>();
  private readonly histories: Readonly<Record<string, NodeHistory>>;
  private readonly rates: Rates;
  private readonly memory = memoryGauge();
  private diskProblem: Diagnostic | undefined;
  private runCount = 0;

  constructor(options: EngineOptions) {
    this.options = options;
    this.histories = Object.fromEntries(
      options.registry.all().map(({ id, version, migrations = [] }) => [id, { version, migrations }]),
    );
    this.workers = new WorkerPool(options.threads ?? availableParallelism(), options.workerProgram, {
      nodesModule: options.nodesModule,
    });
    this.rates = new Rates(options.disk && join(options.disk.root, "rates.json"));
    this.results = new Results(new ResultStore(options.storeBytes ?? 2 ** 31), this.openDisk());
    this.selections = new Selections(this.results);
  }

  async info(): Promise<EngineInfo> {
    const memory = process.memoryUsage();
    return {
      version: engineVersion,
      backend: backendNow(this.options),
      threads: this.workers.size,
      memoryBytes: memory.rss,
    };
  }

  async doctor({ afresh = false }: { afresh?: boolean }): Promise<DoctorReport> {
    return (
      (await this.options.tensor?.doctor(afresh)) ?? fail("internal.unexpected", { message: "no backends" })
    );
  }

  async describe() {
    return { nodes: this.options.registry.descriptors() };
  }

  async check(subject: Subject): Promise<CheckReport> {
    const [analysis] = await Promise.all([this.analyse(subject), this.results.ready()]);
    const mirrors = mirrorsOf(analysis);
    const mended = this.mender(subject.document, analysis);
    const nodes: Record<string, NodeReport> = {};
    for (const [id, node] of analysis.nodes)
      nodes[id] = nodeReport(node, {
        results: this.results,
        rates: this.rates,
        lastSignature: this.last.get(this.lastKey(subject, id)),
        mirror: mirrors.get(id),
      });
    return {
      revision: subject.revision ?? 0,
      nodes: { ...nodes, ...groupReports(subject.document, analysis, nodes) },
      wires: wireTypes(subject.document, analysis),
      diagnostics: [...analysis.diagnostics.map(mended), ...(this.diskProblem ? [this.diskProblem] : [])],
    };
  }

  async run(request: Subject & { targets?: readonly string[] }): Promise<{ runId: string }> {
    const analysis = await this.analyse(request);
    const flat = flattenGroups(request.document);
    const wanted = wantedNodes(flat, analysis, request.targets);
    const runId = `run${++this.runCount}`;
    const mended = this.mender(request.document, analysis);
    const run = new Run({
      runId,
      revision: request.revision ?? 0,
      ...(request.of === undefined ? {} : { of: request.of }),
      analysis,
      wanted,
      emit: (event) =>
        this.emit(event.kind === "diagnostic" ? { ...event, diagnostic: mended(event.diagnostic) } : event),
      find: (signature) => this.results.find(signature),
      keep: (node, signature, result) => {
        this.results.put(signature, result);
        this.last.set(this.lastKey(request, node), signature);
      },
      compute: (node, inputs, listener, signal) =>
        computeNode(node, inputs, {
          files: this.filesOf(request),
          workers: this.workers,
          tensor: this.options.tensor,
          listener,
          signal,
        }),
      measured: (node, result) =>
        this.rates.learn(node, { ms: result.ms, bytes: result.peakBytes ?? result.bytes }),
      scoresOf,
      bytesOf,
      memory: this.memory,
    });
    this.runs.set(runId, run);
    void run.finished.finally(() => this.runs.delete(runId));
    return { runId };
  }

  async cancel({
    runId,
    nodes,
  }: {
    runId: string;
    nodes?: readonly string[];
  }): Promise<{ cancelled: boolean }> {
    const run = this.runs.get(runId);
    if (!run) return { cancelled: false };
    if (nodes === undefined) {
      await run.cancel();
      return { cancelled: true };
    }
    return { cancelled: await run.cancelBranch(nodes) };
  }

  async look({ signature, port, detail, ...window }: LookRequest): Promise<Look> {
    const { result } = await this.results.find(signature);
    const value = result?.outputs[port];
    const numeric = this.lineage.trainedOn(signature)?.numbers;
    const plain = lookAt(value, { ...window, ...(numeric ? { numeric } : {}) }) ?? fail("result.gone");
    if (!detail) return plain;
    return lookClosely(plain, value as Value, detail, () => this.trainedOn(signature), window);
  }

  /** The table that a fitted result was trained on, if it is known and still kept. */
  private async trainedOn(signature: string): Promise<Table | undefined> {
    const origin = this.lineage.trainedOn(signature);
    if (!origin) return undefined;
    const value = (await this.results.find(origin.signature)).result?.outputs[origin.port] as
      | Value
      | undefined;
    return value?.kind === "table" ? value : undefined;
  }

  select(request: SelectRequest): Promise<Selected> {
    return this.selections.select(request);
  }

  marks(request: MarksRequest): Promise<Marks> {
    return this.selections.marks(request);
  }

  selectedRows(request: { selection: string }): Promise<SelectedRows> {
    return this.selections.rows(request);
  }

  async profile({ type, params, place, question }: ProfileRequest): Promise<TableProfile> {
    const definition = this.options.registry.get(type) ?? fail("node.unknown-type", { type });
    const { listener, signal } = { listener: quietListener, signal: new AbortController().signal };
    const files = await pathsOf(definition, params, this.filesOf({ place }));
    const job = { type, params, inputs: {}, files, question: question ?? {}, listener, signal };
    const named = asNamed(files);
    try {
      const { profile } = (await this.workers.run(job)).outputs as { profile: TableProfile };
      return { ...profile, diagnostics: profile.diagnostics.map(named) };
    } catch (thrown) {
      throw new DiagnosticError(named(diagnosticOf(thrown)));
    }
  }

  async pin({ signature, pinned }: { signature: string; pinned: boolean }): Promise<{ pinned: boolean }> {
    return { pinned: await this.results.pin(signature, pinned) };
  }

  async script(subject: Subject): Promise<ScriptText> {
    const { text, lines, diagnostics } = await this.writtenScript(subject);
    return { text, lines, diagnostics };
  }

  /** The script with the files it reads, for an export; `diagnostics` are the errors that keep nodes out of it. */
  async writtenScript(subject: Subject): Promise<WrittenScript & { diagnostics: Diagnostic[] }> {
    const analysis = await this.analyse(subject);
    const nodes = scriptNodes(analysis);
    const scores: Record<string, Record<string, number>> = {};
    for (const [id, node] of analysis.nodes) {
      if (!Object.values(node.outputs).some((type) => type.kind === "scores")) continue;
      const { result } = await this.results.find(node.signature ?? "");
      if (result) scores[id] = scoresOf(result.outputs);
    }
    const diagnostics = analysis.diagnostics
      .filter((found) => found.severity === "error")
      .map((found) => placed(subject.document, found));
    return { ...writeScript(subject.document, nodes, { scores }), diagnostics };
  }

  subscribe(listener: (event: RunEvent) => void): () => void {
    for (const run of this.runs.values()) for (const event of run.snapshot()) listener(event);
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Waits until results are on disk, and answers what kept one from getting there. */
  async flush(): Promise<readonly Diagnostic[]> {
    await Promise.all([this.results.flush(), this.rates.save()]);
    return this.diskProblem ? [this.diskProblem] : [];
  }

  /** Cancels what runs and ends the worker thread. */
  async dispose(): Promise<void> {
    const running = [...this.runs.values()].map((run) => run.cancel());
    await this.workers.dispose();
    await Promise.all(running);
    await this.flush();
  }

  /** The store on disk, or nothing, and a word about it, when it cannot be had: results then live in memory alone. */
  private async openDisk(): Promise<DiskStore | undefined> {
    const { disk } = this.options;
    if (!disk) return undefined;
    const onProblem = (thrown: unknown) => {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      this.diskProblem ??= warning("result.not-stored", { message });
    };
    try {
      const store = await openDiskStore({ ...disk, onProblem });
      await this.rates.load();
      return store;
    } catch (thrown) {
      onProblem(thrown);
      return undefined;
    }
  }

  private async analyse(subject: Subject): Promise<Analysis> {
    const files = this.filesOf(subject);
    const { document } = migrateNodes(flattenGroups(subject.document), this.histories);
    const analysis = await analyse(
      document,
      this.options.registry,
      (node, params) => this.probes.probe(node, params, files),
      this.options.build,
      await choiceFor(document, this.options),
    );
    this.lineage.learn(analysis);
    return analysis;
  }

  /** Puts repairs to diagnostics, in the terms of the document with its groups. */
  private mender(document: GraphDocument, analysis: Analysis): (found: Diagnostic) => Diagnostic {
    const ground = {
      document: flattenGroups(document),
      registry: this.options.registry,
      nodes: analysis.nodes,
    };
    return (found) => placed(document, withRepairs(ground, found));
  }

  private filesOf(subject: Pick<Subject, "place">): FileAccess {
    const home = this.options.granted[0] ?? process.cwd();
    const base = subject.place === undefined ? home : dirname(resolve(home, subject.place));
    return grantedFiles(base, this.options.granted);
  }

  private lastKey(subject: Subject, node: string): string {
    return `${subject.place ?? subject.of ?? ""}\n${subject.document.title}\n${node}`;
  }

  private emit(event: RunEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
