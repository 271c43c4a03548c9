/** What boosting leaves behind of its rounds: one number a round and series, and the weights D_m where they fit. */
import type { Trace } from "../values.ts";

/** D_m is kept up to this many numbers (80 MB as float32). */
const mostWeights = 20_000_000;

/** The numbers of one round, by the names of the curves; others are not kept. */
export type RoundRecord = Readonly<Record<string, number>>;

/** Grows by a round at a time. */
export type TraceRecorder = {
  /** Keeps D_m of the round that is added next. */
  keepWeights(weights: Float64Array): void;
  add(record: RoundRecord): void;
  /** Everything, at the end. */
  trace(): Trace;
  /** The curves so far, to be shown while training goes on. */
  live(): Trace;
};

/** An empty recorder of the curves `names` for at most `rounds` rounds; with `rows` it keeps their weights as well. */
export function recordTrace(rows: number, rounds: number, names: readonly string[]): TraceRecorder {
  const records: RoundRecord[] = [];
  // In shared memory: the thread that trained and the one that keeps the result need no copy each.
  const kept =
    rows > 0 && rows * rounds <= mostWeights
      ? new Float32Array(new SharedArrayBuffer(rows * rounds * 4))
      : undefined;

  function curves(): Trace {
    const series: Record<string, Float64Array> = {};
    for (const name of names)
      series[name] = Float64Array.from(records, (record) => record[name] ?? Number.NaN);
    return { kind: "trace", index: "round", length: records.length, series };
  }

  function trace(): Trace {
    if (!kept) return curves();
    const size = records.length * rows;
    const values = size === kept.length ? kept : kept.slice(0, size);
    return { ...curves(), sampleWeights: { rows, values } };
  }

  return {
    keepWeights: (weights) => kept?.set(weights, records.length * rows),
    add: (record) => records.push(record),
    trace,
    live: curves,
  };
}
