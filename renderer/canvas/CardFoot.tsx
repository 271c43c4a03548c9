/** The foot of a card: progress while it works, what it took afterwards, what is missing before. One line, always. */
import { useEffect, useState } from "react";
import type { NodeView } from "../store/node-view.ts";
import { hasThumbnail } from "../store/thumbnail.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** Progress bar and footer. */
export function CardFoot({ id, view }: { id: string; view: NodeView }) {
  const { t, duration, size } = useWords();
  const { state, done, total, ms, bytes, missing, descriptor } = view;
  const left = useTimeLeft(view);
  const rows = useRows(id, descriptor !== undefined && !hasThumbnail(descriptor));
  const share = state === "running" && total ? Math.min(1, (done ?? 0) / total) : undefined;
  const forecast =
    view.forecastMs === undefined || view.forecastBytes === undefined
      ? undefined
      : t("card.forecast", { time: duration(view.forecastMs), size: size(view.forecastBytes) });
  const facts: string[] = [];
  if (missing !== "") facts.push(t("card.needs", { ports: missing.replaceAll("\n", ", ") }));
  else if (left !== undefined) facts.push(t("card.left", { time: duration(left) }));
  else {
    if (rows !== "") facts.push(rows);
    if (state === "stale") facts.push(t("card.last"));
    if (forecast) facts.push(forecast);
    else {
      if (ms !== undefined) facts.push(duration(ms));
      if (bytes !== undefined) facts.push(size(bytes));
    }
  }
  return (
    <>
      <div className="card-progress" data-active={share !== undefined}>
        <i style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      <footer className="card-foot">
        <span
          className="clip"
          title={forecast && t(view.measured ? "inspector.forecastMeasured" : "inspector.forecastGuess")}
        >
          {facts.join(" · ")}
        </span>
      </footer>
    </>
  );
}

/** Milliseconds left, from the share done since the work began; counted down between events. */
function useTimeLeft({ state, done, total, since }: NodeView): number | undefined {
  const { now } = useEditor();
  const working = state === "running";
  const [, tick] = useState(0);
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [working]);
  if (!working || !done || !total || since === undefined) return undefined;
  const elapsed = now() - since;
  return elapsed < 300 ? undefined : (elapsed * (total - done)) / done;
}

/** `398 + 171 rows`: the row counts of the outputs, for cards without a picture. */
function useRows(id: string, wanted: boolean): string {
  const { t, number } = useWords();
  const counts = useEditorState((state) => {
    if (!wanted) return "";
    const outputs = Object.values(state.check?.nodes[id]?.outputs ?? {});
    return outputs
      .flatMap((type) => ("rows" in type && type.rows !== undefined ? [type.rows] : []))
      .join("+");
  });
  if (counts === "") return "";
  const parts = counts.split("+").map(Number);
  const last = parts.pop() ?? 0;
  return [...parts.map(number), t("fact.rows", { count: last })].join(" + ");
}
