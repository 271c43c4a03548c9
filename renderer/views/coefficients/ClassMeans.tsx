/** Mean and standard deviation of each feature in each class, the features that part the classes best first. */
import type { CoefficientsLook } from "../../../core/service/look-detail.ts";
import { classVariable } from "../colours.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { brief, percent } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { DensityCurves, dashes } from "./DensityCurves.tsx";

/** With less width the numbers need all of it. */
const [drawnFrom, eachClass, named] = [760, 118, 150];
const [lowest, highest] = [44, 170];

/** Fills its parent and scrolls inside. */
export function ClassMeans(props: { look: CoefficientsLook; label: string; exporter: Exporter }) {
  const { look, label, exporter } = props;
  const { v, language, integer } = useViewWords();
  const { features, scores, count } = look;
  const [box, size] = useSize<HTMLElement>();
  const width = (size?.width ?? 0) - named - eachClass * scores.length - 24;
  const drawn = (size?.width ?? 0) >= drawnFrom && width > 200 && (size?.height ?? 0) >= 240;
  const room = ((size?.height ?? 0) - 34) / Math.max(1, features.length);
  const height = Math.floor(Math.max(lowest, Math.min(highest, room)));
  useTakeaway(exporter, {
    sheet: () => ({
      head: ["feature", ...scores.flatMap(({ of }) => [`${of} mean`, `${of} sd`])],
      rows: features.map((name, j) => [
        name,
        ...scores.flatMap(({ values, deviations }) => [values[j] ?? null, deviations?.[j] ?? null]),
      ]),
    }),
  });
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "∅" : brief(language, value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="class-means" data-drawn={drawn} ref={box} tabIndex={0} aria-label={label}>
      <table>
        {features.length < count ? (
          <caption>{v("coefficients.cut", { shown: integer(features.length), count })}</caption>
        ) : null}
        <thead>
          <tr>
            <th scope="col">{v("importance.feature")}</th>
            {scores.map(({ of, intercept }, i) => (
              <th key={of} scope="col">
                {drawn ? (
                  <svg width="22" height="8" aria-hidden="true" style={{ color: classVariable(i) }}>
                    <path d="M0 4H22" className="density-line" strokeDasharray={dashes[i % dashes.length]} />
                  </svg>
                ) : null}
                {of} <span>{percent(language, intercept ?? 0)}</span>
              </th>
            ))}
            {drawn ? <th scope="col">{v("coefficients.densities")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {features.map((name, j) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {scores.map(({ of, values, deviations }) => (
                <td key={of}>
                  {number(values[j])} <span>± {number(deviations?.[j])}</span>
                </td>
              ))}
              {drawn ? (
                <td className="density-cell">
                  <DensityCurves
                    width={width}
                    height={height}
                    classes={scores.map(({ of, values, deviations, intercept }) => ({
                      name: of,
                      mean: values[j],
                      deviation: deviations?.[j],
                      share: intercept ?? 0,
                    }))}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
