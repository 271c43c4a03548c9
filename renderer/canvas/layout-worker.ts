/** elkjs in a thread of its own, fetched and started when something is tidied up for the first time. */
import Elk, { type ElkNode } from "elkjs/lib/elk-api";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { LayoutGraph } from "../store/tidy.ts";

let elk: InstanceType<typeof Elk> | undefined;

/** Places for the nodes of a graph. Rejects when the layout fails. */
export async function layOut(graph: LayoutGraph): Promise<LayoutGraph> {
  elk ??= new Elk({ workerFactory: () => new Worker(workerUrl) });
  return (await elk.layout(graph as ElkNode)) as LayoutGraph;
}
