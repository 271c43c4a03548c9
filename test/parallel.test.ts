/** Independent branches run at once, up to the threads there are, and never more. */
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { productFolder } from "../cli/engine.ts";
import { Engine } from "../core/engine/engine.ts";
import { readText } from "../core/graph/files.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { createRegistry } from "../core/node/registry.ts";
import { nodes } from "../nodes/nodes.generated.ts";

const example = join(productFolder, "examples", "adaboost.espalier");
const compiled = join(productFolder, "dist", "node");

const fits = new Set(["fitOne", "fitBoost", "fitSampled"]);

/** The most fits that were running at the same time in the boosting example, whose three fits are independent. */
async function mostAtOnce(threads: number): Promise<number> {
  const { document } = parseDocument(await readText(example));
  if (!document) throw new Error("the example cannot be read");
  const engine = new Engine({
    registry: createRegistry(nodes),
    nodesModule: pathToFileURL(join(compiled, "nodes", "nodes.generated.js")).href,
    workerProgram: pathToFileURL(join(compiled, "core", "engine", "worker.js")),
    granted: [dirname(example)],
    threads,
  });
  try {
    const running = new Set<string>();
    let most = 0;
    const finished = new Promise<void>((done) => {
      engine.subscribe((event) => {
        if (event.kind === "finished") done();
        if (event.kind !== "node" || event.mirrorOf !== undefined || !fits.has(event.node)) return;
        if (event.state === "running") running.add(event.node);
        else running.delete(event.node);
        most = Math.max(most, running.size);
      });
    });
    await engine.run({ document });
    await finished;
    return most;
  } finally {
    await engine.dispose();
  }
}

describe("worker threads", () => {
  it.each([1, 2, 3])("%i of them run as many independent fits at once", async (threads) => {
    expect(await mostAtOnce(threads)).toBe(threads);
  });
});
