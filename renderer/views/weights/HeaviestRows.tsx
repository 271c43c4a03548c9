/** The rows that weigh most, by their number in the source: where outliers and wrong labels are found. */
import { useMemo } from "react";
import type { WeightsLook } from "../../../core/service/look-detail.ts";
import { howOf } from "../../store/row-selection.ts";
import { useWords } from "../../store/use-editor.ts";
import { type RowSource, useSelectRows } from "../../store/use-row-selection.ts";
import { useLitPositions } from "../detail/use-plane-rows.ts";
import { brief, fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import "./weights.css";

type HeaviestRowsProps = {
  weights: WeightsLook;
  /** Where they are rows. */
  table: RowSource;
};

/** A list that scrolls by itself. The number of a row selects it. */
export function HeaviestRows({ weights: { heaviest, rows }, table }: HeaviestRowsProps) {
  const { v, language } = useViewWords();
  const { t } = useWords();
  const select = useSelectRows(table);
  const positions = useMemo(() => heaviest.map(({ at }) => at), [heaviest]);
  const lit = useLitPositions(table, positions);
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
            <th scope="col">{t("role.target")}</th>
            <th scope="col">D</th>
            <th scope="col">n · D</th>
          </tr>
        </thead>
        <tbody>
          {heaviest.map(({ row, at, weight, target }) => (
            <tr key={at} data-selected={lit?.has(at) ?? false}>
              <th scope="row">
                {select ? (
                  <button
                    type="button"
                    className="heaviest-row"
                    aria-pressed={lit?.has(at) ?? false}
                    onClick={(event) => select({ by: "rows", ranges: [[at, at]] }, howOf(event))}
                  >
                    {row}
                  </button>
                ) : (
                  row
                )}
              </th>
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
