/** A learning curve small: training dashed above, validation below, and the last validation score. */
import type { LearningCurveLook } from "../../../core/service/look.ts";
import { headMetric } from "../learning-curve/curve-lines.ts";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { linePath, thumbHeight, thumbWidth } from "./paths.ts";

/** Sizes are evenly spaced, as they are asked for. */
export function LearningCurveThumb({ look }: { look: LearningCurveLook }) {
  const { v, named, language } = useViewWords();
  const metric = headMetric(look);
  const parts = look.metrics[metric];
  if (!parts) return <span className="thumb-none">{v("scores.none")}</span>;
  const known = [...parts.training.mean, ...parts.validation.mean].filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const air = (high - low) * 0.1 || 0.5;
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={named("metric", metric)}>
      <path
        d={linePath(parts.training.mean, low - air, high + air)}
        fill="none"
        stroke="var(--t-learner)"
        strokeWidth={1.4}
        strokeDasharray="4 3"
      />
      <path
        d={linePath(parts.validation.mean, low - air, high + air)}
        fill="none"
        stroke="var(--t-predictions)"
        strokeWidth={1.8}
      />
      <text
        x={thumbWidth - 8}
        y={thumbHeight - 8}
        textAnchor="end"
        className="thumb-count"
        fill="var(--text)"
      >
        {`${named("metric", metric)} ${fixed(language, parts.validation.mean.at(-1), 3)}`}
      </text>
    </svg>
  );
}
