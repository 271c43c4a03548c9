/** One node computed where it should be: a light one here, any other on a worker thread. */
import { fail } from "../base/diagnostic.ts";
import type { FileAccess } from "../node/node.ts";
import type { NodeAnalysis } from "./analysis.ts";
import type { EngineOptions } from "./engine-options.ts";
import { pathsOf } from "./named-files.ts";
import { type NodeListener, runNode } from "./run-node.ts";
import type { WorkerPool } from "./worker-pool.ts";

export type Workshop = {
  readonly files: FileAccess;
  readonly workers: WorkerPool;
  readonly tensor: EngineOptions["tensor"];
  readonly listener: NodeListener;
  readonly signal: AbortSignal;
};

/** Its outputs and what they took. Throws diagnostics, and `Cancelled` once `signal` says so. */
export async function computeNode(
  { definition, params, record }: NodeAnalysis,
  inputs: Readonly<Record<string, unknown>>,
  { files, workers, tensor, listener, signal }: Workshop,
) {
  if (!definition) return fail("node.unknown-type", { type: record.type });
  if (definition.traits.cost === "light") {
    const started = performance.now();
    listener.started(0);
    const outputs = await runNode(definition, inputs, params, { flag: new Int32Array(1), files, listener });
    return { outputs, ms: performance.now() - started };
  }
  const paths = await pathsOf(definition, params, files);
  const backend = definition.traits.tensor ? (await tensor?.choice())?.chosen : undefined;
  const job = { type: definition.id, params, inputs, files: paths, listener, signal };
  return workers.run({ ...job, ...(backend === undefined ? {} : { backend }) });
}
