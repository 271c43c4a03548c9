/** Features by what the model loses without them: bars from zero, one standard deviation to either side. */
import { useMemo, useRef } from "react";
import type { ImportanceLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { fixed } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { layBars } from "./bar-layout.ts";
import "./importance.css";
import { NamedBars } from "./NamedBars.tsx";

/** Fills its parent and scrolls inside. */
export function ImportanceView({ look, title, exporter }: ViewProps<ImportanceLook>) {
  const { v, language, named } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layout = useMemo(() => size && layBars(look, size), [look, size]);
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: ["feature", "importance", "standard deviation"],
      rows: look.features.map(({ name, mean, sd }) => [name, mean, sd]),
    }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="importance" ref={box} aria-label={title} tabIndex={0}>
      {size && layout ? (
        <NamedBars layout={layout} width={size.width} svg={svg} colours={colours} fill={() => colours.model}>
          {({ name, y, low, high }, i) => {
            const middle = y + layout.rowHeight / 2;
            const { mean = 0, sd = 0 } = look.features[i] ?? {};
            return (
              <>
                <path
                  d={`M${low} ${middle}H${high}M${low} ${middle - 3}v6M${high} ${middle - 3}v6`}
                  stroke={colours.text}
                  fill="none"
                />
                <title>
                  {v("importance.bar", { name, mean: fixed(language, mean), sd: fixed(language, sd) })}
                </title>
              </>
            );
          }}
        </NamedBars>
      ) : null}
      <HiddenTable
        caption={`${title}: ${named("metric", look.metric)}`}
        head={[v("importance.feature"), v("importance.mean"), v("importance.sd")]}
        of={look}
        rows={() =>
          look.features.map(({ name, mean, sd }) => [name, fixed(language, mean), fixed(language, sd)])
        }
      />
    </section>
  );
}
