/** The rows that weigh most, by their number in the source: where outliers and wrong labels are found. */
import type { WeightsLook } from "../../../core/service/look-detail.ts";
import { brief, fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import "./weights.css";

/** A list that scrolls by itself. */
export function HeaviestRows({ weights: { heaviest, rows } }: { weights: WeightsLook }) {
  const { v, language } = useViewWords();
  const name = (target: string | number | null) =>
    typeof target === "number" ? brief(language, target) : (target ?? "∅");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="heaviest" tabIndex={0} aria-label={v("weights.heaviest")}>
      <table>
        <caption>{v("weights.heaviest")}</caption>
        <thead>
          <tr>
            <th scope="col">{v("column.row")}</th>
            <th scope="col">{v("role.target")}</th>
            <th scope="col">D</th>
            <th scope="col">n · D</th>
          </tr>
        </thead>
        <tbody>
          {heaviest.map(({ row, weight, target }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td className="clip">{name(target)}</td>
              <td title={String(weight)}>{brief(language, weight)}</td>
              <td>{fixed(language, weight * rows, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
