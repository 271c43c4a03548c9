/** Scores: the headline large, every metric with four decimals, every class by itself. */
import type { ScoresLook } from "../../../core/service/look.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { fixed } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { headlineOf, standardError } from "./metrics.ts";
import { PerClass } from "./PerClass.tsx";

/** Fills its parent and scrolls inside. */
export function ScoresView({ look, title, exporter }: ViewProps<ScoresLook>) {
  const { v, named, language } = useViewWords();
  const headline = headlineOf(look);
  const error = headline === undefined ? undefined : standardError(look, headline);
  const entries = Object.entries(look.values);
  useTakeaway(exporter, {
    sheet: () => ({
      head: ["metric", "value", "on", "rows"],
      rows: entries.map(([name, value]) => [name, value, look.on, look.rows]),
    }),
  });
  if (headline === undefined) return <p className="empty">{v("scores.none")}</p>;
  const value = look.values[headline];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="scores" aria-label={title} tabIndex={0}>
      <div className="scores-head">
        <span className="scores-name">{named("metric", headline)}</span>
        <span
          className="scores-value"
          title={value === null ? undefined : String(value)}
          data-testid="headline"
        >
          {fixed(language, value)}
        </span>
        <span className="scores-notes">
          {error === undefined ? null : (
            <span title={v("scores.standardError")}>± {fixed(language, error, 3)}</span>
          )}
          <span>{v(look.on === "unseen" ? "scores.unseen" : "scores.onTraining", { count: look.rows })}</span>
        </span>
      </div>
      <table className="facts">
        <caption className="visually-hidden">{v("scores.metrics")}</caption>
        <tbody>
          {entries.map(([name, score]) => (
            <tr key={name} data-testid={`metric-${name}`}>
              <th scope="row">{named("metric", name)}</th>
              <td title={score === null ? v("scores.undefined") : String(score)}>{fixed(language, score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {look.perClass ? <PerClass perClass={look.perClass} /> : null}
    </section>
  );
}
