/**
 * How many rows of a result are selected is in every answer about it. Whoever wants the number alone waits a moment for a
 * view of the same result to ask, and takes it from there: half of the calls of a selection are spared.
 */
import type { Marks, MarksRequest } from "../../core/service/selection.ts";
import type { Asked, AskedState } from "./asked.ts";

const waiting: AskedState<Marks> = { loading: true };
const most = 400;

/** The same, but that requests for a number alone (`limit` 0) are answered by what is asked anyway. */
export function withCounts(asked: Asked<MarksRequest, Marks>): Asked<MarksRequest, Marks> {
  const told = new Map<string, MarksRequest>();
  const listeners = new Set<() => void>();

  function settle(key: string, request: MarksRequest): void {
    const asks = told.get(key) ?? request;
    told.set(key, asks);
    for (const listener of listeners) listener();
  }

  const due = new Set<string>();

  function countOf(request: MarksRequest): AskedState<Marks> {
    const key = keyOf(request);
    const known = told.get(key);
    if (known) return asked.get(known);
    if (!due.has(key)) {
      due.add(key);
      // After the views of the same change have been drawn, and so have asked.
      setTimeout(() => {
        due.delete(key);
        settle(key, request);
      }, 0);
    }
    return waiting;
  }

  return {
    ...asked,
    get(request) {
      if (isCount(request)) return countOf(request);
      if (tellsCount(request)) {
        if (told.size > most) told.clear();
        told.set(keyOf(request), request);
      }
      return asked.get(request);
    },
    subscribe(listener) {
      listeners.add(listener);
      const stop = asked.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function keyOf({ selection, signature, port }: MarksRequest): string {
  return `${selection}|${signature}|${port}`;
}

function isCount({ limit, ...rest }: MarksRequest): boolean {
  return limit === 0 && tellsCount(rest) && rest.among === undefined && rest.bars === undefined;
}

/** What is counted in an order, in a tree or by classes may be less than all rows of the result. */
function tellsCount({ order, member, classes, margins, table }: MarksRequest): boolean {
  return [order, member, classes, margins, table].every((one) => one === undefined);
}
