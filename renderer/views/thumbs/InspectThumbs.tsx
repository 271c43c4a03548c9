/** Importances and dependence small: the first bars, the first curve. */
import type { DependenceLook, ImportanceLook } from "../../../core/service/look.ts";
import { classVariable } from "../colours.ts";
import { TrainingBadge } from "../frame/TrainingBadge.tsx";
import { useViewWords } from "../words.ts";
import { linePath, scaleOf, thumbHeight, thumbWidth } from "./paths.ts";

const labels = 78;
const rowHeight = 15;
const letters = 13;

/** The five features that matter most. */
export function ImportanceThumb({ look }: { look: ImportanceLook }) {
  const { v } = useViewWords();
  const shown = look.features.slice(0, look.on === "training" ? 4 : 5);
  const most = Math.max(...shown.map(({ mean }) => mean), 0) || 1;
  return (
    <>
      <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.importance")}>
        {shown.map(({ name, mean }, row) => (
          <g key={name} transform={`translate(0 ${5 + row * rowHeight})`}>
            <text x={labels - 5} y={9} textAnchor="end" className="thumb-curve-name">
              {name.length <= letters ? name : `${name.slice(0, letters - 1)}…`}
            </text>
            <rect
              x={labels}
              y={1}
              width={(Math.max(0, mean) / most) * (thumbWidth - labels - 8)}
              height={10}
              rx={1.5}
              fill="var(--t-model)"
            />
          </g>
        ))}
      </svg>
      {look.on === "training" ? <TrainingBadge /> : null}
    </>
  );
}

/** The first feature: rows faint, means on top. */
export function DependenceThumb({ look }: { look: DependenceLook }) {
  const { v } = useViewWords();
  const [feature] = look.features;
  if (!feature) return <span className="thumb-none">{v("nothing")}</span>;
  const [low, high] = look.classes[0] === "" ? extent([...feature.mean, ...feature.rows]) : scaleOf([[1]]);
  return (
    <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v("view.dependence")}>
      <path
        d={feature.rows.map((values) => linePath(values, low, high)).join("")}
        fill="none"
        stroke="var(--text-2)"
        strokeWidth={0.7}
        opacity={0.25}
      />
      {feature.mean.map((values, k) => (
        <path
          key={look.classes[k]}
          d={linePath(values, low, high)}
          fill="none"
          stroke={feature.mean.length === 1 ? "var(--t-predictions)" : classVariable(k)}
          strokeWidth={1.8}
        />
      ))}
      <text x={8} y={14} className="thumb-curve-name">
        {feature.name}
      </text>
    </svg>
  );
}

function extent(curves: readonly (readonly number[])[]): [number, number] {
  const all = curves.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return high > low ? [low, high] : [low - 1, low + 1];
}
