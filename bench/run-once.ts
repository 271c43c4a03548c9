/** One run of a graph from the call to its last event, in milliseconds. Throws when the run does not end as done. */
import type { Engine } from "../core/engine/engine.ts";
import type { GraphDocument } from "../core/graph/document.ts";

export async function runOnce(engine: Engine, document: GraphDocument): Promise<number> {
  const start = performance.now();
  const finished = new Promise<string>((done) => {
    const stop = engine.subscribe((event) => {
      if (event.kind !== "finished") return;
      stop();
      done(event.status);
    });
  });
  await engine.run({ document });
  const status = await finished;
  if (status !== "done") throw new Error(`the run ended as ${status}`);
  return performance.now() - start;
}
