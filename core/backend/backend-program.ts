/** The program of a backend's process: takes one job, answers, ends. Ends too when whoever started it is gone. */
import { diagnosticOf } from "../base/diagnostic.ts";
import { calibrate } from "./calibrate.ts";
import type { BackendJob, DetectResult, FromBackend, MatmulResult } from "./job.ts";
import { type Backend, loadBackend } from "./load.ts";
import { timeProducts } from "./products.ts";

function say(message: FromBackend, then?: () => void): void {
  process.send?.(message, () => then?.());
}

async function work(backend: Backend, job: BackendJob): Promise<DetectResult | MatmulResult> {
  const { version, device } = backend;
  if (job.work.kind === "detect") return { version, device, timings: await calibrate(backend) };
  const progress = (done: number, total: number) => say({ kind: "progress", done, total });
  return { version, device, timings: await timeProducts(backend, job.work, progress) };
}

process.once("disconnect", () => process.exit(0));
process.once("message", async (job: BackendJob) => {
  // Not `process.exitCode`: a graphics library may keep the loop alive for ever.
  const end = () => process.exit(0);
  try {
    const backend = await loadBackend(job);
    const before = backend.tf.memory().numTensors;
    // What fails outside a call (a lost device) ends the work as well.
    const result = await Promise.race([work(backend, job), backend.failed]);
    say({ kind: "done", result, leaked: backend.tf.memory().numTensors - before }, end);
  } catch (thrown) {
    say({ kind: "failed", diagnostic: diagnosticOf(thrown) }, end);
  }
});
