/** The engine in a process of its own: killed in a run, it fails that run, comes back, and goes on. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engineProgram } from "../cli/engine.ts";
import { readText } from "../core/graph/files.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { type ChildEngine, startChildEngine } from "../core/service/client/child-engine.ts";
import type { RunEvent } from "../core/service/engine-service.ts";

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("the engine's process", () => {
  let folder: string;
  let child: ChildEngine;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "espalier-engine-"));
    const args = [JSON.stringify({ granted: [folder], store: join(folder, "store") })];
    child = startChildEngine({ program: engineProgram, args, firstPauseMs: 50 });
  });
  afterEach(async () => {
    await child.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it("runs a graph, and ends with its supervisor", async () => {
    const document = await example({ rows: 400, rounds: 20 });
    expect(await statusOf(child, document)).toBe("done");
    const pid = child.pid() ?? 0;
    await child.dispose();
    expect(alive(pid)).toBe(false);
  });

  it("killed in a run: the run fails with a word, the engine is back, and results on disk are found again", async () => {
    const document = await example({ rows: 60_000, rounds: 3000 });
    const events: RunEvent[] = [];
    child.engine.subscribe((event) => events.push(event));
    const running = new Promise<void>((seen) => {
      child.engine.subscribe((event) => {
        if (event.kind === "node" && event.node === "fitBoost" && event.state === "running") seen();
      });
    });
    const ended = new Promise<RunEvent>((done) => {
      child.engine.subscribe((event) => {
        if (event.kind === "finished") done(event);
      });
    });
    await child.engine.run({ document });
    await running;
    process.kill(child.pid() ?? 0, "SIGKILL");
    expect(await ended).toMatchObject({ kind: "finished", status: "failed" });
    expect(
      events.some((event) => event.kind === "diagnostic" && event.diagnostic.code === "run.engine-lost"),
    ).toBe(true);

    const small = await example({ rows: 400, rounds: 20 });
    await expect.poll(() => statusOf(child, small).catch(() => "not yet"), { timeout: 10_000 }).toBe("done");
    expect(child.restarts()).toBe(1);
    // Results are written behind the run: wait until every one of them is on disk.
    const { nodes } = await child.engine.check({ document: small });
    const signatures = new Set(Object.values(nodes).map((node) => node.signature ?? ""));
    const written = async () => new Set(await readdir(join(folder, "store", "results")));
    await expect.poll(async () => isWithin(signatures, await written()), { timeout: 10_000 }).toBe(true);
    process.kill(child.pid() ?? 0, "SIGKILL");
    const freshness = async () => {
      const { nodes } = await child.engine.check({ document: small });
      return Object.values(nodes).map((node) => node.freshness);
    };
    await expect.poll(() => freshness().catch(() => []), { timeout: 10_000 }).toContain("cached");
    expect(new Set(await freshness())).toEqual(new Set(["cached"]));
  });
});

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one));
}

async function example({ rows, rounds }: { rows: number; rounds: number }) {
  const { document } = parseDocument(await readText("examples/adaboost.espalier"));
  if (!document) throw new Error("the example cannot be read");
  const { points, boost } = document.nodes;
  const changed = {
    points: { ...points, params: { ...points.params, rows } },
    boost: { ...boost, params: { ...boost.params, rounds } },
  };
  return { ...document, nodes: { ...document.nodes, ...changed } };
}

async function statusOf(
  { engine }: ChildEngine,
  document: Awaited<ReturnType<typeof example>>,
): Promise<string> {
  const ended = new Promise<string>((done) => {
    const stop = engine.subscribe((event) => {
      if (event.kind !== "finished") return;
      stop();
      done(event.status);
    });
  });
  await engine.run({ document });
  return ended;
}
