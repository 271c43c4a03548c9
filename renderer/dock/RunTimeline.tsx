/** When each node of the newest run waited and worked, and on which thread; below it, what the engine held in memory. */
import { X } from "lucide-react";
import { useMemo } from "react";
import { Button } from "../parts/Button.tsx";
import { colourOf } from "../parts/kinds.ts";
import type { Timeline, TimelineBar } from "../store/editor-state.ts";
import { cancelBranch } from "../store/run.ts";
import { recordAt } from "../store/seen.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { MemoryCurve } from "./MemoryCurve.tsx";
import { timeTicks } from "./time-ticks.ts";
import { useClock } from "./use-clock.ts";

/** Rows in the order in which the nodes came to work. */
export function RunTimeline() {
  const { t, duration } = useWords();
  const timeline = useEditorState((state) => state.run.timeline);
  const active = useEditorState((state) => state.run.active?.runId === timeline?.runId);
  const now = useClock(active && timeline?.ms === undefined);
  const order = useMemo(() => (timeline ? inOrder(timeline) : []), [timeline]);
  if (!timeline) return <div className="timeline" />;
  const end = Math.max(1, timeline.ms ?? now - timeline.began);
  return (
    <section className="timeline" aria-label={t("runs.timeline")} data-testid="timeline">
      <div className="timeline-axis" aria-hidden>
        {timeTicks(end).map((ms) => (
          <span key={ms} className="num" style={{ left: `${(ms / end) * 100}%` }}>
            {duration(ms)}
          </span>
        ))}
      </div>
      <ul className="timeline-rows">
        {order.map(([id, bar]) => (
          <Row key={id} id={id} bar={bar} end={end} active={active && timeline.ms === undefined} />
        ))}
      </ul>
      <MemoryCurve samples={timeline.memory} end={end} />
    </section>
  );
}

function Row({ id, bar, end, active }: { id: string; bar: TimelineBar; end: number; active: boolean }) {
  const editor = useEditor();
  const { t, local, duration } = useWords();
  const record = useEditorState((state) => recordAt(state, id));
  const descriptor = useEditorState((state) => state.known.get(record?.type ?? ""));
  const title = record?.title ?? (descriptor ? local(descriptor.title) : id);
  const { state, began, worker } = bar;
  const ended = bar.ended ?? end;
  const unsettled = state === "queued" || state === "running";
  const word = state === "blocked" ? t("state.blockedGroup") : t(`state.${state}`);
  const facts = [word];
  if (began !== undefined) facts.push(duration(ended - began));
  if (worker !== undefined && began !== undefined)
    facts.push(worker === 0 ? t("runs.engine") : t("runs.worker", { worker }));
  const share = (ms: number) => `${Math.min(100, (ms / end) * 100)}%`;
  const middle = began === undefined ? ended : began;
  const side = sideOf(middle / end, ended / end);
  return (
    <li className="timeline-row" data-testid={`timeline-${id}`} data-state={state}>
      <button type="button" className="timeline-name clip" title={id} onClick={() => goToNode(editor, id)}>
        {title}
      </button>
      <span className="timeline-track" style={descriptor ? colourOf(descriptor.makes) : undefined}>
        <i className="timeline-wait" style={{ width: share(middle) }} />
        {began === undefined ? null : (
          <i
            className="timeline-work"
            data-running={state === "running"}
            style={{ left: share(began), width: share(Math.max(0, ended - began)) }}
          />
        )}
        <span
          className="timeline-facts num"
          data-side={side}
          style={
            side === "before"
              ? { right: `calc(100% - ${share(middle)})` }
              : { left: share(side === "after" ? ended : middle) }
          }
        >
          {facts.join(" · ")}
        </span>
      </span>
      {active && unsettled ? (
        <Button
          look="ghost"
          aria-label={t("runs.cancelBranch", { title })}
          title={t("runs.cancelBranch", { title })}
          data-testid={`cancel-${id}`}
          onClick={() => void cancelBranch(editor, [id])}
        >
          <X size={12} aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}

/** Where the words of a bar have room: after it, before it, or in one that is long and leaves room nowhere else. */
function sideOf(began: number, ended: number): "after" | "before" | "within" {
  if (ended <= 0.55) return "after";
  if (ended - began > 0.35 && began < 0.45) return "within";
  return began > 1 - ended ? "before" : "after";
}

function inOrder({ bars }: Timeline): [string, TimelineBar][] {
  const when = ({ began, ended }: TimelineBar) => began ?? ended ?? Number.POSITIVE_INFINITY;
  return Object.entries(bars).sort(([, a], [, b]) => {
    const [first, second] = [when(a), when(b)];
    return first === second ? 0 : first - second;
  });
}
