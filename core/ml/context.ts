/**
 * What the library needs from whoever runs it: a place to report progress (which is also where a cancel is noticed),
 * to warn, and to show a result that is still growing. In a script all of it may be left out.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { canonicalJson } from "../base/json.ts";
import type { Trace } from "./values.ts";

export type WorkContext = {
  /**
   * Reports progress, and is the cancellation point: throws `Cancelled` once the run's flag is set. Cheap (a load from
   * shared memory); call it every few milliseconds of work.
   */
  progress(done: number, total: number, note?: string): void;
  /** A finding that does not stop the work. */
  warn(diagnostic: Diagnostic): void;
  /** Offers the curves so far; called back only when somebody looks, at most about ten times a second. */
  preview(trace: () => Trace): void;
};

/** A context that reports nothing and never cancels: the default in scripts and tests. */
export const quietContext: WorkContext = {
  progress: () => undefined,
  warn: () => undefined,
  preview: () => undefined,
};

/** The same, passing on each finding once: the parts of an ensemble may all find the same. */
export function sayingOnce(ctx: WorkContext): WorkContext {
  const said = new Set<string>();
  return {
    ...ctx,
    warn(diagnostic) {
      const words = canonicalJson(diagnostic);
      if (!said.has(words)) ctx.warn(diagnostic);
      said.add(words);
    },
  };
}
