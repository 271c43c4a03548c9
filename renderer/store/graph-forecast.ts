/** What the rest of the graph will cost: the forecasts of all nodes that a run would compute, put together. */
import { topologicalOrder, wiresOf } from "../../core/graph/closure.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import type { CheckReport } from "../../core/service/engine-service.ts";

export type GraphForecast = {
  /** Nodes that a run would compute. */
  nodes: number;
  /** Of these, the ones that nothing is known of yet. */
  unknown: number;
  /** The longest chain, or all work spread over the threads, whichever takes longer. */
  ms: number;
  /** What the largest nodes hold that may run at the same time. */
  bytes: number;
};

/** A hint, as every forecast: results that come in tell the rest of the graph's types, and it is corrected. */
export function graphForecast(
  document: GraphDocument,
  check: CheckReport | undefined,
  threads: number,
): GraphForecast {
  const flat = flattenGroups(document);
  const incoming = new Map<string, string[]>();
  for (const { from, to } of wiresOf(flat)) incoming.set(to[0], [...(incoming.get(to[0]) ?? []), from[0]]);
  const ends = new Map<string, number>();
  const sizes: number[] = [];
  let [nodes, unknown, work] = [0, 0, 0];
  for (const id of topologicalOrder(flat)) {
    const report = check?.nodes[id];
    const todo = report?.freshness === "new" || report?.freshness === "stale";
    const forecast = todo ? report.forecast : undefined;
    if (todo) nodes += 1;
    if (todo && !forecast) unknown += 1;
    if (forecast) sizes.push(forecast.bytes);
    work += forecast?.ms ?? 0;
    const begins = Math.max(0, ...(incoming.get(id) ?? []).map((source) => ends.get(source) ?? 0));
    ends.set(id, begins + (forecast?.ms ?? 0));
  }
  const longest = [...ends.values()].reduce((most, end) => Math.max(most, end), 0);
  sizes.sort((a, b) => b - a);
  return {
    nodes,
    unknown,
    ms: Math.max(longest, work / Math.max(1, threads)),
    bytes: sizes.slice(0, Math.max(1, threads)).reduce((sum, size) => sum + size, 0),
  };
}
