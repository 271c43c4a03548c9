/** Times and errors by backend and size, the fastest at the largest size first, and why the others are missing. */
import type { BackendsLook } from "../../../core/service/look.ts";
import { wordDiagnostic } from "../../../core/words/word.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { brief } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import "./backends.css";
import { barShare, byTime } from "./order.ts";

/** Fills its parent and scrolls inside. */
export function BackendsView({ look, title, exporter }: ViewProps<BackendsLook>) {
  const { v, language, integer } = useViewWords();
  const rows = byTime(look);
  useTakeaway(exporter, {
    sheet: () => ({
      head: ["backend", "device", "version", "size", "milliseconds", "error"],
      rows: rows.flatMap(({ name, device, version, ms, error }) =>
        look.sizes.map((size, at) => [name, device, version, size, ms[at] ?? null, error[at] ?? null]),
      ),
    }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="backends" aria-label={title} tabIndex={0}>
      {rows.length === 0 ? (
        <p className="empty">{v("backends.none")}</p>
      ) : (
        <table className="facts facts-wide backends-times">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{v("backends.backend")}</th>
              {look.sizes.map((size) => (
                <th key={size} scope="col">
                  {v("backends.size", { size: integer(size) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-testid={`backend-${row.name}`}>
                <th scope="row">
                  {row.name}
                  <span className="backends-device">{row.device}</span>
                </th>
                {look.sizes.map((size, at) => (
                  <td key={size} title={`${row.ms[at]} ms, ${row.error[at]}`}>
                    {v("backends.ms", { ms: brief(language, row.ms[at] ?? 0) })}
                    <i className="backends-bar" style={{ inlineSize: `${100 * barShare(look, row, at)}%` }} />
                    <span className="backends-error">
                      {v("backends.error", { error: (row.error[at] ?? 0).toExponential(1) })}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {look.unusable.length === 0 ? null : (
        <dl className="backends-unusable">
          <dt className="backends-head">{v("backends.unusable")}</dt>
          {look.unusable.map(({ name, reason }) => (
            <dd key={name} data-testid={`unusable-${name}`}>
              <b>{name}</b> {wordDiagnostic(reason, language).what}
            </dd>
          ))}
        </dl>
      )}
    </section>
  );
}
