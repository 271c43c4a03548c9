/** Precision, recall, F1 and support of each class. */
import type { ScoresLook } from "../../../core/service/look.ts";
import { classVariable } from "../colours.ts";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";

/** A table with a row a class. */
export function PerClass({
  perClass: { classes, series },
}: {
  perClass: NonNullable<ScoresLook["perClass"]>;
}) {
  const { v, named, language } = useViewWords();
  const columns = Object.entries(series);
  return (
    <table className="facts facts-wide">
      <caption className="visually-hidden">{v("scores.perClass")}</caption>
      <thead>
        <tr>
          <th scope="col">{v("scores.class")}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              {named("metric", name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((name, row) => (
          <tr key={name}>
            <th scope="row">
              <i className="class-dot" style={{ background: classVariable(row) }} />
              {name}
            </th>
            {columns.map(([key, values]) => (
              <td key={key} title={String(values[row])}>
                {fixed(language, values[row], key === "support" ? 0 : 4)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
