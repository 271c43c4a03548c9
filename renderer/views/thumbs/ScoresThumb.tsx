/** Scores small: the headline, what it was measured on, and how it came about by stage. */
import type { ScoresLook } from "../../../core/service/look.ts";
import { TrainingBadge } from "../frame/TrainingBadge.tsx";
import { fixed } from "../numbers.ts";
import { headlineOf, standardError } from "../scores/metrics.ts";
import { useViewWords } from "../words.ts";
import { linePath, thumbHeight, thumbWidth } from "./paths.ts";

/** A number that can be read from across the canvas. */
export function ScoresThumb({ look }: { look: ScoresLook }) {
  const { v, named, language } = useViewWords();
  const headline = headlineOf(look);
  if (headline === undefined) return <span className="thumb-none">{v("scores.none")}</span>;
  const error = standardError(look, headline);
  const staged = look.byStage?.[headline] ?? [];
  const known = staged.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return (
    <div className="thumb-score">
      {known.length > 1 ? (
        <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} preserveAspectRatio="none" aria-hidden="true">
          <path
            d={linePath(staged, low - (high - low) * 0.1, high > low ? high + (high - low) * 3.4 : low + 1)}
            fill="none"
            stroke="var(--t-scores)"
            strokeWidth={1.2}
            opacity={0.55}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      ) : null}
      <div className="thumb-score-name">
        {named("metric", headline)}
        {look.on === "training" ? <TrainingBadge /> : null}
      </div>
      <div className="thumb-score-row">
        <span className="thumb-score-value">{fixed(language, look.values[headline])}</span>
        {error === undefined ? null : <span className="thumb-score-note">± {fixed(language, error, 3)}</span>}
      </div>
    </div>
  );
}
