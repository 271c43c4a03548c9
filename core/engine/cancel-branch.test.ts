/** Cancelling one branch of a run: what it takes along and what it leaves alone; and what events say of threads and time. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runThrough } from "../../test/support/follow.ts";
import { graph } from "../../test/support/graphs.ts";
import { stubEngine } from "../../test/support/stub-engine.ts";
import { tempFolder } from "../../test/support/temp.ts";
import type { RunEvent } from "../service/engine-service.ts";
import type { Analysis } from "./analysis.ts";
import { branchOf } from "./branch.ts";
import type { Engine } from "./engine.ts";

const folder = tempFolder();
let engine: Engine;
beforeAll(async () => {
  engine = await stubEngine(folder, { threads: 2 });
});
afterAll(() => engine.dispose());

let count = 700;
/** A piece of work that no other test has. */
const work = (does: string) => {
  count += 1;
  return ["stub.work", { add: count, steps: 0, does }] as const;
};
const isAt = (event: RunEvent, node: string) =>
  event.kind === "node" && event.node === node && event.done === 1;

describe("a branch", () => {
  //   data → clean → fit → score      (the branch of fit)
  //     └────→ plot                   (needs data as well)
  const analysis = {
    order: ["data", "clean", "plot", "prep/fit", "score"],
    nodes: new Map(
      Object.entries({
        data: [],
        clean: ["data"],
        plot: ["data"],
        "prep/fit": ["clean"],
        score: ["prep/fit"],
      }).map(([id, sources]) => [
        id,
        { id, inputs: Object.fromEntries(sources.map((source) => [source, { from: [source, "out"] }])) },
      ]),
    ),
  } as unknown as Analysis;
  const all = new Set(analysis.order);

  it("is the nodes, what follows them, and what only they needed", () => {
    expect([...branchOf(analysis, all, ["prep/fit"])].sort()).toEqual(["clean", "prep/fit", "score"]);
    expect([...branchOf(analysis, all, ["plot"])]).toEqual(["plot"]);
    expect([...branchOf(analysis, all, ["plot", "score"])].sort()).toEqual([...all].sort());
  });

  it("takes a group by its path, and knows only what is wanted", () => {
    expect([...branchOf(analysis, all, ["prep"])].sort()).toEqual(["clean", "prep/fit", "score"]);
    expect([...branchOf(analysis, new Set(["data", "plot"]), ["score"])]).toEqual([]);
    expect([...branchOf(analysis, new Set(["data", "clean", "prep/fit"]), ["prep/fit"])].sort()).toEqual([
      "clean",
      "data",
      "prep/fit",
    ]);
  });
});

describe("cancelling a branch", () => {
  it("ends what only it needs, and the rest of the run goes on to its end", async () => {
    const document = graph({ long: work("wait"), after: work("nothing"), other: work("nothing") }, [
      "long.out → after.a",
    ]);
    const answers: Promise<{ cancelled: boolean }>[] = [];
    const { status, states, diagnostics } = await runThrough(engine, { document }, (event) => {
      if (isAt(event, "long")) answers.push(engine.cancel({ runId: event.runId, nodes: ["long"] }));
    });
    expect({ status, states, diagnostics }).toEqual({
      status: "done",
      states: { long: "cancelled", after: "cancelled", other: "done" },
      diagnostics: [],
    });
    expect(await Promise.all(answers)).toEqual([{ cancelled: true }]);
  });

  it("of a node that has ended already cancels nothing of it", async () => {
    const document = graph({ quick: work("nothing"), long: work("wait") });
    const answers: boolean[] = [];
    await runThrough(engine, { document }, async (event) => {
      if (event.kind !== "node" || event.node !== "quick" || event.state !== "done") return;
      answers.push((await engine.cancel({ runId: event.runId, nodes: ["quick"] })).cancelled);
      await engine.cancel({ runId: event.runId });
    });
    expect(answers).toEqual([false]);
  });

  it("leaves an equal node in another branch to compute it itself", async () => {
    const twin = work("wait");
    const document = graph({ one: twin, two: twin });
    const began: string[] = [];
    const { states } = await runThrough(engine, { document }, (event) => {
      if (event.kind !== "node" || event.done !== 1) return;
      began.push(event.node);
      const rest = began.length === 1 ? { nodes: [event.node] } : {};
      void engine.cancel({ runId: event.runId, ...rest });
    });
    expect(began.sort()).toEqual(["one", "two"]);
    expect(states).toEqual({ one: "cancelled", two: "cancelled" });
  });
});

describe("events", () => {
  it("say when, on which thread, and how much memory is held", async () => {
    const document = graph({ a: work("nothing"), b: work("nothing"), c: ["stub.constant", { value: 77 }] });
    const { events } = await runThrough(engine, { document });
    const nodes = events.flatMap((event) => (event.kind === "node" ? [event] : []));
    expect(nodes.every(({ at = -1, memory = 0 }) => at >= 0 && memory > 1e6)).toBe(true);
    const times = nodes.map(({ at = 0 }) => at);
    expect(times).toEqual([...times].sort((x, y) => x - y));
    const worker = (id: string) => nodes.find(({ node, state }) => node === id && state === "done")?.worker;
    expect([worker("a"), worker("b")].every((number = 0) => number >= 1 && number <= 2)).toBe(true);
    expect(worker("c")).toBe(0);
    const again = await runThrough(engine, { document });
    const cached = again.events.flatMap((event) =>
      event.kind === "node" && event.state === "cached" ? [event.worker] : [],
    );
    expect(cached).toEqual([undefined, undefined, undefined]);
  });
});
