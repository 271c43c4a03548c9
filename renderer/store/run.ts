/** Runs: starting, cancelling, and what the events say of each node. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { RunEvent } from "../../core/service/engine-service.ts";
import { say } from "../words/words.ts";
import { subjectOf } from "./check.ts";
import type { Editor } from "./editor.ts";
import type { EditorState, LogEntry, NodeRun, RunView } from "./editor-state.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import { sendPending } from "./sync.ts";
import { timelineAfter } from "./timeline.ts";

const logLimit = 2000;

/** Starts a run of the given nodes (all when left out) and what they need. */
export async function startRun(editor: Editor, targets?: readonly string[]): Promise<void> {
  try {
    // The engine tells whose run it is by the document's name at the host: one that is new gets its name first.
    if (editor.sync.id === undefined) await sendPending(editor);
    const subject = subjectOf(editor);
    await editor.services.engine.run(targets === undefined ? subject : { ...subject, targets });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    if (editor.store.getState().check?.diagnostics.some(({ severity }) => severity === "error")) {
      editor.store.setState({ dock: "problems" });
      editor.panels?.show("dock");
    }
  }
}

/** Runs again what has a result of an earlier state, and nothing that was never run. */
export async function runStale(editor: Editor): Promise<void> {
  await startRun(editor, staleNodes(editor.store.getState()));
}

/** Nodes with a result of an earlier state. A group has no signature: what is stale is in it. */
export function staleNodes({ check }: Pick<EditorState, "check">): string[] {
  return Object.entries(check?.nodes ?? {}).flatMap(([id, { freshness, signature }]) =>
    freshness === "stale" && signature !== undefined ? [id] : [],
  );
}

/** Cancels these nodes of the run under way, what follows them, and what only they need; the rest goes on. */
export async function cancelBranch(editor: Editor, nodes: readonly string[]): Promise<void> {
  const { run } = editor.store.getState();
  if (!run.active || nodes.length === 0) return;
  try {
    await editor.services.engine.cancel({ runId: run.active.runId, nodes });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
  }
}

/** Cancels the run that is under way. */
export async function cancelRun(editor: Editor): Promise<void> {
  const { run } = editor.store.getState();
  if (!run.active) return;
  const { runId } = run.active;
  editor.store.setState({ run: { ...run, active: { runId, cancelling: true } } });
  try {
    await editor.services.engine.cancel({ runId });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
  }
}

/** An event of a run of this editor's document. */
export function hearRun(editor: Editor, event: RunEvent): void {
  editor.store.setState((state) => ({ run: afterEvent(state, event, editor.now()) }));
}

/**
 * After the line was lost: whoever subscribes is told first of the runs that are under way. One that is not among them has
 * ended unheard, or died with its server, and nobody will say so any more: `tell` is then given its end.
 */
export async function settleRuns(
  editor: Editor,
  tell: (event: RunEvent) => void = (event) => hearRun(editor, event),
): Promise<void> {
  const { active } = editor.store.getState().run;
  if (!active) return;
  const { runId } = active;
  let goesOn = false;
  const stop = editor.services.engine.subscribe((event) => {
    goesOn ||= event.runId === runId;
  });
  // Answered after what subscribing tells, by the host, which is there while an engine may still be starting.
  const answered = await editor.services.host.info().then(
    () => true,
    () => false,
  );
  stop();
  const { run, language } = editor.store.getState();
  if (!answered || goesOn || run.active?.runId !== runId) return;
  const ms = editor.now() - (run.timeline?.began ?? editor.now());
  tell({ kind: "finished", runId, seq: 0, status: "cancelled", ms, scores: {} });
  notify(editor, "info", say(language, "notice.runUnheard"));
}

/** What is known of the runs after one more event. */
export function afterEvent(state: EditorState, event: RunEvent, now: number): RunView {
  const timeline = timelineAfter(state.run.timeline, event, now);
  const next = withoutTimeline(state, event, now);
  return timeline ? { ...next, timeline } : next;
}

function withoutTimeline(state: EditorState, event: RunEvent, now: number): RunView {
  const { run, check } = state;
  switch (event.kind) {
    case "started": {
      const log = withEntry(run.log, now, event.runId, { kind: "started", count: event.nodes.length });
      return {
        active: { runId: event.runId, cancelling: false },
        nodes: {},
        mirrors: {},
        previews: {},
        problems: [],
        log,
      };
    }
    case "node":
      return afterNode(run, event, check?.nodes[event.node]?.signature, now);
    case "preview":
      return { ...run, previews: { ...run.previews, [event.node]: event.look } };
    case "diagnostic": {
      const { diagnostic } = event;
      const signature = diagnostic.node === undefined ? undefined : check?.nodes[diagnostic.node]?.signature;
      const problem = { diagnostic, ...(signature === undefined ? {} : { signature }) };
      const log = withEntry(run.log, now, event.runId, { kind: "diagnostic", diagnostic });
      return { ...run, problems: [...run.problems, problem], log };
    }
    case "finished": {
      const { status, ms, scores } = event;
      const log = withEntry(run.log, now, event.runId, { kind: "finished", status, ms, scores });
      const { active: _ended, ...rest } = run;
      return { ...rest, previews: {}, log };
    }
  }
}

function afterNode(
  run: RunView,
  event: Extract<RunEvent, { kind: "node" }>,
  signature: string | undefined,
  now: number,
): RunView {
  const part = event.mirrorOf === undefined ? "nodes" : "mirrors";
  const before = run[part][event.node];
  const began = before?.runId === event.runId && before.state === event.state ? before.since : now;
  const { kind: _kind, seq: _seq, node, mirrorOf: _mirror, ...said } = event;
  const known = said.signature ?? signature;
  const next: NodeRun = { ...said, since: began, ...(known === undefined ? {} : { signature: known }) };
  const ended = event.state !== "queued" && event.state !== "running";
  const worthALine = ended && event.mirrorOf === undefined && before?.state !== event.state;
  const entry: LogEntry["what"] = {
    kind: "node",
    node,
    state: event.state,
    ...(event.ms === undefined ? {} : { ms: event.ms }),
  };
  return {
    ...run,
    [part]: { ...run[part], [node]: next },
    log: worthALine ? withEntry(run.log, now, event.runId, entry) : run.log,
  };
}

function withEntry(
  log: readonly LogEntry[],
  at: number,
  runId: string,
  what: LogEntry["what"],
): readonly LogEntry[] {
  return [...log.slice(-logLimit), { at, runId, what }];
}
