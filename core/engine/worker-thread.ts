/**
 * One worker thread and the jobs queued for it, one at a time. A job that does not answer a cancel in time costs the
 * worker its life: it is replaced, and the job ends as cancelled with a warning.
 */
import { Worker } from "node:worker_threads";
import { Cancelled, DiagnosticError, problem, warning } from "../base/diagnostic.ts";
import { type FromWorker, type Job, lastWord, type WorkerSetup } from "./messages.ts";
import type { NodeListener } from "./run-node.ts";

export type JobRequest = Omit<Job, "id" | "flag"> & { listener: NodeListener; signal: AbortSignal };
export type JobResult = { outputs: Readonly<Record<string, unknown>>; ms: number; peakBytes: number };

type Pending = {
  job: Job;
  listener: NodeListener;
  resolve(result: JobResult): void;
  reject(reason: unknown): void;
  stopListening(): void;
};

/** How long a node may take to notice a cancel. */
export const cancelGraceMs = 250;

/** How long a thread that was given up may take to end by itself. */
const abandonedMs = 3000;

export class WorkerThread {
  private readonly setup: WorkerSetup;
  private readonly program: URL;
  private worker: Worker | undefined;
  /** The thread has loaded its code. Until then it cannot be blamed for not answering. */
  private ready = false;
  private readonly queue: Pending[] = [];
  private running: Pending | undefined;
  private count = 0;
  private disposed = false;

  constructor(program: URL, setup: WorkerSetup) {
    this.program = program;
    this.setup = setup;
  }

  /** Runs a job after those before it. Rejects with `Cancelled`, `DiagnosticError`. */
  run(request: JobRequest): Promise<JobResult> {
    const { listener, signal, ...rest } = request;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Cancelled());
      const flag = new SharedArrayBuffer(4);
      const job: Job = { ...rest, id: ++this.count, flag };
      const onAbort = () => this.cancel(pending);
      const pending: Pending = {
        job,
        listener,
        resolve,
        reject,
        stopListening: () => signal.removeEventListener("abort", onAbort),
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.queue.push(pending);
      this.next();
    });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    for (const pending of this.queue.splice(0)) this.settle(pending, () => pending.reject(new Cancelled()));
    const worker = this.worker;
    this.worker = undefined;
    if (worker) await this.end(worker);
    const running = this.running;
    this.running = undefined;
    if (running) this.settle(running, () => running.reject(new Cancelled()));
  }

  /**
   * Asks the thread to end by itself, and ends it only if it does not: native code whose call is cut off in the middle
   * may take the whole process with it.
   */
  private async end(worker: Worker): Promise<void> {
    if (this.running) Atomics.store(new Int32Array(this.running.job.flag), 0, 1);
    const gone = new Promise<void>((done) => worker.once("exit", () => done()));
    worker.postMessage(lastWord);
    const timer = setTimeout(() => void worker.terminate(), 2 * cancelGraceMs);
    await gone;
    clearTimeout(timer);
  }

  private next(): void {
    if (this.running || this.disposed) return;
    const pending = this.queue.shift();
    if (!pending) return;
    this.running = pending;
    this.worker ??= this.start();
    try {
      this.worker.postMessage(pending.job);
    } catch (thrown) {
      const message = `a value cannot be handed to a worker thread: ${String(thrown)}`;
      this.finish(() => pending.reject(new DiagnosticError(problem("internal.unexpected", { message }))));
    }
  }

  private start(): Worker {
    this.ready = false;
    // Flags that the program was started with, such as --input-type, are not for its threads.
    const worker = new Worker(this.program, { workerData: this.setup, execArgv: [] });
    worker.unref();
    worker.on("message", (message: FromWorker) => {
      if (worker === this.worker) this.receive(message);
    });
    worker.on("error", (error) => this.lost(worker, error.message));
    worker.on("exit", (code) => this.lost(worker, `exit code ${code}`));
    return worker;
  }

  private receive(message: FromWorker): void {
    const pending = this.running;
    if (message.kind === "ready") {
      this.ready = true;
      return;
    }
    if (!pending || message.job !== pending.job.id) return;
    switch (message.kind) {
      case "progress":
        return pending.listener.progress(message.done, message.total, message.note);
      case "warning":
        return pending.listener.warn(message.diagnostic);
      case "log":
        return pending.listener.log(message.text);
      case "preview":
        return pending.listener.preview(message.look);
      case "done":
        return this.finish(() => {
          const { outputs, ms, peakBytes } = message;
          pending.resolve({ outputs, ms, peakBytes });
        });
      case "failed":
        return this.finish(() => pending.reject(new DiagnosticError(message.diagnostic)));
      case "cancelled":
        return this.finish(() => pending.reject(new Cancelled()));
    }
  }

  private cancel(pending: Pending): void {
    const waiting = this.queue.indexOf(pending);
    if (waiting >= 0) {
      this.queue.splice(waiting, 1);
      this.settle(pending, () => pending.reject(new Cancelled()));
      return;
    }
    Atomics.store(new Int32Array(pending.job.flag), 0, 1);
    // The job waits in a thread that is still starting, and will be passed over there.
    if (!this.ready) return this.finish(() => pending.reject(new Cancelled()));
    const timer = setTimeout(() => {
      if (this.running !== pending) return;
      pending.listener.warn(warning("run.cancel-ignored", { ms: cancelGraceMs }));
      this.replaceWorker();
      this.finish(() => pending.reject(new Cancelled()));
    }, cancelGraceMs);
    timer.unref();
  }

  /** The thread ended by itself (out of memory, a crash in native code): its job fails, the next gets a new thread. */
  private lost(worker: Worker, message: string): void {
    if (worker !== this.worker) return;
    this.worker = undefined;
    const pending = this.running;
    if (pending)
      this.finish(() => pending.reject(new DiagnosticError(problem("run.worker-lost", { message }))));
  }

  private replaceWorker(): void {
    const old = this.worker;
    this.worker = undefined;
    if (!old) return;
    // Given up, not yet ended: cut off in native code it may take the whole process with it. Its flag is set, so it ends by itself
    // as soon as that code comes back; what never does is ended after a while.
    old.postMessage(lastWord);
    const timer = setTimeout(() => void old.terminate(), abandonedMs);
    timer.unref();
    old.once("exit", () => clearTimeout(timer));
  }

  private finish(settle: () => void): void {
    const pending = this.running;
    this.running = undefined;
    if (pending) this.settle(pending, settle);
    this.next();
  }

  private settle(pending: Pending, settle: () => void): void {
    pending.stopListening();
    settle();
  }
}
