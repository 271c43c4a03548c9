/**
 * Looks that were fetched, by what was asked. A look is addressed by signature and so never goes stale: going back in
 * history finds it here without asking the engine. The oldest go when there are too many.
 */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Look, LookRequest } from "../../core/service/look.ts";

export type LookState = { readonly look?: Look; readonly error?: Diagnostic; readonly loading: boolean };

export type Looks = {
  /** What is known now; asks the engine when nothing is. The same object until something changes. */
  get(request: LookRequest): LookState;
  subscribe(listener: () => void): () => void;
  /** Forgets failures, so that they are asked again. */
  retry(): void;
};

const limit = 400;
const waiting: LookState = { loading: true };

/** A cache in front of `fetch`. */
export function createLooks(fetch: (request: LookRequest) => Promise<Look>): Looks {
  const states = new Map<string, LookState>();
  const listeners = new Set<() => void>();

  function put(key: string, state: LookState): void {
    states.delete(key);
    states.set(key, state);
    for (const oldest of states.keys()) {
      if (states.size <= limit) break;
      states.delete(oldest);
    }
    for (const listener of listeners) listener();
  }

  function ask(key: string, request: LookRequest): LookState {
    states.set(key, waiting);
    fetch(request).then(
      (look) => put(key, { look, loading: false }),
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

function keyOf({ signature, port, path, offset, limit: count }: LookRequest): string {
  return [signature, port, path ?? "-", offset ?? 0, count ?? "-"].join("|");
}
