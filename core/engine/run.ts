/**
 * One run: the nodes to compute in dependency order, cached ones skipped, descendants of a failure blocked by it.
 * Owns its cancellation; several runs may exist. Emits events and puts results into the store, and knows no transport.
 */
import { Cancelled, type Diagnostic, diagnosticOf, warning } from "../base/diagnostic.ts";
import { wirePath } from "../graph/flatten.ts";
import type { Result } from "../runs/result.ts";
import type { NodeRunState, RunEvent } from "../service/engine-service.ts";
import type { Look } from "../service/look.ts";
import type { Analysis, NodeAnalysis } from "./analysis.ts";
import { branchOf } from "./branch.ts";
import { convertValue } from "./convert.ts";
import { mirrorsOf, trainersOf } from "./mirror.ts";
import type { FoundResult } from "./results.ts";
import type { NodeListener } from "./run-node.ts";
import { untilAborted } from "./until-aborted.ts";

export type RunParts = {
  readonly runId: string;
  readonly revision: number;
  /** The document that is run, as the host names it. */
  readonly of?: string;
  readonly analysis: Analysis;
  /** Nodes to compute, closed under ancestors, all ready. */
  readonly wanted: ReadonlySet<string>;
  readonly emit: (event: RunEvent) => void;
  readonly find: (signature: string) => Promise<FoundResult>;
  readonly keep: (node: string, signature: string, result: Result) => void;
  /** Computes one node, wherever it should run. */
  readonly compute: (
    node: NodeAnalysis,
    inputs: Readonly<Record<string, unknown>>,
    listener: NodeListener,
    signal: AbortSignal,
  ) => Promise<{ outputs: Readonly<Record<string, unknown>>; ms: number; peakBytes?: number }>;
  /** Told what a node took when it was computed. */
  readonly measured: (node: NodeAnalysis, result: Result) => void;
  readonly scoresOf: (outputs: Readonly<Record<string, unknown>>) => Readonly<Record<string, number>>;
  readonly bytesOf: (value: unknown) => number;
  /** Bytes that the program holds now. */
  readonly memory: () => number;
};

type Standing = { state: NodeRunState; result?: Result };

/** An event without the fields that every event of a run has: distributes over the union. */
type Unstamped<E> = E extends { seq: number } ? Omit<E, "runId" | "seq"> : never;

export class Run {
  readonly finished: Promise<void>;
  private cancelled = false;
  private readonly parts: RunParts;
  private readonly standing = new Map<string, Standing>();
  /** Signature → the computation under way, so that equal nodes compute once. */
  private readonly underWay = new Map<string, Promise<Result>>();
  private readonly mirrored = new Map<string, string>();
  private readonly latest = new Map<string, RunEvent>();
  /** Nodes that have not settled: they may still be cancelled, each by itself. */
  private readonly open = new Set<string>();
  private readonly stopped = new Set<string>();
  /** Of the nodes that are being computed. A signal is not cheap, and a node whose result is known needs none. */
  private readonly aborts = new Map<string, AbortController>();
  private readonly tasks = new Map<string, Promise<void>>();
  private readonly workers = new Map<string, number>();
  private readonly began = performance.now();
  private seq = 0;

  constructor(parts: RunParts) {
    this.parts = parts;
    for (const [learner, mirror] of mirrorsOf(parts.analysis)) {
      if (mirror.path === "") this.mirrored.set(mirror.node, learner);
    }
    for (const [learner, trainer] of trainersOf(parts.analysis)) this.mirrored.set(trainer, learner);
    this.finished = this.execute();
  }

  cancel(): Promise<void> {
    this.cancelled = true;
    for (const abort of this.aborts.values()) abort.abort();
    return this.finished;
  }

  /** Cancels the branch of these nodes; resolves once it has stopped, with whether anything of it was left. */
  async cancelBranch(named: readonly string[]): Promise<boolean> {
    const branch = [...branchOf(this.parts.analysis, this.parts.wanted, named)];
    const left = branch.filter((id) => this.open.has(id));
    for (const id of left) {
      this.stopped.add(id);
      this.aborts.get(id)?.abort();
    }
    await Promise.all(left.map((id) => this.tasks.get(id)));
    return left.length > 0;
  }

  /** The last event of every node, for a subscriber that comes late. */
  snapshot(): RunEvent[] {
    return [this.startedEvent(), ...this.latest.values()];
  }

  private async execute(): Promise<void> {
    const started = performance.now();
    // The caller gets the run's id before the first event.
    await Promise.resolve();
    const { analysis, wanted } = this.parts;
    const order = analysis.order.filter((id) => wanted.has(id));
    this.parts.emit(this.startedEvent());
    for (const id of order) this.say(id, { state: "queued" });
    for (const id of order) this.open.add(id);
    for (const id of order) {
      const node = analysis.nodes.get(id);
      if (!node) continue;
      const needs = Object.values(node.inputs).map((input) => this.tasks.get(input.from[0]));
      this.tasks.set(
        id,
        Promise.all(needs).then(() => this.step(node)),
      );
    }
    await Promise.all(this.tasks.values());
    const states = [...this.standing.values()].map((standing) => standing.state);
    const failed = states.some((state) => state === "failed" || state === "blocked");
    const status = this.cancelled && states.includes("cancelled") ? "cancelled" : failed ? "failed" : "done";
    this.send({ kind: "finished", status, ms: performance.now() - started, scores: this.scores() });
  }

  private isStopped(id: string): boolean {
    return this.cancelled || this.stopped.has(id);
  }

  private abortOf(id: string): AbortController {
    const abort = new AbortController();
    if (this.isStopped(id)) abort.abort();
    this.aborts.set(id, abort);
    return abort;
  }

  private startedEvent(): RunEvent {
    const { runId, revision, of, wanted } = this.parts;
    return { kind: "started", runId, ...(of === undefined ? {} : { of }), revision, nodes: [...wanted] };
  }

  private async step(node: NodeAnalysis): Promise<void> {
    const blocker = this.blockerOf(node);
    if (blocker !== undefined) return this.settle(node.id, { state: "blocked" }, { by: blocker });
    if (this.isStopped(node.id)) return this.settle(node.id, { state: "cancelled" });
    const signature = node.signature ?? "";
    const { result: known, damaged } = await this.parts.find(signature);
    if (damaged) this.warn(node.id, warning("result.damaged"));
    if (known) {
      for (const warned of known.warnings) this.warn(node.id, warned);
      this.parts.keep(node.id, signature, known);
      return this.settle(node.id, { state: "cached", result: known }, facts(known, signature));
    }
    try {
      const { result, own } = await this.obtain(node, signature, this.abortOf(node.id).signal);
      this.parts.keep(node.id, signature, result);
      this.settle(node.id, { state: own ? "done" : "cached", result }, facts(result, signature));
    } catch (thrown) {
      if (thrown instanceof Cancelled) return this.settle(node.id, { state: "cancelled" });
      this.send({ kind: "diagnostic", diagnostic: this.locate(node.id, diagnosticOf(thrown)) });
      this.settle(node.id, { state: "failed" });
    }
  }

  /** Computes the node, or waits for an equal one that is being computed; where that one is cancelled, it goes on itself. */
  private async obtain(
    node: NodeAnalysis,
    signature: string,
    signal: AbortSignal,
  ): Promise<{ result: Result; own: boolean }> {
    for (;;) {
      const twin = this.underWay.get(signature);
      if (!twin) {
        const work = this.compute(node, signal);
        this.underWay.set(signature, work);
        try {
          return { result: await work, own: true };
        } catch (thrown) {
          if (this.underWay.get(signature) === work && thrown instanceof Cancelled)
            this.underWay.delete(signature);
          throw thrown;
        }
      }
      try {
        return { result: await untilAborted(twin, signal), own: false };
      } catch (thrown) {
        if (!(thrown instanceof Cancelled) || signal.aborted) throw thrown;
        if (this.underWay.get(signature) === twin) this.underWay.delete(signature);
      }
    }
  }

  private async compute(node: NodeAnalysis, signal: AbortSignal): Promise<Result> {
    const inputs: Record<string, unknown> = {};
    for (const [port, input] of Object.entries(node.inputs)) {
      const value = this.standing.get(input.from[0])?.result?.outputs[input.from[1]];
      inputs[port] = input.convert === undefined ? value : convertValue(input.convert, value);
    }
    const warnings: Diagnostic[] = [];
    const listener: NodeListener = {
      started: (worker) => {
        this.workers.set(node.id, worker);
        this.say(node.id, { state: "running" });
      },
      progress: (done, total, note) =>
        this.say(node.id, { state: "running", done, total, ...(note === undefined ? {} : { note }) }),
      warn: (diagnostic) => {
        warnings.push(diagnostic);
        this.warn(node.id, diagnostic);
      },
      log: () => undefined,
      preview: (look) => this.preview(node.id, look),
    };
    const { outputs, ms, peakBytes } = await this.parts.compute(node, inputs, listener, signal);
    const bytes = this.parts.bytesOf(outputs);
    // What is shared between threads is not on the worker's own account, so the result is the least that it held.
    const peak = peakBytes === undefined ? {} : { peakBytes: Math.max(peakBytes, bytes) };
    const result = { outputs, ms, bytes, ...peak, warnings };
    this.parts.measured(node, result);
    return result;
  }

  /** The node whose failure keeps this one from running: the first cause, not the nearest victim. */
  private blockerOf(node: NodeAnalysis): string | undefined {
    for (const input of Object.values(node.inputs)) {
      const source = this.standing.get(input.from[0]);
      if (source?.state === "failed") return input.from[0];
      if (source?.state === "blocked") return this.blockedBy.get(input.from[0]) ?? input.from[0];
    }
    return undefined;
  }
  private readonly blockedBy = new Map<string, string>();

  private settle(
    id: string,
    standing: Standing,
    more: Partial<Extract<RunEvent, { kind: "node" }>> = {},
  ): void {
    this.standing.set(id, standing);
    this.open.delete(id);
    this.aborts.delete(id);
    if (more.by !== undefined) this.blockedBy.set(id, more.by);
    this.say(id, { state: standing.state, ...more });
  }

  private say(
    node: string,
    event: { state: NodeRunState } & Partial<Extract<RunEvent, { kind: "node" }>>,
  ): void {
    const worker = this.workers.get(node);
    // Assigned, not spread: to add to a copy that was spread takes V8 ten microseconds, and this is said three times a node.
    const stamped = Object.assign(
      { kind: "node" as const, node, at: performance.now() - this.began, memory: this.parts.memory() },
      event,
      worker === undefined ? undefined : { worker },
    );
    this.send(stamped);
    const learner = this.mirrored.get(node);
    if (learner !== undefined && this.parts.wanted.has(learner) && event.state !== "queued") {
      this.send({ ...stamped, node: learner, mirrorOf: node });
    }
  }

  private preview(node: string, look: Look): void {
    this.send({ kind: "preview", node, look });
    const learner = this.mirrored.get(node);
    if (learner !== undefined) this.send({ kind: "preview", node: learner, look, mirrorOf: node });
  }

  private warn(node: string, diagnostic: Diagnostic): void {
    this.send({ kind: "diagnostic", diagnostic: this.locate(node, diagnostic) });
  }

  /** Adds the node, and the wire where the port is known: library code does not know where it runs. */
  private locate(node: string, diagnostic: Diagnostic): Diagnostic {
    const place = { ...diagnostic, node: diagnostic.node ?? node };
    const wire =
      place.port === undefined ? undefined : this.parts.analysis.nodes.get(node)?.inputs[place.port]?.wire;
    return wire === undefined ? place : { ...place, wire: wirePath(wire) };
  }

  private send(event: Unstamped<RunEvent>): void {
    const full = Object.assign({ runId: this.parts.runId, seq: ++this.seq }, event) as RunEvent;
    if (full.kind === "node") this.latest.set(`${full.node}/${full.mirrorOf ?? ""}`, full);
    this.parts.emit(full);
  }

  private scores(): Record<string, number> {
    const scores: Record<string, number> = {};
    for (const [id, { result }] of this.standing) {
      if (!result) continue;
      for (const [name, value] of Object.entries(this.parts.scoresOf(result.outputs)))
        scores[`${id}.${name}`] = value;
    }
    return scores;
  }
}

function facts(result: Result, signature: string) {
  const { ms, bytes, peakBytes } = result;
  return { ms, bytes, ...(peakBytes === undefined ? {} : { peakBytes }), signature };
}
