/** What a node will cost, or what it cost: forecast before a run, time, size and peak memory after it. */
import { lookup } from "../../core/graph/entries.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";

/** Nothing where nothing is known. */
export function NodeCost({ id }: { id: string }) {
  const { t, duration, size } = useWords();
  // A learner is a recipe and costs nothing: what counts is its fit, as on its card.
  const report = useEditorState(({ check }) => {
    const own = lookup(check?.nodes ?? {}, id);
    return own?.mirror?.path === "" ? lookup(check?.nodes ?? {}, own.mirror.node) : own;
  });
  const { forecast, ms, bytes, peakBytes, freshness } = report ?? {};
  if (!forecast && ms === undefined) return null;
  const lines: [label: string, value: string][] = [];
  if (forecast) {
    const value = t("card.forecast", { time: duration(forecast.ms), size: size(forecast.bytes) });
    lines.push([t("inspector.forecast"), value]);
  }
  if (ms !== undefined)
    lines.push([t(freshness === "stale" ? "inspector.tookLast" : "inspector.took"), duration(ms)]);
  if (bytes !== undefined) lines.push([t("inspector.holds"), size(bytes)]);
  if (peakBytes !== undefined) lines.push([t("inspector.peak"), size(peakBytes)]);
  return (
    <>
      <dl className="cost" data-testid="node-cost">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {forecast ? (
        <p className="inspector-small">
          {t(forecast.measured ? "inspector.forecastMeasured" : "inspector.forecastGuess")}
        </p>
      ) : null}
      <hr />
    </>
  );
}
