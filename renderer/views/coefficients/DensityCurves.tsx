/** The classes along one feature, drawn: where one curve rises above the others, its class is what naive Bayes says. */
import { useMemo } from "react";
import { classVariable } from "../colours.ts";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { type ClassNormal, densitiesOf } from "./densities.ts";

/** Lines of their own beside colours of their own. */
export const dashes = [undefined, "6 3", "2 3", "8 3 2 3"] as const;

const foot = 14;

/** A picture of this size; the numbers stand in the table that it is a column of. */
export function DensityCurves(props: { classes: readonly ClassNormal[]; width: number; height: number }) {
  const { classes, width, height } = props;
  const { language } = useViewWords();
  const found = useMemo(() => densitiesOf(classes), [classes]);
  if (!found) return null;
  const tall = height - foot - 4;
  const d = (heights: readonly number[]) =>
    heights
      .map((one, i) => {
        const x = (i / (heights.length - 1)) * width;
        return `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${(4 + tall * (1 - one)).toFixed(1)}`;
      })
      .join("");
  return (
    <svg width={width} height={height} aria-hidden="true" className="density">
      {found.curves.map(({ name, index, heights }) => (
        <g key={name} style={{ color: classVariable(index) }}>
          <path d={`${d(heights)}L${width} ${4 + tall}L0 ${4 + tall}Z`} className="density-body" />
          <path d={d(heights)} className="density-line" strokeDasharray={dashes[index % dashes.length]} />
        </g>
      ))}
      <path d={`M0 ${4 + tall + 0.5}H${width}`} className="density-foot" />
      <text x={0} y={height - 3}>
        {brief(language, found.low)}
      </text>
      <text x={width} y={height - 3} textAnchor="end">
        {brief(language, found.high)}
      </text>
    </svg>
  );
}
