/** A trace small: errors with their bound, else whatever curves there are. */
import type { TraceLook } from "../../../core/service/look.ts";
import { sayName, useViewWords } from "../words.ts";
import { linePath, scaleOf, thumbHeight, thumbWidth } from "./paths.ts";

const strokes: Readonly<Record<string, { stroke: string; dash?: string; width: number }>> = {
  bound: { stroke: "var(--text-3)", dash: "3 3", width: 1.4 },
  error: { stroke: "var(--t-predictions)", width: 1.1 },
  trainingError: { stroke: "var(--t-learner)", width: 1.8 },
};

/** Drawn anew with every preview; a few short paths. */
export function CurveThumb({ look }: { look: TraceLook }) {
  const { v, language } = useViewWords();
  const known = Object.keys(strokes).filter((name) => look.series[name]?.some((value) => value !== null));
  const names = known.length > 0 ? known : Object.keys(look.series).slice(0, 2);
  if (names.length === 0 || look.at.length === 0)
    return <span className="thumb-none">{v("nothing.trace")}</span>;
  const [low, high] = scaleOf(names.map((name) => look.series[name] ?? []));
  const label = names.map((name) => sayName(language, "series", name)).join(", ");
  return (
    <svg
      viewBox={`0 0 ${thumbWidth} ${thumbHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {names.map((name, index) => {
        const style = strokes[name] ?? { stroke: `var(--class-${index + 1})`, width: 1.6 };
        return (
          <path
            key={name}
            d={linePath(look.series[name] ?? [], low, high)}
            fill="none"
            stroke={style.stroke}
            strokeWidth={style.width}
            strokeDasharray={style.dash}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
