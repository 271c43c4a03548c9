/**
 * Brings the events of runs to the editors whose documents are run. The engine says with a run's start which document it
 * is of; what is heard before that document is open here, as after a reload, is kept until it is.
 */
import type { RunEvent } from "../../core/service/engine-service.ts";
import { type Desk, frontOf } from "./desk.ts";
import type { Editor } from "./editor.ts";
import { hearRun } from "./run.ts";

export type RunRouter = {
  hear(event: RunEvent): void;
  /** The editor follows another document now: it is told of the runs of that one. */
  joined(editor: Editor): void;
};

type Run = {
  readonly of: string | undefined;
  /** The start, and the last word of each node: what a newcomer is told. */
  readonly events: Map<string, RunEvent>;
  readonly heardBy: Set<Editor>;
};

/** `again` is called when results may have changed what is cached. */
export function routeRuns(desk: Desk, again: () => void): RunRouter {
  const runs = new Map<string, Run>();

  function runOf(event: RunEvent): Run {
    const known = runs.get(event.runId);
    if (known) return known;
    const of = event.kind === "started" ? event.of : undefined;
    const made = { of, events: new Map(), heardBy: new Set<Editor>() };
    runs.set(event.runId, made);
    return made;
  }

  function tell(editor: Editor, run: Run, event: RunEvent): void {
    run.heardBy.add(editor);
    hearRun(editor, event);
    if (event.kind !== "finished" || frontOf(desk) === editor || event.status === "cancelled") return;
    editor.store.setState({ news: event.status });
  }

  return {
    hear(event) {
      const run = runOf(event);
      const { editors } = desk.store.getState();
      if (event.kind === "started") run.events.set("", event);
      if (event.kind === "node") run.events.set(`${event.node}/${event.mirrorOf ?? ""}`, event);
      // A run of no document in particular is of whatever is looked at.
      const mine = (editor: Editor) =>
        run.of === undefined ? editor === frontOf(desk) : editor.sync.id === run.of;
      for (const editor of editors) if (mine(editor)) tell(editor, run, event);
      if (event.kind === "finished") runs.delete(event.runId);
      if (event.kind === "finished" || (event.kind === "node" && event.state === "done")) again();
    },
    joined(editor) {
      const { id } = editor.sync;
      if (id === undefined) return;
      for (const run of runs.values()) {
        if (run.of !== id || run.heardBy.has(editor)) continue;
        for (const event of run.events.values()) tell(editor, run, event);
      }
    },
  };
}
