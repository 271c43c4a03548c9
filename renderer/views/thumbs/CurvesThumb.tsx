/** ROC, precision-recall and reliability curves small: a square plot, and the values of the curves beside it. */
import type { CurvesLook } from "../../../core/service/look.ts";
import { classVariable } from "../colours.ts";
import { nameOf } from "../curves/curve-lines.ts";
import { TrainingBadge } from "../frame/TrainingBadge.tsx";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { thumbHeight, thumbWidth } from "./paths.ts";

const air = 6;
const side = thumbHeight - 2 * air;
const rowHeight = 14;

/** Every curve is drawn; as many values as there is room for. */
export function CurvesThumb({ look }: { look: CurvesLook }) {
  const { v, language } = useViewWords();
  const colour = (of: string, name: string) =>
    of === "class" ? classVariable(Math.max(0, look.classes.indexOf(name))) : "var(--text-2)";
  const at = (x: number, y: number) => `${(air + x * side).toFixed(1)} ${(air + (1 - y) * side).toFixed(1)}`;
  const steps = look.form === "precision-recall";
  const listed = look.curves.slice(0, look.on === "training" ? 3 : 5);
  return (
    <>
      <svg viewBox={`0 0 ${thumbWidth} ${thumbHeight}`} role="img" aria-label={v(`view.${look.form}`)}>
        <path d={`M${at(0, 0)}V${air}`} stroke="var(--line-strong)" fill="none" />
        <path d={`M${at(0, 0)}H${air + side}`} stroke="var(--line-strong)" fill="none" />
        {steps ? null : (
          <path d={`M${at(0, 0)}L${at(1, 1)}`} stroke="var(--text-3)" strokeDasharray="3 3" fill="none" />
        )}
        {look.curves.map(({ of, name, x, y }) => (
          <path
            key={`${of}/${name}`}
            d={`M${x.flatMap((value, i) => (steps && i > 0 ? [at(x[i - 1] ?? 0, y[i] ?? 0), at(value, y[i] ?? 0)] : [at(value, y[i] ?? 0)])).join("L")}`}
            fill="none"
            stroke={colour(of, name)}
            strokeWidth={of === "class" || of === "confidence" ? 1.6 : 1}
            strokeDasharray={of === "micro" ? "3 2" : undefined}
            strokeLinejoin="round"
          />
        ))}
        {listed.map((curve, row) => (
          <g
            key={`${curve.of}/${curve.name}`}
            transform={`translate(${side + 3 * air} ${14 + row * rowHeight})`}
          >
            <line x2="8" y1="-3" y2="-3" stroke={colour(curve.of, curve.name)} strokeWidth="2" />
            <text x="12" className="thumb-curve-name">
              {shorten(nameOf(curve, v))}
            </text>
            <text x={thumbWidth - side - 4 * air} textAnchor="end" className="thumb-count" fill="var(--text)">
              {fixed(language, curve.value, 3)}
            </text>
          </g>
        ))}
      </svg>
      {look.on === "training" ? <TrainingBadge /> : null}
    </>
  );
}

const letters = 9;

function shorten(name: string): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1)}…`;
}
