/** The timeline of a run, made from its events: when each node waited and worked, on which thread, and what memory did. */
import type { RunEvent } from "../../core/service/engine-service.ts";
import type { Timeline, TimelineBar } from "./editor-state.ts";

const mostSamples = 400;
const leastBetween = 20;

/** The timeline after one more event; `now` is the page's clock. */
export function timelineAfter(
  timeline: Timeline | undefined,
  event: RunEvent,
  now: number,
): Timeline | undefined {
  if (event.kind === "started") {
    const bars = Object.fromEntries(
      event.nodes.map((id): [string, TimelineBar] => [id, { state: "queued" }]),
    );
    return { runId: event.runId, began: now, bars, memory: [] };
  }
  if (!timeline || timeline.runId !== event.runId) return timeline;
  if (event.kind === "finished") return { ...timeline, ms: event.ms, status: event.status };
  if (event.kind !== "node" || event.mirrorOf !== undefined) return timeline;
  const at = event.at ?? now - timeline.began;
  const bar = barAfter(timeline.bars[event.node], event, at);
  return {
    ...timeline,
    bars: bar === timeline.bars[event.node] ? timeline.bars : { ...timeline.bars, [event.node]: bar },
    memory: withSample(timeline.memory, at, event.memory),
  };
}

function barAfter(
  before: TimelineBar | undefined,
  { state, worker }: Extract<RunEvent, { kind: "node" }>,
  at: number,
): TimelineBar {
  if (before?.state === state && state === "running") return before;
  const began = state === "running" ? at : before?.began;
  const settled = state !== "queued" && state !== "running";
  const thread = worker ?? before?.worker;
  return {
    state,
    ...(began === undefined ? {} : { began }),
    ...(settled ? { ended: at } : {}),
    ...(thread === undefined ? {} : { worker: thread }),
  };
}

/** Thinned by half whenever there are too many, so that a long run keeps its whole course. */
function withSample(samples: Timeline["memory"], at: number, bytes: number | undefined): Timeline["memory"] {
  const last = samples.at(-1);
  if (bytes === undefined || (last && at - last[0] < leastBetween)) return samples;
  const kept = samples.length < mostSamples ? samples : samples.filter((_, index) => index % 2 === 0);
  return [...kept, [at, bytes]];
}
