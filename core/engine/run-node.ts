/**
 * Runs one node: builds its context, converts inputs, calls `run`, checks that the declared outputs came back. The same
 * function serves the worker thread and the engine's own thread.
 */
import type { BackendName } from "../base/backend-report.ts";
import { Cancelled, type Diagnostic, fail } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { randomStream } from "../base/random.ts";
import type { ProfileQuestion } from "../base/table-profile.ts";
import type { AnyNode, FileAccess, RunContext } from "../node/node.ts";
import type { Look } from "../service/look.ts";
import { lookAt } from "./look.ts";

/** What a node says while it works. */
export type WorkListener = {
  progress(done: number, total: number, note?: string): void;
  warn(diagnostic: Diagnostic): void;
  log(text: string): void;
  preview(look: Look): void;
};

export type NodeListener = WorkListener & {
  /** The work begins now: until then the node waits for a thread. `worker` counts threads from 1; 0 is the engine's own. */
  started(worker: number): void;
};

/** For whoever is told everything by the answer. */
export const quietListener: NodeListener = {
  started: () => undefined,
  progress: () => undefined,
  warn: () => undefined,
  log: () => undefined,
  preview: () => undefined,
};

export type RunOptions = {
  flag: Int32Array;
  files: FileAccess;
  listener: WorkListener;
  backend?: BackendName | undefined;
};

const progressEveryMs = 50;
const previewEveryMs = 100;

/** Throws `Cancelled`, `DiagnosticError`, or whatever the node threw. */
export async function runNode(
  node: AnyNode,
  inputs: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, Json>>,
  options: RunOptions,
): Promise<Readonly<Record<string, unknown>>> {
  if (Atomics.load(options.flag, 0) !== 0) throw new Cancelled();
  const { context, sayLast } = contextFor(params, options);
  const outputs = await node.run(context, inputs, params);
  sayLast();
  if (Atomics.load(options.flag, 0) !== 0) throw new Cancelled();
  for (const name of Object.keys(node.outputs)) {
    if (outputs[name] === undefined)
      fail("internal.unexpected", { message: `${node.id} gave no output ${name}` });
  }
  return outputs;
}

/** The same for the profile of a source, which comes back as the one output `profile`. */
export function profileNode(question: ProfileQuestion): typeof runNode {
  return async (node, _inputs, params, options) => {
    const profile = node.profile ?? fail("internal.unexpected", { message: `${node.id} has no profile` });
    return { profile: await profile(contextFor(params, options).context, params, question) };
  };
}

function contextFor(
  params: Readonly<Record<string, Json>>,
  { flag, files, listener, backend }: RunOptions,
): { context: RunContext; sayLast: () => void } {
  let lastProgress = Number.NEGATIVE_INFINITY;
  let lastPreview = 0;
  let held: Parameters<RunContext["progress"]> | undefined;
  const context: RunContext = {
    progress(done, total, note) {
      if (Atomics.load(flag, 0) !== 0) throw new Cancelled();
      const now = performance.now();
      held = [done, total, note];
      if (now - lastProgress < progressEveryMs) return;
      lastProgress = now;
      held = undefined;
      listener.progress(done, total, note);
    },
    preview(make) {
      const now = performance.now();
      if (now - lastPreview < previewEveryMs) return;
      lastPreview = now;
      const look = lookAt(make(), {});
      if (look) listener.preview(look);
    },
    warn: (diagnostic) => listener.warn(diagnostic),
    log: (text) => listener.log(text),
    rng: (purpose) => randomStream(typeof params.seed === "number" ? params.seed : 0, purpose),
    files,
    ...(backend === undefined ? {} : { backend }),
  };
  // The last progress always arrives, also where a node ends before its total.
  const sayLast = () => {
    if (held) listener.progress(...held);
  };
  return { context, sayLast };
}
