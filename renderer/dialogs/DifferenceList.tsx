/** What two versions of a document have differently, side by side. */
import type { Difference } from "../../core/service/host-service.ts";
import { useWords } from "../store/use-editor.ts";
import { isWordKey } from "../words/words.ts";
import { differenceLines } from "./differences.ts";

const most = 200;

/** A table of at most two hundred lines. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t } = useWords();
  const lines = differenceLines(differences);
  const kindOf = (kind: string) => {
    const key = `entry.${kind}`;
    return isWordKey(key) ? t(key) : kind;
  };
  return (
    <div className="differences" data-testid="differences">
      <table>
        <thead>
          <tr>
            <th>{t("difference.what")}</th>
            <th>{t("difference.mine")}</th>
            <th>{t("difference.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <tr key={`${line.kind}/${line.name}/${line.field}`}>
              <td>
                {kindOf(line.kind)} <b>{[line.name, line.field].filter(Boolean).join(".")}</b>
              </td>
              <td className="num">{line.mine ?? t("difference.none")}</td>
              <td className="num">{line.theirs ?? t("difference.none")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > most ? (
        <p className="dim">{t("difference.more", { count: lines.length - most })}</p>
      ) : null}
    </div>
  );
}
