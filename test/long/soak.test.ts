/** A hundred runs in one engine, every third cancelled: as many threads, listeners and open things after as before. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Engine } from "../../core/engine/engine.ts";
import { runThrough } from "../support/follow.ts";
import { graph } from "../support/graphs.ts";
import { stubEngine } from "../support/stub-engine.ts";
import { tempFolder } from "../support/temp.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await stubEngine(tempFolder());
});
afterAll(() => engine.dispose());

/** What keeps a process alive, by kind. */
function open(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  // Timers of the test's own runner come and go.
  const { Timeout: _timeout, Immediate: _immediate, ...rest } = counts;
  return rest;
}

function document(add: number, does: string) {
  return graph(
    {
      one: ["stub.constant", { value: add % 7 }],
      work: ["stub.work", { add, steps: 50, does }],
      end: ["stub.work", { add, steps: 0, does: "nothing" }],
    },
    ["one.out → work.a", "work.out → end.a"],
  );
}

async function round(add: number): Promise<void> {
  const cancelled = add % 3 === 0;
  // Every thirtieth ignores the cancel, and costs a thread.
  const does = add % 30 === 0 ? "ignore" : cancelled ? "wait" : add % 7 === 0 ? "fail" : "nothing";
  const { status } = await runThrough(engine, { document: document(add, does) }, (event) => {
    if (cancelled && event.kind === "node" && event.node === "work" && event.done !== undefined)
      void engine.cancel({ runId: event.runId });
  });
  expect(status).toBe(cancelled ? "cancelled" : does === "fail" ? "failed" : "done");
}

it("leaves nothing behind", async () => {
  for (let add = 1; add <= 10; add++) await round(add);
  const before = open();
  for (let add = 11; add <= 110; add++) await round(add);
  // Threads that were replaced end in their own time.
  await expect.poll(() => open(), { timeout: 10_000 }).toEqual(before);
  // A late subscriber of an idle engine hears nothing: no run is left.
  const events: unknown[] = [];
  engine.subscribe((event) => events.push(event))();
  expect(events).toEqual([]);
});
