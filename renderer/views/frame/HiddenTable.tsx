/** The numbers behind a picture, for those who listen to it. */
import { useViewWords } from "../words.ts";

const most = 200;

/** A real table that is not seen. Long ones are cut, and say so. */
export function HiddenTable(props: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { caption, head, rows } = props;
  const { v } = useViewWords();
  const cut = rows.length > most ? ` ${v("table.cut", { shown: most, count: rows.length })}` : "";
  return (
    <div className="visually-hidden">
      <table>
        <caption>{caption + cut}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
