/** What the engine held in memory during a run, with the least and the most in words. */
import type { Timeline } from "../store/editor-state.ts";
import { useWords } from "../store/use-editor.ts";

const height = 34;

/** As wide as the tracks above it, on the same scale of time. */
export function MemoryCurve({ samples, end }: { samples: Timeline["memory"]; end: number }) {
  const { t, size } = useWords();
  if (samples.length < 2) return <div className="timeline-memory" />;
  const sizes = samples.map(([, bytes]) => bytes);
  const most = sizes.reduce((a, b) => Math.max(a, b));
  const least = sizes.reduce((a, b) => Math.min(a, b));
  // From nothing: a curve that is cut off below makes a small change look like a leak.
  const points = samples.map(
    ([at, bytes]) => `${((at / end) * 100).toFixed(2)},${(height * (1 - bytes / most)).toFixed(2)}`,
  );
  const words = t("runs.memoryFrom", { least: size(least), most: size(most) });
  return (
    <figure className="timeline-memory" aria-label={`${t("runs.memory")}: ${words}`}>
      <figcaption className="clip">
        {t("runs.memory")}
        <span className="num">{words}</span>
      </figcaption>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
        <polyline points={`0,${height} ${points.join(" ")} ${points.at(-1)?.split(",")[0]},${height}`} />
      </svg>
    </figure>
  );
}
