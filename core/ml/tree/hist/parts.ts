/** Work on many rows, divided among the threads of a pool. */
import type { KernelExports } from "../../../kernels/kernels.generated.ts";
import type { Kernels } from "../../../kernels/kernels.ts";
import type { Call, KernelPool } from "../../../kernels/pool.ts";

/** With fewer rows a thread, calling the others costs more than they bring. */
const fewestRows = 4_096;
/** Parts begin at multiples of this: kernels take four rows at a time, and lines of the cache are not shared. */
const together = 64;

/** Whether `rows` rows are worth several threads. */
export function worthThreads(pool: KernelPool | undefined, rows: number): pool is KernelPool {
  return pool !== undefined && pool.threads > 1 && rows >= fewestRows * pool.threads;
}

/** Where each of `threads` parts of `rows` rows begins, and where the last one ends. */
export function partsOf(rows: number, threads: number): number[] {
  return Array.from({ length: threads + 1 }, (_, i) =>
    i === threads ? rows : Math.floor((rows * i) / threads / together) * together,
  );
}

/** Calls a kernel for all rows at once, or for a part of them on each thread. `part` is the thread, from 0. */
export function inParts<K extends keyof KernelExports>(
  kernels: Kernels,
  pool: KernelPool | undefined,
  kernel: K,
  rows: number,
  call: (begin: number, end: number, part: number) => Call<K>,
): void {
  if (worthThreads(pool, rows)) {
    const starts = partsOf(rows, pool.threads);
    pool.run(
      kernel,
      Array.from({ length: pool.threads }, (_, i) => call(starts[i], starts[i + 1], i)),
    );
    return;
  }
  const run = kernels.run[kernel] as (...args: Call<K>) => unknown;
  run(...call(0, rows, 0));
}
