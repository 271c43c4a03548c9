/** Which classes are taken for which: counts, shares of the true class, and their colour. A real table underneath. */
import { useRef } from "react";
import type { ConfusionLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { svgDocument } from "../frame/save.ts";
import { percent } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { MatrixPicture } from "./MatrixPicture.tsx";

/** Fills its parent. */
export function ConfusionView({ look, title, exporter }: ViewProps<ConfusionLook>) {
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: [v("confusion.corner"), ...look.classes],
      rows: look.counts.map((row, truth) => [look.classes[truth] ?? "", ...row]),
    }),
  });
  return (
    <div className="confusion" ref={box}>
      {size ? <MatrixPicture look={look} size={size} colours={colours} svg={svg} /> : null}
      <div className="visually-hidden">
        <table aria-label={title}>
          <caption>{v("confusion.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{v("confusion.corner")}</th>
              {look.classes.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.counts.map((row, truth) => (
              <tr key={look.classes[truth]}>
                <th scope="row">{look.classes[truth]}</th>
                {row.map((count, predicted) => (
                  <td key={look.classes[predicted]} data-testid={`cell-${truth}-${predicted}`}>
                    {integer(count)}, {percent(language, count / Math.max(1, sum(row)))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function sum(row: readonly number[]): number {
  return row.reduce((total, count) => total + count, 0);
}
