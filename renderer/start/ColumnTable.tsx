/** The columns: kind, gaps, levels, what is suspicious, and whether learners are to see them. */
import { CalendarClock, TriangleAlert } from "lucide-react";
import type { ColumnProfile, TableProfile } from "../../core/base/table-profile.ts";
import { useWords } from "../store/use-editor.ts";
import { isUnusable } from "./proposals.ts";
import { shareOf, signSentence } from "./sentences.ts";
import { useStartWords } from "./words.ts";

type Given = {
  profile: TableProfile;
  leaveOut: ReadonlySet<string>;
  time: string | undefined;
  decide: (name: string, out: boolean) => void;
};

/** More than these are not drawn; those that matter come first. */
const mostRows = 200;

/** What is suspicious comes first; the rest follows in the order of the file. */
export function ColumnTable({ profile, leaveOut, time, decide }: Given) {
  const { s } = useStartWords();
  const others = profile.columns.filter(({ name }) => name !== profile.target?.column);
  const odd = others.filter(({ signs }) => signs.length > 0);
  const plain = others.filter(({ signs }) => signs.length === 0);
  const shown = [...odd, ...plain].slice(0, mostRows);
  return (
    <section className="from-data-columns" aria-label={s("columns.label")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{s("columns.leaveOut")}</th>
            <th scope="col">{s("columns.name")}</th>
            <th scope="col">{s("columns.kind")}</th>
            <th scope="col" className="from-data-number">
              {s("columns.missing")}
            </th>
            <th scope="col" className="from-data-number">
              {s("columns.levels")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <Row
              key={column.name}
              column={column}
              profile={profile}
              out={leaveOut.has(column.name)}
              time={time}
              decide={decide}
            />
          ))}
        </tbody>
      </table>
      {others.length > mostRows ? <p>{s("columns.more", { count: others.length - mostRows })}</p> : null}
    </section>
  );
}

function Row({
  column,
  profile,
  out,
  time,
  decide,
}: Omit<Given, "leaveOut"> & { column: ColumnProfile; out: boolean }) {
  const { number } = useWords();
  const { s, language } = useStartWords();
  const { name, kind, missing, distinct, examples, signs } = column;
  const locked = name === time || isUnusable(column);
  return (
    <tr data-testid={`column-${name}`} data-out={out || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={s("columns.leaveOutOne", { column: name })}
          checked={name !== time && (out || isUnusable(column))}
          disabled={locked}
          onChange={({ target }) => decide(name, target.checked)}
        />
      </td>
      <td>
        <b className="clip" title={name}>
          {name}
        </b>
        <span className="from-data-examples clip">{examples.join(" · ")}</span>
        {signs.map((sign) => (
          <span className="from-data-sign" data-useful={name === time || undefined} key={sign.kind}>
            {name === time ? (
              <CalendarClock size={12} aria-hidden />
            ) : (
              <TriangleAlert size={12} aria-hidden />
            )}
            {signSentence(language, sign, column, profile.rows, profile.target?.column ?? "")}
          </span>
        ))}
      </td>
      <td>{s(`kind.${kind}`)}</td>
      <td className="from-data-number">{missing === 0 ? "–" : shareOf(language, missing / profile.rows)}</td>
      <td className="from-data-number">{number(distinct)}</td>
    </tr>
  );
}
