/** What a result is worth before a run, and that a run computes just what is missing. Stub nodes, a real worker thread. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runThrough } from "../../test/support/follow.ts";
import { graph, withParam } from "../../test/support/graphs.ts";
import { stubEngine } from "../../test/support/stub-engine.ts";
import { tempFolder } from "../../test/support/temp.ts";
import type { Engine } from "./engine.ts";

const folder = tempFolder();
let engine: Engine;
beforeAll(async () => {
  engine = await stubEngine(folder);
});
afterAll(() => engine.dispose());

/**
 * ```
 * one ─ left ──┐
 *   └── right ─┴ sum ─ after
 * ```
 */
function diamond(add = 10) {
  return graph(
    {
      one: ["stub.constant", { value: 1 }],
      left: ["stub.work", { add, steps: 0, does: "nothing" }],
      right: ["stub.work", { add: 20, steps: 0, does: "nothing" }],
      sum: ["stub.work", { add, steps: 1, does: "nothing" }],
      after: ["stub.work", { add: 1, steps: 0, does: "nothing" }],
    },
    ["one.out → left.a", "one.out → right.a", "left.out → sum.a", "right.out → sum.b", "sum.out → after.a"],
  );
}

async function freshness(document: ReturnType<typeof graph>): Promise<Record<string, string>> {
  const { nodes } = await engine.check({ document });
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, node.freshness]));
}

describe("a graph that runs for the first time", () => {
  it("computes every node after those that feed it", async () => {
    expect(await freshness(diamond(11))).toEqual({
      one: "new",
      left: "new",
      right: "new",
      sum: "new",
      after: "new",
    });
    const { status, states, events } = await runThrough(engine, { document: diamond(11) });
    expect(status).toBe("done");
    expect(states).toEqual({ one: "done", left: "done", right: "done", sum: "done", after: "done" });
    const order = events.flatMap((event) =>
      event.kind === "node" && event.state === "done" ? [event.node] : [],
    );
    expect(order[0]).toBe("one");
    expect(new Set(order.slice(1, 3))).toEqual(new Set(["left", "right"]));
    expect(order.slice(3)).toEqual(["sum", "after"]);
  });

  it("gives the numbers that the wires say", async () => {
    const document = diamond(12);
    await runThrough(engine, { document });
    const { nodes } = await engine.check({ document });
    // (1 + 12) + (1 + 20) + 12, and one more.
    expect(await engine.look({ signature: nodes.after?.signature ?? "", port: "out" })).toEqual({
      kind: "number",
      value: 47,
    });
  });
});

describe("a second run", () => {
  it("is all cached", async () => {
    await runThrough(engine, { document: diamond() });
    expect(new Set(Object.values(await freshness(diamond())))).toEqual(new Set(["cached"]));
    const { states, events } = await runThrough(engine, { document: diamond() });
    expect(new Set(Object.values(states))).toEqual(new Set(["cached"]));
    expect(events.some((event) => event.kind === "node" && event.state === "running")).toBe(false);
  });

  it("computes only a changed node and what follows", async () => {
    const before = diamond();
    await runThrough(engine, { document: before });
    const after = withParam(before, "left", "add", 99);
    expect(await freshness(after)).toEqual({
      one: "cached",
      left: "stale",
      right: "cached",
      sum: "stale",
      after: "stale",
    });
    const { states } = await runThrough(engine, { document: after });
    expect(states).toEqual({ one: "cached", left: "done", right: "cached", sum: "done", after: "done" });
  });

  it("has nothing to do when an edit is undone", async () => {
    const before = diamond(5);
    await runThrough(engine, { document: before });
    await runThrough(engine, { document: withParam(before, "one", "value", 3) });
    expect(new Set(Object.values(await freshness(before)))).toEqual(new Set(["cached"]));
    expect(new Set(Object.values((await runThrough(engine, { document: before })).states))).toEqual(
      new Set(["cached"]),
    );
  });

  it("does not see a moved, renamed or noted node", async () => {
    const before = diamond(6);
    await runThrough(engine, { document: before });
    const node = { ...before.nodes.sum, title: "Sum", note: "adds" };
    const after = {
      ...before,
      nodes: { ...before.nodes, sum: node },
      view: { ...before.view, positions: { sum: [1, 2] as const } },
    };
    expect(new Set(Object.values(await freshness(after)))).toEqual(new Set(["cached"]));
  });
});

describe("equal subgraphs", () => {
  const twins = graph(
    {
      a: ["stub.constant", { value: 7 }],
      b: ["stub.constant", { value: 7 }],
      c: ["stub.work", { add: 3, steps: 0, does: "nothing" }],
      d: ["stub.work", { add: 3, steps: 0, does: "nothing" }],
      e: ["stub.work", { add: 4, steps: 0, does: "nothing" }],
    },
    ["a.out → c.a", "b.out → d.a", "b.out → e.b"],
  );

  it("share a signature and are computed once", async () => {
    const { nodes } = await engine.check({ document: twins });
    expect(nodes.c?.signature).toBe(nodes.d?.signature);
    expect(nodes.c?.signature).not.toBe(nodes.e?.signature);
    const { events, states } = await runThrough(engine, { document: twins });
    const ran = events.flatMap((event) =>
      event.kind === "node" && event.state === "running" ? [event.node] : [],
    );
    expect(ran.filter((id) => id === "c" || id === "d")).toHaveLength(1);
    expect([states.c, states.d].sort()).toEqual(["cached", "done"]);
  });

  it("differ by the port that a wire enters", async () => {
    const wired = (port: string) =>
      graph({ a: ["stub.constant", { value: 1 }], w: ["stub.work", { add: 0, steps: 0, does: "nothing" }] }, [
        `a.out → w.${port}`,
      ]);
    const first = (await engine.check({ document: wired("a") })).nodes.w?.signature;
    expect((await engine.check({ document: wired("b") })).nodes.w?.signature).not.toBe(first);
  });
});

describe("targets", () => {
  it("bring along what they need and nothing else", async () => {
    const { states } = await runThrough(engine, { document: diamond(31), targets: ["left"] });
    expect(states).toEqual({ one: "cached", left: "done" });
  });

  it("do not mind problems elsewhere", async () => {
    const broken = withParam(diamond(32), "right", "steps", -1);
    expect((await runThrough(engine, { document: broken, targets: ["left"] })).status).toBe("done");
    expect((await engine.check({ document: broken })).nodes.sum?.freshness).toBe("unready");
    await expect(engine.run({ document: broken, targets: ["sum"] })).rejects.toMatchObject({
      diagnostic: { code: "param.not-int-in-range", node: "right", param: "steps" },
    });
  });
});
