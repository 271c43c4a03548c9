/** Waiting that can be given up. */
import { Cancelled } from "../base/diagnostic.ts";

/** The result of `work` that somebody else does, or `Cancelled` as soon as the one that waits for it is cancelled. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Cancelled());
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
