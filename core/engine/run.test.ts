/** One run: failures and what they block, cancelling, muted and bypassed nodes, runs side by side. Stub nodes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diagnosticFrom, runThrough } from "../../test/support/follow.ts";
import { graph } from "../../test/support/graphs.ts";
import { compileStubs, stubEngine } from "../../test/support/stub-engine.ts";
import { tempFolder } from "../../test/support/temp.ts";
import type { Engine } from "./engine.ts";

const folder = tempFolder();
let engine: Engine;
beforeAll(async () => {
  engine = await stubEngine(folder);
});
afterAll(() => engine.dispose());

const work = (does: string, more: { add?: number; steps?: number } = {}) =>
  ["stub.work", { add: more.add ?? 0, steps: more.steps ?? 0, does }] as const;

describe("a node that fails", () => {
  const document = graph(
    {
      bad: work("fail", { add: 41 }),
      next: work("nothing"),
      last: work("nothing", { add: 1 }),
      other: work("nothing", { add: 2 }),
    },
    ["bad.out → next.a", "next.out → last.a"],
  );

  it("blocks what follows by its own name, and nothing else", async () => {
    const { status, states, events, diagnostics } = await runThrough(engine, { document });
    expect(status).toBe("failed");
    expect(states).toEqual({ bad: "failed", next: "blocked", last: "blocked", other: "done" });
    const by = events.flatMap((event) =>
      event.kind === "node" && event.state === "blocked" ? [[event.node, event.by]] : [],
    );
    expect(by).toEqual([
      ["next", "bad"],
      ["last", "bad"],
    ]);
    expect(diagnostics).toEqual([
      { code: "stub.broken", severity: "error", values: { add: 41 }, port: "a", node: "bad" },
    ]);
  });

  it("runs again in the next run", async () => {
    expect((await runThrough(engine, { document })).states.bad).toBe("failed");
  });

  it.each([
    ["throw", "internal.unexpected", /x is not a function/],
    ["forget", "internal.unexpected", /stub\.work gave no output out/],
    ["unpostable", "internal.unexpected", /could not be cloned/],
    ["exit", "run.worker-lost", /exit code 3/],
  ])("by %s says %s", async (does, code, message) => {
    const { states, diagnostics } = await runThrough(engine, { document: graph({ bad: work(does) }) });
    expect(states.bad).toBe("failed");
    expect(diagnostics).toMatchObject([
      { code, node: "bad", values: { message: expect.stringMatching(message) } },
    ]);
    // The next job finds a thread that works.
    expect(
      (await runThrough(engine, { document: graph({ fine: work("nothing", { add: 500 }) }) })).states.fine,
    ).toMatch(/done|cached/);
  });

  it("says the wire that brought what it complains of", async () => {
    const wired = graph({ one: ["stub.constant", { value: 1 }], bad: work("fail") }, ["one.out → bad.a"]);
    const { diagnostics } = await runThrough(engine, { document: wired });
    expect(diagnostics).toMatchObject([{ node: "bad", port: "a", wire: "w1" }]);
  });
});

describe("a node that warns", () => {
  it("warns again when its result is brought back", async () => {
    const document = graph({ odd: work("warn", { add: 77 }) });
    const first = await runThrough(engine, { document });
    const second = await runThrough(engine, { document });
    expect([first.states.odd, second.states.odd]).toEqual(["done", "cached"]);
    expect(first.diagnostics).toMatchObject([{ code: "stub.odd", severity: "warning", node: "odd" }]);
    expect(second.diagnostics).toEqual(first.diagnostics);
  });
});

describe("a cancel", () => {
  it("ends the node that runs, and those after it never start", async () => {
    const document = graph({ long: work("wait"), next: work("nothing", { add: 9 }) }, ["long.out → next.a"]);
    const { status, states, diagnostics } = await runThrough(engine, { document }, (event) => {
      if (event.kind === "node" && event.node === "long" && event.done === 1)
        void engine.cancel({ runId: event.runId });
    });
    expect({ status, states, diagnostics }).toEqual({
      status: "cancelled",
      states: { long: "cancelled", next: "cancelled" },
      diagnostics: [],
    });
  });

  it("costs a thread that ignores it its life, and says so", async () => {
    const document = graph({ deaf: work("ignore", { steps: 1 }) });
    const started = performance.now();
    const { status, states, diagnostics } = await runThrough(engine, { document }, (event) => {
      if (event.kind === "node" && event.done === 1) void engine.cancel({ runId: event.runId });
    });
    expect({ status, states }).toEqual({ status: "cancelled", states: { deaf: "cancelled" } });
    expect(diagnostics).toMatchObject([{ code: "run.cancel-ignored", severity: "warning", node: "deaf" }]);
    // The node sleeps for 1,500 ms.
    expect(performance.now() - started).toBeLessThan(1300);
    expect(
      (await runThrough(engine, { document: graph({ fine: work("nothing", { add: 501 }) }) })).states.fine,
    ).toMatch(/done|cached/);
  });

  it("before the thread has started blames nobody", async () => {
    const place = tempFolder();
    const slow = `await new Promise((done) => setTimeout(done, 700));\nexport * from ${JSON.stringify(await compileStubs(place))};`;
    writeFileSync(join(place, "slow.mjs"), slow);
    const young = await stubEngine(place, { nodesModule: pathToFileURL(join(place, "slow.mjs")).href });
    const { status, diagnostics } = await runThrough(
      young,
      { document: graph({ long: work("wait") }) },
      (event) => {
        if (event.kind === "node" && event.state === "running")
          setTimeout(() => void young.cancel({ runId: event.runId }), 50);
      },
    );
    expect({ status, diagnostics }).toEqual({ status: "cancelled", diagnostics: [] });
    const next = await runThrough(young, { document: graph({ fine: work("nothing") }) });
    expect(next.states.fine).toBe("done");
    await young.dispose();
  });

  it("of a run that is over, or never was, says so", async () => {
    expect(await engine.cancel({ runId: "run0" })).toEqual({ cancelled: false });
  });

  it("leaves another run alone", async () => {
    const cancelled = runThrough(engine, { document: graph({ long: work("wait", { add: 3 }) }) }, (event) => {
      if (event.kind === "node" && event.done === 1) void engine.cancel({ runId: event.runId });
    });
    const other = runThrough(engine, {
      document: graph({ a: work("nothing", { add: 301 }), b: ["stub.constant", { value: 8 }] }),
    });
    expect((await cancelled).status).toBe("cancelled");
    expect(await other).toMatchObject({ status: "done", states: { a: "done", b: "done" } });
  });
});

describe("nodes that stand aside", () => {
  const chain = (state: "muted" | "bypassed") =>
    graph(
      {
        one: ["stub.constant", { value: 4 }],
        middle: ["stub.work", { add: 100, steps: 0, does: "fail" }, { state }],
        end: work("nothing", { add: 1 }),
      },
      ["one.out → middle.b", "middle.out → end.a"],
    );

  it("are passed through when bypassed", async () => {
    const document = chain("bypassed");
    const { states } = await runThrough(engine, { document, targets: ["end"] });
    expect(Object.keys(states).sort()).toEqual(["end", "one"]);
    const { nodes } = await engine.check({ document });
    expect(await engine.look({ signature: nodes.end?.signature ?? "", port: "out" })).toEqual({
      kind: "number",
      value: 5,
    });
  });

  it("end the line when muted, and the wire says it", async () => {
    const document = chain("muted");
    const { diagnostics, nodes } = await engine.check({ document });
    expect(diagnostics).toMatchObject([
      { code: "input.muted", severity: "error", node: "end", port: "a", wire: "w2" },
    ]);
    expect(nodes.end?.freshness).toBe("unready");
    expect((await diagnosticFrom(engine.run({ document, targets: ["end"] }))).code).toBe("input.muted");
    // Without targets, what can run does.
    expect((await runThrough(engine, { document })).states).toEqual({
      one: expect.stringMatching(/done|cached/),
    });
  });

  it("cannot be bypassed without an input of the kind", async () => {
    const document = graph(
      { one: ["stub.constant", { value: 4 }, { state: "bypassed" }], end: work("nothing") },
      ["one.out → end.a"],
    );
    expect((await engine.check({ document })).diagnostics).toMatchObject([
      { code: "node.bypass-impossible", node: "one", wire: "w1" },
    ]);
  });
});
