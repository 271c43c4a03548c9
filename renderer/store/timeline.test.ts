import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../core/service/engine-service.ts";
import { timeTicks } from "../dock/time-ticks.ts";
import { testEditor } from "../testing/fake-services.ts";
import { afterEvent, staleNodes } from "./run.ts";
import { runProgress } from "./run-progress.ts";

let seq = 0;
function play(events: readonly (Partial<RunEvent> & { kind: RunEvent["kind"] })[], began = 0) {
  const editor = testEditor();
  for (const event of events) {
    seq += 1;
    const whole = { runId: "r1", seq, ...event } as RunEvent;
    editor.store.setState((state) => ({ run: afterEvent(state, whole, began) }));
  }
  return editor.store.getState();
}
const started = { kind: "started" as const, revision: 1, nodes: ["a", "b", "c"] };

describe("the timeline of a run", () => {
  it("knows when each node worked, where, and what did not work at all", () => {
    const { run } = play([
      started,
      { kind: "node", node: "a", state: "queued", at: 0, memory: 100 },
      { kind: "node", node: "a", state: "running", at: 5, worker: 2, memory: 100 },
      { kind: "node", node: "a", state: "running", at: 30, worker: 2, done: 1, total: 2, memory: 300 },
      { kind: "node", node: "a", state: "done", at: 90, worker: 2, memory: 200 },
      { kind: "node", node: "b", state: "cached", at: 91, memory: 200 },
      { kind: "node", node: "b", state: "done", at: 95, mirrorOf: "a", memory: 200 },
      { kind: "finished", status: "done", ms: 99, scores: {} },
    ]);
    expect(run.timeline).toMatchObject({ ms: 99, status: "done" });
    expect(run.timeline?.bars).toEqual({
      a: { state: "done", began: 5, ended: 90, worker: 2 },
      b: { state: "cached", ended: 91 },
      c: { state: "queued" },
    });
    expect(run.timeline?.memory).toEqual([
      [0, 100],
      [30, 300],
      [90, 200],
    ]);
  });

  it("keeps the whole course of a long run in few samples", () => {
    const events = Array.from({ length: 3000 }, (_, step) => ({
      kind: "node" as const,
      node: "a",
      state: "running" as const,
      at: step * 50,
      memory: step,
    }));
    const memory = play([started, ...events]).run.timeline?.memory ?? [];
    expect(memory.length).toBeLessThanOrEqual(401);
    expect(memory[0]?.[0]).toBe(0);
    expect(memory.at(-1)?.[0]).toBe(2999 * 50);
  });

  it("writes round times along the axis", () => {
    expect(timeTicks(100)).toEqual([0, 20, 40, 60, 80]);
    expect(timeTicks(7)).toEqual([0, 2, 4, 6]);
    expect(timeTicks(60_000)).toEqual([0, 20_000, 40_000]);
  });
});

describe("the progress of a run", () => {
  const report = (ms: number | undefined) => ({
    freshness: "new" as const,
    outputs: {},
    ...(ms === undefined ? {} : { forecast: { ms, bytes: 1, measured: true } }),
  });
  const stateWith = (forecasts: Record<string, number | undefined>) => ({
    ...play([
      started,
      { kind: "node", node: "a", state: "done", at: 10 },
      { kind: "node", node: "b", state: "running", at: 10, done: 1, total: 4 },
    ]),
    check: {
      revision: 1,
      nodes: Object.fromEntries(Object.entries(forecasts).map(([id, ms]) => [id, report(ms)])),
      wires: {},
      diagnostics: [],
    },
    engine: { version: "", backend: "cpu", threads: 1, memoryBytes: 0 },
  });

  it("tells the time left from what a node says of itself, else from its forecast", () => {
    // After a second b has done one of four steps: three seconds more; c two.
    const progress = runProgress(stateWith({ b: 50, c: 2000 }), 1000);
    expect(progress).toEqual({ settled: 1, count: 3, left: 5000, share: 1000 / 6000 });
  });

  it("says nothing of time where a node cannot be foreseen, and counts nodes", () => {
    expect(runProgress(stateWith({ b: 50, c: undefined }), 1000)).toEqual({
      settled: 1,
      count: 3,
      left: undefined,
      share: 1 / 3,
    });
    expect(runProgress(testEditor().store.getState(), 0)).toBeUndefined();
  });
});

describe("what is stale", () => {
  it("is what has an old result, without groups and what was never run", () => {
    const signature = "0".repeat(64);
    const nodes = {
      old: { freshness: "stale" as const, signature, outputs: {} },
      fresh: { freshness: "new" as const, signature, outputs: {} },
      box: { freshness: "stale" as const, outputs: {} },
      "box/old": { freshness: "stale" as const, signature, outputs: {} },
    };
    expect(staleNodes({ check: { revision: 1, nodes, wires: {}, diagnostics: [] } })).toEqual([
      "old",
      "box/old",
    ]);
  });
});
