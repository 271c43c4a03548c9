/** A round of gradient boosting as three pictures: before, what is left and the tree fitted to it, after. */
import { useMemo, useRef } from "react";
import type { ReplayLook } from "../../../core/service/look-detail.ts";
import { nowhere } from "../../store/use-fed.ts";
import type { RowSource } from "../../store/use-row-selection.ts";
import { BoxSelect } from "../chart/BoxSelect.tsx";
import { useColours } from "../colours.ts";
import { PlanePicture } from "../detail/PlanePicture.tsx";
import { useLitPositions } from "../detail/use-plane-rows.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { brief } from "../numbers.ts";
import { usePointSelection } from "../table/use-point-selection.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { layReplay } from "./replay-panels.ts";

type ReplayPictureProps = {
  replay: ReplayLook;
  /** Where the points are rows. */
  table: RowSource;
  target: string;
  /** The class whose probability is drawn; none where the target is a number. */
  of: string | undefined;
  label: string;
  exporter: Exporter;
};

/** Fills its parent. Rows are selected in the first picture and lit in all three. */
export function ReplayPicture({ replay, table, target, of, label, exporter }: ReplayPictureProps) {
  const { v, language } = useViewWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const inner = useRef<SVGSVGElement>(null);
  const said = of === undefined ? target : v("replay.probability", { name: of });
  const panels = useMemo(() => {
    const titleOf = (i: number) =>
      [
        v("scatter.row", { row: String(replay.rows[i]) }),
        `${said} ${brief(language, replay.truth[i] ?? 0)}`,
        `r ${brief(language, replay.gradient[i] ?? 0)}`,
        `F ${brief(language, replay.after[i] ?? 0)}`,
      ].join(" · ");
    const inks = { data: colours.classes[0] ?? colours.text2, model: colours.learner };
    return size && layReplay(replay, size, inks, titleOf);
  }, [replay, size, colours, said, v, language]);
  const plane = panels?.[0]?.layout.plane;
  const drawn = useMemo(
    () => replay.at.map((at, i) => ({ at, x: replay.xs[i] ?? 0, y: replay.truth[i] ?? 0 })),
    [replay],
  );
  const columns = useMemo(() => ({ x: replay.x, y: target }), [replay.x, target]);
  // A class is no height: rows of classes are lit here, and selected elsewhere.
  const pointing = usePointSelection(of === undefined ? table : nowhere, drawn, columns, plane);
  const lit = useLitPositions(table, replay.at);
  const head = [v("column.row"), replay.x, said, v("replay.before"), "r", "h", v("replay.after")];
  const rowAt = (i: number) => [
    replay.rows[i] ?? null,
    replay.xs[i] ?? null,
    replay.truth[i] ?? null,
    replay.before[i] ?? null,
    replay.gradient[i] ?? null,
    replay.tree[i] ?? null,
    replay.after[i] ?? null,
  ];
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => ({ head, rows: replay.rows.map((_, i) => rowAt(i)) }),
  });
  const names = {
    before: `${said} · F${subscript(replay.round - 1)}`,
    gradient: `r · h${subscript(replay.round)}`,
    after: `${said} · F${subscript(replay.round)}`,
  };
  return (
    <div ref={box} data-round={replay.round}>
      {size && panels ? (
        <BoxSelect plane={plane} {...pointing}>
          <svg ref={svg} width={size.width} height={size.height} aria-hidden="true" className="plane">
            {panels.map(({ key, at, size: part, layout, points, path, zero }) => (
              <g key={key} transform={`translate(${at.x} ${at.y})`} data-panel={key}>
                <PlanePicture
                  size={part}
                  layout={layout}
                  names={{ x: replay.x, y: names[key] }}
                  points={points}
                  colours={colours}
                  svg={inner}
                  lit={lit}
                />
                {zero === undefined ? null : (
                  <path
                    d={`M${layout.left} ${zero}h${layout.width}`}
                    stroke={colours.lineStrong}
                    strokeDasharray="4 3"
                  />
                )}
                <path d={path} fill="none" stroke={colours.learner} strokeWidth={2} strokeLinejoin="round" />
              </g>
            ))}
          </svg>
        </BoxSelect>
      ) : null}
      <HiddenTable
        caption={label}
        head={head}
        of={replay}
        rows={() =>
          replay.rows.map((_, i) => rowAt(i).map((value) => (value === null ? "" : brief(language, value))))
        }
      />
    </div>
  );
}

/** 12 → ₁₂ */
function subscript(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join("");
}
