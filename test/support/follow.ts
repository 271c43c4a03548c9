/** Follows a run of an engine to its end. */
import { type Diagnostic, DiagnosticError } from "../../core/base/diagnostic.ts";
import type { EngineService, RunEvent, Subject } from "../../core/service/engine-service.ts";

export type Followed = {
  status: "done" | "failed" | "cancelled";
  events: RunEvent[];
  /** The last state of every node; mirrored copies left out. */
  states: Record<string, string>;
  scores: Record<string, number>;
  diagnostics: Diagnostic[];
};

/** Runs `request` and waits for it to finish; `onEvent` sees the events of this run as they come. */
export async function runThrough(
  engine: Pick<EngineService, "run" | "subscribe">,
  request: Subject & { targets?: readonly string[] },
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<Followed> {
  const seen: RunEvent[] = [];
  let wanted: string | undefined;
  let done: (event: Extract<RunEvent, { kind: "finished" }>) => void = () => undefined;
  const finished = new Promise<Extract<RunEvent, { kind: "finished" }>>((resolve) => {
    done = resolve;
  });
  const take = (event: RunEvent) => {
    if (wanted !== undefined && event.runId !== wanted) return;
    seen.push(event);
    onEvent(event);
    if (event.kind === "finished" && event.runId === wanted) done(event);
  };
  const stop = engine.subscribe(take);
  try {
    wanted = (await engine.run(request)).runId;
    const early = seen.find((event) => event.kind === "finished" && event.runId === wanted);
    const last = early?.kind === "finished" ? early : await finished;
    const events = seen.filter((event) => event.runId === wanted);
    return {
      status: last.status,
      events,
      states: statesOf(events),
      scores: last.scores,
      diagnostics: events.flatMap((event) => (event.kind === "diagnostic" ? [event.diagnostic] : [])),
    };
  } finally {
    stop();
  }
}

function statesOf(events: readonly RunEvent[]): Record<string, string> {
  const states: Record<string, string> = {};
  for (const event of events) {
    if (event.kind === "node" && event.mirrorOf === undefined) states[event.node] = event.state;
  }
  return states;
}

/** The diagnostic that a promise fails with; fails the test when it does not fail, or fails with anything else. */
export async function diagnosticFrom(work: Promise<unknown> | (() => unknown)): Promise<Diagnostic> {
  try {
    const result = await (typeof work === "function" ? work() : work);
    throw new Error(`expected a diagnostic, got ${JSON.stringify(result)?.slice(0, 200)}`);
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return thrown.diagnostic;
    throw thrown;
  }
}
