/**
 * Answers that were fetched, by what was asked. Whatever is asked for by content never goes stale: going back in history
 * finds it here without asking the engine. The oldest go when there are too many.
 */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import { diagnosticOf } from "../../core/base/diagnostic.ts";

export type AskedState<A> = { readonly answer?: A; readonly error?: Diagnostic; readonly loading: boolean };

export type Asked<R, A> = {
  /** What is known now; asks the engine when nothing is. The same object until something changes. */
  get(request: R): AskedState<A>;
  subscribe(listener: () => void): () => void;
  /** Forgets failures, so that they are asked again. */
  retry(): void;
};

const limit = 400;
const waiting = { loading: true };

/** A cache in front of `fetch`; requests with one key are one. */
export function createAsked<R, A>(
  fetch: (request: R) => Promise<A>,
  keyOf: (request: R) => string,
): Asked<R, A> {
  const states = new Map<string, AskedState<A>>();
  const listeners = new Set<() => void>();

  function put(key: string, state: AskedState<A>): void {
    states.delete(key);
    states.set(key, state);
    for (const oldest of states.keys()) {
      if (states.size <= limit) break;
      states.delete(oldest);
    }
    for (const listener of listeners) listener();
  }

  function ask(key: string, request: R): AskedState<A> {
    states.set(key, waiting);
    fetch(request).then(
      (answer) => put(key, { answer, loading: false }),
      (thrown: unknown) => put(key, { error: diagnosticOf(thrown), loading: false }),
    );
    return waiting;
  }

  return {
    get(request) {
      const key = keyOf(request);
      return states.get(key) ?? ask(key, request);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry() {
      for (const [key, state] of states) if (state.error) states.delete(key);
      for (const listener of listeners) listener();
    },
  };
}
