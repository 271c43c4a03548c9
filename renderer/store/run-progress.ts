/** How far the run under way has come, and about how long it will still take. */
import type { EditorState } from "./editor-state.ts";

export type RunProgress = {
  settled: number;
  count: number;
  /** Milliseconds; none where something is left that nobody can foresee. */
  left: number | undefined;
  /** 0 … 1, by time where it is known, else by nodes. */
  share: number;
};

/** `undefined` when nothing runs. `now` is the page's clock. */
export function runProgress(
  state: Pick<EditorState, "run" | "check" | "engine">,
  now: number,
): RunProgress | undefined {
  const { run, check, engine } = state;
  const { active, timeline } = run;
  if (!active || !timeline || timeline.runId !== active.runId) return undefined;
  let [settled, sum, longest] = [0, 0, 0];
  let known = true;
  for (const [id, bar] of Object.entries(timeline.bars)) {
    if (bar.state !== "queued" && bar.state !== "running") {
      settled += 1;
      continue;
    }
    const left = nodeLeft(run.nodes[id], check?.nodes[id]?.forecast?.ms, now);
    if (left === undefined) known = false;
    else {
      sum += left;
      longest = Math.max(longest, left);
    }
  }
  const count = Object.keys(timeline.bars).length;
  const left = known ? Math.max(longest, sum / Math.max(1, engine?.threads ?? 1)) : undefined;
  const elapsed = now - timeline.began;
  const byNodes = count === 0 ? 1 : settled / count;
  const share = left === undefined || elapsed + left <= 0 ? byNodes : elapsed / (elapsed + left);
  return { settled, count, left, share: Math.min(1, share) };
}

/** From its own progress where it has some, else from the forecast less what has passed. */
function nodeLeft(
  node: EditorState["run"]["nodes"][string] | undefined,
  forecast: number | undefined,
  now: number,
): number | undefined {
  const elapsed = node?.state === "running" ? now - node.since : 0;
  if (node?.state === "running" && node.done && node.total && elapsed > 300)
    return (elapsed * (node.total - node.done)) / node.done;
  return forecast === undefined ? undefined : Math.max(0, forecast - elapsed);
}
