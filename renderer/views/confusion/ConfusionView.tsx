/** Which classes are taken for which: counts, shares of the true class, and their colour. A real table underneath. */
import { useRef, useState } from "react";
import type { ConfusionLook } from "../../../core/service/look.ts";
import type { How } from "../../store/row-selection.ts";
import { useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import { useColours } from "../colours.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { svgDocument } from "../frame/save.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { type CellAt, MatrixPicture } from "./MatrixPicture.tsx";
import { MatrixTable } from "./MatrixTable.tsx";

/** Fills its parent. */
export function ConfusionView({ look, source, title, exporter }: ViewProps<ConfusionLook>) {
  const { v } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<CellAt>({ truth: 0, predicted: 0 });
  const [focused, setFocused] = useState(false);
  const marks = useMarks(source);
  const marked = marks?.kind === "cells" ? marks.cells : undefined;
  const select = useSelectRows(source);
  const choose =
    select &&
    (({ truth, predicted }: CellAt, how: How) =>
      select(
        { by: "cell", truth: look.classes[truth] ?? "", predicted: look.classes[predicted] ?? "" },
        how,
      ));
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({
      head: [v("confusion.corner"), ...look.classes],
      rows: look.counts.map((row, truth) => [look.classes[truth] ?? "", ...row]),
    }),
  });
  return (
    <div className="confusion" ref={box}>
      {size ? (
        <MatrixPicture
          look={look}
          size={size}
          colours={colours}
          svg={svg}
          marked={marked}
          cursor={focused ? at : undefined}
          choose={choose}
        />
      ) : null}
      <MatrixTable
        look={look}
        label={title}
        marked={marked}
        choose={choose}
        at={at}
        go={setAt}
        focus={setFocused}
      />
    </div>
  );
}
