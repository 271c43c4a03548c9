/** A comparison small: for each pair who is better with which probability, as a bar. */
import type { ComparisonLook } from "../../../core/service/look.ts";
import { percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { thumbHeight, thumbWidth } from "./paths.ts";

const names = 76;
const rowHeight = 15;
const most = 5;

/** The first pairs; how many more there are is on the view. */
export function ComparisonThumb({ look }: { look: ComparisonLook }) {
  const { v, language } = useViewWords();
  const wide = thumbWidth - names - 8;
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.comparison")}>
      {look.pairs.slice(0, most).map(({ left, right, leftBetter, equivalent, rightBetter }, row) => {
        const winner = Math.max(leftBetter, equivalent, rightBetter);
        return (
          <g key={`${left}/${right}`} transform={`translate(0 ${6 + row * rowHeight})`}>
            <text x={6} y={8} className="thumb-curve-name">
              {`${letterOf(look.names[left])} ${winner === rightBetter ? "<" : winner === leftBetter ? ">" : "≈"} ${letterOf(look.names[right])}`}
            </text>
            <text x={names - 4} y={8} textAnchor="end" className="thumb-curve-name">
              {percent(language, winner)}
            </text>
            <rect x={names} width={leftBetter * wide} height={9} fill="var(--accent)" />
            <rect
              x={names + leftBetter * wide}
              width={equivalent * wide}
              height={9}
              fill="var(--line-strong)"
            />
            <rect
              x={names + (1 - rightBetter) * wide}
              width={rightBetter * wide}
              height={9}
              fill="var(--t-predictions)"
            />
          </g>
        );
      })}
    </svg>
  );
}

/** The slot that begins each name. */
function letterOf(name = ""): string {
  return name.split(" ")[0] ?? name;
}
