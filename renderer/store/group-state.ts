/** What a group's card shows: the state of what is in it, in one word, and how far a run has come. */

import type { Graph } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { graphAt } from "../../core/graph/scope.ts";
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

/** How many nodes are in a group, at every depth. */
export function countInside({ document }: Pick<EditorState, "document">, path: string): number {
  const group = graphAt(document, path.split("/"));
  return group ? nodesIn(group) : 0;
}

const counts = new WeakMap<Graph, number>();

/** Counted once for each version of a graph: every card asks after every change. */
function nodesIn(graph: Graph): number {
  const known = counts.get(graph);
  if (known !== undefined) return known;
  const inner = Object.values(graph.groups).reduce((sum, group) => sum + nodesIn(group), 0);
  const count = Object.keys(graph.nodes).length + inner;
  counts.set(graph, count);
  return count;
}

type Runs = EditorState["run"]["nodes"];
const runsByGroup = new WeakMap<Runs, ReadonlyMap<string, NodeRun[]>>();

function runsInside({ run }: EditorState, path: string): readonly NodeRun[] {
  const known = runsByGroup.get(run.nodes) ?? groupRuns(run.nodes);
  return known.get(path) ?? [];
}

/** The runs by the groups around their nodes, sorted once for all cards that ask. */
function groupRuns(runs: Runs): ReadonlyMap<string, NodeRun[]> {
  const sorted = new Map<string, NodeRun[]>();
  for (const [id, run] of Object.entries(runs))
    for (let slash = id.indexOf("/"); slash > 0; slash = id.indexOf("/", slash + 1)) {
      const path = id.slice(0, slash);
      const inside = sorted.get(path);
      if (inside) inside.push(run);
      else sorted.set(path, [run]);
    }
  runsByGroup.set(runs, sorted);
  return sorted;
}
