/** The events of a run: their order, merging, snapshots for who comes late, and copies on the cards of learners. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runThrough } from "../../test/support/follow.ts";
import { graph } from "../../test/support/graphs.ts";
import { stubEngine } from "../../test/support/stub-engine.ts";
import { tempFolder } from "../../test/support/temp.ts";
import { runEventSchema } from "../service/contract.ts";
import type { RunEvent } from "../service/engine-service.ts";
import type { Engine } from "./engine.ts";

const folder = tempFolder();
let engine: Engine;
beforeAll(async () => {
  engine = await stubEngine(folder);
});
afterAll(() => engine.dispose());

const busy = (add: number) => graph({ busy: ["stub.work", { add, steps: 5000, does: "nothing" }] });
const waiting = graph({ waiting: ["stub.work", { add: 0, steps: 0, does: "wait" }] });
const fitted = graph(
  {
    weak: ["stub.learner", { a: 1 }],
    ensemble: ["stub.learner", { a: 2 }],
    trained: ["stub.fit", { warns: false }],
  },
  ["weak.learner → ensemble.part", "ensemble.learner → trained.learner"],
);

describe("events", () => {
  it("are numbered, begin with started and end with finished", async () => {
    const { events } = await runThrough(engine, { document: busy(1), revision: 17 });
    expect(events[0]).toMatchObject({ kind: "started", revision: 17, nodes: ["busy"] });
    expect(events.at(-1)).toMatchObject({ kind: "finished", status: "done" });
    const numbers = events.slice(1).map((event) => event.seq ?? Number.NaN);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it("say of which document the run is, where the caller did", async () => {
    const named = await runThrough(engine, { document: fitted, of: "d1" });
    expect(named.events[0]).toMatchObject({ kind: "started", of: "d1" });
    const nameless = await runThrough(engine, { document: fitted });
    expect(nameless.events[0]).not.toHaveProperty("of");
  });

  it("tell of a node's states in order", async () => {
    const { events } = await runThrough(engine, { document: busy(2) });
    const states = events.flatMap((event) => (event.kind === "node" ? [event.state] : []));
    expect(states.filter((state, at) => state !== states[at - 1])).toEqual(["queued", "running", "done"]);
  });

  it("merge quick progress, and the last one arrives", async () => {
    const { events } = await runThrough(engine, { document: busy(3) });
    const progress = events.filter((event) => event.kind === "node" && event.done !== undefined);
    // 5,000 steps in a few milliseconds, 20 events a second at most, and the last.
    expect(progress.length).toBeLessThan(200);
    expect(progress.at(-1)).toMatchObject({ state: "running", done: 5000, total: 5001, note: "step 5000" });
  });

  it("keep to their schema", async () => {
    const { events } = await runThrough(engine, { document: fitted });
    for (const event of events)
      expect(runEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it("reach a late subscriber, the last of each node first", async () => {
    const { runId } = await engine.run({ document: waiting });
    await new Promise<void>((resolve) => {
      const stop = engine.subscribe((event) => {
        if (event.kind !== "node" || event.done === undefined) return;
        stop();
        resolve();
      });
    });
    const late: RunEvent[] = [];
    const stop = engine.subscribe((event) => late.push(event));
    expect(late).toMatchObject([
      { kind: "started", runId, nodes: ["waiting"] },
      { kind: "node", runId, node: "waiting", state: "running", done: 1, total: 2 },
    ]);
    await engine.cancel({ runId });
    stop();
    const after: RunEvent[] = [];
    engine.subscribe((event) => after.push(event))();
    expect(after).toEqual([]);
  });
});

describe("mirroring", () => {
  it("names the fit and the part of the model for every learner card", async () => {
    const { nodes } = await engine.check({ document: fitted });
    expect(nodes.ensemble?.mirror).toEqual({ node: "trained", path: "" });
    expect(nodes.weak?.mirror).toEqual({ node: "trained", path: "part" });
    expect(nodes.trained?.mirror).toBeUndefined();
  });

  it("goes to the first fit when a learner feeds two", async () => {
    const two = graph({ l: ["stub.learner", { a: 5 }], fitB: ["stub.fit", {}], fitA: ["stub.fit", {}] }, [
      "l.learner → fitB.learner",
      "l.learner → fitA.learner",
    ]);
    expect((await engine.check({ document: two })).nodes.l?.mirror).toEqual({ node: "fitA", path: "" });
  });

  it("copies the progress of a validation onto its learner, unless a fit is there to be shown", async () => {
    const alone = graph({ l: ["stub.learner", { a: 6 }], cv: ["stub.validate", {}] }, [
      "l.learner → cv.learner",
    ]);
    expect((await engine.check({ document: alone })).nodes.l?.mirror).toBeUndefined();
    const { events } = await runThrough(engine, { document: alone });
    const ends = events.filter(
      (event) => event.kind === "node" && event.mirrorOf === "cv" && event.state === "done",
    );
    expect(ends.map((event) => event.kind === "node" && event.node)).toEqual(["l"]);
    const both = graph(
      { l: ["stub.learner", { a: 7 }], cv: ["stub.validate", {}], fit: ["stub.fit", { warns: true }] },
      ["l.learner → cv.learner", "l.learner → fit.learner"],
    );
    const { events: more } = await runThrough(engine, { document: both });
    const shown = new Set(more.flatMap((event) => (event.kind === "node" ? [event.mirrorOf] : [])));
    expect(shown.has("fit")).toBe(true);
    expect(shown.has("cv")).toBe(false);
  });

  it("copies progress, previews and the end onto the card of the learner that is fitted", async () => {
    const document = {
      ...fitted,
      nodes: { ...fitted.nodes, ensemble: { ...fitted.nodes.ensemble, params: { a: 3 } } },
    };
    const { events } = await runThrough(engine, { document });
    const own = events.filter(
      (event) => event.kind === "node" && event.node === "trained" && event.state !== "queued",
    );
    const copies = events.filter((event) => event.kind === "node" && event.mirrorOf === "trained");
    const plain = (event: RunEvent) => ({ ...event, node: "", seq: 0, mirrorOf: "" });
    expect(copies.map(plain)).toEqual(own.map(plain));
    expect(copies.every((event) => event.kind === "node" && event.node === "ensemble")).toBe(true);
    const previews = events.filter((event) => event.kind === "preview");
    expect(previews.length).toBeGreaterThan(0);
    for (const preview of previews)
      expect(preview).toMatchObject({ look: { kind: "trace", series: { loss: [1] } } });
    expect(new Set(previews.map((event) => event.node))).toEqual(new Set(["trained", "ensemble"]));
  });
});
