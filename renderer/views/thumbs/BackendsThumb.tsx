/** Backends small: a bar of time each at the largest size, the fastest first. */
import type { BackendsLook } from "../../../core/service/look.ts";
import { barShare, byTime } from "../backends/order.ts";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { thumbHeight, thumbWidth } from "./paths.ts";

const labels = 70;
const numbers = 62;
const rowHeight = 18;

/** At most four. */
export function BackendsThumb({ look }: { look: BackendsLook }) {
  const { v, language } = useViewWords();
  const last = look.sizes.length - 1;
  if (look.backends.length === 0) return <span className="thumb-none">{v("backends.none")}</span>;
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.backends")}>
      {byTime(look).map((row, at) => (
        <g key={row.name} transform={`translate(0 ${5 + at * rowHeight})`}>
          <text x={labels - 5} y={9} textAnchor="end" className="thumb-curve-name">
            {row.name}
          </text>
          <rect
            x={labels}
            y={1}
            width={barShare(look, row, last) * (thumbWidth - labels - numbers)}
            height={10}
            rx={1.5}
            fill="var(--t-figure)"
          />
          <text x={thumbWidth - 6} y={9} textAnchor="end" className="thumb-curve-name">
            {v("backends.ms", { ms: brief(language, row.ms[last] ?? 0) })}
          </text>
        </g>
      ))}
    </svg>
  );
}
