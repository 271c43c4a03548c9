/** Coefficients as bars from zero: one way and colour for what speaks for the class, the other for what speaks against it. */
import { useMemo, useRef, useState } from "react";
import type { CoefficientsLook } from "../../../core/service/look-detail.ts";
import { useColours } from "../colours.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { NamedBars } from "../importance/NamedBars.tsx";
import { brief } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { layCoefficients, scoreName, weighed } from "./coefficient-bars.ts";

type CoefficientBarsProps = { look: CoefficientsLook; label: string; exporter: Exporter };

/** Fills its parent; the bars scroll. */
export function CoefficientBars({ look, label, exporter }: CoefficientBarsProps) {
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLElement>();
  const svg = useRef<SVGSVGElement>(null);
  const [at, choose] = useState(0);
  const [scaled, setScaled] = useState(true);
  const scores = (!scaled && look.perUnit) || look.scores;
  const score = scores[at] ?? scores[0];
  const rows = useMemo(() => (score ? weighed(look, score) : []), [look, score]);
  const layout = useMemo(() => size && layCoefficients(rows, size), [rows, size]);
  const versus = (of: string, against: string) => v("coefficients.versus", { name: of, value: against });
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: ["feature", ...scores.map((one) => scoreName(one, versus))],
      rows: [
        ...look.features.map((name, j) => [name, ...scores.map(({ values }) => values[j] ?? null)]),
        ["(intercept)", ...scores.map(({ intercept }) => intercept)],
      ],
    }),
  });
  if (!score) return null;
  return (
    <div className="detail">
      <div className="detail-row">
        {scores.length > 1 ? (
          <select
            className="axis-picker"
            aria-label={v("coefficients.score")}
            value={at}
            data-testid="coefficients-score"
            onChange={(event) => choose(Number(event.target.value))}
          >
            {scores.map((one, i) => (
              <option key={scoreName(one, versus)} value={i}>
                {scoreName(one, versus)}
              </option>
            ))}
          </select>
        ) : (
          <span>{scoreName(score, versus)}</span>
        )}
        {look.perUnit ? (
          <select
            className="axis-picker coefficients-unit"
            aria-label={v("coefficients.unit")}
            value={scaled ? "scaled" : "unit"}
            data-testid="coefficients-unit"
            onChange={(event) => setScaled(event.target.value === "scaled")}
          >
            <option value="scaled">{v("coefficients.scaled")}</option>
            <option value="unit">{v("coefficients.perUnit")}</option>
          </select>
        ) : null}
        <span>
          {v("coefficients.intercept")}{" "}
          <b>{score.intercept === null ? "∅" : brief(language, score.intercept)}</b>
        </span>
        {rows.length < look.count ? (
          <span>{v("coefficients.cut", { shown: integer(rows.length), count: look.count })}</span>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className="coefficients" ref={box} aria-label={label} tabIndex={0}>
        {size && layout ? (
          <NamedBars
            layout={layout}
            width={size.width}
            svg={svg}
            colours={colours}
            fill={(i) => ((rows[i]?.value ?? 0) < 0 ? colours.predictions : colours.learner)}
          >
            {({ name }, i) => <title>{`${name}: ${rows[i]?.value ?? 0}`}</title>}
          </NamedBars>
        ) : null}
        <HiddenTable
          caption={label}
          head={[v("importance.feature"), scoreName(score, versus)]}
          of={rows}
          rows={() => rows.map(({ name, value }) => [name, brief(language, value)])}
        />
      </section>
    </div>
  );
}
