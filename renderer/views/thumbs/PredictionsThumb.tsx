/** Predictions small: the first rows, wrong ones by sign and colour. */
import { Check, X } from "lucide-react";
import type { PredictionsLook } from "../../../core/service/look.ts";
import { brief, fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";

/** Predicted, true, how sure. */
export function PredictionsThumb({ look }: { look: PredictionsLook }) {
  const { v, language } = useViewWords();
  const text = (value: string | number | null) =>
    typeof value === "number" ? brief(language, value) : (value ?? "∅");
  if (look.rows.length === 0) return <span className="thumb-none">{v("nothing.predictions")}</span>;
  return (
    <table className="thumb-table">
      <thead>
        <tr>
          <th className="thumb-mark">
            <span className="visually-hidden">{v("predictions.mark")}</span>
          </th>
          <th>{v("predictions.predicted")}</th>
          <th>{v("predictions.truth")}</th>
        </tr>
      </thead>
      <tbody>
        {look.rows.slice(0, 4).map(({ row, predicted, truth, probability }) => {
          const judged = look.task === "classification" && truth !== null;
          const wrong = judged && truth !== predicted;
          return (
            <tr key={row} data-wrong={wrong}>
              <td className="thumb-mark">
                {judged ? wrong ? <X size={10} aria-hidden /> : <Check size={10} aria-hidden /> : null}
              </td>
              <td>
                {text(predicted)} {probability === null ? "" : fixed(language, probability, 2)}
              </td>
              <td>{text(truth)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
