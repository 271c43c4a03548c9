/**
 * Keeps the check report fresh: after every change that the engine can notice, and after a run, the engine is asked
 * again a moment later. An answer to an older revision is dropped. A document that nobody looks at is not asked about.
 * While the engine is down, it is asked until it answers.
 */
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import type { CheckReport, Subject } from "../../core/service/engine-service.ts";
import type { Editor } from "./editor.ts";
import { notifyDiagnostic } from "./notices.ts";

const pause = 60;
const pauseWhileLost = 500;

export type Checker = {
  /** Ask again soon, though the document is the same. */ again(): void;
  dispose(): void;
};

/** Starts watching. As long as `awake` says no, nothing is asked: whoever wakes it calls `again`. */
export function watchChecks(editor: Editor, awake: () => boolean = () => true): Checker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** The engine is down, perhaps starting again. */
  let lost = false;

  async function ask(): Promise<void> {
    asked += 1;
    const question = asked;
    const { revision } = editor.store.getState();
    try {
      const report = await editor.services.engine.check(subjectOf(editor));
      if (question === asked && editor.store.getState().revision === revision)
        editor.store.setState({ check: report });
      if (lost) editor.looks.retry();
      lost = false;
    } catch (thrown) {
      if (question === asked) failed(diagnosticOf(thrown));
    }
  }

  function failed(diagnostic: Diagnostic): void {
    const { check, revision, connection } = editor.store.getState();
    // What has changed since the last report, nobody can say now: no result may pass for the present one.
    if (check && check.revision !== revision) editor.store.setState({ check: unsure(check) });
    // With the line itself gone, its return asks again (`start.ts`).
    if (connection !== "open") return;
    lost = diagnostic.code === "service.connection-lost";
    if (lost) soon(pauseWhileLost);
    else notifyDiagnostic(editor, diagnostic);
  }

  function soon(after = pause): void {
    clearTimeout(timer);
    if (!awake()) return;
    timer = setTimeout(() => void ask(), after);
  }

  const unsubscribe = editor.store.subscribe((now, before) => {
    if (now.revision !== before.revision || now.opened !== before.opened) soon();
  });
  return {
    again: () => soon(),
    dispose() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/** The same report with every result as one of an earlier state. */
function unsure(check: CheckReport): CheckReport {
  const nodes = Object.entries(check.nodes).map(([id, node]) => {
    const { signature, ...rest } = node;
    if (signature === undefined || node.freshness !== "cached") return [id, rest] as const;
    return [id, { ...rest, freshness: "stale", lastSignature: signature }] as const;
  });
  return { ...check, nodes: Object.fromEntries(nodes) as CheckReport["nodes"] };
}

/** The document as the engine takes it. */
export function subjectOf({ store, sync }: Pick<Editor, "store" | "sync">): Subject {
  const { document, revision, file } = store.getState();
  return {
    document,
    revision,
    ...(file.path === undefined ? {} : { place: file.path }),
    ...(sync.id === undefined ? {} : { of: sync.id }),
  };
}
