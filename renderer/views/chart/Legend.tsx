/** Which line is which, by stroke as well as colour; with a round chosen, its values. */
import type { Series } from "./series.ts";

type LegendProps = {
  series: readonly Series[];
  values: readonly (string | undefined)[];
  heading: string | undefined;
  bars: boolean;
};

/** One row above the plot, at its right. */
export function Legend({ series, values, heading, bars }: LegendProps) {
  return (
    <div className="legend" aria-hidden>
      {heading ? <b>{heading}</b> : null}
      {!bars || values[0] !== undefined
        ? series.map(({ key, name, colour, dashed, thin }, index) => (
            <span key={key} className="legend-item">
              <svg width="12" height="8" aria-hidden="true">
                {bars ? (
                  <rect x="2" width="8" height="8" rx="1.5" fill={colour} />
                ) : (
                  <line
                    x1="0"
                    x2="12"
                    y1="4"
                    y2="4"
                    stroke={colour}
                    strokeWidth={thin ? 1.2 : 2}
                    strokeDasharray={dashed ? "4 3" : undefined}
                  />
                )}
              </svg>
              <span className="clip">{name}</span>
              {values[index] === undefined ? null : <span className="legend-value">{values[index]}</span>}
            </span>
          ))
        : null}
    </div>
  );
}
