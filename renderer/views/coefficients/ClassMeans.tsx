/** Mean and standard deviation of each feature in each class, the features that part the classes best first. */
import type { CoefficientsLook } from "../../../core/service/look-detail.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { brief, percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent and scrolls inside. */
export function ClassMeans(props: { look: CoefficientsLook; label: string; exporter: Exporter }) {
  const { look, label, exporter } = props;
  const { v, language, integer } = useViewWords();
  const { features, scores, count } = look;
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
    <section className="class-means" tabIndex={0} aria-label={label}>
      <table>
        {features.length < count ? (
          <caption>{v("coefficients.cut", { shown: integer(features.length), count })}</caption>
        ) : null}
        <thead>
          <tr>
            <th scope="col">{v("importance.feature")}</th>
            {scores.map(({ of, intercept }) => (
              <th key={of} scope="col">
                {of} <span>{percent(language, intercept ?? 0)}</span>
              </th>
            ))}
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
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
