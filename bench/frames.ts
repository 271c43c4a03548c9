/** What the main thread of a page does, frame by frame, read from a trace. */
import type { CDPSession } from "playwright-core";

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** How long the thread itself ran, where `dur` counts the time that it waited for a core as well. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { type?: string } };
};

/** Milliseconds of the thread's own time. */
export type Work = {
  /** In each frame, sorted. */
  frames: number[];
  /** From each key pressed to the end of the frame that shows it, sorted. */
  keys: number[];
};

/** Traces what happens during an act. */
export async function tracedWork(session: CDPSession, act: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect as never);
  const includedCategories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline.frame"];
  await session.send("Tracing.start", { traceConfig: { includedCategories } } as never);
  await act();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect as never);
  return workIn(events);
}

function workIn(events: readonly TraceEvent[]): Work {
  const begun = events.filter(({ name }) => name === "BeginMainThreadFrame");
  const main = mostCommon(begun.map(threadOf));
  const own = events.filter((event) => threadOf(event) === main);
  const starts = own.filter(({ name }) => name === "BeginMainThreadFrame").map(({ ts }) => ts);
  starts.sort((a, b) => a - b);
  const tasks = own.filter(({ name, dur }) => name.endsWith("RunTask") && dur !== undefined);
  const frames = new Array<number>(Math.max(0, starts.length - 1)).fill(0);
  for (const task of tasks) {
    const frame = starts.findLastIndex((start) => start <= middleOf(task));
    if (frame >= 0 && frame < frames.length) frames[frame] += workOf(task);
  }
  const keys = own.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  return { frames: sorted(frames), keys: sorted(keys.map(({ ts }) => workAfter(ts, tasks, starts))) };
}

/** What the thread works from a moment until the next frame is handed over. */
function workAfter(ts: number, tasks: readonly TraceEvent[], starts: readonly number[]): number {
  const frame = starts.find((start) => start >= ts) ?? Number.POSITIVE_INFINITY;
  const until = tasks.find((task) => task.ts <= frame && task.ts + (task.dur ?? 0) >= frame);
  const end = until ? until.ts + (until.dur ?? 0) : frame;
  return tasks
    .filter((task) => middleOf(task) >= ts && middleOf(task) <= end)
    .reduce((sum, task) => sum + workOf(task), 0);
}

function workOf({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

function middleOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur / 2;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

function sorted(values: number[]): number[] {
  return values.sort((a, b) => a - b);
}

function mostCommon(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
