/** What a group's card shows: the state of what is in it, in one word, and how far a run has come. */

import { lookup } from "../../core/graph/entries.ts";
import type { EditorState, NodeRun } from "./editor-state.ts";
import type { StateName } from "./node-view.ts";

const working = new Set<NodeRun["state"]>(["running", "queued"]);
/** What wins when nodes differ, first the strongest. */
const order = ["failed", "blocked", "cancelled"] as const;

/** The state in one word. */
export function groupState(state: EditorState, path: string): StateName {
  const record = lookup(state.graph.nodes, path);
  if (record?.state) return record.state;
  const runs = runsInside(state, path);
  if (state.run.active) {
    if (runs.some(({ state: now }) => now === "running")) return "running";
    if (runs.some(({ state: now }) => now === "queued")) return "queued";
  }
  const report = lookup(state.check?.nodes ?? {}, path);
  const found = order.find((name) => runs.some((run) => run.state === name));
  if ((found === "failed" || found === "blocked") && report?.freshness !== "cached") return found;
  if (report?.freshness === "cached" && runs.length > 0 && runs.every((run) => run.state === "done"))
    return "done";
  return report?.freshness ?? "new";
}

/** The share of the nodes inside that a run under way has settled. */
export function groupDone(state: EditorState, path: string): number | undefined {
  if (!state.run.active) return undefined;
  const runs = runsInside(state, path);
  if (!runs.some((run) => working.has(run.state))) return undefined;
  return runs.filter((run) => !working.has(run.state)).length / runs.length;
}

function runsInside(state: EditorState, path: string): NodeRun[] {
  return Object.entries(state.run.nodes).flatMap(([id, run]) => (id.startsWith(`${path}/`) ? [run] : []));
}
