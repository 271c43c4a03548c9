/** What a tab shows of its document besides the title, in one word. */
import type { EditorState } from "../store/editor-state.ts";

/**
 * `"asks"` when the document waits for a decision, `"running 40"` in per cent of its nodes, `"done"` or `"failed"` as
 * long as nobody has seen how a run ended, else `"plain"`. A string, so that a tab is drawn again only when it changes.
 */
export function signOf({ file, run, news }: Pick<EditorState, "file" | "run" | "news">): string {
  if (file.disk !== undefined) return "asks";
  if (run.active) return `running ${Math.round(100 * shareOf(run))}`;
  return news ?? "plain";
}

/** Nodes that have settled, and of those that work the part that is done. */
function shareOf({ timeline, nodes }: EditorState["run"]): number {
  const bars = Object.entries(timeline?.bars ?? {});
  let sum = 0;
  for (const [id, { state }] of bars) {
    const { done = 0, total = 0 } = nodes[id] ?? {};
    if (state === "running" && total > 0) sum += Math.min(1, done / total);
    else if (state !== "queued" && state !== "running") sum += 1;
  }
  return bars.length === 0 ? 0 : sum / bars.length;
}
