/** Who is better than whom: a square of cells with difference, corrected p, and three probabilities as a bar. */
import { useMemo, useRef } from "react";
import type { ComparisonLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { fixed } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { PairPicture } from "./PairPicture.tsx";
import { cellsOf } from "./pair-cells.ts";

/** Fills its parent. */
export function ComparisonView({ look, title, exporter }: ViewProps<ComparisonLook>) {
  const { v, language, named } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const cells = useMemo(() => cellsOf(look), [look]);
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: [
        "left",
        "right",
        "metric",
        "difference",
        "t",
        "p t",
        "p t Holm",
        "p rank",
        "p rank Holm",
        "P left better",
        "P equivalent",
        "P right better",
      ],
      rows: look.pairs.map((pair) => [
        look.names[pair.left] ?? "",
        look.names[pair.right] ?? "",
        look.metric,
        pair.difference,
        pair.t,
        pair.tP,
        pair.tHolm,
        pair.rankP,
        pair.rankHolm,
        pair.leftBetter,
        pair.equivalent,
        pair.rightBetter,
      ]),
    }),
  });
  return (
    <div className="confusion" ref={box}>
      {size ? <PairPicture look={look} cells={cells} size={size} colours={colours} svg={svg} /> : null}
      <HiddenTable
        caption={`${title}: ${named("metric", look.metric)}`}
        head={[
          v("comparison.pair"),
          v("comparison.difference"),
          v("comparison.tHolm"),
          v("comparison.rankHolm"),
          v("comparison.rowBetter"),
          v("comparison.equivalent"),
          v("comparison.columnBetter"),
        ]}
        of={cells}
        rows={() =>
          cells.map((cell) => [
            `${look.names[cell.row]} − ${look.names[cell.column]}`,
            fixed(language, cell.difference),
            fixed(language, cell.tHolm),
            fixed(language, cell.rankHolm),
            fixed(language, cell.rowBetter),
            fixed(language, cell.equivalent),
            fixed(language, cell.columnBetter),
          ])
        }
      />
    </div>
  );
}
