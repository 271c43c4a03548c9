/** The example on real data in one engine: what runs again after a change, and that an undo brings results back. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { apply } from "../core/graph/apply.ts";
import { newHistory, pushStep, redo, undo } from "../core/graph/history.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { runThrough } from "./support/follow.ts";

const path = fileURLToPath(new URL("../examples/adaboost-breast-cancer.espalier", import.meta.url));
const { document: read } = parseDocument(readFileSync(path, "utf8"));
const engine = startEngine({ granted: [dirname(path)] });
afterAll(() => engine.dispose());

describe("AdaBoost on breast cancer, in one engine", () => {
  if (!read) throw new Error("the example cannot be read");
  const document = read;
  const { document: fewer, diff } = apply(document, {
    kind: "setParam",
    node: "boost",
    name: "rounds",
    value: 10,
  });
  const follow = ["boost", "fitted", "predicted", "scores", "matrix"];
  const before = ["cancer", "parts", "weak"];

  it("runs, then is all cached", async () => {
    const first = await runThrough(engine, { document });
    expect(first.status).toBe("done");
    expect(Object.keys(first.states).sort()).toEqual([...before, ...follow].sort());
    expect(new Set(Object.values(first.states))).toEqual(new Set(["done"]));
    const second = await runThrough(engine, { document });
    expect(new Set(Object.values(second.states))).toEqual(new Set(["cached"]));
    expect(second.scores).toEqual(first.scores);
  });

  it("computes only the booster and what follows when its rounds change", async () => {
    const { nodes } = await engine.check({ document: fewer });
    for (const id of before) expect([id, nodes[id]?.freshness]).toEqual([id, "cached"]);
    for (const id of follow) expect([id, nodes[id]?.freshness]).toEqual([id, "stale"]);
    const { states } = await runThrough(engine, { document: fewer });
    for (const id of before) expect([id, states[id]]).toEqual([id, "cached"]);
    for (const id of follow) expect([id, states[id]]).toEqual([id, "done"]);
  });

  it("has the old results back after an undo, and the new ones after a redo, without a run", async () => {
    const history = pushStep(newHistory(), diff, { label: "setParam", now: 0 });
    const undone = undo(history, fewer);
    if (!undone) throw new Error("nothing to undo");
    const old = await engine.check({ document: undone.document });
    expect(new Set(Object.values(old.nodes).map((node) => node.freshness))).toEqual(new Set(["cached"]));
    const trace = await engine.look({ signature: old.nodes.fitted?.signature ?? "", port: "trace" });
    expect(trace).toMatchObject({ kind: "trace", length: document.nodes.boost.params.rounds });
    const redone = redo(undone.history, undone.document);
    const again = await engine.check({ document: redone?.document ?? document });
    expect(new Set(Object.values(again.nodes).map((node) => node.freshness))).toEqual(new Set(["cached"]));
    expect(
      await engine.look({ signature: again.nodes.fitted?.signature ?? "", port: "trace" }),
    ).toMatchObject({ length: 10 });
  });
});
