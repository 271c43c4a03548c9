/** What AdaBoost leaves behind of its rounds: one number a round and series, and the weights D_m where they fit. */
import type { Trace } from "../values.ts";

/** D_m is kept up to this many numbers (80 MB as float32), and shown while training up to the smaller one. */
const mostWeights = 20_000_000;
const mostWeightsLive = 1_000_000;

/** The numbers of one round, by the names of the curves; others are not kept. */
export type RoundRecord = Readonly<Record<string, number>>;

/** Grows by a round at a time. `trace` and `live` copy what there is so far. */
export type TraceRecorder = {
  /** Keeps D_m of the round that is added next. */
  keepWeights(weights: Float64Array): void;
  add(record: RoundRecord): void;
  trace(): Trace;
  /** The same, without D_m once that would be slow to show ten times a second. */
  live(): Trace;
};

/** An empty recorder of the curves `names` for at most `rounds` rounds over `rows` rows. */
export function recordTrace(rows: number, rounds: number, names: readonly string[]): TraceRecorder {
  const records: RoundRecord[] = [];
  const kept = rows * rounds <= mostWeights ? new Float32Array(rows * rounds) : undefined;

  function curves(): Trace {
    const series: Record<string, Float64Array> = {};
    for (const name of names)
      series[name] = Float64Array.from(records, (record) => record[name] ?? Number.NaN);
    return { kind: "trace", index: "round", length: records.length, series };
  }

  function withWeights(most: number): Trace {
    const size = records.length * rows;
    return kept && size <= most
      ? { ...curves(), sampleWeights: { rows, values: kept.slice(0, size) } }
      : curves();
  }

  return {
    keepWeights: (weights) => kept?.set(weights, records.length * rows),
    add: (record) => records.push(record),
    trace: () => withWeights(mostWeights),
    live: () => withWeights(mostWeightsLive),
  };
}
