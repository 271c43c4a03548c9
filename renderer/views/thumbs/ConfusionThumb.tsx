/** A confusion matrix small. */
import type { ConfusionLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { shadeOf } from "../confusion/shades.ts";
import { TrainingBadge } from "../frame/TrainingBadge.tsx";
import { useViewWords } from "../words.ts";
import { thumbHeight, thumbWidth } from "./paths.ts";

/** Cells by share of their row; counts where they can be read. */
export function ConfusionThumb({ look: { classes, counts, on } }: { look: ConfusionLook }) {
  const { v, integer } = useViewWords();
  const colours = useColours();
  const k = Math.max(1, classes.length);
  const high = (thumbHeight - (on === "training" ? 27 : 10)) / k;
  const wide = Math.min((thumbWidth - 12) / k, high * 2.1);
  const left = (thumbWidth - wide * k) / 2;
  return (
    <>
      <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("confusion.caption")}>
        {counts.map((row, truth) => {
          const total = row.reduce((sum, count) => sum + count, 0) || 1;
          return row.map((count, predicted) => {
            const share = count / total;
            const { fill, text } = shadeOf(colours, truth === predicted, share);
            return (
              <g key={`${classes[truth]}/${classes[predicted]}`}>
                <rect
                  x={left + predicted * wide + 1}
                  y={5 + truth * high + 1}
                  width={wide - 2}
                  height={high - 2}
                  rx={Math.min(3, high / 6)}
                  fill={fill}
                />
                {high >= 15 ? (
                  <text
                    x={left + (predicted + 0.5) * wide}
                    y={5 + (truth + 0.5) * high + 4}
                    textAnchor="middle"
                    className="thumb-count"
                    fill={text}
                  >
                    {integer(count)}
                  </text>
                ) : null}
              </g>
            );
          });
        })}
      </svg>
      {on === "training" ? <TrainingBadge /> : null}
    </>
  );
}
