/**
 * The worker thread's program: waits for a job, runs that node, answers. It knows the nodes by the module it is told to
 * load and nothing of graphs. A cancel reaches it through shared memory only, since it does not return to its event loop.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Cancelled, diagnosticOf, fail } from "../base/diagnostic.ts";
import type { AnyNode } from "../node/node.ts";
import { collectWhenIdle } from "./collect-when-idle.ts";
import { type FromWorker, type Job, lastWord, type WorkerSetup } from "./messages.ts";
import { profileNode, runNode } from "./run-node.ts";

const setup = workerData as WorkerSetup;
const port = parentPort;
if (!port) throw new Error("core/engine/worker.ts is the program of a worker thread");

const { nodes } = (await import(setup.nodesModule)) as { nodes: readonly AnyNode[] };
const byType = new Map(nodes.map((node) => [node.id, node]));

const busy = collectWhenIdle();

function post(message: FromWorker): void {
  busy();
  port?.postMessage(message);
}

port.on("message", async (job: Job | typeof lastWord) => {
  if (job === lastWord) {
    port.close();
    return;
  }
  busy();
  const started = performance.now();
  const memory = memoryMeter();
  try {
    const node = byType.get(job.type) ?? fail("node.unknown-type", { type: job.type });
    const work = job.question === undefined ? runNode : profileNode(job.question);
    const outputs = await work(node, job.inputs, job.params, {
      flag: new Int32Array(job.flag),
      backend: job.backend,
      files: { resolve: async (path) => job.files[path] ?? fail("source.not-chosen") },
      listener: {
        progress: (done, total, note) => {
          memory.look();
          post({ kind: "progress", job: job.id, done, total, ...(note === undefined ? {} : { note }) });
        },
        warn: (diagnostic) => post({ kind: "warning", job: job.id, diagnostic }),
        log: (text) => post({ kind: "log", job: job.id, text }),
        preview: (look) => post({ kind: "preview", job: job.id, look }),
      },
    });
    memory.look();
    post({ kind: "done", job: job.id, outputs, ms: performance.now() - started, peakBytes: memory.peak() });
  } catch (thrown) {
    if (thrown instanceof Cancelled) post({ kind: "cancelled", job: job.id });
    else post({ kind: "failed", job: job.id, diagnostic: diagnosticOf(thrown) });
  }
});

/** The most that this thread has held since now, as far as looks at progress points see it. */
function memoryMeter(): { look(): void; peak(): number } {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let most = before;
  return {
    look: () => {
      most = Math.max(most, held());
    },
    peak: () => most - before,
  };
}

post({ kind: "ready" });
