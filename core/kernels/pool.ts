/**
 * Threads that run kernels over one shared memory, called without waiting for an event loop. A call costs less than a
 * microsecond while the threads spin; when nothing comes for a while they sleep.
 *
 * Control block, i32: [0] number of the call, [1] threads that are done with it, [2] threads that are ready, [3] kernel,
 * [4] how many arguments, [5] 1 when a thread failed; then f64 arguments `[threads][mostArguments]` from byte 64 on. Numbers of kernels and addresses
 * are below 2⁵³, so f64 holds them all.
 */
import { Worker } from "node:worker_threads";
import type { KernelExports } from "./kernels.generated.ts";
import type { Kernels } from "./kernels.ts";

const mostArguments = 12;
const argumentsAt = 64;
/** Looks at the number of the call before a thread goes to sleep: about 50 µs. */
const spins = 20_000;
const bytesOf = (threads: number): number => argumentsAt + 8 * mostArguments * threads;

/** Written as text: it is the whole program of a thread, and has to run as it stands from sources and from any bundle. */
const program = `
const { workerData } = require("node:worker_threads");
const { module, memory, control, index, names, mostArguments, argumentsAt, spins } = workerData;
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
const words = new Int32Array(memory.buffer, control, 16);
const given = new Float64Array(memory.buffer, control + argumentsAt + 8 * mostArguments * index, mostArguments);
let seen = Atomics.load(words, 0);
Atomics.add(words, 2, 1);
Atomics.notify(words, 2);
for (;;) {
  let call = seen;
  for (let i = 0; i < spins && call === seen; i++) call = Atomics.load(words, 0);
  while (call === seen) {
    Atomics.wait(words, 0, seen);
    call = Atomics.load(words, 0);
  }
  seen = call;
  const kernel = Atomics.load(words, 3);
  if (kernel < 0) break;
  try {
    kernels[names[kernel]](...given.subarray(0, Atomics.load(words, 4)));
  } catch {
    // Said by the caller, who waits for every thread.
    Atomics.store(words, 5, 1);
  }
  Atomics.add(words, 1, 1);
  Atomics.notify(words, 1);
}
`;

/** The arguments of one thread's call. */
export type Call<K extends keyof KernelExports> = Parameters<KernelExports[K]>;

export class KernelPool {
  /** Threads that work, the caller's own among them. */
  readonly threads: number;
  private readonly kernels: Kernels;
  private readonly names: readonly (keyof KernelExports)[];
  private readonly helpers: readonly Worker[];
  private readonly control: number;
  private disposed = false;

  /**
   * Starts `threads` − 1 threads beside the caller's. They are waited for by nobody: until all are there, and where memory is
   * not shared, the caller does all the work.
   */
  constructor(kernels: Kernels, threads: number) {
    this.kernels = kernels;
    this.threads = kernels.sharedModule ? Math.max(1, threads) : 1;
    this.names = Object.keys(kernels.run) as (keyof KernelExports)[];
    this.control = kernels.take(bytesOf(this.threads));
    // A helper that is slow to end still reads its control block.
    if (this.threads > 1) kernels.makeKnown();
    this.helpers = Array.from({ length: this.threads - 1 }, (_, i) => {
      const helper = new Worker(program, {
        eval: true,
        name: `kernels ${i + 2}`,
        workerData: {
          module: kernels.sharedModule,
          memory: kernels.memory,
          control: this.control,
          index: i + 1,
          names: this.names,
          mostArguments,
          argumentsAt,
          spins,
        },
      });
      helper.unref();
      return helper;
    });
  }

  /** Calls a kernel once with each of `calls`, one a thread, and returns when all are done. Throws when one failed. */
  run<K extends keyof KernelExports>(kernel: K, calls: readonly Call<K>[]): void {
    const own = this.kernels.run[kernel] as (...args: readonly number[]) => void;
    const words = this.kernels.i32(this.control, argumentsAt / 4);
    if (calls.length !== this.threads || Atomics.load(words, 2) < this.helpers.length || this.threads === 1) {
      for (const call of calls) own(...call);
      return;
    }
    for (let i = 1; i < calls.length; i++)
      this.kernels
        .f64(this.control + argumentsAt + 8 * mostArguments * i, mostArguments)
        .set(calls[i] as readonly number[]);
    Atomics.store(words, 3, this.names.indexOf(kernel));
    Atomics.store(words, 4, calls[0].length);
    Atomics.store(words, 1, 0);
    this.call(words);
    own(...(calls[0] as readonly number[]));
    this.wait(words);
    if (Atomics.exchange(words, 5, 0) !== 0) throw new Error(`a thread failed in the kernel ${kernel}`);
  }

  /** Whether all threads are there. */
  ready(): boolean {
    return Atomics.load(this.kernels.i32(this.control, 16), 2) >= this.helpers.length;
  }

  /** Ends the threads. The memory they work in stays, and with it the control block, until they are gone. */
  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    const words = this.kernels.i32(this.control, 16);
    Atomics.store(words, 3, -1);
    this.call(words);
    // A thread that is still starting would miss that.
    if (!this.ready()) for (const helper of this.helpers) void helper.terminate();
  }

  /** Spins, then sleeps: the other threads may have to share their cores. */
  private wait(words: Int32Array): void {
    for (let i = 0; i < spins; i++) if (Atomics.load(words, 1) === this.helpers.length) return;
    for (;;) {
      const done = Atomics.load(words, 1);
      if (done === this.helpers.length) return;
      Atomics.wait(words, 1, done);
    }
  }

  private call(words: Int32Array): void {
    Atomics.add(words, 0, 1);
    Atomics.notify(words, 0);
  }
}
