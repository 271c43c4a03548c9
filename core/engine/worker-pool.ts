/**
 * Worker threads up to the thread budget. A job goes to a thread that is free, or waits its turn; threads start when
 * first needed. Kernels that use several threads will take them from this same budget.
 */
import { Cancelled } from "../base/diagnostic.ts";
import type { WorkerSetup } from "./messages.ts";
import { type JobRequest, type JobResult, WorkerThread } from "./worker-thread.ts";

type Waiting = { start(thread: WorkerThread): void; cancel(): void };

export class WorkerPool {
  /** How many jobs run at once. */
  readonly size: number;
  private readonly threads: WorkerThread[];
  private readonly idle: WorkerThread[];
  private readonly waiting: Waiting[] = [];

  constructor(size: number, program: URL, setup: WorkerSetup) {
    this.size = size;
    this.threads = Array.from({ length: size }, () => new WorkerThread(program, setup));
    // Taken from the end: one job at a time always meets the same, warm thread.
    this.idle = [...this.threads];
  }

  /** Runs a job as soon as a thread is free. Rejects with `Cancelled`, `DiagnosticError`. */
  async run(request: JobRequest): Promise<JobResult> {
    const thread = await this.acquire(request.signal);
    try {
      request.listener.started(this.threads.indexOf(thread) + 1);
      return await thread.run(request);
    } finally {
      // After the caller has said how this job ended: a watcher never sees more jobs running than there are threads.
      setImmediate(() => this.release(thread));
    }
  }

  async dispose(): Promise<void> {
    for (const waiting of this.waiting.splice(0)) waiting.cancel();
    await Promise.all(this.threads.map((thread) => thread.dispose()));
  }

  private acquire(signal: AbortSignal): Promise<WorkerThread> {
    if (signal.aborted) return Promise.reject(new Cancelled());
    const free = this.idle.pop();
    if (free) return Promise.resolve(free);
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.waiting.splice(this.waiting.indexOf(entry), 1);
        reject(new Cancelled());
      };
      const entry: Waiting = {
        start(thread) {
          signal.removeEventListener("abort", onAbort);
          resolve(thread);
        },
        cancel() {
          signal.removeEventListener("abort", onAbort);
          reject(new Cancelled());
        },
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.waiting.push(entry);
    });
  }

  private release(thread: WorkerThread): void {
    const next = this.waiting.shift();
    if (next) next.start(thread);
    else this.idle.push(thread);
  }
}
